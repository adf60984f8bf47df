import { html, nothing, type TemplateResult } from 'lit';
import type { LoginCatalogue } from '../text/catalogue.js';
import { named } from '../text/named.js';
import { problemText, submitButton } from './form-parts.js';
import { head } from './head.js';
import type { Application } from './screen.js';

/** What the first form shows. All but the words is unknown before the server has been asked. */
export interface IdentifierForm {
  readonly words: LoginCatalogue;
  readonly application?: Application | undefined;
  readonly identifier?: string | undefined;
  readonly problem?: string | undefined;
  readonly busy?: boolean;
  readonly send?: (event: SubmitEvent) => void;
}

/**
 * The first step. The very same template stands in the page before any script has run, where it is
 * sent by the browser itself.
 */
export function identifierForm(form: IdentifierForm): TemplateResult {
  const { words, application, problem } = form;
  // Not `type="email"`: browsers rewrite what is typed there (domains to punycode, spaces away), and
  // do not tell where in it the caret stands.
  return html`${head(
      application,
      words.identifier.title,
      application && named(words.common.continueTo, application.name),
    )}
    <form class="form" id="identifier-form" method="post" novalidate @submit=${form.send}>
      <div class="group">
        <label for="identifier">${words.identifier.email}</label>
        <input
          class="field"
          id="identifier"
          name="identifier"
          type="text"
          inputmode="email"
          autocomplete="username webauthn"
          autocapitalize="none"
          autocorrect="off"
          spellcheck="false"
          enterkeyhint="next"
          dir="ltr"
          maxlength="320"
          required
          value=${form.identifier ?? ''}
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${problem ? 'identifier-problem' : nothing}
        />
        ${problemText('identifier-problem', problem)}
      </div>
      ${submitButton(words.identifier.next, form.busy ?? false)}
    </form>`;
}
