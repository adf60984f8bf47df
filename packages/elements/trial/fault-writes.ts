import { expect } from '@open-wc/testing';
import { en } from '../src/text/en.js';
import { held } from './backend.js';
import {
  asked,
  lateEnd,
  noCode,
  renew,
  settled,
  tells,
  tryAgain,
  underWay,
  wordsFor,
  type Cell,
} from './fault-cell.js';
import type { Writing } from './fault-matrix.js';
import { answerLost, codes, failing, patience, type Fault } from './faults.js';
import { until } from './hand.js';
import { takesVersion } from './versioned.js';

/** Faults after which nobody knows whether it was done. */
const unknown = new Set<Fault>(['server error', 'time-out', 'offline', 'malformed answer']);

/** Methods that change nothing, even where a deed asks them on its way. */
const isRead = /\.(list\w*|get|explain|preview\w+)$/;

/** What becomes of something that a person does, where one thing happens to it. */
export async function writeCell(cell: Cell, writing: Writing): Promise<void> {
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
  await until(() => asked(cell) > 0, 'the deed');
  // An element may find out by itself that the server has done it.
  const isFound = () => answerLost.has(fault) && isDone(cell, writing);
  await until(() => tells(sight.told, words) || isFound(), `told ${String(words)}`);
  noCode(cell);
  if (takesVersion(method) && !writing.isUnseen) {
    const call = calls.find(cell.isMeant);
    expect(call?.input['version'], 'the version that was looked at').to.be.a('number');
  }
  if (isFound()) {
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
  await until(() => isDone(cell, writing), 'what was done at last');
  await settled(cell);
  expect(tells(sight.told, words), 'a refusal beside what was done').to.equal(false);
  if (unknown.has(fault) && !isRead.test(method)) onceByKey(cell);
}

/** Who tries again what may have been done sends the same key. */
function onceByKey({ calls, isMeant }: Cell): void {
  const sent = calls.filter(isMeant);
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
  await until(() => asked(cell) > 0, 'the deed');
  hand.twice();
  renew(cell);
  await until(() => calls.filter(underWay).length === 1, 'all other answers');
  answer.release();
  await until(() => isDone(cell, writing), 'what was done');
  await settled(cell);
  expect(asked(cell), 'times that it was sent').to.equal(1);
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
  await until(() => asked(cell) > 0, 'the deed');
  cell.leave();
  await until(() => calls.filter(underWay).length === 1, 'the other organization');
  answer.release();
  await settled(cell);
  expect(sight.text).not.to.contain(screen.ready);
  expect(isDone(cell, writing), 'the outcome of what was done elsewhere').to.equal(false);
  expect(sight.text).not.to.contain(en.errors.server_error);
}

function isDone({ sight }: Cell, { done }: Writing): boolean {
  return typeof done === 'function' ? done() : done.test(sight.text);
}
