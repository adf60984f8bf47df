import type { LoginStepOf } from '@tesserakit/contract';
import { html, nothing } from 'lit';
import { mailboxWords } from '../text/mailbox-words.js';
import { named } from '../text/named.js';
import { accountLine } from './account-line.js';
import { problemText } from './form-parts.js';
import { head } from './head.js';
import { otherWays } from './other-ways.js';
import { refusalSentence } from './refusal.js';
import { sendAgain } from './send-again.js';
import type { StepView } from './screen.js';

/** Says where to look. Whether the address is known does not show. */
export const linkSentView: StepView<LoginStepOf<'magic_link_sent'>> = {
  title: (words) => mailboxWords(words).link.title,
  render: (screen) => {
    const { application, words, step } = screen;
    const { link } = mailboxWords(words);
    return html`${head(application, link.title, named(link.sentence, step.identifier))}
      <p>${link.hint}</p>
      ${problemText('link-problem', refusalSentence(words, step.refusal))}
      ${sendAgain(screen, link.again)} ${otherWays(screen, step.methods)}
      ${accountLine(screen, step.identifier)}`;
  },
};

/** Asks before a link that was opened is used up: programs that look through mail open links, too. */
export const confirmLinkView: StepView<LoginStepOf<'confirm_link'>> = {
  title: (words) => mailboxWords(words).confirm.title,
  render: (screen) => {
    const { application, words, step, pending, act } = screen;
    const { confirm } = mailboxWords(words);
    return html`${head(application, confirm.title, named(confirm.sentence, step.identifier))}
      <button
        class="button primary wide"
        type="button"
        aria-busy=${pending === 'confirm_link' ? 'true' : nothing}
        @click=${() => act({ action: 'confirm_link' })}
      >
        <span>${confirm.go}</span>
      </button>
      ${accountLine(screen, step.identifier)}`;
  },
};

/** A link that leads nowhere, and the way to a new one where there is a sign-in to go on with. */
export const linkOverView: StepView<LoginStepOf<'link_over'>> = {
  title: (words) => mailboxWords(words).over.title,
  render: ({ application, words, step, pending, act }) => {
    const { over } = mailboxWords(words);
    return html`${head(application, over.title, over.sentence)}
    ${
      step.application
        ? html`<button
            class="button wide"
            type="button"
            aria-busy=${pending === 'restart' ? 'true' : nothing}
            @click=${() => act({ action: 'restart' })}
          >
            <span>${over.restart}</span>
          </button>`
        : html`<p>${words.expired.whatNow}</p>`
    }`;
  },
};
