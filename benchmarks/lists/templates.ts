import type { Member } from '@tesserakit/contract';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { partsOf } from './cells.ts';

const icons: Record<string, TemplateResult> = {
  active: html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    ${svg`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`}
  </svg>`,
  pending: html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    ${svg`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`}
  </svg>`,
  suspended: html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    ${svg`<circle cx="12" cy="12" r="10"/><line x1="10" x2="10" y1="15" y2="9"/><line x1="14" x2="14" y1="15" y2="9"/>`}
  </svg>`,
};

const chip = (text: string) =>
  html`<span class="chip" title=${text}><bdi class="truncated">${text}</bdi></span>`;
const more = (rest: string) =>
  rest
    ? html`<span class="chip" title=${rest}
        ><bdi dir="ltr">+${rest.split(', ').length}</bdi><span class="hidden"> ${rest}</span></span
      >`
    : nothing;

/** What is inside the cells, by column, as one writes it with lit. */
export const cellTemplates: readonly ((member: Member) => TemplateResult)[] = [
  (member) => {
    const { initials, hue } = partsOf(member);
    return html`<div class="identity" title=${`${member.name}\n${member.email}`}>
      <span
        class="avatar round"
        aria-hidden="true"
        data-initials=${initials}
        .style=${`--_hue:${hue}`}
      ></span>
      <span>
        <bdi class="truncated name">${member.name}</bdi>
        <bdi class="truncated muted email">${member.email}</bdi>
      </span>
    </div>`;
  },
  (member) => {
    const { tint, status } = partsOf(member);
    return html`<span class="chip ${tint}"
      >${icons[member.status]}<bdi class="truncated">${status}</bdi></span
    >`;
  },
  (member) => {
    const { role, moreRoles } = partsOf(member);
    return html`<span class="chips">${chip(role)}${more(moreRoles)}</span>`;
  },
  (member) => {
    const { access, moreAccess } = partsOf(member);
    if (access.length === 0) return html`<span class="muted">No access</span>`;
    return html`<span class="chips">${access.map(chip)}${more(moreAccess)}</span>`;
  },
  (member) => {
    const { relative, absolute } = partsOf(member);
    return html`<time datetime=${member.lastSignInAt ?? ''} title=${absolute}>${relative}</time>`;
  },
];
