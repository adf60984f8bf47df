/**
 * Carries over what a person has done to a form that stood in the page before any script: what was
 * typed, where the focus is and what is selected. Both forms come from one template, so their
 * controls stand in the same order.
 */
export function carryOver(early: Element, live: Element): void {
  const controls = [...live.querySelectorAll<HTMLElement>('input, button')];
  const earlier = [...early.querySelectorAll<HTMLElement>('input, button')];
  for (const [index, former] of earlier.entries()) {
    const control = controls[index];
    if (former instanceof HTMLInputElement && control instanceof HTMLInputElement) {
      if (former.value !== '') control.value = former.value;
    }
    if (!control || former !== document.activeElement) continue;
    control.focus({ preventScroll: true });
    if (former instanceof HTMLInputElement && control instanceof HTMLInputElement) {
      const { selectionStart, selectionEnd, selectionDirection } = former;
      control.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? 'none');
    }
  }
}
