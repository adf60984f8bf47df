// Written by `npm run icons` from lucide-static (ISC).
import { html, svg, type SVGTemplateResult } from 'lit';

function icon(shapes: SVGTemplateResult) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${shapes}</svg>`;
}

export const arrowDownIcon = /* @__PURE__ */ icon(svg`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`);
export const arrowUpIcon = /* @__PURE__ */ icon(svg`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`);
export const building2Icon = /* @__PURE__ */ icon(svg`<path d="M10 12h4"/><path d="M10 8h4"/><path d="M14 21v-3a2 2 0 0 0-4 0v3"/><path d="M6 10H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2V9a2 2 0 0 0-2-2h-2"/><path d="M6 21V5a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v16"/>`);
export const checkIcon = /* @__PURE__ */ icon(svg`<path d="M20 6 9 17l-5-5"/>`);
export const chevronsUpDownIcon = /* @__PURE__ */ icon(svg`<path d="m7 15 5 5 5-5"/><path d="m7 9 5-5 5 5"/>`);
export const circleAlertIcon = /* @__PURE__ */ icon(svg`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`);
export const circleCheckIcon = /* @__PURE__ */ icon(svg`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`);
export const circlePauseIcon = /* @__PURE__ */ icon(svg`<circle cx="12" cy="12" r="10"/><line x1="10" x2="10" y1="15" y2="9"/><line x1="14" x2="14" y1="15" y2="9"/>`);
export const clockIcon = /* @__PURE__ */ icon(svg`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`);
export const lockIcon = /* @__PURE__ */ icon(svg`<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>`);
export const searchIcon = /* @__PURE__ */ icon(svg`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`);
export const usersIcon = /* @__PURE__ */ icon(svg`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`);
