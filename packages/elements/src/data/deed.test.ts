import { TesseraError, type WriteOptions } from '@tesserakit/client';
import { expect } from '@open-wc/testing';
import { held } from '../../trial/backend.js';
import { DeedController } from './deed.js';

const host = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
};
const fails = (code: 'forbidden' | 'timeout') => () => Promise.reject(new TesseraError(code));

describe('DeedController', () => {
  function setup() {
    const deed = new DeedController(host);
    const keys: (string | undefined)[] = [];
    const noting = (task: () => Promise<unknown>) => (options: WriteOptions) => {
      keys.push(options.idempotencyKey);
      return task();
    };
    return { deed, keys, noting };
  }

  it('tells that it is under way, and does nothing twice', async () => {
    const { deed } = setup();
    const { promise, release } = held();
    const first = deed.run('one', () => promise);
    expect(deed.busy).to.equal(true);
    expect(await deed.run('two', () => Promise.resolve())).to.equal(false);
    release();
    expect(await first).to.equal(true);
    expect(deed.busy).to.equal(false);
  });

  it('sends what may have been done again under the same key, and anything else under a new one', async () => {
    const { deed, keys, noting } = setup();
    await deed.run('one', noting(fails('timeout')));
    await deed.run('one', noting(fails('forbidden')));
    await deed.run('one', noting(fails('timeout')));
    await deed.run(
      'two',
      noting(() => Promise.resolve()),
    );
    expect(keys[0]).to.equal(keys[1]);
    expect(new Set(keys).size).to.equal(3);
  });

  it('keeps the reason until another deed begins', async () => {
    const { deed } = setup();
    expect(await deed.run('one', fails('forbidden'))).to.equal(false);
    expect(deed.error?.code).to.equal('forbidden');
    expect(await deed.run('one', () => Promise.resolve())).to.equal(true);
    expect(deed.error).to.equal(undefined);
  });

  it('shows nobody the outcome of what was forgotten', async () => {
    const { deed } = setup();
    const { promise, release } = held();
    const first = deed.run('one', () => promise.then(fails('forbidden')));
    deed.forget();
    release();
    expect(await first).to.equal(false);
    expect(deed.error).to.equal(undefined);
    expect(deed.busy).to.equal(false);
  });
});
