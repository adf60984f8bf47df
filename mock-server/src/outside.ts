/**
 * Asks somebody outside and waits for the answer at most so many milliseconds, even when they do
 * not heed the signal. Rejects when they do, or when it is too late.
 */
export async function askOutside<T>(
  milliseconds: number,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const waiting = new AbortController();
  const late = new Promise<never>((_, reject) => {
    waiting.signal.addEventListener('abort', () => reject(waiting.signal.reason as Error));
  });
  const timer = setTimeout(() => waiting.abort(), milliseconds);
  try {
    return await Promise.race([late, ask(waiting.signal)]);
  } finally {
    clearTimeout(timer);
  }
}
