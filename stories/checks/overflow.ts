import { below, everythingShown, nameOf } from './everything.js';

const tolerance = 1;

/** What sticks out, is cut off without a sign, or can be scrolled by the mouse alone. */
export function overflows(): string[] {
  const page = document.documentElement;
  const all = everythingShown();
  return [
    ...(page.scrollWidth > page.clientWidth ? [`the page is ${page.scrollWidth} wide`] : []),
    ...all.flatMap((element) => problems(element).map((what) => `${nameOf(element)} ${what}`)),
  ];
}

function problems(element: HTMLElement): string[] {
  const style = getComputedStyle(element);
  if (isWindow(element) && isOutside(element)) return ['is partly beside the page'];
  if (!isBox(element, style)) return [];
  const wide = element.scrollWidth - element.clientWidth > tolerance;
  const high = element.scrollHeight - element.clientHeight > tolerance;
  // Along a line, and across the lines.
  const [long, deep] = style.writingMode.startsWith('vertical') ? [high, wide] : [wide, high];
  switch (style.overflowX) {
    case 'visible':
      return wide && !isAtEase(element) ? ['holds more than fits its width'] : [];
    case 'auto':
    case 'scroll':
      return (wide || high) && !isReached(element) ? ['scrolls by the mouse alone'] : [];
    default:
      if (style.webkitLineClamp !== 'none') return [];
      return [
        ...(long && style.textOverflow === 'clip' ? ['cuts its text without a sign'] : []),
        ...(deep ? ['cuts its lines without a sign'] : []),
      ];
  }
}

/** Inline boxes have no width of their own, and fields scroll what is typed into them. */
function isBox(element: HTMLElement, { display }: CSSStyleDeclaration): boolean {
  const skipped = 'input, textarea, select, svg, progress, img, br';
  return display !== 'inline' && display !== 'contents' && !element.matches(skipped);
}

/** What stands above the page: it has nothing around it that could scroll. */
function isWindow(element: HTMLElement): boolean {
  return element.matches(':modal, :popover-open');
}

function isOutside(element: HTMLElement): boolean {
  const { left, right } = element.getBoundingClientRect();
  return left < -tolerance || right > document.documentElement.clientWidth + tolerance;
}

/** Somebody inside sticks out and is found there, or reaches out on purpose to stand in line. */
function isAtEase(element: HTMLElement): boolean {
  const inside = [...element.children, ...(element.shadowRoot?.children ?? [])];
  return inside.some((child) => {
    const { overflowX, marginInlineStart, marginInlineEnd } = getComputedStyle(child);
    if (parseFloat(marginInlineStart) < 0 || parseFloat(marginInlineEnd) < 0) return true;
    return overflowX === 'visible' && child.scrollWidth - child.clientWidth > tolerance;
  });
}

/** Whether the keyboard gets there: by itself, to something inside, or as the list of a field. */
function isReached(element: HTMLElement): boolean {
  if (element.tabIndex >= 0 || element.role === 'listbox') return true;
  const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]';
  return below(element).some((inside) => inside.matches(focusable));
}
