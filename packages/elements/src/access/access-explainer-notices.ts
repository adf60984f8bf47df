import type { TesseraError } from '@tesserakit/client';
import { html, type TemplateResult } from 'lit';
import { infoIcon, lockIcon, userXIcon } from '../theme/icons.js';
import { failureNotice, notice } from '../theme/notice.js';
import type { ReasonWords } from './access-explainer-parts.js';

/** What stands in place of reasons: nobody chosen, out of sight, not there, not known, or failed. */
export function withoutReasons(
  words: ReasonWords,
  error: TesseraError | 'unsupported' | undefined,
  retry: () => void,
): TemplateResult {
  const { accessReasons } = words;
  const about = (icon: TemplateResult, title: string, sentence: string) =>
    notice({ icon, title, sentence });
  if (!error) {
    return about(infoIcon, accessReasons.nothingChosen, accessReasons.nothingChosenHint);
  }
  const code = error === 'unsupported' ? error : error.code;
  if (error === 'unsupported' || code === 'unsupported') {
    return about(infoIcon, accessReasons.unsupported, accessReasons.unsupportedHint);
  }
  if (code === 'forbidden') {
    const { forbidden, forbiddenHint } = accessReasons;
    return notice({ icon: lockIcon, title: forbidden, sentence: forbiddenHint, urgent: true });
  }
  if (code === 'not_found') {
    return about(userXIcon, accessReasons.notFound, accessReasons.notFoundHint);
  }
  return failureNotice(words, accessReasons.failed, error, retry);
}

/** The shape of what is on its way. */
export function explainerSkeleton({ common }: ReasonWords): TemplateResult {
  return html`<div class="skeleton" aria-busy="true">
    <span class="hidden">${common.loading}</span>
    ${[46, 72, 64, 80, 58, 68].map((width) => html`<i .style=${`inline-size:${width}%`}></i>`)}
  </div>`;
}
