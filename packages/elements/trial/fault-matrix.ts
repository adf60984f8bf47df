import { expect } from '@open-wc/testing';
import { TesseraError } from '@tesserakit/client';
import type { ErrorCode } from '@tesserakit/domain';
import { seeds } from '@tesserakit/mock-server';
import type { TemplateResult } from 'lit';
import { refresh } from '../src/data/query.js';
import { en } from '../src/text/en.js';
import { held, signIn, type Backend } from './backend.js';
import { breakable } from './breakable.js';
import { methodsIn } from './client-methods.js';
import { takeClock, turn } from './clock.js';
import {
  answerLost,
  asItWas,
  codes,
  failing,
  faults,
  former,
  patience,
  type Fault,
} from './faults.js';
import { handOn, Sight, until, type Hand } from './hand.js';
import { show } from './page.js';
import { withAdministrator } from './seeds.js';

/** One element in the fault matrix. Methods are named as `members.list`; words after it tell uses apart. */
export interface Screen {
  readonly content: TemplateResult;
  /** The element's module below `src`, without its ending: what it calls is found from there. */
  readonly source: string;
  /** Stands there when everything has come, and of no other organization. */
  readonly ready: string;
  /** An organization where {@link ready} is not, for the same person. */
  readonly elsewhere?: string;
  /** Other words than those of the code for some failures of everything here. */
  readonly words?: Words;
  readonly reads: Readonly<Record<string, Reading>>;
  readonly writes?: Readonly<Record<string, Writing>>;
}

type Words = Partial<Record<ErrorCode, RegExp>>;

/** Something that is asked for. */
export interface Reading {
  /** What a person does so that it is asked for; otherwise the screen asks by itself. */
  ask?(hand: Hand): Promise<void>;
  /** Stands there when it has come, in place of the words of the screen. */
  readonly ready?: string;
  readonly words?: Words;
  /** Without it nothing is missing that a person would look for; or only where it was refused so. */
  readonly isAid?: boolean | readonly ErrorCode[];
  /** How a person asks again; by the button that offers it otherwise. */
  again?(hand: Hand): Promise<void>;
}

/** Something that a person does. */
export interface Writing {
  act(hand: Hand): Promise<void>;
  /** How a person tries again; by the button that offers it otherwise. */
  again?(hand: Hand, fault: Fault): Promise<void>;
  /** Whether what was typed or chosen is still there. */
  keeps?(sight: Sight): boolean;
  /** Stands there when it is done, and not before. */
  readonly done: RegExp;
  readonly words?: Words;
  /** In place of those of the screen. */
  readonly content?: TemplateResult;
  readonly ready?: string;
  /** Makes of the backend what it takes. */
  prepare?(backend: Backend): void;
}

/** Whatever a button is called that tries again. */
const tryAgain = /^(Try again|Try \d+ again|Go on with \d+|Retry .*)$/;

/** Methods that say which version of something they are about. */
const versioned = new Set([
  'access.grant',
  'access.withdraw',
  'invitations.resend',
  'invitations.revoke',
  'members.endSessions',
  'members.reactivate',
  'members.remove',
  'members.setOrganizationRoles',
  'members.suspend',
  'members.update',
  'organizations.transferOwnership',
]);

/** Faults after which nobody knows whether it was done. */
const unknown = new Set<Fault>(['server error', 'time-out', 'offline', 'malformed answer']);

/** Methods that change nothing, even where a deed asks them on its way. */
const isRead = /\.(list\w*|get|explain)$/;

const methodOf = (use: string) => use.split(' ')[0] ?? use;

/**
 * Declares the tests of one element: each method that it calls meets each fault. Nothing is thrown
 * that nobody caught, a person is told, what they typed stays, and trying again works.
 */
