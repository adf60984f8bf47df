import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { circleAlertIcon, circleCheckIcon } from '../theme/icons.js';
import type { Judged } from './address-verdicts.js';
import { verdictSentence } from './invite-addresses.js';
import type { Invitee } from './invite-draft.js';

/** Who was invited, and who was not and why. */
export function outcome(
  words: Words<'inviting'>,
  invited: readonly string[],
  others: readonly Judged<Invitee>[],
  life: string,
  most: number,
): TemplateResult {
  const { inviting } = words;
  return html`${
    others.length > 0
      ? html`<section>
          <h3 class="result danger" tabindex="-1">
            ${circleAlertIcon} ${inviting.refused(others.length)}
          </h3>
          <ul class="people" part="refused">
            ${others.map(
              ({ listed, verdict }) =>
                html`<li>
                  <bdi class="truncated" title=${listed.email}>${listed.email}</bdi>
                  <span class="reason"
                    >${verdictSentence(words, verdict, listed, most) || inviting.notSent}</span
                  >
                </li>`,
            )}
          </ul>
        </section>`
      : nothing
  }
  ${
    invited.length > 0
      ? html`<section>
          <h3 class="result success">${circleCheckIcon} ${inviting.invited(invited.length)}</h3>
          <p class="hint">${life ? inviting.invitedHint(life) : nothing}</p>
          <ul class="people" part="invited">
            ${invited.map(
              (email) => html`<li><bdi class="truncated" title=${email}>${email}</bdi></li>`,
            )}
          </ul>
        </section>`
      : nothing
  }`;
}
