/** An answer that is given when a test says so. */
export interface Held<T> {
  readonly promise: Promise<T>;
  release(answer: T): void;
}

export function held<T>(): Held<T> {
  let release: (answer: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    release = resolve;
  });
  return { promise, release: (answer) => release(answer) };
}
