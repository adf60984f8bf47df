import { expect } from '@open-wc/testing';
import { until } from '../../trial/page.js';
import { Countdown } from './countdown.js';

describe('Countdown', () => {
  function setup() {
    let draws = 0;
    const countdown = new Countdown({
      addController: () => {},
      removeController: () => {},
      requestUpdate: () => (draws += 1),
      updateComplete: Promise.resolve(true),
    });
    countdown.hostConnected();
    return { countdown, draws: () => draws };
  }

  it('counts the seconds down, draws them, and comes to its end', async () => {
    const { countdown, draws } = setup();
    countdown.begin(1);
    expect(countdown.seconds).to.equal(1);
    const before = draws();
    await until(() => countdown.seconds === 0 && draws() > before, 'the end');
  });

  it('has nothing to wait for until it begins, and when it is ended', () => {
    const { countdown } = setup();
    expect(countdown.seconds).to.equal(0);
    countdown.begin(3600);
    expect(countdown.seconds).to.equal(3600);
    countdown.begin();
    expect(countdown.seconds).to.equal(0);
  });
});
