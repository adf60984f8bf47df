import type { Organization, OrganizationChange } from '@tesserakit/contract';
import { html, type TemplateResult } from 'lit';
import { spokenLife } from '../invitations/invite-life.js';
import { named } from '../text/open-words.js';
import type { OrganizationHost, OrganizationInHand } from './organization-in-hand.js';
import { ProfileDraft } from './profile-draft.js';
import { draftForm, fieldFault, section, type ProfileWords } from './profile-parts.js';

interface Policy {
  readonly methods: readonly string[];
  readonly secondFactor: boolean;
  /** Minutes; 0 for as each application has it. */
  readonly session: number;
}

type Methods = NonNullable<NonNullable<OrganizationChange['authentication']>['methods']>;

const known: readonly string[] = ['password', 'passkey', 'email-code', 'sso'];
const lengths = [15, 60, 480, 1440, 10_080, 43_200];

/** How members sign in: by what, with what beside it, and for how long. */
export class ProfilePolicy {
  readonly #draft: ProfileDraft<Policy>;

  constructor(host: OrganizationHost, view: OrganizationInHand) {
    this.#draft = new ProfileDraft<Policy>(host, view, {
      of: ({ authentication }) => ({
        methods: authentication?.methods ?? known,
        secondFactor: authentication?.requiresSecondFactor ?? false,
        session: authentication?.sessionMinutes ?? 0,
      }),
      change: ({ methods, secondFactor, session }) => ({
        authentication: {
          // All of them is no choice: what comes new counts, too.
          ...(known.some((method) => !methods.includes(method)) && {
            methods: methods as Methods,
          }),
          requiresSecondFactor: secondFactor,
          ...(session > 0 && { sessionMinutes: session }),
        },
      }),
    });
  }

  forget(): void {
    this.#draft.forget();
  }

  render(words: ProfileWords, organization: Organization): TemplateResult {
    const { organizationProfile: own } = words;
    const { methods, secondFactor, session } = this.#draft.of(organization);
    const enter = (patch: Partial<Policy>) => this.#draft.enter(organization, patch);
    const none = methods.length === 0;
    // A method of a newer server is one more choice.
    const choices = [...new Set([...known, ...(organization.authentication?.methods ?? [])])];
    return section(
      words,
      'policy',
      draftForm(
        words,
        this.#draft,
        html`<p class="hint">${own.policyHint}</p>
          <fieldset aria-describedby=${none ? 'methods-fault' : 'methods'}>
            <legend class="label" id="methods">${own.methods}</legend>
            ${choices.map((method) =>
              check(named(own.methodNames, method), methods.includes(method), (on) =>
                enter({
                  methods: choices.filter((one) => (one === method ? on : methods.includes(one))),
                }),
              ),
            )}
            ${fieldFault('methods-fault', none ? own.methodsMissing : undefined)}
          </fieldset>
          <div>
            ${check(own.secondFactor, secondFactor, (on) => enter({ secondFactor: on }))}
            <p class="hint indented">${own.secondFactorHint}</p>
          </div>
          <div>
            <label class="label" for="session">${own.session}</label>
            <select
              class="field"
              id="session"
              @change=${({ target }: Event) =>
                enter({ session: Number((target as HTMLSelectElement).value) })}
            >
              ${[...new Set([0, ...lengths, session])]
                .sort((one, other) => one - other)
                .map(
                  (minutes) =>
                    html`<option value=${minutes} .selected=${minutes === session}>
                      ${minutes === 0 ? own.sessionUsual : spokenLife(minutes, words.language)}
                    </option>`,
                )}
            </select>
          </div>`,
        !none,
      ),
    );
  }
}

function check(label: string, checked: boolean, tick: (on: boolean) => void) {
  return html`<label class="check">
    <input
      type="checkbox"
      .checked=${checked}
      @change=${({ target }: Event) => tick((target as HTMLInputElement).checked)}
    />
    <span>${label}</span>
  </label>`;
}
