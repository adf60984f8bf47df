import type { TesseraError } from '@tesserakit/client';
import { html, nothing, type TemplateResult } from 'lit';
import { circleAlertIcon, lockIcon, usersIcon } from '../theme/icons.js';
import { failureNotice, notice } from '../theme/notice.js';
import { retryButton } from '../theme/retry.js';
import type { MemberRoles } from './member-roles.js';
import type { AssignerWords } from './role-sentences.js';

/** Stands in place of the roles while nobody was named. */
export function nobodyChosen({ roleAssignment }: AssignerWords): TemplateResult {
  const { nobody, nobodyHint } = roleAssignment;
  return notice({ icon: usersIcon, title: nobody, sentence: nobodyHint });
}

/** Stands in place of roles that cannot be shown. */
export function rolesFailed(
  words: AssignerWords,
  error: TesseraError,
  retry: () => void,
): TemplateResult {
  const { forbidden, forbiddenHint, failed } = words.roleAssignment;
  if (error.code === 'forbidden') {
    return notice({ icon: lockIcon, title: forbidden, sentence: forbiddenHint, urgent: true });
  }
  return failureNotice(words, failed, error, retry);
}

/** What could not be loaded, or does not exist, beside the parts that are shown. */
export function partsMissing(
  words: AssignerWords,
  { catalogueError, applicationsError, hasApplications, parts }: MemberRoles,
  retry: () => void,
): TemplateResult | typeof nothing {
  const { catalogueFailed, applicationsFailed, accessForbidden, noApplications } =
    words.roleAssignment;
  if (applicationsError?.code === 'forbidden') {
    return html`<p class="note" role="alert">${lockIcon} ${accessForbidden}</p>`;
  }
  const error = applicationsError ?? catalogueError;
  if (error) {
    return html`<div class="note" role="alert">
      ${circleAlertIcon}
      <span>
        ${applicationsError ? applicationsFailed : catalogueFailed} ${words.errors[error.code]}
      </span>
      ${retryButton(words, { error, run: retry })}
    </div>`;
  }
  const none = hasApplications && parts?.length === 1;
  return none ? html`<p class="note">${noApplications}</p>` : nothing;
}

/** The shape of what is on its way. */
export function rolesSkeleton({ common }: AssignerWords): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">
      ${[58, 44, 52].map(
        (width) => html`<div><i></i><span .style=${`inline-size:${width}%`}></span></div>`,
      )}
    </div>
    <p class="hidden" role="status">${common.loading}</p>`;
}
