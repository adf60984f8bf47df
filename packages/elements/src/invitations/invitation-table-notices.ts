import type { TesseraError } from '@tesserakit/client';
import type { TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { circleAlertIcon, lockIcon, mailIcon, searchIcon } from '../theme/icons.js';
import { notice } from '../theme/notice.js';

type NoticeWords = Words<'invitationList'>;

/** Nobody is invited, or nobody who fits the search. */
export function emptyNotice(
  { invitationList }: NoticeWords,
  filtered: boolean,
  startOver: () => void,
): TemplateResult {
  return filtered
    ? notice({
        icon: searchIcon,
        title: invitationList.noMatch,
        sentence: invitationList.noMatchHint,
        action: { label: invitationList.clearFilters, run: startOver },
      })
    : notice({ icon: mailIcon, title: invitationList.empty, sentence: invitationList.emptyHint });
}

/** This person may not see who is invited. */
export function forbiddenNotice({ invitationList }: NoticeWords): TemplateResult {
  return notice({
    icon: lockIcon,
    title: invitationList.forbidden,
    sentence: invitationList.forbiddenHint,
  });
}

/** The list could not be loaded. */
export function failureNotice(
  { invitationList, errors, common }: NoticeWords,
  { code, requestId }: TesseraError,
  retry: () => void,
): TemplateResult {
  return notice({
    icon: circleAlertIcon,
    title: invitationList.failed,
    sentence: `${errors[code]} ${common.unharmed}`,
    action: { label: common.retry, run: retry },
    requestId: requestId && common.requestId(requestId),
    urgent: true,
  });
}
