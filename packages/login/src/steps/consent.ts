import type { LoginAction, LoginStepOf } from '@tesserakit/contract';
import { html, nothing } from 'lit';
import { named } from '../text/named.js';
import { head } from './head.js';
import type { Screen, StepView } from './screen.js';

type Consent = LoginStepOf<'consent'>;

/** What an application is to get, for whom the person acts, and a plain choice. */
export const consentView: StepView<Consent> = {
  title: (words, application) => words.consent.title.replace('#', () => application?.name ?? ''),
  render: (screen) => {
    const { words, step } = screen;
    const { name } = step.application;
    return html`${head(
        step.application,
        named(words.consent.title, name),
        named(words.noAccess.account, step.identifier),
      )}
      ${deviceCode(screen)}
      <ul class="reasons" aria-label=${words.consent.list}>
        ${organization(screen)}
        ${step.scopes.map(
          (scope) =>
            html`<li>
              <span class="who">${words.consent.scopes[scope] ?? html`<code>${scope}</code>`}</span>
            </li>`,
        )}
      </ul>
      <div class="actions">
        ${actionButton(screen, 'allow', words.consent.allow, 'primary')}
        ${actionButton(screen, 'cancel', words.consent.deny)}
      </div>
      <div class="account quiet">
        <bdi class="truncated muted" title=${step.identifier}>${step.identifier}</bdi>
        ${linkButton(screen, 'restart', words.common.useAnotherAccount)}
      </div>`;
  },
};

/** Whoever is asked to compare it can tell their own device from a stranger's. */
function deviceCode({ words, step }: Screen<Consent>) {
  if (step.userCode === undefined) return nothing;
  return html`<p>${words.consent.compare}</p>
    <p class="user-code"><code dir="ltr">${step.userCode}</code></p>`;
}

function organization(screen: Screen<Consent>) {
  const { words, step } = screen;
  if (!step.organization) return nothing;
  return html`<li class="acting">
    <span class="who">
      <span class="muted">${words.consent.actingFor}</span>
      <span class="name"><bdi>${step.organization.name}</bdi></span>
    </span>
    ${
      step.canChangeOrganization
        ? linkButton(screen, 'change_organization', words.consent.change)
        : nothing
    }
  </li>`;
}

type Plain = Extract<LoginAction['action'], 'allow' | 'cancel' | 'restart' | 'change_organization'>;

function actionButton({ act, pending }: Screen<Consent>, action: Plain, label: string, rank = '') {
  return html`<button
    class="button wide ${rank}"
    type="button"
    aria-busy=${pending === action ? 'true' : nothing}
    aria-disabled=${pending ? 'true' : nothing}
    @click=${() => act({ action })}
  >
    <span>${label}</span>
  </button>`;
}

function linkButton({ act, pending }: Screen<Consent>, action: Plain, label: string) {
  return html`<button
    class="link"
    type="button"
    aria-busy=${pending === action ? 'true' : nothing}
    aria-disabled=${pending ? 'true' : nothing}
    @click=${() => act({ action })}
  >
    ${label}
  </button>`;
}
