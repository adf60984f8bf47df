import type { LoginStepOf } from '@tesserakit/contract';
import { html } from 'lit';
import { head } from './head.js';
import type { StepView } from './screen.js';

/** Stands for the moment in which the browser leaves; by then no form is left in the document. */
export const doneView: StepView<LoginStepOf<'done'>> = {
  title: (words) => words.done.title,
  render: ({ application, words, step }) =>
    html`${head(application, words.done.title, words.done.sentence)}
      <p class="paths"><a class="link" href=${step.redirectTo}>${words.done.link}</a></p>`,
};
