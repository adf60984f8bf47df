import type { Impact } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { isolated } from '../text/open-words.js';
import { triangleAlertIcon } from '../theme/icons.js';

/** Whether a deed does anything beside what it says. */
export function isHarmless({ counts, roles }: Impact): boolean {
  return roles.length === 0 && Object.keys(counts).length === 0;
}

/** What a deed would do, the roles that people lose first. */
export function impactList(words: Words<'impact'>, impact: Impact): TemplateResult {
  const { title, none, forGood } = words.impact;
  const sentences = sentencesOf(words, impact);
  if (sentences.length === 0) return html`<p class="muted">${none}</p>`;
  return html`<div class="impact" part="impact">
    ${triangleAlertIcon}
    <div>
      <strong>${title}</strong>
      <ul>
        ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
      ${impact.roles.length > 0 ? html`<p>${forGood}</p>` : nothing}
    </div>
  </div>`;
}

function sentencesOf({ impact: words }: Words<'impact'>, { counts, roles }: Impact) {
  const losses = roles.map(({ name, members }) => words.losesRole(members, isolated(name)));
  const rest = Object.entries(counts)
    // Who keeps fewer roles stands above, role by role.
    .filter(([action]) => action !== 'access.grant' || roles.length === 0)
    .map(
      ([action, count]) =>
        (Object.hasOwn(words.counts, action) && words.counts[action]?.(count)) ||
        words.other(count),
    );
  return [...losses, ...rest];
}
