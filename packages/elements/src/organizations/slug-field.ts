import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { isolated } from '../text/open-words.js';
import { circleAlertIcon, circleCheckIcon } from '../theme/icons.js';
import type { SlugState } from './slug-check.js';

/** The field for a slug, and what is known of the one in it. */
export function slugField(
  { organizationProfile: words }: Words<'organizationProfile'>,
  {
    value,
    hint,
    state,
    type,
  }: {
    readonly value: string;
    readonly hint: string;
    /** Nothing while it is the one that is there already. */
    readonly state: SlugState | undefined;
    type(value: string): void;
  },
): TemplateResult {
  const bad = state === 'invalid' || state === 'taken';
  const slug = isolated(value.trim());
  const told = {
    invalid: words.slugInvalid,
    checking: words.slugChecking,
    free: words.slugFree(slug),
    taken: words.slugTaken(slug),
    unknown: words.slugUnknown,
  };
  const icon = bad ? circleAlertIcon : state === 'free' ? circleCheckIcon : nothing;
  return html`<div>
    <label class="label" for="slug-field">${words.slug}</label>
    <input
      class="field code"
      id="slug-field"
      dir="ltr"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      maxlength="60"
      aria-invalid=${bad}
      aria-describedby="slug-told slug-hint"
      .value=${value}
      @input=${({ target }: Event) => type((target as HTMLInputElement).value)}
    />
    <p class="slug ${bad ? 'refusal' : (state ?? '')}" id="slug-told" aria-live="polite">
      ${state ? html`${icon} <span>${told[state]}</span>` : nothing}
    </p>
    <p class="hint" id="slug-hint">${hint}</p>
  </div>`;
}
