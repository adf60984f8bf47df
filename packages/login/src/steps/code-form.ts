import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { factorWords } from '../text/factor-words.js';
import { TesseraCodeForm } from './code-form.class.js';
import { refusalSentence } from './refusal.js';
import type { Screen } from './screen.js';

const tag = 'tessera-code-form';
if (!customElements.get(tag)) customElements.define(tag, TesseraCodeForm);

type Action = 'verify_totp' | 'verify_recovery_code' | 'enroll_totp' | 'verify_code';

interface Answer {
  readonly refusal?: string | undefined;
  readonly retryAfter?: number | undefined;
}

interface Look {
  readonly label: string;
  readonly missing: string;
  readonly wrong: string;
  /** In place of the usual words for a refusal. */
  readonly refusal?: string;
}

/** The names of the fields, and of their forms. */
const names: Readonly<Record<Action, string>> = {
  verify_totp: 'totp',
  verify_recovery_code: 'recovery-code',
  enroll_totp: 'new-totp',
  verify_code: 'email-code',
};

/** A form for a code that proves who somebody is. */
export function codeForm(
  { words, step, pending, act }: Screen<Answer>,
  action: Action,
  { label, missing, wrong, refusal: instead }: Look,
): TemplateResult {
  const { next, wait } = factorWords(words);
  const { refusal, retryAfter } = step;
  // What was typed for one way is not carried over to another.
  return html`${keyed(
    action,
    html`<tessera-code-form
      name=${names[action]}
      .words=${{ label, missing, next, wait }}
      ?digits=${action !== 'verify_recovery_code'}
      ?busy=${pending === action}
      .answer=${step}
      .refusal=${refusal === 'invalid_credentials' ? wrong : (instead ?? refusalSentence(words, refusal))}
      .retryAfter=${retryAfter}
      .send=${(code: string) => act({ action, code })}
    ></tessera-code-form>`,
  )}`;
}
