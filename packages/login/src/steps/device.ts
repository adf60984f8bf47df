import type { LoginStepOf } from '@tesserakit/contract';
import { html } from 'lit';
import { named } from '../text/named.js';
import { TesseraDeviceStep } from './device.class.js';
import { head } from './head.js';
import type { StepView } from './screen.js';

const tag = 'tessera-device-step';
if (!customElements.get(tag)) customElements.define(tag, TesseraDeviceStep);

/** Asks for the code that a device shows, and says what became of it. */
export const deviceView: StepView<LoginStepOf<'device'>> = {
  title: (words) => words.device.title,
  render: (screen) => {
    const { application, words, step } = screen;
    const outcome =
      step.outcome === 'approved'
        ? words.device.approved
        : step.outcome === 'denied'
          ? words.device.denied
          : undefined;
    if (outcome === undefined) {
      return html`<tessera-device-step .screen=${screen}></tessera-device-step>`;
    }
    return html`${head(application, words.device.over)}
      <p>${application ? named(outcome, application.name) : outcome}</p>`;
  },
};