export function faultMatrix(tag: string, screen: Screen): void {
  const { reads, writes = {} } = screen;
  const cells = [
    ...Object.keys(reads).map((use) => [use, readFaults] as const),
    ...Object.keys(writes).map((use) => [use, writeFaults(use)] as const),
  ];
  const count = cells.reduce((sum, [, some]) => sum + some.length, 0);

  describe(`<${tag}> when something fails, ${count} ways`, () => {
    for (const [use, some] of cells) {
      it(`tells, keeps and goes on, whatever happens to ${use}`, async function () {
        this.timeout(60_000);
        const missed: string[] = [];
        for (const fault of some) {
          await inCell(screen, use, fault, missed, async (cell) => {
            const reading = reads[use];
            const writing = writes[use];
            if (reading) await readCell(cell, reading);
            if (writing) await writeCell(cell, writing);
          });
        }
        expect(missed).to.deep.equal([]);
      });
    }

    it('calls nothing that is left out here', async () => {
      const { client } = signIn();
      const known = [...Object.keys(reads), ...Object.keys(writes)].map(methodOf);
      const called = await methodsIn(screen.source, client);
      expect([...called].sort()).to.deep.equal([...new Set(known)].sort());
    });
  });
}

const readFaults = faults.filter((fault) => fault !== 'stale version');

function writeFaults(use: string): readonly Fault[] {
  return versioned.has(methodOf(use)) ? faults : readFaults;
}

/** One method and one fault on a page of their own. */
interface Cell extends ReturnType<typeof breakable> {
  readonly screen: Screen;
  readonly method: string;
  readonly fault: Fault;
  readonly backend: Backend;
  readonly sight: Sight;
  readonly hand: Hand;
  readonly clock: ReturnType<typeof takeClock>;
  open(): Promise<void>;
  leave(): void;
}

