/** Takes back what was changed since it was opened. Everything in between runs without a pause. */
export interface Journal {
  /** Says how to take back a change that is made now. */
  note(undo: () => void): void;
  /** Runs the task, and takes back all that it changed when it throws. */
  atomically<T>(task: () => T): T;
  /** Runs the task for its result alone, and takes back all that it changed. */
  rehearse<T>(task: () => T): T;
}

export function newJournal(): Journal {
  let undos: (() => void)[] | undefined;
  const takeBack = (to: number) => {
    const taken = undos?.splice(to) ?? [];
    for (const undo of taken.reverse()) undo();
  };
  const run = <T>(task: () => T, keep: boolean): T => {
    const outermost = undos === undefined;
    undos ??= [];
    const begin = undos.length;
    let kept = false;
    try {
      const result = task();
      kept = keep;
      return result;
    } finally {
      if (!kept) takeBack(begin);
      if (outermost) undos = undefined;
    }
  };
  return {
    note: (undo) => undos?.push(undo),
    atomically: (task) => run(task, true),
    rehearse: (task) => run(task, false),
  };
}
