// Written by `npm run icons` from lucide-static (ISC).
import { html, svg, type SVGTemplateResult } from 'lit';

// A bundler may leave out an icon that nobody uses only when its shapes are not made at once.
function icon(shapes: () => SVGTemplateResult) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${shapes()}</svg>`;
}

export const arrowDownIcon = /* @__PURE__ */ icon(() => svg`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`);
export const arrowUpIcon = /* @__PURE__ */ icon(() => svg`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`);
export const banIcon = /* @__PURE__ */ icon(() => svg`<circle cx="12" cy="12" r="10"/><path d="M4.929 4.929 19.07 19.071"/>`);
export const building2Icon = /* @__PURE__ */ icon(() => svg`<path d="M10 12h4"/><path d="M10 8h4"/><path d="M14 21v-3a2 2 0 0 0-4 0v3"/><path d="M6 10H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2V9a2 2 0 0 0-2-2h-2"/><path d="M6 21V5a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v16"/>`);
export const calendarClockIcon = /* @__PURE__ */ icon(() => svg`<path d="M16 14v2.2l1.6 1"/><path d="M16 2v3"/><path d="M21 7.338V5a2 2 0 00-2-2H5a2 2 0 00-2 2v14a2 2 0 002 2h2.338"/><path d="M3 9h5.859"/><path d="M8 2v3"/><circle cx="16" cy="16" r="6"/>`);
export const checkIcon = /* @__PURE__ */ icon(() => svg`<path d="M20 6 9 17l-5-5"/>`);
export const chevronDownIcon = /* @__PURE__ */ icon(() => svg`<path d="m6 9 6 6 6-6"/>`);
export const chevronRightIcon = /* @__PURE__ */ icon(() => svg`<path d="m9 18 6-6-6-6"/>`);
export const chevronsUpDownIcon = /* @__PURE__ */ icon(() => svg`<path d="m7 15 5 5 5-5"/><path d="m7 9 5-5 5 5"/>`);
export const circleAlertIcon = /* @__PURE__ */ icon(() => svg`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`);
export const circleCheckIcon = /* @__PURE__ */ icon(() => svg`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`);
export const circlePauseIcon = /* @__PURE__ */ icon(() => svg`<circle cx="12" cy="12" r="10"/><line x1="10" x2="10" y1="15" y2="9"/><line x1="14" x2="14" y1="15" y2="9"/>`);
export const circlePlayIcon = /* @__PURE__ */ icon(() => svg`<path d="M9 9.003a1 1 0 0 1 1.517-.859l4.997 2.997a1 1 0 0 1 0 1.718l-4.997 2.997A1 1 0 0 1 9 14.996z"/><circle cx="12" cy="12" r="10"/>`);
export const circleXIcon = /* @__PURE__ */ icon(() => svg`<circle cx="12" cy="12" r="10"/><path d="m15 9-6 6"/><path d="m9 9 6 6"/>`);
export const clockIcon = /* @__PURE__ */ icon(() => svg`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`);
export const columns3Icon = /* @__PURE__ */ icon(() => svg`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M9 3v18"/><path d="M15 3v18"/>`);
export const copyIcon = /* @__PURE__ */ icon(() => svg`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`);
export const crownIcon = /* @__PURE__ */ icon(() => svg`<path d="M11.562 3.266a.5.5 0 0 1 .876 0L15.39 8.87a1 1 0 0 0 1.516.294L21.183 5.5a.5.5 0 0 1 .798.519l-2.834 10.246a1 1 0 0 1-.956.734H5.81a1 1 0 0 1-.957-.734L2.02 6.02a.5.5 0 0 1 .798-.519l4.276 3.664a1 1 0 0 0 1.516-.294z"/><path d="M5 21h14"/>`);
export const downloadIcon = /* @__PURE__ */ icon(() => svg`<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>`);
export const ellipsisIcon = /* @__PURE__ */ icon(() => svg`<circle cx="12" cy="12" r="1"/><circle cx="19" cy="12" r="1"/><circle cx="5" cy="12" r="1"/>`);
export const folderSyncIcon = /* @__PURE__ */ icon(() => svg`<path d="M9 20H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h3.9a2 2 0 0 1 1.69.9l.81 1.2a2 2 0 0 0 1.67.9H20a2 2 0 0 1 2 2v.5"/><path d="M12 10v4h4"/><path d="m12 14 1.535-1.605a5 5 0 0 1 8 1.5"/><path d="M22 22v-4h-4"/><path d="m22 18-1.535 1.605a5 5 0 0 1-8-1.5"/>`);
export const historyIcon = /* @__PURE__ */ icon(() => svg`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/><path d="M12 7v5l4 2"/>`);
export const infoIcon = /* @__PURE__ */ icon(() => svg`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`);
export const linkIcon = /* @__PURE__ */ icon(() => svg`<path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"/><path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"/>`);
export const lockIcon = /* @__PURE__ */ icon(() => svg`<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>`);
export const logOutIcon = /* @__PURE__ */ icon(() => svg`<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>`);
export const mailIcon = /* @__PURE__ */ icon(() => svg`<path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/><rect x="2" y="4" width="20" height="16" rx="2"/>`);
export const minusIcon = /* @__PURE__ */ icon(() => svg`<path d="M5 12h14"/>`);
export const pencilIcon = /* @__PURE__ */ icon(() => svg`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`);
export const plusIcon = /* @__PURE__ */ icon(() => svg`<path d="M5 12h14"/><path d="M12 5v14"/>`);
export const rotateCcwIcon = /* @__PURE__ */ icon(() => svg`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/>`);
export const searchIcon = /* @__PURE__ */ icon(() => svg`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`);
export const sendIcon = /* @__PURE__ */ icon(() => svg`<path d="M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z"/><path d="m21.854 2.147-10.94 10.939"/>`);
export const shieldIcon = /* @__PURE__ */ icon(() => svg`<path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z"/>`);
export const trash2Icon = /* @__PURE__ */ icon(() => svg`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`);
export const triangleAlertIcon = /* @__PURE__ */ icon(() => svg`<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/><path d="M12 9v4"/><path d="M12 17h.01"/>`);
export const undo2Icon = /* @__PURE__ */ icon(() => svg`<path d="M9 14 4 9l5-5"/><path d="M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11"/>`);
export const uploadIcon = /* @__PURE__ */ icon(() => svg`<path d="M12 3v12"/><path d="m17 8-5-5-5 5"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/>`);
export const userPlusIcon = /* @__PURE__ */ icon(() => svg`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`);
export const userXIcon = /* @__PURE__ */ icon(() => svg`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="17" x2="22" y1="8" y2="13"/><line x1="22" x2="17" y1="8" y2="13"/>`);
export const usersIcon = /* @__PURE__ */ icon(() => svg`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`);
export const xIcon = /* @__PURE__ */ icon(() => svg`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`);
