import type { LoginAction, LoginStepOf } from '@tesserakit/contract';
import { html, nothing } from 'lit';
import { named } from '../text/named.js';
import { head } from './head.js';
import { refusalSentence } from './refusal.js';
import type { Screen, StepView } from './screen.js';

type NoAccess = LoginStepOf<'no_access'>;

/** Who is signed in, why none of their organizations gives entry, and whom to ask. */
export const noAccessView: StepView<NoAccess> = {
  title: (words, application) => words.noAccess.title.replace('#', () => application?.name ?? ''),
  render: (screen) => {
    const { words, step } = screen;
    const { name } = step.application;
    return html`${head(
        step.application,
        named(words.noAccess.title, name),
        named(words.noAccess.account, step.identifier),
      )}
      ${reasons(screen)}
      <p>
        ${step.organizations.length > 0 ? words.noAccess.ask : words.noAccess.askWithoutOrganization}
      </p>
      <div class="actions">
        ${actionButton(screen, 'restart', html`${words.common.useAnotherAccount}`, 'primary')}
        ${actionButton(screen, 'cancel', named(words.common.backTo, name))}
      </div>`;
  },
};

function reasons({ words, step }: Screen<NoAccess>) {
  if (step.organizations.length === 0) return nothing;
  return html`<ul class="reasons">
    ${step.organizations.map(
      ({ name, entry }) =>
        html`<li>
          <span class="tile" aria-hidden="true">${lockIcon}</span>
          <span class="who">
            <span class="name"><bdi>${name}</bdi></span>
            <span class="muted">
              ${entry === true ? words.noAccess.instead : refusalSentence(words, entry)}
            </span>
          </span>
        </li>`,
    )}
  </ul>`;
}

function actionButton(
  { act, pending }: Screen<NoAccess>,
  action: Extract<LoginAction['action'], 'restart' | 'cancel'>,
  label: unknown,
  rank = '',
) {
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

const lockIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <rect width="18" height="11" x="3" y="11" rx="2" />
  <path d="M7 11V7a5 5 0 0 1 10 0v4" />
</svg>`;
