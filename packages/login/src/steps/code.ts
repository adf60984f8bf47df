import type { LoginStepOf } from '@tesserakit/contract';
import { html } from 'lit';
import { mailboxWords } from '../text/mailbox-words.js';
import { named } from '../text/named.js';
import { accountLine } from './account-line.js';
import { codeForm } from './code-form.js';
import { head } from './head.js';
import { otherWays } from './other-ways.js';
import { sendAgain } from './send-again.js';
import type { StepView } from './screen.js';

/** Asks for the digits that were mailed. Whether the address is known does not show. */
export const codeView: StepView<LoginStepOf<'code'>> = {
  title: (words) => mailboxWords(words).code.title,
  render: (screen) => {
    const { application, words, step } = screen;
    const { code } = mailboxWords(words);
    const refusal = step.refusal === 'link_expired' ? code.over : undefined;
    return html`${head(application, code.title, named(code.sentence, step.identifier))}
    ${codeForm(screen, 'verify_code', { ...code, label: code.code, ...(refusal && { refusal }) })}
    ${sendAgain(screen, code.again)} ${otherWays(screen, step.methods)}
    ${accountLine(screen, step.identifier)}`;
  },
};
