import { html, type TemplateResult } from 'lit';
import type { Screen } from './screen.js';
import { TesseraSendAgain } from './send-again.class.js';

const tag = 'tessera-send-again';
if (!customElements.get(tag)) customElements.define(tag, TesseraSendAgain);

/** The way to another mail. */
export function sendAgain(
  { words, step, pending, act }: Screen<{ readonly resendAfter?: number | undefined }>,
  label: string,
): TemplateResult {
  return html`<tessera-send-again
    class="ways"
    label=${label}
    .wait=${words.password.wait}
    ?busy=${pending === 'send_again'}
    .answer=${step}
    .seconds=${step.resendAfter ?? 0}
    .send=${() => act({ action: 'send_again' })}
  ></tessera-send-again>`;
}
