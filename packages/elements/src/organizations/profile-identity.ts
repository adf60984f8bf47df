import type { Organization } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { OrganizationHost, OrganizationInHand } from './organization-in-hand.js';
import { ProfileDraft } from './profile-draft.js';
import {
  draftForm,
  fact,
  fieldFault,
  section,
  textOrNone,
  type ProfileWords,
} from './profile-parts.js';
import { SlugCheck } from './slug-check.js';
import { slugField } from './slug-field.js';
import { moment } from '../text/sentences.js';

/** What an organization is called, and by which word it stands in addresses. */
export class ProfileIdentity {
  readonly #view: OrganizationInHand;
  readonly #draft: ProfileDraft<{ name: string; slug: string }>;
  readonly #slug: SlugCheck;

  constructor(host: OrganizationHost, view: OrganizationInHand) {
    this.#view = view;
    this.#draft = new ProfileDraft(host, view, {
      of: ({ name, slug }) => ({ name, slug }),
      change: ({ name, slug }) => ({
        ...(this.#draft.changedFields.includes('name') && { name: name.trim() }),
        ...(this.#draft.changedFields.includes('slug') && { slug: slug.trim() }),
      }),
    });
    this.#slug = new SlugCheck(host, () =>
      view.can?.organizations.slugs ? view.asked : undefined,
    );
  }

  forget(): void {
    this.#draft.forget();
  }

  render(words: ProfileWords, organization: Organization, mayChange: boolean): TemplateResult {
    return section(
      words,
      'identity',
      mayChange ? this.#form(words, organization) : facts(words, organization),
    );
  }

  #form(words: ProfileWords, organization: Organization) {
    const { organizationProfile: own } = words;
    const { name, slug } = this.#draft.of(organization);
    const changed = slug.trim() !== organization.slug;
    const known = this.#view.can?.organizations.slugs === true;
    const state = known || this.#slug.state === 'invalid' ? this.#slug.state : 'unknown';
    const isUnnamed = name.trim() === '';
    const valid = !isUnnamed && (!changed || (state !== 'invalid' && state !== 'taken'));
    return draftForm(
      words,
      this.#draft,
      html`<div>
          <label class="label" for="name-field">${own.name}</label>
          <input
            class="field"
            id="name-field"
            autocomplete="off"
            maxlength="120"
            required
            aria-invalid=${isUnnamed}
            aria-describedby=${isUnnamed ? 'name-fault' : nothing}
            .value=${name}
            @input=${({ target }: Event) =>
              this.#draft.enter(organization, { name: (target as HTMLInputElement).value })}
          />
          ${fieldFault('name-fault', isUnnamed ? own.nameMissing : undefined)}
        </div>
        ${slugField(words, {
          value: slug,
          hint: own.slugHint,
          state: changed ? state : undefined,
          type: (value) => {
            this.#slug.type(value.trim());
            this.#draft.enter(organization, { slug: value });
          },
        })}`,
      valid,
    );
  }
}

function facts(words: ProfileWords, { name, slug, createdAt }: Organization) {
  const { organizationProfile: own } = words;
  return html`<dl class="facts">
    ${fact(own.name, textOrNone(words, name))} ${fact(own.slug, textOrNone(words, slug))}
    ${createdAt ? fact(own.created, moment(words, createdAt)) : nothing}
  </dl>`;
}
