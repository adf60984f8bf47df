/** Whether the focus is on nothing in particular. */
export function isFocusNowhere(): boolean {
  // Not that of a shadow root, which knows of no focus but its own.
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body;
}

/** Whether a person has gone on to another part of the page than an element and what is in it. */
export function isFocusElsewhere(element: Element): boolean {
  return !isFocusNowhere() && !element.matches(':focus-within');
}
