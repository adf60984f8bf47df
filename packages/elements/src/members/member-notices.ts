import type { TesseraError } from '@tesserakit/client';
import type { TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { lockIcon, searchIcon, usersIcon } from '../theme/icons.js';
import { failureNotice, notice } from '../theme/notice.js';

/** What stands in place of members: nobody is there, or nobody fits. */
export function nobody(
  { members }: Words<'members'>,
  isNarrowed: boolean,
  startOver: () => void,
): TemplateResult {
  if (!isNarrowed) {
    return notice({ icon: usersIcon, title: members.empty, sentence: members.emptyHint });
  }
  return notice({
    icon: searchIcon,
    title: members.noMatch,
    sentence: members.noMatchHint,
    action: { label: members.clearFilters, run: startOver },
  });
}

export function notAllowed({ members }: Words<'members'>): TemplateResult {
  return notice({
    icon: lockIcon,
    title: members.forbidden,
    sentence: members.forbiddenHint,
    urgent: true,
  });
}

export function notLoaded(
  words: Words<'members'>,
  error: TesseraError,
  retry: () => void,
): TemplateResult {
  return failureNotice(words, words.members.failed, error, retry);
}
