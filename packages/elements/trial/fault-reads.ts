import { expect } from '@open-wc/testing';
import { en } from '../src/text/en.js';
import { held } from './backend.js';
import { turn } from './clock.js';
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
  wordsOf,
  type Cell,
} from './fault-cell.js';
import type { Reading } from './fault-matrix.js';
import { asItWas, codes, failing, former, patience } from './faults.js';
import { until } from './hand.js';

/** What becomes of something that is asked for, where one thing happens to it. */
export async function readCell(cell: Cell, reading: Reading): Promise<void> {
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
  const { sight, clock } = cell;
  const counting = /^Try again in \d+ (second|minute)/;
  const button = await until(() => sight.button(counting), 'when it can be tried again');
  expect(button.getAttribute('aria-disabled')).to.equal('true');
  await settled(cell);
  const before = asked(cell);
  button.click();
  await turn();
  expect(asked(cell), 'calls before the time has come').to.equal(before);
  clock.pass(patience + 1);
}

/** An answer that comes after a later one is nobody's, be it one or a refusal. */
async function overtakenRead(cell: Cell, reading: Reading): Promise<void> {
  const { method, sight, calls, backend } = cell;
  if (!reading.ask) await overtakenAtFirst(cell, reading);
  else await ask(cell, reading, () => {});
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
    const before = asked(cell);
    renew(cell);
    await until(() => isHeld, 'the first question');
    renew(cell);
    await until(() => asked(cell) > before + 1, 'the second question');
    await until(() => calls.filter(underWay).length === 1, 'the second answer');
    answer.release();
    await settled(cell);
    expect(sight.text, late).not.to.contain(former);
    expect(tells(sight.text, wordsOf('server_error')), late).to.equal(false);
    expect(sight.text, late).to.contain(reading.ready ?? cell.screen.ready);
  }
}

/** What was asked before a change, when there was nothing to show yet, is not shown after it. */
async function overtakenAtFirst(cell: Cell, reading: Reading): Promise<void> {
  const { method, sight, screen } = cell;
  const answer = held();
  cell.obstruct(method, async (pass) => {
    cell.mend();
    const first = asItWas(await pass());
    await answer.promise;
    return first;
  });
  await cell.open();
  await until(() => asked(cell) > 0, 'the first question');
  renew(cell);
  await until(() => sight.text.includes(reading.ready ?? screen.ready), 'the second answer');
  answer.release();
  await settled(cell);
  expect(asked(cell), 'questions').to.be.greaterThan(1);
  expect(sight.text).not.to.contain(former);
}

async function readLeftBehind(cell: Cell, reading: Reading): Promise<void> {
  const { method, sight, screen } = cell;
  const answer = held();
  let isAsked = false;
  await ask(cell, reading, () =>
    cell.obstruct(method, async (pass, { input }) => {
      // What belongs to the tenant is asked from where the person is; what is managed, from above.
      const from = input['actingFrom'] ?? input['organizationId'] ?? 'org_acme';
      if (from !== 'org_acme') return pass();
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
