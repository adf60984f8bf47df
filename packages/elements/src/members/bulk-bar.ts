import { html, nothing, type TemplateResult } from 'lit';
import type { BulkRun } from '../data/bulk-run.js';
import type { Words } from '../text/catalogue.js';
import { closeButton } from '../theme/close-button.js';
import type { BulkAction } from './bulk-deeds.js';
import type { MemberSelection } from './member-selection.js';
import type { MembersInView } from './members-in-view.js';

export type BulkKind = BulkAction['kind'];

interface BarDeeds {
  ask(kind: BulkKind): void;
  export(): void;
  clear(): void;
}

/** How many are selected, and what can be done to them. */
export function bulkBar(
  { memberDeeds }: Words<'memberDeeds'>,
  view: MembersInView,
  selection: MemberSelection,
  deeds: BarDeeds,
): TemplateResult {
  const { total, shown } = view;
  const count = selection.count(total);
  const more = !selection.isAll && selection.includesAll(shown) && total !== shown.length;
  return html`<div
    class="selection"
    part="selection"
    role="group"
    tabindex="-1"
    aria-label=${memberDeeds.selected(count)}
  >
    ${closeButton(memberDeeds.clear, deeds.clear)}
    <strong>${memberDeeds.selected(count)}</strong>
    ${
      more
        ? html`<button class="button quiet all" type="button" @click=${() => selection.selectAll()}>
            ${memberDeeds.selectAll(total)}
          </button>`
        : nothing
    }
    <span class="deeds">
      ${kindsOf(view).map(
        (kind) =>
          html`<button
            class="button ${kind === 'remove' ? 'grave' : ''}"
            type="button"
            @click=${() => deeds.ask(kind)}
          >
            ${memberDeeds[kind]}
          </button>`,
      )}
      <button class="button" type="button" @click=${deeds.export}>${memberDeeds.export}</button>
    </span>
  </div>`;
}

/** How far it is, and a way to stop it. */
export function progressBar(
  { memberDeeds }: Words<'memberDeeds'>,
  run: BulkRun<unknown>,
  stop: () => void,
): TemplateResult {
  const { phase, total, done, refused, cancelled } = run;
  const judged = done.length + refused.length;
  const collecting = phase === 'collecting';
  const words = collecting ? memberDeeds.collecting(total) : memberDeeds.progress(judged, total);
  return html`<div
    class="selection"
    part="selection"
    role="group"
    tabindex="-1"
    aria-label=${words}
  >
    ${
      collecting
        ? html`<progress aria-label=${words}></progress>`
        : html`<progress aria-label=${words} max=${total} .value=${judged}></progress>`
    }
    <span class="far">${words}</span>
    <button class="button" type="button" aria-disabled=${cancelled} @click=${stop}>
      ${cancelled ? memberDeeds.stopping : memberDeeds.stop}
    </button>
  </div>`;
}

/** What there is to do to many with this backend. */
export function kindsOf({ can, applications }: MembersInView): BulkKind[] {
  const kinds: BulkKind[] = [];
  if (can.members.suspend) kinds.push('suspend', 'reactivate');
  if (can.members.setOrganizationRoles) kinds.push('assignRole');
  if (can.access?.grant && applications.length > 0) kinds.push('grantRole');
  if (can.members.remove) kinds.push('remove');
  return kinds;
}
