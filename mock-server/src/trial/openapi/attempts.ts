import fc from 'fast-check';
import { documented, type DocumentedOperation, type JsonSchema } from './document.ts';
import {
  hostileHeaders,
  hostileQuery,
  hostileSegment,
  hostileText,
  hostileType,
  spoiled,
} from './hostile.ts';
import { callerNames, legalBodyOf, type CallerName } from './ground.ts';
import { known } from './known.ts';
import { valueOf } from './values.ts';

/** One request, as far as it is another than the legal one of its operation. */
export interface Attempt {
  readonly operation: string;
  /** Absent for whoever may make the legal request. */
  readonly caller?: CallerName;
  /** Segments of the path as they are written, by the name of their parameter. */
  readonly segments?: Readonly<Record<string, string>>;
  /** As it is written, without the question mark. */
  readonly query?: string;
  /** As it is sent, whether it is JSON or not. */
  readonly text?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Present so many times in ten. */
function times<T>(weight: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: 10 - weight, arbitrary: fc.constant(undefined) },
    { weight, arbitrary },
  );
}

function segmentOf(name: string): fc.Arbitrary<string> {
  const ids = known[name];
  const meant = ids ? fc.constantFrom(...ids).map(encodeURIComponent) : hostileSegment;
  return fc.oneof({ weight: 3, arbitrary: meant }, { weight: 2, arbitrary: hostileSegment });
}

function segmentsOf({ parameters }: DocumentedOperation) {
  const named = parameters.filter((one) => one.in === 'path');
  const model = Object.fromEntries(named.map(({ name }) => [name, times(3, segmentOf(name))]));
  return fc.record(model, { noNullPrototype: true }).map(withoutAbsent);
}

function queryOf({ parameters }: DocumentedOperation): fc.Arbitrary<string> {
  const named = parameters.filter((one) => one.in === 'query');
  const model = Object.fromEntries(
    named.map(({ name, schema }) => [name, times(3, valueOf(schema, name, known))]),
  );
  const legal = fc
    .record(model, { noNullPrototype: true })
    .map((some) => search(withoutAbsent(some)));
  return fc.oneof({ weight: 2, arbitrary: legal }, { weight: 1, arbitrary: hostileQuery });
}

function search(values: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(values).map(([name, value]) => [
    name,
    String(value).replace(/\p{Cs}/gu, '\ufffd'),
  ]);
  return new URLSearchParams(pairs).toString();
}

function textOf(name: string, schema: JsonSchema | undefined): fc.Arbitrary<string> {
  if (!schema) return fc.oneof(fc.constant('{}'), hostileText);
  const generated = valueOf(schema, '', known);
  const usual = legalBodyOf(name);
  const legal = usual === undefined ? generated : fc.oneof(generated, fc.constant(usual));
  return fc.oneof(
    { weight: 5, arbitrary: generated.map((value) => JSON.stringify(value)) },
    { weight: 4, arbitrary: spoiled(legal) },
    { weight: 1, arbitrary: hostileText },
  );
}

function withoutAbsent<T extends object>(some: T): T {
  return Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as T;
}

function attemptOf(operation: DocumentedOperation): fc.Arbitrary<Attempt> {
  const { name, method, body } = operation;
  const legal = fc.constant<Attempt>({ operation: name });
  const written = body
    ? legal.chain((attempt) => textOf(name, body).map((text) => ({ ...attempt, text })))
    : legal;
  const anything = fc
    .record(
      {
        operation: fc.constant(name),
        caller: times(3, fc.constantFrom(...callerNames)),
        segments: segmentsOf(operation),
        query: times(4, queryOf(operation)),
        ...(method !== 'GET' && {
          text: times(7, textOf(name, body)),
          type: times(1, hostileType),
        }),
        headers: times(2, hostileHeaders),
      },
      { noNullPrototype: true },
    )
    .map((attempt) => withoutAbsent(attempt) as Attempt);
  return fc.oneof(
    { weight: 2, arbitrary: legal },
    { weight: 2, arbitrary: written },
    { weight: 6, arbitrary: anything },
  );
}

/** A request to any operation of the document. */
export const attempts: fc.Arbitrary<Attempt> = fc.oneof(...documented.map(attemptOf));
