import type { LoginStepOf } from '@tesserakit/contract';
import { html, nothing } from 'lit';
import { named } from '../text/named.js';
import { webAddress } from '@tesserakit/domain';
import { head } from './head.js';
import { refusalSentence } from './refusal.js';
import type { StepView } from './screen.js';

/** What went wrong, what to do now, and a number to quote; never how it went wrong inside. */
export const errorView: StepView<LoginStepOf<'error'>> = {
  title: (words) => words.error.title,
  render: ({ application, words, step }) =>
    html`${head(application, words.error.title, refusalSentence(words, step.code))}
      <p>${words.error.whatNow}</p>
      ${
        step.requestId
          ? html`<dl class="facts">
              <dt>${words.error.requestId}</dt>
              <dd><code dir="ltr">${step.requestId}</code></dd>
              ${step.detail ? html`<dd class="muted"><bdi>${step.detail}</bdi></dd>` : nothing}
            </dl>`
          : nothing
      }`,
};

/** A sign-in that is over, and where a new one begins. */
export const expiredView: StepView<LoginStepOf<'expired'>> = {
  title: (words) => words.expired.title,
  render: ({ application, words }) =>
    html`${head(application, words.expired.title, words.expired.sentence)}
      <p>
        ${application ? named(words.expired.whatNowAt, application.name) : words.expired.whatNow}
      </p>`,
};

/** The end of a session, with a way back where the application has named one. */
export const signedOutView: StepView<LoginStepOf<'signed_out'>> = {
  title: (words) => words.signedOut.title,
  render: ({ application, words, step }) => {
    const { sentence, sentenceAt } = words.signedOut;
    const returnTo = webAddress(step.returnTo);
    return html`${head(
      application,
      words.signedOut.title,
      application ? named(sentenceAt, application.name) : sentence,
    )}
    ${
      returnTo && application
        ? html`<a class="button wide" href=${returnTo}
            ><span>${named(words.common.backTo, application.name)}</span></a
          >`
        : nothing
    }`;
  },
};
