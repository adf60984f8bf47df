import type { TesseraError } from '@tesserakit/client';
import type { TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { columns3Icon, lockIcon, searchIcon, usersIcon } from '../theme/icons.js';
import { failureNotice, notice } from '../theme/notice.js';

/** Nobody is there, nothing is there, or nobody fits. */
export function nothingThere(
  { accessEditing }: Words<'accessEditing'>,
  applications: number,
  isNarrowed: boolean,
  startOver: () => void,
): TemplateResult {
  if (applications === 0) {
    return notice({
      icon: columns3Icon,
      title: accessEditing.noApplications,
      sentence: accessEditing.noApplicationsHint,
    });
  }
  if (!isNarrowed) {
    return notice({
      icon: usersIcon,
      title: accessEditing.noMembers,
      sentence: accessEditing.noMembersHint,
    });
  }
  return notice({
    icon: searchIcon,
    title: accessEditing.noMatch,
    sentence: accessEditing.noMatchHint,
    action: { label: accessEditing.clearFilters, run: startOver },
  });
}

/** What stands in place of the matrix: not allowed, not to be had, not loaded. */
export function notShown(
  words: Words<'accessEditing'>,
  error: TesseraError | 'unsupported',
  retry: () => void,
): TemplateResult {
  const { accessEditing } = words;
  const code = error === 'unsupported' ? error : error.code;
  if (code === 'forbidden') {
    return notice({
      icon: lockIcon,
      title: accessEditing.forbidden,
      sentence: accessEditing.forbiddenHint,
      urgent: true,
    });
  }
  if (error === 'unsupported') {
    return notice({
      icon: columns3Icon,
      title: accessEditing.failed,
      sentence: accessEditing.unsupported,
    });
  }
  return failureNotice(words, accessEditing.failed, error, retry);
}
