import type { TesseraError } from '@tesserakit/client';
import type { TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { lockIcon, mailIcon, searchIcon } from '../theme/icons.js';
import { failureNotice, notice } from '../theme/notice.js';

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
    urgent: true,
  });
}

/** The list could not be loaded. */
export function notLoaded(
  words: NoticeWords,
  error: TesseraError,
  retry: () => void,
): TemplateResult {
  return failureNotice(words, words.invitationList.failed, error, retry);
}
