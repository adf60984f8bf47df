import { ContextProvider } from '@lit/context';
import type { LoginStepOf } from '@tesserakit/contract';
import { catalogueOf, languageContext } from '@tesserakit/elements/language.js';
import type { TesseraOrgPicker } from '@tesserakit/elements/org-picker.class.js';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { named } from '../text/named.js';
import { alertIcon } from './form-parts.js';
import { head } from './head.js';
import { refusalSentence } from './refusal.js';
import type { Screen } from './screen.js';

type OrganizationScreen = Screen<LoginStepOf<'select_organization'>>;

/** Asks on behalf of which organization the person acts. A choice is sent at once. */
export class TesseraOrganizationStep extends LitElement {
  @property({ attribute: false }) screen: OrganizationScreen | undefined;

  @state() private chosen: string | undefined;
  @query('tessera-org-picker') private picker!: TesseraOrgPicker;

  readonly #language = new ContextProvider(this, { context: languageContext });
  #source: TesseraOrgPicker['source'];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { screen } = this;
    if (!screen || !changed.has('screen')) return;
    const former = changed.get('screen');
    if (former?.words !== screen.words) void this.#speak(screen.words.language);
    if (!screen.pending) this.chosen = undefined;
    if (former?.step !== screen.step) this.#source = sourceOf(screen);
  }

  override focus(options?: FocusOptions): void {
    this.picker.focus(options);
  }

  override render() {
    if (!this.screen) return nothing;
    const { words, step, pending } = this.screen;
    const refusal =
      step.refusal === 'no_access'
        ? words.organization.refused
        : refusalSentence(words, step.refusal);
    return html`${head(
        step.application,
        words.organization.title,
        named(words.common.continueTo, step.application.name),
      )}
      ${
        refusal
          ? html`<div class="alert" role="alert">
              ${alertIcon}
              <p>${refusal}</p>
            </div>`
          : nothing
      }
      <tessera-org-picker
        label=${words.organization.list}
        aria-busy=${pending === 'choose_organization' ? 'true' : nothing}
        .source=${this.#source}
        .value=${this.chosen}
        @tessera-organization-chosen=${this.#choose}
      ></tessera-org-picker>
      <div class="account quiet">
        <bdi class="truncated muted" title=${step.identifier}>${step.identifier}</bdi>
        <button class="link" type="button" @click=${this.#restart}>
          ${words.common.useAnotherAccount}
        </button>
      </div>`;
  }

  #choose({ organizationId }: { organizationId: string }): void {
    if (this.screen?.pending) {
      this.picker.value = this.chosen;
      return;
    }
    this.chosen = organizationId;
    this.screen?.act({ action: 'choose_organization', organizationId });
  }

  #restart(): void {
    this.screen?.act({ action: 'restart' });
  }

  async #speak(language: string): Promise<void> {
    const words = await catalogueOf(language);
    if (this.screen?.words.language === language) this.#language.setValue(words);
  }
}

/** The first page came along with the step; what is searched and what follows is asked for. */
function sourceOf({ step, organizations }: OrganizationScreen): TesseraOrgPicker['source'] {
  return {
    search: async (search, cursor, signal) =>
      search || cursor
        ? organizations({ search: search || undefined, cursor }, signal)
        : step.organizations,
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-organization-step': TesseraOrganizationStep;
  }
}
