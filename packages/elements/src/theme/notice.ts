import type { TesseraError } from '@tesserakit/client';
import { css, html, nothing, type TemplateResult } from 'lit';
import { secondsLeft } from '../data/countdown.js';
import type { Catalogue } from '../text/catalogue.js';
import { circleAlertIcon } from './icons.js';
import { retryButton } from './retry.js';

/** What stands where content would: an empty list, a refusal, a failure. */
export interface Notice {
  readonly icon: TemplateResult;
  readonly title: string;
  readonly sentence: string;
  /** The one obvious next thing to do. */
  readonly action?:
    { readonly label: string; readonly run: () => void } | { readonly button: unknown } | undefined;
  readonly requestId?: string | undefined;
  /** A failure is announced at once. */
  readonly urgent?: boolean;
}

/** A centred notice with one icon, one title, one sentence and at most one action. */
export function notice({
  icon,
  title,
  sentence,
  action,
  requestId,
  urgent,
}: Notice): TemplateResult {
  return html`<div class="notice" part="notice" role=${urgent ? 'alert' : nothing}>
    ${icon}
    <strong>${title}</strong>
    <p>${sentence}</p>
    ${action ? actionButton(action) : nothing}
    ${requestId ? html`<code>${requestId}</code>` : nothing}
  </div>`;
}

function actionButton(action: NonNullable<Notice['action']>) {
  return 'button' in action
    ? action.button
    : html`<button class="button" type="button" @click=${action.run}>${action.label}</button>`;
}

/** The notice in place of what could not be loaded, with the button that asks for it again. */
export function failureNotice(
  words: Catalogue,
  title: string,
  error: TesseraError,
  retry: () => void,
): TemplateResult {
  const { errors, common } = words;
  return notice({
    icon: circleAlertIcon,
    title,
    sentence: `${errors[error.code]} ${common.unharmed}`,
    action: { button: retryButton(words, { error, run: retry }) },
    requestId: error.requestId && common.requestId(error.requestId),
    urgent: true,
  });
}

/**
 * A line above what can be used all the same while something that belongs to it could not be loaded.
 * What the person may not have, or the backend does not do, is not missed.
 */
export function partly(
  words: Catalogue,
  failed: readonly { readonly error: TesseraError | undefined; reload(): void }[],
): TemplateResult | typeof nothing {
  const missing = failed.filter(
    ({ error }) => error && error.code !== 'forbidden' && error.code !== 'unsupported',
  );
  // The one that takes the longest says when all of them can be had.
  const [{ error } = {}] = missing.toSorted((a, b) => secondsLeft(b.error) - secondsLeft(a.error));
  if (!error) return nothing;
  const reload = () => {
    for (const one of missing) one.reload();
  };
  return html`<p class="partly" part="partly" role="alert">
    ${circleAlertIcon} <span>${words.common.partly} ${words.errors[error.code]}</span>
    ${retryButton(words, { error, run: reload })}
  </p>`;
}

export const noticeStyles = css`
  .partly {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    color: var(--_muted);
  }

  .partly > span {
    flex: 1 1 240px;
    overflow-wrap: anywhere;
  }

  .notice {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 12) calc(var(--_space) * 6);
    text-align: center;
  }

  .notice > .icon {
    inline-size: 32px;
    block-size: 32px;
    stroke-width: 1.5;
    color: var(--_muted);
  }

  .notice > strong {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .notice > p {
    max-inline-size: 44ch;
    margin: 0;
    overflow-wrap: anywhere;
    color: var(--_muted);
    text-wrap: balance;
  }

  .notice > .button {
    margin-block-start: calc(var(--_space) * 2);
  }

  .notice > code {
    color: var(--_muted);
  }
`;
