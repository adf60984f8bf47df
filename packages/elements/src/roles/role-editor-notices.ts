import type { TesseraError } from '@tesserakit/client';
import { html, type TemplateResult } from 'lit';
import { infoIcon, lockIcon, shieldIcon } from '../theme/icons.js';
import { failureNotice, notice } from '../theme/notice.js';
import type { EditorWords } from './role-editor-grid.js';

/** What stands in place of roles: out of sight, not there, not known to the backend, or failed. */
export function withoutEditor(
  words: EditorWords,
  {
    error,
    unsupported,
  }: { readonly error: TesseraError | undefined; readonly unsupported: boolean },
  retry: () => void,
): TemplateResult {
  const { roleEditor } = words;
  if (unsupported || error?.code === 'unsupported') {
    const { unsupported: title, unsupportedHint: sentence } = roleEditor;
    return notice({ icon: infoIcon, title, sentence });
  }
  if (error?.code === 'forbidden') {
    const { forbidden: title, forbiddenHint: sentence } = roleEditor;
    return notice({ icon: lockIcon, title, sentence, urgent: true });
  }
  if (!error || error.code === 'not_found') {
    const { notFound: title, notFoundHint: sentence } = roleEditor;
    return notice({ icon: shieldIcon, title, sentence });
  }
  return failureNotice(words, roleEditor.failed, error, retry);
}

/** Stands in place of the grid while there is no role. */
export function noRoles({ roleEditor }: EditorWords): TemplateResult {
  const { none: title, noneHint: sentence } = roleEditor;
  return notice({ icon: shieldIcon, title, sentence });
}

/** Who changes the roles, for whoever may not. */
export function lockedNote({ roleEditor }: EditorWords): TemplateResult {
  return html`<p class="note">${lockIcon} <span>${roleEditor.locked}</span></p>`;
}

/** The shape of what is on its way. */
export function editorSkeleton({ common }: EditorWords): TemplateResult {
  return html`<div class="skeleton" aria-busy="true">
    <span class="hidden" role="status">${common.loading}</span>
    ${[46, 72, 64, 80].map((width) => html`<i .style=${`inline-size:${width}%`}></i>`)}
  </div>`;
}
