import type { TesseraError } from '@tesserakit/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Pause } from './pause.js';

const ends = new WeakMap<TesseraError, number>();

/**
 * Whole seconds until what was refused may be tried again; 0 when the time has come, or the server
 * named none. Counted from when this is first asked about the error, which is when it came.
 */
export function secondsLeft(error: TesseraError | undefined): number {
  if (!error?.retryAfter) return 0;
  const end = ends.get(error) ?? Date.now() + error.retryAfter * 1000;
  ends.set(error, end);
  return Math.max(0, Math.ceil((end - Date.now()) / 1000));
}

/** Counts down to the moment when something may be tried again, and draws the element meanwhile. */
export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #second = new Pause(1000);
  #end = 0;
  #connected = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whole seconds that are left; 0 when the time has come. */
  get seconds(): number {
    return Math.max(0, Math.ceil((this.#end - Date.now()) / 1000));
  }

  /** Counts from so many seconds; none end it. */
  begin(seconds = 0): void {
    this.#end = Date.now() + seconds * 1000;
    this.#tick();
  }

  hostConnected(): void {
    this.#connected = true;
    this.#tick();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#second.end();
  }

  #tick(): void {
    this.#second.end();
    const { seconds } = this;
    // Above two minutes a person reads minutes only.
    if (seconds < 120 || seconds % 15 === 0) this.#host.requestUpdate();
    if (seconds > 0 && this.#connected) this.#second.after(() => this.#tick());
  }
}
