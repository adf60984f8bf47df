/** Takes back what was changed since it was opened. Everything in between runs without a pause. */
export interface Journal {
  /** Grows with every change, and with every change that is taken back. */
  readonly revision: number;
  /** Says how to take back a change that is made now. */
  note(undo: () => void): void;
  /** Runs the task, and takes back all that it changed when it throws. */
  atomically<T>(task: () => T): T;
  /** Runs the task for its result alone, and takes back all that it changed. */
  rehearse<T>(task: () => T): T;
}

export function newJournal(): Journal {
  let undos: (() => void)[] | undefined;
  let revision = 0;
  const takeBack = (to: number) => {
    const taken = undos?.splice(to) ?? [];
    revision += taken.length;
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
    get revision() {
      return revision;
    },
    note: (undo) => {
      revision += 1;
      undos?.push(undo);
    },
    atomically: (task) => run(task, true),
    rehearse: (task) => run(task, false),
  };
}

/** Takes an entry out of a plain map, so that it comes back when the change is taken back. */
export function forget<K, V>(journal: Journal, map: Map<K, V>, key: K): void {
  if (!map.has(key)) return;
  const before = map.get(key) as V;
  map.delete(key);
  journal.note(() => map.set(key, before));
}
