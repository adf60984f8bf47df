import { webAddress } from '@tesserakit/domain';
import { css, html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

/** What an avatar shows: a picture, else the initials of the name on a hue that the id decides. */
export interface Face {
  readonly id: string;
  readonly name: string;
  readonly picture?: string | undefined;
}

/** A small square or round face beside a name; says nothing to a screen reader, the name does. */
export function avatar(face: Face, shape: 'round' | 'square' = 'round'): TemplateResult {
  const picture = webAddress(face.picture);
  // The initials are drawn by the style sheet: as text they would be copied along with the name, and
  // stand before it in what a button seems to be called.
  return html`<span
    class="avatar ${shape}"
    aria-hidden="true"
    data-initials=${initialsOf(face.name)}
    .style=${`--_hue:${hueOf(face.id)}`}
    >${
      picture
        ? keyed(
            // A recycled row must not keep the former person's picture, nor that it was missing.
            picture,
            html`<img
              src=${picture}
              alt=""
              loading="lazy"
              decoding="async"
              referrerpolicy="no-referrer"
              @error=${hide}
            />`,
          )
        : undefined
    }</span
  >`;
}

/** The first letters of the first and the last word; cut by what a person sees as one letter. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]\S*/gu) ?? [];
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => firstLetter(word ?? '')).join('') || '?';
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstLetter(word: string): string {
  // Most names need no look at which signs make a letter together.
  if (/^[a-z](?![^ -~])/i.test(word)) return word.charAt(0).toUpperCase();
  const [first] = graphemes.segment(word);
  return first?.segment.toLocaleUpperCase() ?? '';
}

function hueOf(id: string): number {
  // FNV-1a: ids that differ in one letter get hues far apart.
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 8) % 360;
}

function hide(event: Event): void {
  (event.target as HTMLElement).hidden = true;
}

export const avatarStyles = css`
  .avatar {
    position: relative;
    flex: none;
    display: inline-grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    overflow: hidden;
    border-radius: 50%;
    background: light-dark(oklch(0.92 0.05 var(--_hue)), oklch(0.36 0.07 var(--_hue)));
    color: light-dark(oklch(0.38 0.11 var(--_hue)), oklch(0.9 0.06 var(--_hue)));
    font-size: 0.6875rem;
    font-weight: 600;
    line-height: 1;
  }

  .avatar::before {
    content: attr(data-initials);
  }

  .avatar.square {
    border-radius: var(--_radius);
  }

  .avatar img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    background: var(--_surface);
  }

  .avatar img[hidden] {
    display: none;
  }
`;
