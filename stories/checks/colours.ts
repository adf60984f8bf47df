import { around } from './everything.js';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Whether an element has an edge or a ring that stands out from what is around it. */
export function hasBoundary(element: Element | null): boolean {
  if (!element) return false;
  const style = getComputedStyle(element);
  const surface = behind(around(element) ?? element);
  return ['borderTop', 'borderBottom', 'outline'].some((edge) => {
    const [width, kind, colour] = ['Width', 'Style', 'Color'].map(
      (part) => style[`${edge}${part}` as keyof CSSStyleDeclaration] as string,
    );
    return parseFloat(width!) > 0 && kind !== 'none' && contrast(colour!, surface) >= 3;
  });
}

/** The colour on which an element stands. */
export function behind(element: Element): string {
  for (let place: Element | null = element; place; place = around(place)) {
    const { backgroundColor } = getComputedStyle(place);
    if (isOpaque(backgroundColor)) return backgroundColor;
  }
  return 'rgb(255, 255, 255)';
}

export function isOpaque(colour: string): boolean {
  return parsed(colour)[3] > 0.5;
}

/** As WCAG computes it; 1 where a colour is none at all. */
export function contrast(one: string, other: string): number {
  if (parsed(one)[3] === 0) return 1;
  const [light = 0, dark = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = parsed(colour)
    .slice(0, 3)
    .map((part) => part / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
const known = new Map<string, Colour>();

/** The canvas knows every way in which a colour can be written. */
function parsed(colour: string): Colour {
  const before = known.get(colour);
  if (before || !canvas || colour === 'none') return before ?? [0, 0, 0, 0];
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  const answer: Colour = [red, green, blue, alpha / 255];
  known.set(colour, answer);
  return answer;
}
