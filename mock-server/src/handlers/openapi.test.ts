import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  followedLink,
  loginStep,
  organizationChoicePage,
  problem,
  routes,
  type Operation,
} from '@tesserakit/contract';
import { errorStatus, isErrorCode, travels } from '@tesserakit/domain';
import fc from 'fast-check';
import * as v from 'valibot';
import { attempts, type Attempt } from '../trial/openapi/attempts.ts';
import { documented } from '../trial/openapi/document.ts';
import { openGround, type Outcome } from '../trial/openapi/ground.ts';

/** `OPENAPI_REQUESTS=200000` for more; `OPENAPI_SEED` and `OPENAPI_PATH` run a failure again. */
const usual = 20_000;
const wanted = Number(process.env['OPENAPI_REQUESTS'] ?? usual);
const seed = Number(process.env['OPENAPI_SEED'] ?? Date.now() % 0x7fffffff);
const path = process.env['OPENAPI_PATH'];
const mostPerWorld = 24;

const answersOfLogin: Readonly<Record<string, v.GenericSchema>> = {
  'login.open': loginStep,
  'login.submit': loginStep,
  'login.follow': followedLink,
  'login.organizations': organizationChoicePage,
};

function answerOf(name: string): v.GenericSchema | undefined {
  return name in routes ? routes[name as Operation].answer : answersOfLogin[name];
}

/** What is wrong with an answer, whatever was asked. */
function faultsOf({ request, reached, response, text, changed }: Outcome): string[] {
  const { status } = response;
  if (status >= 500) return [`answers ${status}`];
  const secretive = !/"stack"|node_modules|file:\/\//.test(text);
  if (response.ok) return acceptedFaults(reached?.name, request, text, changed);
  return [
    ...(changed ? ['refuses and changes the directory'] : []),
    ...(secretive ? [] : ['tells where it runs']),
    ...(reached || status === 404 ? problemFaults(response, text) : []),
  ];
}

function acceptedFaults(
  name: string | undefined,
  { method }: Request,
  text: string,
  changed: boolean,
): string[] {
  const schema = name === undefined ? undefined : answerOf(name);
  if (!schema) return ['accepts what is not in the document'];
  const { issues } = v.safeParse(schema, JSON.parse(text));
  return [
    ...(issues ? [`answers ${name} with another thing than it says: ${issues[0].message}`] : []),
    ...(method === 'GET' && changed ? ['reads and changes the directory'] : []),
  ];
}

function problemFaults({ status, headers }: Response, text: string): string[] {
  if (headers.get('Content-Type') !== 'application/problem+json') return ['is no problem document'];
  const { success, output } = v.safeParse(problem, JSON.parse(text));
  if (!success) return ['is no well-formed problem document'];
  const { code, status: told, requestId } = output;
  if (!isErrorCode(code) || !travels(code)) return [`refuses with the unknown code ${code}`];
  return [
    ...(status === errorStatus(code) && told === status ? [] : [`answers ${code} with ${status}`]),
    ...(requestId === headers.get('X-Request-Id') ? [] : ['names another request']),
    ...(headers.get('Cache-Control') === 'no-store' ? [] : ['may be kept']),
  ];
}

/** How often each operation was accepted and refused. */
class Count {
  readonly #codes = new Map<string, Map<string, number>>();
  total = 0;

  add({ reached, response, text }: Outcome): void {
    this.total += 1;
    if (!reached) return;
    const code = response.ok ? 'accepted' : String((JSON.parse(text) as { code: unknown }).code);
    const codes = this.#codes.get(reached.name) ?? new Map<string, number>();
    this.#codes.set(reached.name, codes.set(code, (codes.get(code) ?? 0) + 1));
  }

  of(name: string): { accepted: number; refused: number; codes: string } {
    const { accepted = 0, ...codes } = Object.fromEntries(this.#codes.get(name) ?? []);
    const refused = Object.values(codes).reduce((sum, count) => sum + count, 0);
    const told = Object.entries(codes).map(([code, count]) => `${code} ${count}`);
    return { accepted, refused, codes: told.join(', ') };
  }

  /** Operations that were never accepted, or never refused. */
  oneSided(): string[] {
    return documented.flatMap(({ name }) => {
      const { accepted, refused } = this.of(name);
      // Whoever opens a sign-in that is none is told so; there is nothing to refuse.
      const isOpen = name === 'login.open';
      return accepted === 0 || (refused === 0 && !isOpen)
        ? [`${name}: ${accepted} accepted, ${refused} refused`]
        : [];
    });
  }
}

async function tryAll(some: readonly Attempt[], count: Count): Promise<void> {
  const ground = openGround();
  for (const attempt of some) {
    const outcome = await ground.attempt(attempt);
    const { request, response, text } = outcome;
    const faults = faultsOf(outcome);
    const where = `${request.method} ${request.url.slice(0, 300)}`;
    assert.deepEqual(faults, [], `${where}\n${response.status} ${text.slice(0, 500)}`);
    count.add(outcome);
  }
}

describe('every operation of the OpenAPI document', () => {
  const count = new Count();

  it(`answers ${wanted} requests, legal and not, without a fault`, async (test) => {
    const property = fc.asyncProperty(
      fc.array(attempts, { minLength: 1, maxLength: mostPerWorld, size: 'max' }),
      (some) => tryAll(some, count),
    );
    for (let at = seed; count.total < wanted; at += 1) {
      const details = await fc.check(property, {
        seed: at,
        numRuns: 50,
        timeout: 30_000,
        interruptAfterTimeLimit: 60_000,
        ...(path !== undefined && { path }),
      });
      if (details.failed) {
        const report = fc.defaultReportMessage(details);
        throw new Error(report, { cause: details.errorInstance });
      }
      if (path !== undefined) return;
    }
    for (const { name } of documented) {
      const { accepted, refused, codes } = count.of(name);
      test.diagnostic(`${name}: ${accepted} accepted, ${refused} refused: ${codes}`);
    }
    if (wanted >= usual) assert.deepEqual(count.oneSided(), []);
  });

  it('W24: leaves what all objects share as it was', () => {
    assert.deepEqual(Object.keys(Object.prototype), []);
    assert.equal('polluted' in {}, false);
  });
});
