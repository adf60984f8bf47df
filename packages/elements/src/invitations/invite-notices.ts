import type { TesseraError } from '@tesserakit/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { circleAlertIcon, lockIcon } from '../theme/icons.js';
import { failureNotice, notice } from '../theme/notice.js';
import { isBlank } from './invite-draft.js';
import type { InviteDrafts } from './invite-drafts.js';
import type { InviteFacts } from './invite-facts.js';

/** What stands in place of the form where nobody can be invited; `undefined` where people can be. */
export function inviteRefusal(
  words: Words<'inviting'>,
  { organization, impossible, retry }: InviteFacts,
): TemplateResult | undefined {
  const { inviting, errors } = words;
  const sentences: Record<string, string> = errors;
  const { value, error } = organization;
  if (impossible) {
    return notice({ icon: lockIcon, title: inviting.impossible, sentence: errors.unsupported });
  }
  if (!value && error) {
    return failureNotice(words, inviting.failed, error, retry);
  }
  const may = value?.actions['member.invite'] ?? true;
  if (may === true) return undefined;
  return notice({
    icon: lockIcon,
    title: inviting.forbidden,
    sentence:
      may === 'forbidden'
        ? inviting.forbiddenHint(isolated(value?.name ?? ''))
        : (sentences[may] ?? may),
    urgent: true,
  });
}

/** What became of the draft: it was kept, or it was discarded and can be had back. */
export function draftNote(
  { inviting, actions }: Words<'inviting' | 'actions'>,
  drafts: InviteDrafts,
  restored: boolean,
): TemplateResult | typeof nothing {
  if (drafts.canUndo) {
    return html`<p class="banner">
      ${inviting.discarded}
      <button type="button" class="link" @click=${() => drafts.undo()}>${actions.undo}</button>
    </p>`;
  }
  return restored && !isBlank(drafts.draft)
    ? html`<p class="banner">${inviting.restored}</p>`
    : nothing;
}

interface Failure {
  readonly error: TesseraError | undefined;
  /** Whether nobody knows if it was done. */
  readonly uncertain: boolean;
  /** Seconds until it may be tried again. */
  readonly wait: number;
}

/** Why something was not done, and what became of what was entered. */
export function failureBanner(
  { inviting, errors, common }: Words<'inviting'>,
  problem: string,
  { error, uncertain, wait }: Failure,
  someInvited: boolean,
): TemplateResult | typeof nothing {
  if (!problem && !error) return nothing;
  const rest = someInvited ? inviting.restNotInvited : inviting.nobodyInvited;
  return html`<div class="banner danger" role="alert">
    ${circleAlertIcon}
    <p>
      ${problem}
      ${
        error
          ? html`${errors[error.code]}
            ${wait > 0 ? html`<span aria-live="off">${common.retryAfter(wait)}</span>` : nothing}
            ${uncertain ? inviting.uncertain : rest}
            ${error.requestId ? html`<code>${common.requestId(error.requestId)}</code>` : nothing}`
          : nothing
      }
    </p>
  </div>`;
}

/** A name that does not turn the sentence around it. */
export function isolated(name: string): string {
  return `\u2068${name.replace(/[\u202A-\u202E\u2066-\u2069]/g, '')}\u2069`;
}
