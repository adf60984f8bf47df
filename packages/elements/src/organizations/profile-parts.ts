import { secondsLeft } from '../data/countdown.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { reasonFor } from '../text/open-words.js';
import { circleAlertIcon, lockIcon, triangleAlertIcon } from '../theme/icons.js';
import { refusal } from '../theme/refusal.js';
import { retryButton } from '../theme/retry.js';
import type { ProfileDraft } from './profile-draft.js';

/** The sentences that every part of the profile uses. */
export type ProfileWords = Words<'actions' | 'organizationProfile'>;

export type ProfileSection = keyof ProfileWords['organizationProfile']['sections'];

/** One part of the profile under its heading. */
export function section(
  words: ProfileWords,
  name: ProfileSection,
  content: TemplateResult,
): TemplateResult {
  return html`<section part="section" data-section=${name} aria-labelledby="heading-${name}">
    <h3 id="heading-${name}">${words.organizationProfile.sections[name]}</h3>
    <div class="content">${content}</div>
  </section>`;
}

/** A part of the profile as a form, with what is needed to save it. */
export function draftForm<T extends object>(
  words: ProfileWords,
  draft: ProfileDraft<T>,
  fields: TemplateResult,
  valid = true,
): TemplateResult {
  const { actions, organizationProfile } = words;
  const save = async (event?: Event) => {
    event?.preventDefault();
    if (draft.changed && valid && secondsLeft(draft.error) === 0)
      await draft.save(organizationProfile.saved);
  };
  return html`<form novalidate @submit=${(event: Event) => void save(event)}>
    ${fields}
    ${
      draft.contested
        ? conflict(words, {
            theirs: () => draft.forget(),
            mine: () => void draft.save(organizationProfile.saved),
          })
        : refusal(words, { error: draft.error, kept: actions.kept })
    }
    ${
      draft.changed && !draft.contested
        ? html`<div class="buttons">
            ${retryButton(words, {
              error: draft.error,
              run: () => void save(),
              label: draft.busy ? actions.saving : actions.save,
              look: 'primary',
              busy: draft.busy || !valid,
            })}
            <button type="button" class="button" @click=${() => draft.forget()}>
              ${actions.discard}
            </button>
          </div>`
        : nothing
    }
  </form>`;
}

function conflict(
  { actions, organizationProfile }: ProfileWords,
  choices: { theirs(): void; mine(): void },
) {
  return html`<div class="conflict" part="conflict" role="alert">
    <p>${triangleAlertIcon} <span>${actions.conflict}</span></p>
    <div class="buttons">
      <button type="button" class="button" @click=${choices.theirs}>
        ${organizationProfile.conflictTheirs}
      </button>
      <button type="button" class="button primary" @click=${choices.mine}>
        ${organizationProfile.conflictMine}
      </button>
    </div>
  </div>`;
}

/** What is wrong with a field, below it. */
export function fieldFault(id: string, fault: string | undefined): TemplateResult | typeof nothing {
  return fault === undefined
    ? nothing
    : html`<p class="refusal" id=${id}>${circleAlertIcon} <span>${fault}</span></p>`;
}

/** What somebody may only read. */
export function fact(term: string, value: unknown): TemplateResult {
  return html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** A text from elsewhere, or that there is none. */
export function textOrNone(words: ProfileWords, value: string | undefined): TemplateResult {
  return value?.trim()
    ? html`<bdi>${value}</bdi>`
    : html`<span class="muted">${words.organizationProfile.none}</span>`;
}

/** A deed with what it means; one that the person may not do can be reached, and tells the reason. */
export function deedRow(
  words: ProfileWords,
  deed: {
    readonly id: string;
    readonly label: string;
    readonly hint: string;
    readonly look?: string;
    readonly verdict: true | string | undefined;
    readonly busy?: boolean;
    run(): void;
  },
): TemplateResult {
  const reason = reasonFor(words, deed.verdict ?? 'forbidden');
  const off = Boolean(reason) || deed.busy;
  return html`<div class="deed">
    <p>${deed.hint}</p>
    <div>
      <button
        type="button"
        id=${deed.id}
        class="button ${deed.look ?? ''}"
        aria-disabled=${off ? 'true' : nothing}
        aria-describedby=${reason ? `reason-${deed.id}` : nothing}
        @click=${() => {
          if (!off) deed.run();
        }}
      >
        ${deed.label}
      </button>
      ${
        reason
          ? html`<span class="reason" id="reason-${deed.id}"
              >${lockIcon} <span>${reason}</span></span
            >`
          : nothing
      }
    </div>
  </div>`;
}
