import type { Invitation } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { dialogFrame } from '../theme/dialog.js';
import type { InvitationDeeds } from './invitation-table-deeds.js';
import { named, refusal } from './invitation-table-outcome.js';

/** What a person does in the dialog. */
export interface RevokeActs {
  readonly revoke: (invitation: Invitation) => void;
  readonly close: () => void;
  readonly closed: () => void;
}

/** Asks before an invitation is withdrawn, since nothing brings it back. */
export function revokeDialog(
  words: Words<'actions' | 'invitationList'>,
  invitation: Invitation,
  deeds: InvitationDeeds,
  { revoke, close, closed }: RevokeActs,
): TemplateResult {
  const { invitationList, actions } = words;
  const { busy, error, wait, matter } = deeds;
  return html`<dialog
    class="dialog"
    part="dialog"
    role="alertdialog"
    aria-labelledby="revoke-title"
    aria-describedby="revoke-hint"
    @close=${closed}
  >
    ${dialogFrame({
      titleId: 'revoke-title',
      title: invitationList.revokeTitle,
      closeLabel: actions.close,
      close,
      body: html`<p id="revoke-hint">${named(invitationList.revokeHint, invitation.email)}</p>
        ${error && matter?.verb === 'revoke' ? refusal(words, deeds) : nothing}`,
      actions: html`<button type="button" class="button keep" @click=${close}>
          ${invitationList.keep}
        </button>
        <button
          type="button"
          class="button danger"
          aria-disabled=${busy || wait > 0}
          @click=${() => revoke(invitation)}
        >
          ${busy ? invitationList.revoking : error ? words.common.retry : invitationList.revokeIt}
        </button>`,
    })}
  </dialog>`;
}
