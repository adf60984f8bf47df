import { html, type TemplateResult } from 'lit';

/** A sentence with a name in the place of its `#`; the name keeps its own direction. */
export function named(sentence: string, name: string): TemplateResult {
  const [before = '', after = ''] = sentence.split('#');
  return html`${before}<bdi>${name}</bdi>${after}`;
}
