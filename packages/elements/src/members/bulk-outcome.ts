import { html, nothing, type TemplateResult } from 'lit';
import { isUncertain } from '../data/deed.js';
import type { Words } from '../text/catalogue.js';
import { closeButton } from '../theme/close-button.js';
import { circleAlertIcon, circleCheckIcon } from '../theme/icons.js';
import { retryButton } from '../theme/retry.js';
import type { BulkWork } from './member-bulk.js';

interface OutcomeDeeds {
  undo(): void;
  retry(): void;
  close(): void;
}

/** More than these are told by their number. */
const most = 100;

/** How it ended: how many, who was refused and why, what can be tried again or taken back. */
export function bulkOutcome(
  words: Words<'actions' | 'memberDeeds'>,
  { kind, run, deed }: BulkWork,
  summary: string,
  deeds: OutcomeDeeds,
): TemplateResult {
  const { actions, memberDeeds } = words;
  const { done, refused, rest, error } = run;
  const again = refused.length + rest.length;
  const retryLabel =
    refused.length > 0
      ? memberDeeds.retry(again)
      : again > 0
        ? memberDeeds.goOn(again)
        : words.common.retry;
  return html`<div class="outcome" part="outcome" role="group" tabindex="-1" aria-label=${summary}>
    <p class="summary">
      ${again > 0 || error ? circleAlertIcon : circleCheckIcon}
      <span>${done.length + again === 0 ? memberDeeds.prevented : summary}</span>
    </p>
    ${
      again > 0 || error
        ? retryButton(words, { error, label: retryLabel, run: deeds.retry })
        : nothing
    }
    ${
      deed.inverse && kind !== 'undo' && done.length > 0
        ? html`<button class="button" type="button" @click=${deeds.undo}>${actions.undo}</button>`
        : nothing
    }
    ${closeButton(actions.close, deeds.close)}
    ${
      error
        ? html`<p class="refusal" role="alert">
            ${words.errors[error.code]} ${isUncertain(error) ? actions.uncertain : nothing}
          </p>`
        : nothing
    }
    ${refused.length > 0 ? results(words, refused) : nothing}
  </div>`;
}

function results(
  { errors, memberDeeds }: Words<'memberDeeds'>,
  refused: BulkWork['run']['refused'],
): TemplateResult {
  const sentences: Record<string, string> = errors;
  const rest = refused.length - most;
  return html`<ul class="results" aria-label=${memberDeeds.results} tabindex="0">
    ${refused.slice(0, most).map(
      ({ item, code }) =>
        html`<li>
          <bdi>${item.name}</bdi>
          <span class="muted">${Object.hasOwn(sentences, code) ? sentences[code] : code}</span>
        </li>`,
    )}
    ${rest > 0 ? html`<li class="muted">${memberDeeds.others(rest)}</li>` : nothing}
  </ul>`;
}
