import type { Capabilities, InvitationStatus } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { searchIcon } from '../theme/icons.js';

const known: readonly InvitationStatus[] = [
  'pending',
  'accepted',
  'declined',
  'revoked',
  'expired',
];

/** What a person does in the toolbar. */
export interface ToolbarActs {
  readonly type: (event: InputEvent) => void;
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
    ${
      can?.search
        ? html`<label class="search">
            ${searchIcon}
            <input
              class="field"
              type="search"
              autocomplete="off"
              spellcheck="false"
              aria-label=${invitationList.search}
              placeholder=${invitationList.search}
              @input=${type}
            />
          </label>`
        : nothing
    }
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
