import { behind, contrast, hasBoundary, isOpaque } from './colours.js';
import { around, everythingShown, nameOf, ownTexts } from './everything.js';

/** The states that a control tells by its look. */
const states = [
  '[aria-selected="true"]',
  '[aria-checked="true"]',
  '[aria-pressed="true"]',
  '[aria-current]',
  '[aria-disabled="true"]',
  ':disabled',
];

const controls =
  'button, a[href], summary, select, textarea, input, [role="option"], [role^="menuitem"], [role="tab"]';

/**
 * What cannot be told from its surroundings where the browser chooses the colours: backgrounds and
 * shadows are gone then, so a boundary, a sign or a text has to be there.
 */
export function lostInForcedColours(): string[] {
  const all = everythingShown();
  const report = (what: string, found: HTMLElement[]) =>
    found.map((element) => `${nameOf(element)} ${what}`);
  return [
    ...report('has text that cannot be read', all.filter(hasFaintText)),
    ...report('is a sign that cannot be seen', all.filter(isFaintSign)),
    ...report('is a field without a boundary', all.filter(isBoundlessField)),
    ...report('stands above the page without a boundary', all.filter(isBoundlessWindow)),
    ...report('is drawn by its background alone', all.filter(isBackgroundAlone)),
    ...report('looks in its state as without it', withoutDifference(all)),
    ...report('does not show that it has the focus', withoutRing(all)),
  ];
}

function hasFaintText(element: HTMLElement): boolean {
  if (element instanceof SVGElement || ownTexts(element).length === 0) return false;
  return contrast(getComputedStyle(element).color, behind(element)) < 4.5;
}

function isFaintSign(element: HTMLElement): boolean {
  if (!(element instanceof SVGElement)) return false;
  const { stroke, fill } = getComputedStyle(element);
  return Math.max(contrast(stroke, behind(element)), contrast(fill, behind(element))) < 3;
}

function isBoundlessField(element: HTMLElement): boolean {
  const drawn = 'input:not([type="checkbox"], [type="radio"], [type="file"]), textarea, select';
  return element.matches(drawn) && !hasBoundary(element) && !hasBoundary(around(element));
}

function isBoundlessWindow(element: HTMLElement): boolean {
  if (!element.matches(':modal, :popover-open')) return false;
  const fills = element.offsetWidth >= document.documentElement.clientWidth - 1;
  return !fills && !hasBoundary(element);
}

/** A dot, a bar, a line: nothing in it, and no edge. */
function isBackgroundAlone(element: HTMLElement): boolean {
  if (element instanceof SVGElement || element.matches('img, input, progress, meter')) return false;
  if (element.childElementCount > 0 || element.shadowRoot || element.textContent) return false;
  if (getComputedStyle(element, '::before').content !== 'none') return false;
  const { backgroundColor } = getComputedStyle(element);
  if (!isOpaque(backgroundColor) || hasBoundary(element)) return false;
  return contrast(backgroundColor, behind(around(element) ?? element)) < 3;
}

/** Controls in a state whose neighbour without that state looks the same. */
function withoutDifference(all: readonly HTMLElement[]): HTMLElement[] {
  const found = all.filter((element) => element.matches(controls));
  return states.flatMap((state) =>
    found.filter((element) => {
      if (!element.matches(state)) return false;
      const peer = found.find((other) => isPeer(element, other) && !other.matches(state));
      return peer !== undefined && lookOf(element) === lookOf(peer);
    }),
  );
}

function isPeer(one: HTMLElement, other: HTMLElement): boolean {
  return one.getRootNode() === other.getRootNode() && kindOf(one) === kindOf(other);
}

function kindOf(element: HTMLElement): string {
  return [element.localName, element.role, element.getAttribute('type'), element.classList].join();
}

/** Everything by which a control could be told from another of its kind, but its words. */
function lookOf(element: HTMLElement): string {
  const { color, backgroundColor, outline, border, opacity, textDecoration, fontWeight } =
    getComputedStyle(element);
  const signs = [...element.querySelectorAll('svg')].filter((sign) =>
    sign.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  );
  const own = [color, backgroundColor, outline, border, opacity, textDecoration, fontWeight];
  const native = element instanceof HTMLInputElement && element.checked;
  return [...own, signs.length, native].join(' | ');
}

/** One of each kind of control gets the focus, which the story is left with. */
function withoutRing(all: readonly HTMLElement[]): HTMLElement[] {
  const kinds = new Map<string, HTMLElement>();
  for (const element of all) {
    if (!element.matches(controls) || element.tabIndex < 0) continue;
    const host = (element.getRootNode() as ShadowRoot).host?.localName;
    const kind = `${host} ${kindOf(element)}`;
    if (!kinds.has(kind)) kinds.set(kind, element);
  }
  return [...kinds.values()].filter((element) => {
    element.focus({ focusVisible: true, preventScroll: true } as FocusOptions);
    // What is behind a dialog, or has gone with what was open, is out of reach.
    if (!element.matches(':focus-visible')) return false;
    return !hasRing(element) && !hasRing(around(element));
  });
}

function hasRing(element: Element | null): boolean {
  if (!element) return false;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const surface = behind(around(element) ?? element);
  return (
    outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && contrast(outlineColor, surface) >= 3
  );
}
