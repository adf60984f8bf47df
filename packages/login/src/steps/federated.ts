import type { LoginAction, LoginStepOf } from '@tesserakit/contract';
import { html, nothing } from 'lit';
import { named } from '../text/named.js';
import { alertIcon } from './form-parts.js';
import { head } from './head.js';
import { refusalSentence } from './refusal.js';
import type { Screen, StepView } from './screen.js';

type Federated = LoginStepOf<'federated'>;

/** The way to the organization's own identity provider, and what to do where it led nowhere. */
export const federatedView: StepView<Federated> = {
  title: (words) => words.federated.title,
  render: (screen) => {
    const { words, step } = screen;
    return html`${head(
        step.application,
        words.federated.title,
        named(words.federated.sentence, step.organization.name),
      )}
      ${
        step.refusal
          ? html`<div class="alert" role="alert">
              ${alertIcon}
              <p>${refusalSentence(words, step.refusal)}</p>
            </div>`
          : nothing
      }
      <div class="actions">
        <a class="button wide primary" href=${step.redirectTo}
          ><span>${words.federated.go}</span></a
        >
        ${step.canUsePassword && step.identifier ? password(screen) : nothing}
      </div>
      <div class="account quiet">
        <bdi class="truncated muted" title=${step.identifier ?? nothing}>${step.identifier}</bdi>
        ${linkButton(screen, 'restart', words.common.useAnotherAccount)}
      </div>`;
  },
};

function password({ act, pending, words }: Screen<Federated>) {
  return html`<button
    class="button wide"
    type="button"
    aria-busy=${pending === 'use_password' ? 'true' : nothing}
    aria-disabled=${pending ? 'true' : nothing}
    @click=${() => act({ action: 'use_password' })}
  >
    <span>${words.federated.password}</span>
  </button>`;
}

function linkButton(
  { act, pending }: Screen<Federated>,
  action: Extract<LoginAction['action'], 'restart'>,
  label: string,
) {
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
