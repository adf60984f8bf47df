import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Counts seconds down to zero, and draws its host each time. */
export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #end = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Seconds that are left. */
  get left(): number {
    return Math.max(0, Math.ceil((this.#end - performance.now()) / 1000));
  }

  start(seconds: number): void {
    this.#end = performance.now() + seconds * 1000;
    this.#run();
  }

  hostConnected(): void {
    this.#run();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  #run(): void {
    clearInterval(this.#timer);
    if (this.left > 0) this.#timer = setInterval(() => this.#tick(), 1000);
  }

  #tick(): void {
    if (this.left === 0) clearInterval(this.#timer);
    this.#host.requestUpdate();
  }
}
