import type { TesseraError } from '@tesserakit/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { circleAlertIcon } from '../theme/icons.js';
import { retryButton } from '../theme/retry.js';
import type { InviteDraft } from './invite-draft.js';
import type { InviteFacts } from './invite-facts.js';
import { lifeChoices, spokenLife } from './invite-life.js';
import { applicationChoice, organizationRoleChoice } from './invite-roles.js';
import { usualRoles } from './named-roles.js';
import { toggled } from './invite-draft.js';

type FormWords = Words<'inviting' | 'roleNames'>;

/** The most letters that a message may have. */
const longest = 1000;

/** What the people of a draft get: roles, access, how long they may take, and a word to them. */
export function offerFields(
  words: FormWords,
  facts: InviteFacts,
  draft: InviteDraft,
  people: number,
  change: (change: Partial<InviteDraft>) => void,
): TemplateResult {
  return html`${organizationRoles(words, facts, draft, change)}
  ${applications(words, facts, draft, people, change)} ${life(words, facts, draft, change)}
  ${message(words, facts, draft, change)}`;
}

function organizationRoles(
  words: FormWords,
  { capabilities, roles, retry }: InviteFacts,
  draft: InviteDraft,
  change: (change: Partial<InviteDraft>) => void,
) {
  if (roles.value) {
    const { items } = roles.value;
    const chosen = draft.organizationRoleIds ?? usualRoles(items);
    return organizationRoleChoice(words, items, chosen, (roleId) =>
      change({ organizationRoleIds: toggled(chosen, roleId) }),
    );
  }
  if (capabilities.value && !capabilities.value.organizationRoles?.list) return nothing;
  const { role, rolesFailed } = words.inviting;
  return missing(words, 'roles', role, rolesFailed, capabilities.error ?? roles.error, retry);
}

function applications(
  words: FormWords,
  { capabilities, applications, retry }: InviteFacts,
  draft: InviteDraft,
  people: number,
  change: (change: Partial<InviteDraft>) => void,
) {
  if (!capabilities.value?.applications?.list) return nothing;
  const { access, accessFailed } = words.inviting;
  if (!applications.value) {
    return missing(words, 'applications', access, accessFailed, applications.error, retry);
  }
  if (applications.value.items.length === 0) return nothing;
  return html`<section>
    <h3 class="label">${access}</h3>
    <div class="applications">
      ${applications.value.items.map((application, index) => {
        const { applicationId } = application;
        const chosen = draft.access[applicationId] ?? [];
        return applicationChoice(words, application, index, chosen, people, (roleId) =>
          change({ access: { ...draft.access, [applicationId]: toggled(chosen, roleId) } }),
        );
      })}
    </div>
  </section>`;
}

/** What stands where something is on its way, or could not be loaded. */
function missing(
  words: FormWords,
  id: string,
  title: string,
  failure: string,
  error: TesseraError | undefined,
  retry: () => void,
): TemplateResult {
  return html`<section aria-busy=${!error} id=${id}>
    <h3 class="label">${title}</h3>
    ${
      error
        ? html`<p class="refusal" role="alert">
            ${circleAlertIcon}
            <span
              >${failure} ${words.errors[error.code]}
              ${retryButton(words, { error, run: retry })}</span
            >
          </p>`
        : html`<p class="skeleton"><span class="hidden">${words.common.loading}</span></p>`
    }
  </section>`;
}

function life(
  { inviting, language }: FormWords,
  { capabilities }: InviteFacts,
  draft: InviteDraft,
  change: (change: Partial<InviteDraft>) => void,
) {
  const possible = capabilities.value?.invitations?.life;
  if (!possible) return nothing;
  const chosen = draft.life ?? possible.usual;
  const choose = ({ target }: Event) =>
    change({ life: Number((target as HTMLSelectElement).value) });
  return html`<section>
    <label class="label" for="life">${inviting.life}</label>
    <select class="field" id="life" @change=${choose}>
      ${lifeChoices(possible).map(
        (life) =>
          html`<option value=${life} .selected=${life === chosen}>
            ${spokenLife(life, language)}
          </option>`,
      )}
    </select>
  </section>`;
}

function message(
  { inviting }: FormWords,
  { capabilities }: InviteFacts,
  draft: InviteDraft,
  change: (change: Partial<InviteDraft>) => void,
): TemplateResult | typeof nothing {
  if (!capabilities.value?.invitations?.message) return nothing;
  const write = ({ target }: Event) => change({ message: (target as HTMLTextAreaElement).value });
  return html`<section>
    <label class="label" for="message"
      >${inviting.message} <span class="optional">${inviting.optional}</span></label
    >
    <textarea
      class="field"
      id="message"
      rows="2"
      maxlength=${longest}
      aria-describedby="message-hint"
      .value=${draft.message}
      @input=${write}
    ></textarea>
    <p class="hint" id="message-hint">${inviting.messageHint}</p>
  </section>`;
}
