import type { Capabilities, InvitationStatus } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { searchField } from '../theme/search-field.js';

const known: readonly InvitationStatus[] = [
  'pending',
  'accepted',
  'declined',
  'revoked',
  'expired',
];

/** What a person does in the toolbar. */
export interface ToolbarActs {
  readonly type: (typed: string) => void;
  readonly choose: (status: InvitationStatus | undefined) => void;
}

/** Search and filter, as far as the backend has them, and how many there are. */
export function toolbar(
  { invitationList }: Words<'invitationList'>,
  can: Capabilities['invitations'],
  chosen: InvitationStatus | undefined,
  count: string,
  { type, choose }: ToolbarActs,
): TemplateResult {
  return html`<div class="toolbar" part="toolbar">
    ${can?.search ? searchField({ label: invitationList.search, type }) : nothing}
    ${can?.filters?.includes('status') ? statusChoice(invitationList, chosen, choose) : nothing}
    <span class="count muted">${count}</span>
    <slot name="action"></slot>
  </div>`;
}

function statusChoice(
  { status, anyStatus, statuses }: Words<'invitationList'>['invitationList'],
  chosen: InvitationStatus | undefined,
  choose: ToolbarActs['choose'],
) {
  const take = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    choose(known.find((one) => one === value));
  };
  return html`<select class="field" aria-label=${status} @change=${take}>
    <option value="" .selected=${chosen === undefined}>${anyStatus}</option>
    ${known.map(
      (one) => html`<option value=${one} .selected=${one === chosen}>${statuses[one]}</option>`,
    )}
  </select>`;
}
