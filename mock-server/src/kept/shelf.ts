/** Where one text is kept between two lives of a world. */
export interface Shelf {
  /** The text that was put there last; `undefined` when there is none. */
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
  /** Runs the task while nobody else, in this tab or another, runs one. */
  alone<T>(task: () => Promise<T>): Promise<T>;
  /** Calls the watcher when somebody else wrote. */
  watch(watcher: () => void): void;
}

/** Lets tasks run one after the other. */
export function queue(): Shelf['alone'] {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task);
    last = run.catch(() => undefined);
    return run;
  };
}
