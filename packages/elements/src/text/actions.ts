/** What the elements that change something have in common. */
export interface ActionWords {
  readonly cancel: string;
  readonly close: string;
  readonly save: string;
  readonly discard: string;
  readonly undo: string;
  readonly saving: string;
  /** What could not be done, and what became of what was typed. */
  readonly kept: string;
  /** Nobody knows whether it was done; trying again does it once. */
  readonly uncertain: string;
  readonly conflict: string;
}

export const actionWords: ActionWords = {
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  discard: 'Discard changes',
  undo: 'Undo',
  saving: 'Saving…',
  kept: 'Nothing was saved; what you entered is still here.',
  uncertain: 'It is not known whether this was saved. Try again: it is done once.',
  conflict: 'Somebody else changed this in the meantime.',
};
