import type { Member } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { DeedController } from '../data/deed.js';
import type { Words } from '../text/catalogue.js';
import { dialogFrame } from '../theme/dialog.js';
import { circleAlertIcon } from '../theme/icons.js';
import { retryButton } from '../theme/retry.js';
import { spokenName } from './member-changing.js';
import { nameOf } from './members-in-view.js';

interface RemovalDeeds {
  remove(): void;
  close(): void;
  closed(): void;
}

/** Asks before a member is removed, and says why one could not be. */
export function removalQuestion(
  words: Words<'actions' | 'memberDeeds'>,
  member: Member,
  { error, busy, uncertain }: DeedController,
  deeds: RemovalDeeds,
): TemplateResult {
  return html`<dialog
    class="dialog"
    id="member-removal"
    aria-labelledby="member-removal-title"
    @close=${deeds.closed}
  >
    ${dialogFrame({
      titleId: 'member-removal-title',
      title: words.memberDeeds.removeOne(spokenName(member)),
      body: html`<p class="person">
          <bdi>${nameOf(member)}</bdi> <bdi class="muted">${member.email}</bdi>
        </p>
        <p>${words.memberDeeds.removeOneHint}</p>
        ${
          error
            ? html`<p class="refusal" role="alert">
                ${circleAlertIcon}
                <span>
                  ${words.errors[error.code]} ${uncertain ? words.actions.uncertain : nothing}
                </span>
              </p>`
            : nothing
        }`,
      actions: html`<button class="button first" type="button" @click=${deeds.close}>
          ${words.actions.cancel}
        </button>
        ${retryButton(words, {
          error,
          label: words.memberDeeds.remove,
          look: 'danger',
          busy,
          run: deeds.remove,
        })}`,
      closeLabel: words.actions.close,
      close: deeds.close,
    })}
  </dialog>`;
}
