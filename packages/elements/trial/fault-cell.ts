import { expect } from '@open-wc/testing';
import { TesseraError } from '@tesserakit/client';
import type { ErrorCode } from '@tesserakit/domain';
import { seeds } from '@tesserakit/mock-server';
import { refresh } from '../src/data/query.js';
import { en } from '../src/text/en.js';
import { signIn, type Backend } from './backend.js';
import { breakable, type Called } from './breakable.js';
import { takeClock, turn } from './clock.js';
import type { Screen, Words } from './fault-matrix.js';
import { codes, type Fault } from './faults.js';
import { handOn, Sight, until, type Hand } from './hand.js';
import { show } from './page.js';
import { withAdministrator } from './seeds.js';

/** Whatever a button is called that tries again. */
export const tryAgain = /^(Try again|Try \d+ again|Go on with \d+|Retry .*)$/;

/** The method of a use: what stands before its other words. */
export const methodOf = (use: string) => use.split(' ')[0] ?? use;

/** One method and one fault on a page of their own. */
export interface Cell extends ReturnType<typeof breakable> {
  readonly screen: Screen;
  readonly method: string;
  readonly fault: Fault;
  /** Whether a call is one of those that the cell is about. */
  isMeant(call: Called): boolean;
  readonly backend: Backend;
  readonly sight: Sight;
  readonly hand: Hand;
  readonly clock: ReturnType<typeof takeClock>;
  open(): Promise<void>;
  leave(): void;
}

/** Tries one thing in a cell, and notes what was missed: by it, or by whoever should have caught. */
export async function inCell(
  screen: Screen,
  use: string,
  fault: Fault,
  missed: string[],
  test: (cell: Cell) => Promise<void>,
): Promise<void> {
  const clock = takeClock();
  const uncaught = watchErrors();
  const method = methodOf(use);
  const writing = screen.writes?.[use];
  const isMeant = (call: Called) => call.method === method && (writing?.isMeant?.(call) ?? true);
  const stage = writing ?? screen.reads[use];
  const { content = screen.content, prepare, signedIn = screen.signedIn } = stage ?? {};
  const ready = writing?.ready ?? (stage?.content ? stage.ready : undefined) ?? screen.ready;
  const seed = withAdministrator(seeds.default, 'user_both', 'org_acme');
  const usual = { as: 'user_both', seed, organizationId: 'org_acme' };
  const backend = signIn({ ...usual, ...signedIn });
  prepare?.(backend);
  const broken = breakable(backend.client);
  const sight = new Sight(document.body);
  let provider: Awaited<ReturnType<typeof show>> | undefined;
  const cell: Cell = {
    ...broken,
    screen: { ...screen, ready },
    method,
    fault,
    isMeant,
    obstruct: (method, obstacle) =>
      broken.obstruct(method, (pass, call) => (isMeant(call) ? obstacle(pass, call) : pass())),
    backend,
    sight,
    hand: handOn(sight),
    clock,
    open: async () => {
      provider = await show({ ...backend, client: broken.client }, content);
    },
    leave: () => {
      provider!.organizationId = screen.elsewhere ?? 'org_borealis';
    },
  };
  try {
    await test(cell);
  } catch (error) {
    missed.push(
      `${fault}: ${String(error)} Told: ${sight.told} | All: ${sight.text.slice(0, 300)}`,
    );
  }
  provider?.remove();
  await turn();
  missed.push(...uncaught.end().map((error) => `${fault}: uncaught ${error}`));
  clock.end();
}

function watchErrors() {
  const errors: string[] = [];
  const note = (event: ErrorEvent | PromiseRejectionEvent) => {
    errors.push(String('reason' in event ? event.reason : event.message));
    event.preventDefault();
  };
  const of = ['error', 'unhandledrejection'] as const;
  for (const type of of) window.addEventListener(type, note);
  return {
    end: () => {
      for (const type of of) window.removeEventListener(type, note);
      return errors;
    },
  };
}

/** What comes of a call in the organization that was left. */
export async function lateEnd({ fault }: Cell, pass: () => Promise<unknown>): Promise<unknown> {
  if (fault.startsWith('refused')) throw new TesseraError('server_error');
  return pass();
}

/** Asks again for everything, as after any write. */
export function renew({ client, backend: { organizationId } }: Cell): void {
  refresh(client, [client.identity(), organizationId]);
}

/** Waits until nothing is on its way any more, and everything is drawn. */
export async function settled({ calls }: Cell): Promise<void> {
  let quiet = 0;
  await until(() => {
    quiet = calls.some(underWay) ? 0 : quiet + 1;
    return quiet > 3;
  }, 'an end of calls');
}

export const underWay = ({ outcome }: { outcome?: string }) => outcome === undefined;

export const asked = ({ calls, isMeant }: Cell): number => calls.filter(isMeant).length;

export const wordsOf = (code: ErrorCode): RegExp =>
  new RegExp(en.errors[code].replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

export function wordsFor({ screen, fault }: Cell, { words }: { words?: Words }): RegExp {
  const code = codes[fault] ?? 'server_error';
  return words?.[code] ?? screen.words?.[code] ?? wordsOf(code);
}

export const tells = (text: string, words: RegExp) => words.test(text);

export function noCode({ sight, fault }: Cell): void {
  const code = codes[fault];
  if (code) expect(sight.codes(code), 'a bare code').to.deep.equal([]);
}