async function inCell(
  screen: Screen,
  use: string,
  fault: Fault,
  missed: string[],
  test: (cell: Cell) => Promise<void>,
): Promise<void> {
  const clock = takeClock();
  const uncaught = watchErrors();
  const { content = screen.content, ready = screen.ready, prepare } = screen.writes?.[use] ?? {};
  const seed = withAdministrator(seeds.default, 'user_both', 'org_acme');
  const backend = signIn({ as: 'user_both', seed, organizationId: 'org_acme' });
  prepare?.(backend);
  const broken = breakable(backend.client);
  const sight = new Sight(document.body);
  let provider: Awaited<ReturnType<typeof show>> | undefined;
  const cell: Cell = {
    ...broken,
    screen: { ...screen, ready },
    method: methodOf(use),
    fault,
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

async function readCell(cell: Cell, reading: Reading): Promise<void> {
  const { fault } = cell;
  if (fault === 'slow and out of order') await overtakenRead(cell, reading);
  else if (fault.endsWith('left')) await readLeftBehind(cell, reading);
  else await failedRead(cell, reading);
}

async function failedRead(cell: Cell, reading: Reading): Promise<void> {
  const { screen, method, fault, sight, hand, backend, calls } = cell;
  const ready = () => sight.text.includes(reading.ready ?? screen.ready);
  await ask(cell, reading, () => cell.obstruct(method, failing(fault, backend.world)));
  const words = wordsFor(cell, reading);
  const { isAid = false } = reading;
  const code = codes[fault] ?? 'server_error';
  if (typeof isAid === 'boolean' ? isAid : isAid.includes(code)) {
    await until(() => calls.some((call) => call.outcome === 'failed'), 'a failure');
    await until(ready, 'the screen without it');
    return;
  }
  await until(() => tells(sight.told, words), `told ${String(words)}`);
  noCode(cell);
  cell.mend();
  if (fault === 'forbidden') return;
  if (fault === 'too many requests') await patient(cell);
  await (reading.again ? reading.again(hand) : hand.press(tryAgain));
  await until(() => ready() && !tells(sight.text, words), 'what was asked for, at last');
}

/** What the server asks for is told, and trying again has to wait for it. */
async function patient(cell: Cell): Promise<void> {
  const { method, sight, clock, calls } = cell;
  const counting = /^Try again in \d+ (second|minute)/;
  const button = await until(() => sight.button(counting), 'when it can be tried again');
  expect(button.getAttribute('aria-disabled')).to.equal('true');
  await settled(cell);
  const before = asked(calls, method);
  button.click();
  await turn();
  expect(asked(calls, method), 'calls before the time has come').to.equal(before);
  clock.pass(patience + 1);
}

/** An answer that comes after a later one is nobody's, be it one or a refusal. */
async function overtakenRead(cell: Cell, reading: Reading): Promise<void> {
  const { method, sight, calls, backend } = cell;
  await ask(cell, reading, () => {});
  await settled(cell);
  for (const late of ['answer', 'refusal']) {
    const answer = held();
    let [isFirst, isHeld] = [true, false];
    cell.obstruct(method, async (pass, call) => {
      if (!isFirst) return pass();
      isFirst = false;
      const first = await pass();
      isHeld = true;
      await answer.promise;
      return late === 'answer'
        ? asItWas(first)
        : failing('server error', backend.world)(pass, call);
    });
    const before = asked(calls, method);
    renew(cell);
    await until(() => isHeld, 'the first question');
    renew(cell);
    await until(() => asked(calls, method) > before + 1, 'the second question');
    await until(() => calls.filter(underWay).length === 1, 'the second answer');
    answer.release();
    await settled(cell);
    expect(sight.text, late).not.to.contain(former);
    expect(tells(sight.text, wordsOf('server_error')), late).to.equal(false);
    expect(sight.text, late).to.contain(reading.ready ?? cell.screen.ready);
  }
}

async function readLeftBehind(cell: Cell, reading: Reading): Promise<void> {
  const { method, sight, screen } = cell;
  const answer = held();
  let isAsked = false;
  await ask(cell, reading, () =>
    cell.obstruct(method, async (pass, { input }) => {
      if (input['organizationId'] !== 'org_acme') return pass();
      isAsked = true;
      await answer.promise;
      return lateEnd(cell, pass);
    }),
  );
  await until(() => isAsked, 'the question');
  cell.leave();
  await turn();
  expect(sight.text).not.to.contain(screen.ready);
  answer.release();
  await settled(cell);
  expect(sight.text).not.to.contain(screen.ready);
  expect(sight.text).not.to.contain(en.errors.server_error);
}

async function writeCell(cell: Cell, writing: Writing): Promise<void> {
  const { fault, screen, sight } = cell;
  await cell.open();
  await until(() => sight.text.includes(screen.ready), 'the screen');
  await settled(cell);
  if (fault === 'slow and out of order') await overtakenWrite(cell, writing);
  else if (fault.endsWith('left')) await writeLeftBehind(cell, writing);
  else await failedWrite(cell, writing);
}

async function failedWrite(cell: Cell, writing: Writing): Promise<void> {
  const { method, fault, sight, hand, calls, backend, clock } = cell;
  const words = wordsFor(cell, writing);
  cell.obstruct(method, failing(fault, backend.world));
  await writing.act(hand);
  await until(() => asked(calls, method) > 0, 'the deed');
  // An element may find out by itself that the server has done it.
  const isDone = () => answerLost.has(fault) && writing.done.test(sight.text);
  await until(() => tells(sight.told, words) || isDone(), `told ${String(words)}`);
  noCode(cell);
  if (versioned.has(method)) {
    const call = calls.find((call) => call.method === method);
    expect(call?.input['version'], 'the version that was looked at').to.be.a('number');
  }
  if (isDone()) {
    await settled(cell);
    expect(tells(sight.told, words), 'a refusal of what was done').to.equal(false);
    return;
  }
  expect(writing.keeps?.(sight) ?? true, 'what was typed').to.equal(true);
  await settled(cell);
  cell.mend();
  if (fault === 'too many requests') {
    await until(() => /in (60|59) seconds|in 1 minute/.test(sight.text), 'when it can be tried');
    clock.pass(patience + 1);
  }
  await (writing.again ? writing.again(hand, fault) : hand.press(tryAgain));
  await until(() => writing.done.test(sight.text), 'what was done at last');
  await settled(cell);
  expect(tells(sight.told, words), 'a refusal beside what was done').to.equal(false);
  if (unknown.has(fault) && !isRead.test(method)) onceByKey(cell);
}

/** Who tries again what may have been done sends the same key. */
function onceByKey({ calls, method }: Cell): void {
  const sent = calls.filter((call) => call.method === method);
  const keys = new Set(sent.map(({ idempotencyKey }) => idempotencyKey));
  expect(sent.length).to.be.greaterThan(1);
  expect([...keys], 'one key').to.have.lengthOf(1);
  expect([...keys][0]).to.be.a('string');
}

/** The answer comes after others that were asked for later, and after a second press. */
async function overtakenWrite(cell: Cell, writing: Writing): Promise<void> {
  const { method, sight, hand, calls } = cell;
  const answer = held();
  cell.obstruct(method, async (pass) => {
    const done = await pass();
    await answer.promise;
    return done;
  });
  await writing.act(hand);
  await until(() => asked(calls, method) > 0, 'the deed');
  hand.twice();
  renew(cell);
  await until(() => calls.filter(underWay).length === 1, 'all other answers');
  answer.release();
  await until(() => writing.done.test(sight.text), 'what was done');
  await settled(cell);
  expect(asked(calls, method), 'times that it was sent').to.equal(1);
  for (const code of Object.values(codes)) expect(sight.told).not.to.contain(en.errors[code]);
}

async function writeLeftBehind(cell: Cell, writing: Writing): Promise<void> {
  const { method, sight, screen, hand, calls } = cell;
  const answer = held();
  cell.obstruct(method, async (pass) => {
    await answer.promise;
    return lateEnd(cell, pass);
  });
  await writing.act(hand);
  await until(() => asked(calls, method) > 0, 'the deed');
  cell.leave();
  await until(() => calls.filter(underWay).length === 1, 'the other organization');
  answer.release();
  await settled(cell);
  expect(sight.text).not.to.contain(screen.ready);
  expect(sight.text).not.to.match(writing.done);
  expect(sight.text).not.to.contain(en.errors.server_error);
}

/** What comes of a call in the organization that was left. */
async function lateEnd({ fault }: Cell, pass: () => Promise<unknown>): Promise<unknown> {
  if (fault.startsWith('refused')) throw new TesseraError('server_error');
  return pass();
}

/** Opens the screen with the obstacle where a reading comes up against it. */
async function ask(cell: Cell, { ask }: Reading, obstruct: () => void): Promise<void> {
  const { screen, sight, hand } = cell;
  if (!ask) {
    obstruct();
    return cell.open();
  }
  await cell.open();
  await until(() => sight.text.includes(screen.ready), 'the screen');
  await settled(cell);
  obstruct();
  await ask(hand);
}

/** Asks again for everything, as after any write. */
function renew({ client, backend: { organizationId } }: Cell): void {
  refresh(client, [client.identity(), organizationId]);
}

/** Waits until nothing is on its way any more, and everything is drawn. */
async function settled({ calls }: Cell): Promise<void> {
  let quiet = 0;
  await until(() => {
    quiet = calls.some(underWay) ? 0 : quiet + 1;
    return quiet > 3;
  }, 'an end of calls');
}

const underWay = ({ outcome }: { outcome?: string }) => outcome === undefined;

const asked = (calls: Cell['calls'], method: string) =>
  calls.filter((call) => call.method === method).length;

const wordsOf = (code: ErrorCode): RegExp =>
  new RegExp(en.errors[code].replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

function wordsFor({ screen, fault }: Cell, { words }: { words?: Words }): RegExp {
  const code = codes[fault] ?? 'server_error';
  return words?.[code] ?? screen.words?.[code] ?? wordsOf(code);
}

const tells = (text: string, words: RegExp) => words.test(text);

function noCode({ sight, fault }: Cell): void {
  const code = codes[fault];
  if (code) expect(sight.codes(code), 'a bare code').to.deep.equal([]);
}
