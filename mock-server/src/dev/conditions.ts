import { randomSource } from '../random.ts';
import { newFaults, type Faults } from './faults.ts';
import type { Latency } from './latency.ts';
import { newRequestLog, type RequestLog } from './request-log.ts';

/** How a server behaves beside what it is asked, and what it was asked. */
export interface Conditions {
  /** Chance for faults and latency, the same for the same seed; ids are drawn from another. */
  random(): number;
  latency: Latency;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** Tells when the world is gone for which these hold. */
  readonly over: AbortSignal;
  /** Frees every request that is held back. */
  end(): void;
}

export function newConditions(randomSeed: number): Conditions {
  const over = new AbortController();
  const faults = newFaults();
  return {
    random: randomSource(randomSeed),
    latency: { milliseconds: 0, jitter: 0 },
    faults,
    requests: newRequestLog(),
    over: over.signal,
    end: () => {
      over.abort();
      faults.replace([]);
    },
  };
}
