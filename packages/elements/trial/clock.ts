/** The timers of the page, in the hands of a test. */
export interface Clock {
  /** Lets time go by at once, with all that was to happen until then. */
  pass(seconds: number): void;
  /** Gives the page its own timers back. */
  end(): void;
}

/** As long as this takes what a person does not notice, or hardly. */
const short = 1000;

const { setTimeout: later, clearTimeout: never } = window;

/** Waits for other work of the page, in real time. */
export function turn(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => later.call(window, resolve, milliseconds));
}

/** From now on waits of less than a second are over at once, and longer ones when the test says so. */
export function takeClock(): Clock {
  const now = Date.now;
  const waiting = new Map<number, { readonly at: number; readonly run: () => void }>();
  let ahead = 0;
  let last = -1;
  Date.now = () => now() + ahead;
  const wait = (run: TimerHandler, milliseconds = 0, ...args: unknown[]) => {
    const due = () => (run as (...args: unknown[]) => void)(...args);
    if (milliseconds < short) return later.call(window, due, 0);
    waiting.set(--last, { at: Date.now() + milliseconds, run: due });
    return last;
  };
  window.setTimeout = wait as typeof setTimeout;
  window.clearTimeout = (timer) => {
    if (!waiting.delete(Number(timer))) never.call(window, timer);
  };
  return {
    pass: (seconds) => {
      ahead += seconds * 1000;
      for (const [timer, { at, run }] of [...waiting]) {
        if (at <= Date.now() && waiting.delete(timer)) run();
      }
    },
    end: () => {
      Date.now = now;
      window.setTimeout = later;
      window.clearTimeout = never;
    },
  };
}
