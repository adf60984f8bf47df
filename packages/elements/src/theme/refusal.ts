import type { TesseraError } from '@tesserakit/client';
import { css, html, nothing, type TemplateResult } from 'lit';
import { isUncertain } from '../data/deed.js';
import type { Words } from '../text/catalogue.js';
import { circleAlertIcon } from './icons.js';
import { retryButton } from './retry.js';

/** A deed that was refused, and what a person can do about it. */
export interface Refused {
  readonly error: TesseraError | undefined;
  /** What became of what was entered; nothing was changed where it says nothing. */
  readonly kept?: string | undefined;
  /** Does it again; without it, the button that was pressed is still there. */
  readonly again?: (() => void) | undefined;
  readonly busy?: boolean;
}

/** Why a deed was refused, what became of it, and the button that tries again. */
export function refusal(
  words: Words<'actions'>,
  { error, kept, again, busy = false }: Refused,
): TemplateResult | typeof nothing {
  if (!error) return nothing;
  const { actions, common, errors } = words;
  const { code, requestId } = error;
  const after = isUncertain(error) ? actions.uncertain : (kept ?? common.unharmed);
  return html`<div class="refused">
    <p class="refusal" role="alert">
      ${circleAlertIcon}
      <span>
        ${errors[code]} ${after}
        ${requestId ? html`<code>${common.requestId(requestId)}</code>` : nothing}
      </span>
    </p>
    ${again ? retryButton(words, { error, run: again, busy }) : nothing}
  </div>`;
}

/** A refusal in line, with its button at the end. */
export const refusalStyles = css`
  .refused {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }

  .refused > .refusal {
    flex: 1 1 24ch;
  }

  .refusal code {
    color: var(--_muted);
    font-size: 0.75rem;
    user-select: all;
  }
`;
