import { TesseraError } from '@tesserakit/client';
import { expect } from '@open-wc/testing';
import { held } from '../../trial/backend.js';
import { BulkRun, type BulkPlan } from './bulk-run.js';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('BulkRun', () => {
  function setup(count: number, plan: Partial<BulkPlan<number>> = {}) {
    const sent: { items: readonly number[]; key: string | undefined }[] = [];
    const seen: string[] = [];
    const run: BulkRun<number> = new BulkRun<number>(
      {
        limit: 100,
        mayBegin: () => true,
        collect: (found) => {
          found(count);
          return Promise.resolve(numbers(count));
        },
        ...plan,
        apply: async (items, options) => {
          sent.push({ items, key: options.idempotencyKey });
          return plan.apply ? plan.apply(items, options) : items.map(() => undefined);
        },
      },
      () => seen.push(`${run.phase} ${run.done.length + run.refused.length} of ${run.total}`),
    );
    return { run, sent, seen };
  }

  it('goes through all, as many at a time as the backend takes, and tells how far it is', async () => {
    const { run, sent, seen } = setup(230);
    await run.run();
    expect(sent.map(({ items }) => items.length)).to.deep.equal([100, 100, 30]);
    expect(new Set(sent.map(({ key }) => key)).size).to.equal(3);
    expect(run.done).to.deep.equal(numbers(230));
    expect(seen).to.deep.equal([
      'collecting 0 of 230',
      'applying 0 of 230',
      'applying 100 of 230',
      'applying 200 of 230',
      'applying 230 of 230',
      'ended 230 of 230',
    ]);
  });

  it('never takes so many at a time that nobody sees it go on', async () => {
    const { run, sent } = setup(600, { limit: 1000 });
    await run.run();
    expect(sent.map(({ items }) => items.length)).to.deep.equal([250, 250, 100]);
  });

  it('keeps the reason of each refusal, and tries only those again', async () => {
    const refused = new Set([7, 150]);
    const { run, sent } = setup(200, {
      apply: (items) =>
        Promise.resolve(
          items.map((item) => (refused.has(item) ? 'last_administrator' : undefined)),
        ),
    });
    await run.run();
    expect(run.refused).to.deep.equal([
      { item: 7, code: 'last_administrator' },
      { item: 150, code: 'last_administrator' },
    ]);
    refused.delete(150);
    await run.retry();
    expect(sent.at(-1)?.items).to.deep.equal([7, 150]);
    expect(run.done.length).to.equal(199);
    expect(run.refused).to.deep.equal([{ item: 7, code: 'last_administrator' }]);
  });

  it('sends a part whose answer was lost again under its key, and then the rest', async () => {
    let broken = true;
    const { run, sent } = setup(250, {
      apply: async (items) => {
        if (broken && items[0] === 101) throw new TesseraError('network');
        return items.map(() => undefined);
      },
    });
    await run.run();
    expect(run.error?.code).to.equal('network');
    expect(run.done.length).to.equal(100);
    expect(run.rest.length).to.equal(150);
    broken = false;
    await run.retry();
    expect(run.error).to.equal(undefined);
    expect(run.done.length).to.equal(250);
    expect(sent.map(({ items }) => items[0])).to.deep.equal([1, 101, 101, 201]);
    expect(sent[2]?.key).to.equal(sent[1]?.key);
  });

  it('stops after the part under way when it is cancelled, and can be taken up again', async () => {
    const answer = held();
    const { run, sent } = setup(300, {
      apply: async (items) => {
        await answer.promise;
        return items.map(() => undefined);
      },
    });
    const running = run.run();
    await Promise.resolve();
    run.cancel();
    answer.release();
    await running;
    expect(run.cancelled).to.equal(true);
    expect(run.done.length + run.rest.length).to.equal(run.total);
    expect(sent.length).to.be.lessThan(2);
    await run.retry();
    expect(run.done.length + run.refused.length + run.rest.length).to.equal(run.total);
  });

  it('does nothing when the host says no, or when it cannot find out to whom', async () => {
    const prevented = setup(5, { mayBegin: () => false });
    await prevented.run.run();
    expect(prevented.sent).to.deep.equal([]);
    const lost = setup(5, { collect: () => Promise.reject(new TesseraError('forbidden')) });
    await lost.run.run();
    expect(lost.run.error?.code).to.equal('forbidden');
    expect(lost.sent).to.deep.equal([]);
  });

  it('collects anew when that had failed', async () => {
    let broken = true;
    const { run } = setup(5, {
      collect: async () => {
        if (broken) throw new TesseraError('network');
        return numbers(5);
      },
    });
    await run.run();
    broken = false;
    await run.retry();
    expect(run.done).to.deep.equal(numbers(5));
  });

  it('waits as long as the server asks for, and sends the same again', async () => {
    let asked = 0;
    const { run, sent } = setup(3, {
      apply: async (items) => {
        asked += 1;
        if (asked === 1) throw new TesseraError('rate_limited', { retryAfter: 0.01 });
        return items.map(() => undefined);
      },
    });
    await run.run();
    expect(run.done.length).to.equal(3);
    expect(sent[0]?.key).to.equal(sent[1]?.key);
  });
});
