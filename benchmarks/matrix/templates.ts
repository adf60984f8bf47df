import type { AccessRow, Application } from '@tesserakit/contract';
import { html, type TemplateResult } from 'lit';
import { hueOf, initialsOf, titles } from './cells.ts';

/** A cell with so many roles, as one writes it with lit. */
export function gridCell(count: number, start?: number): TemplateResult {
  return html`<div
    class=${count > 0 ? 'cell given' : 'cell'}
    title=${titles[count]!}
    .style=${start === undefined ? '' : `inset-inline-start:${start}px`}
  >
    <span class="mark">${count > 0 ? count : ''}</span>
  </div>`;
}

export function rowHead({ userId, name, email }: AccessRow): TemplateResult {
  return html`<span
      class="avatar round"
      aria-hidden="true"
      data-initials=${initialsOf(name)}
      .style=${`--_hue:${hueOf(userId)}`}
    ></span
    ><span title=${`${name}\n${email}`}
      ><bdi class="truncated name">${name}</bdi
      ><bdi class="truncated muted email">${email}</bdi></span
    >`;
}

export function columnHead({ applicationId, name }: Application, start?: number): TemplateResult {
  return html`<div
    class="cell"
    title=${name}
    .style=${start === undefined ? '' : `inset-inline-start:${start}px`}
  >
    <span
      class="avatar square"
      aria-hidden="true"
      data-initials=${initialsOf(name)}
      .style=${`--_hue:${hueOf(applicationId)}`}
    ></span
    ><bdi class="truncated">${name}</bdi>
  </div>`;
}
