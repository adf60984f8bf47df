import type { LoginAction, PasskeyCreation, PasskeyRequest } from '@tesserakit/contract';
import { html, type TemplateResult } from 'lit';
import { factorWords } from '../text/factor-words.js';
import { TesseraPasskeyButton } from './passkey-button.class.js';
import type { Screen } from './screen.js';

const tag = 'tessera-passkey-button';
if (!customElements.get(tag)) customElements.define(tag, TesseraPasskeyButton);

interface Look {
  readonly label: string;
  readonly stopped: string;
  readonly problem?: string | undefined;
  readonly primary?: boolean;
}

/** A button that shows a passkey to the server. */
export function signingButton(screen: Screen, asked: PasskeyRequest): TemplateResult {
  const { passkey } = factorWords(screen.words);
  const { step } = screen;
  const refused = 'refusal' in step && step.refusal !== undefined && step.refusal !== 'locked';
  return button(screen, 'verify_passkey', async () => (await ceremony()).signWith(asked), {
    label: passkey.use,
    stopped: passkey.stopped,
    problem: refused ? passkey.wrong : undefined,
    primary: true,
  });
}

/** A button that makes a passkey for the server. */
export function makingButton(screen: Screen, asked: PasskeyCreation, look: Look): TemplateResult {
  return button(screen, 'register_passkey', async () => (await ceremony()).makeFrom(asked), look);
}

function button(
  { pending, act }: Screen,
  action: LoginAction['action'],
  ask: () => Promise<LoginAction>,
  { label, stopped, problem, primary = false }: Look,
): TemplateResult {
  return html`<tessera-passkey-button
    label=${label}
    stopped=${stopped}
    ?primary=${primary}
    ?busy=${pending === action}
    .problem=${problem}
    .ask=${ask}
    .act=${act}
  ></tessera-passkey-button>`;
}

/** What talks to the browser, loaded when somebody wants a passkey. */
function ceremony() {
  return import('./passkey-ceremony.js');
}
