import { posix } from 'node:path';

const { join } = posix;

/** A mistake that somebody could make, as an edit of one file. */
export interface Fault {
  /** What is wrong with it, in a line. */
  readonly says: string;
  /** From the root of the repository. */
  readonly file: string;
  /** Occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** The test file that catches it, and is run first; the one beside the file by default. */
  readonly caughtBy?: string;
}

/** Faults of one file, or of files below one folder, as their table writes them down. */
export function faultsIn(folder: string, table: readonly Fault[]): readonly Fault[] {
  return table.map(({ caughtBy, ...fault }) => ({
    ...fault,
    file: join(folder, fault.file),
    ...(caughtBy !== undefined && { caughtBy: join(folder, caughtBy) }),
  }));
}

/** Where the fault is expected to be caught. */
export function expectedCatcher({ file, caughtBy }: Fault): string {
  return caughtBy ?? file.replace(/\.ts$/, '.test.ts');
}

/** What is wrong with a fault itself: its text has to be there, and only once. */
export function whyUnplantable(
  text: string | undefined,
  { file, find }: Fault,
): string | undefined {
  if (text === undefined) return `${file} is gone.`;
  const times = text.split(find).length - 1;
  return times === 1 ? undefined : `Its text stands ${times} times in ${file}, not once.`;
}

/** The text of a file with the fault in it. */
export function planted(text: string, { find, replace }: Fault): string {
  // As a function, so that a `$` in it stays one.
  return text.replace(find, () => replace);
}
