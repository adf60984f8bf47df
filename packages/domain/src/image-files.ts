/** What a picture can be: what every browser draws, and none takes for a page. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;

export type ImageType = (typeof imageTypes)[number];

/** Why a file cannot be a logo. */
export type ImageFault = 'empty' | 'too_large' | 'drawing' | 'no_image';

/** Most bytes of a logo. */
export const mostImageBytes = 256_000;

const beginnings: readonly (readonly [ImageType, readonly (number | undefined)[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [...letters('GIF8'), undefined, ...letters('a')]],
  ['image/webp', [...letters('RIFF'), ...Array<undefined>(4), ...letters('WEBPVP8')]],
];

/** What a file is by its first bytes, whatever it is called; `undefined` for all but pictures. */
export function imageTypeOf(bytes: Uint8Array): ImageType | undefined {
  return beginnings.find(([, beginning]) =>
    beginning.every((byte, place) => byte === undefined || bytes[place] === byte),
  )?.[0];
}

/**
 * Why bytes cannot be a logo: SVG is refused as a whole, for it is a document that may hold scripts
 * and load from anywhere.
 */
export function imageFault(bytes: Uint8Array): ImageFault | undefined {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > mostImageBytes) return 'too_large';
  if (imageTypeOf(bytes)) return undefined;
  return isDrawing(bytes) ? 'drawing' : 'no_image';
}

/** Whether the beginning looks like SVG, in any encoding that a browser would read. */
function isDrawing(bytes: Uint8Array): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, 4096)).replaceAll('\0', '');
  return /<(\w+:)?svg[\s>/]/i.test(beginning);
}

function letters(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}
