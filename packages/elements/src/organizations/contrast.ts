/** How two colours stand to each other, by WCAG 2: 1 for equal ones, 21 for black and white. */
export function contrastOf(colour: string, other: string): number {
  const [one, two] = [lightOf(colour), lightOf(other)];
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}

/** The better one of black and white for text on a colour. */
export function textOn(colour: string): '#000000' | '#ffffff' {
  return contrastOf(colour, '#ffffff') >= contrastOf(colour, '#000000') ? '#ffffff' : '#000000';
}

/** Whether a text is a colour as organizations have them: `#rrggbb`. */
export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/** Where a colour as an accent is hard to see: as a button on a light or dark page. */
export function pagesTooAlike(colour: string): readonly ('light' | 'dark')[] {
  const pages = { light: '#ffffff', dark: '#131417' } as const;
  return (['light', 'dark'] as const).filter((page) => contrastOf(colour, pages[page]) < 3);
}

/** Relative luminance. */
function lightOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const share = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
