import type { TesseraError } from '@tesserakit/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue } from '../text/catalogue.js';
import { building2Icon, circleAlertIcon, searchIcon } from '../theme/icons.js';
import { notice } from '../theme/notice.js';
import { retryButton } from '../theme/retry.js';

/** The shape of a list that is on its way. */
export function pickerSkeleton(): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">
    ${[1, 2, 3].map(() => html`<div class="option"><i></i><span></span></div>`)}
  </div>`;
}

/** What stands in place of a list without an organization. */
export function pickerEmpty({ organizations }: Catalogue, searched: string): TemplateResult {
  return searched
    ? notice({
        icon: searchIcon,
        title: organizations.noMatch(searched),
        sentence: organizations.noMatchHint,
      })
    : notice({
        icon: building2Icon,
        title: organizations.none,
        sentence: organizations.noneHint,
      });
}

/** What stands in place of a list that could not be loaded. */
export function pickerFailure(
  words: Catalogue,
  error: TesseraError,
  retry: () => void,
): TemplateResult {
  const { common, errors, organizations } = words;
  const { code, requestId } = error;
  return notice({
    icon: circleAlertIcon,
    title: organizations.failed,
    sentence: errors[code],
    action: { button: retryButton(words, { error, run: retry }) },
    requestId: requestId && common.requestId(requestId),
    urgent: true,
  });
}

/** What stands below a list whose next page is on its way, or could not be loaded. */
export function pickerEnd(
  words: Catalogue,
  { loadingMore, error }: { loadingMore: boolean; error: TesseraError | undefined },
  retry: () => void,
): TemplateResult | typeof nothing {
  const { errors, organizations } = words;
  if (loadingMore) return html`<p class="end muted">${organizations.more}</p>`;
  if (!error) return nothing;
  return html`<p class="end" role="alert">
    ${errors[error.code]} ${retryButton(words, { error, run: retry })}
  </p>`;
}
