import { capabilities, routes, type Capabilities, type Member } from '@tesserakit/contract';
import { errorSentences } from '@tesserakit/domain';
import * as v from 'valibot';
import type { DirectoryClient } from '../directory.ts';
import { TesseraError } from '../errors.ts';
import { deedFindings, notClaimed } from './deeds.ts';
import type { Finding } from './finding.ts';
import { readingsOf, type Reading } from './readings.ts';

export interface ExaminationOptions {
  /** Milliseconds that one call may take; 10,000 by default. */
  readonly patience?: number | undefined;
}

/**
 * What the elements will show over a backend for one organization, what not, and why. Only reads;
 * never rejects, whatever the client does.
 */
export async function examine(
  client: DirectoryClient,
  organizationId: string,
  { patience = 10_000 }: ExaminationOptions = {},
): Promise<readonly Finding[]> {
  const scope = { organizationId };
  const claimed = await tried(patience, (options) => client.capabilities(scope, options));
  const can = 'why' in claimed ? claimed : seen<Capabilities>(capabilities, claimed.answer);
  if ('why' in can) return [{ what: 'Capabilities', verdict: 'broken', why: can.why }];
  const findings: Finding[] = [
    { what: 'Capabilities', verdict: 'shown', why: 'The backend says what it can do.' },
  ];
  let members: readonly Member[] | undefined;
  for (const reading of readingsOf(can.answer)) {
    const outcome = await read(client, organizationId, reading, patience);
    findings.push(findingOf(reading, outcome));
    if (reading.what === 'Members' && 'answer' in outcome) {
      ({ items: members } = outcome.answer as { items: readonly Member[] });
    }
  }
  return [...findings, ...deedFindings(can.answer, members)];
}

type Outcome<T = unknown> =
  { readonly answer: T } | { readonly why: string; readonly code?: string };

async function read(
  client: DirectoryClient,
  organizationId: string,
  { operation, read, judge }: Reading,
  patience: number,
): Promise<Outcome> {
  const outcome = await tried(patience, (options) => read(client, { organizationId }, options));
  if ('why' in outcome) return outcome;
  const right = seen(routes[operation].answer, outcome.answer);
  if ('why' in right) return right;
  const why = judge?.(right.answer as never);
  return why === undefined ? right : { why };
}

function findingOf({ what, claimed, judge }: Reading, outcome: Outcome): Finding {
  if (claimed === false) {
    const refused = 'why' in outcome && outcome.code === 'unsupported';
    // What is only more in an answer cannot be refused.
    const why = refused || judge ? notClaimed : `${notClaimed} Asked all the same, it answers.`;
    return { what, verdict: 'absent', why };
  }
  return 'why' in outcome
    ? { what, verdict: 'broken', why: outcome.why }
    : { what, verdict: 'shown', why: 'It answers as it should.' };
}

/** A call that ends, whether the client heeds its signal or not. */
async function tried(
  patience: number,
  call: (options: { signal: AbortSignal }) => Promise<unknown>,
): Promise<Outcome> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      controller.abort();
      reject(new TesseraError('timeout'));
    }, patience);
  });
  try {
    const { signal } = controller;
    return { answer: await Promise.race([late, call({ signal })]) };
  } catch (thrown) {
    if (!(thrown instanceof TesseraError)) {
      return { why: `It fails with something other than a TesseraError: ${String(thrown)}` };
    }
    const { code } = thrown;
    return { why: `It is refused with ${code}: ${errorSentences[code]}`, code };
  } finally {
    clearTimeout(timer);
  }
}

/** An answer, if it looks as the contract says. */
function seen<T>(schema: v.GenericSchema<unknown, T>, answer: unknown): Outcome<T> {
  const { success, output, issues } = v.safeParse(schema, answer);
  if (success) return { answer: output };
  const [issue] = issues;
  return {
    why: `The answer is another than it should be, at ${v.getDotPath(issue) ?? 'its root'}.`,
  };
}
