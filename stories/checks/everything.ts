/** What a person sees of the story, outside in, with what stands in shadow roots. */
export function everythingShown(): HTMLElement[] {
  const story = document.querySelector('#storybook-root');
  return story ? below(story) : [];
}

/** All that is shown inside a place. */
export function below(place: ParentNode): HTMLElement[] {
  return [...place.children].flatMap((element) => {
    if (!(element instanceof HTMLElement) && !(element instanceof SVGElement)) return [];
    if (!isShown(element)) return [];
    const inside = element instanceof SVGElement ? [] : below(element.shadowRoot ?? element);
    const slotted = element.shadowRoot ? below(element) : [];
    return [element as HTMLElement, ...inside, ...slotted];
  });
}

/** Not what is there for screen readers alone: it is one pixel wide on purpose. */
function isShown(element: HTMLElement | SVGElement): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  return getComputedStyle(element).clipPath === 'none';
}

/** The element around one, also across the edge of a shadow root. */
export function around(element: Element): Element | null {
  const { assignedSlot, parentElement } = element;
  if (assignedSlot ?? parentElement) return assignedSlot ?? parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The pieces of text that stand in an element itself, not in one inside it. */
export function ownTexts(element: Element): Text[] {
  return [...element.childNodes].filter(
    (node): node is Text => node instanceof Text && node.data.trim() !== '',
  );
}

/** How a report calls an element. */
export function nameOf(element: Element): string {
  const { id, localName, classList } = element;
  const marks = [...classList].map((name) => `.${name}`).join('');
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 30);
  return `${host}${localName}${id && `#${id}`}${marks} "${text}"`;
}
