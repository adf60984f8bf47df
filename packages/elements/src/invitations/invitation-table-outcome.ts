import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { spokenSpan } from '../text/spans.js';
import { closeButton } from '../theme/close-button.js';
import { circleAlertIcon, circleCheckIcon } from '../theme/icons.js';
import type { InvitationDeeds } from './invitation-table-deeds.js';

type OutcomeWords = Words<'invitationList'>;

/** A sentence with an address in it that keeps its own direction, whatever is written in it. */
export function named(sentence: (name: string) => string, name: string): TemplateResult {
  const [before, after] = sentence('\0').split('\0');
  return html`${before}<bdi>${name}</bdi>${after}`;
}

/** What is under way, or was done last. */
export function progress(
  { invitationList }: OutcomeWords,
  { matter, busy, done }: InvitationDeeds,
): TemplateResult | typeof nothing {
  if (!matter || !(busy || done)) return nothing;
  const { verb, invitation } = matter;
  const sentence = busy ? invitationList.doing[verb] : invitationList.done[verb];
  return html`<p class="summary">
    ${busy ? nothing : circleCheckIcon}<span>${named(sentence, invitation.email)}</span>
  </p>`;
}

/** Why what was tried last was not done, and when it may be tried again. */
export function refusal(words: OutcomeWords, deeds: InvitationDeeds): TemplateResult {
  const { error, wait } = deeds;
  return html`<p class="refusal" role="alert">
      ${circleAlertIcon}<span>${error ? reason(words, deeds) : nothing}</span>
    </p>
    ${
      // Outside of the alert, which would be read out with every second.
      wait > 0
        ? html`<span class="muted" role="timer"
            >${words.invitationList.again(spokenSpan(wait, words.language))}</span
          >`
        : nothing
    }
    ${error?.requestId && deeds.uncertain ? html`<code>${words.common.requestId(error.requestId)}</code>` : nothing}`;
}

/** The refusal where no dialog is open to show it, with a way on. */
export function failureStrip(
  words: OutcomeWords,
  deeds: InvitationDeeds,
  retry: () => void,
  dismiss: () => void,
): TemplateResult {
  const { error, wait } = deeds;
  return html`<div class="outcome" part="failure">
    ${refusal(words, deeds)}
    ${
      error && (deeds.uncertain || error.code === 'rate_limited')
        ? html`<button type="button" class="button" aria-disabled=${wait > 0} @click=${retry}>
            ${words.common.retry}
          </button>`
        : nothing
    }
    ${closeButton(words.invitationList.dismiss, dismiss)}
  </div>`;
}

function reason(words: OutcomeWords, deeds: InvitationDeeds) {
  const { matter, error } = deeds;
  if (!matter || !error) return nothing;
  const { verb, invitation } = matter;
  const { changed, undone, uncertain } = words.invitationList;
  if (verb === 'copy') return named(undone.copy, invitation.email);
  if (error.code === 'version_conflict') return named(changed, invitation.email);
  return deeds.uncertain
    ? html`${words.errors[error.code]} ${named(uncertain, invitation.email)}`
    : html`${named(undone[verb], invitation.email)} ${words.errors[error.code]}`;
}
