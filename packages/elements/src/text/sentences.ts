import { html, type TemplateResult } from 'lit';
import type { Catalogue } from './catalogue.js';
import { spokenMoment } from './moments.js';

/** A sentence with something in it that keeps its own direction, or says more than text. */
export function sentenceWith(
  sentence: (part: string) => string,
  part: TemplateResult,
): TemplateResult {
  const [before, after] = sentence('\u0000').split('\u0000');
  return html`${before}${part}${after}`;
}

/** A moment as people say it, in full for the pointer that rests on it. */
export function moment(words: Catalogue, iso: string): TemplateResult {
  const spoken = spokenMoment(iso, words.language);
  if (!spoken) return html`${words.common.unknown}`;
  return html`<time datetime=${iso} title=${spoken.absolute}>${spoken.relative}</time>`;
}

/** When something ends, or has ended. */
export function endingIn(
  words: Catalogue,
  sentences: {
    readonly endsAt: (when: string) => string;
    readonly endedAt: (when: string) => string;
  },
  iso: string,
): TemplateResult {
  const isOver = Date.parse(iso) <= Date.now();
  return sentenceWith(isOver ? sentences.endedAt : sentences.endsAt, moment(words, iso));
}
