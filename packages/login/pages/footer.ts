import { languages, type LoginCatalogue } from '@tesserakit/login/language.js';
import { html, type TemplateResult } from 'lit';

/** The choice of the language, and what a person can do who does not get in. */
export function footer(words: LoginCatalogue, choose: (language: string) => void): TemplateResult {
  const [before = '', after = ''] = words.footer.helpAddress.split('#');
  return html`<select
      class="language"
      name="language"
      aria-label=${words.footer.language}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${Object.entries(languages).map(
        ([tag, name]) =>
          html`<option value=${tag} lang=${tag} ?selected=${tag === words.language}>
            ${name}
          </option>`,
      )}
    </select>
    <button class="quiet-link" type="button" popovertarget="help">${words.footer.help}</button>
    <div class="help" id="help" popover>
      <p>${words.footer.helpAccess}</p>
      <p>${before}<bdi class="address">${location.host}</bdi>${after}</p>
    </div>`;
}
