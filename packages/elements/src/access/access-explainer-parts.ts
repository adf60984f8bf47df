import type { AccessExplanation, Capabilities } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { isolated, named, reasonFor } from '../text/open-words.js';
import { endingIn } from '../text/sentences.js';
import { checkIcon, circleCheckIcon, circleXIcon, xIcon } from '../theme/icons.js';
import { deedOf, isAboutRoles, type ShownRemedy } from './access-explainer-deeds.js';

export type ReasonWords = Words<'accessReasons' | 'actions'>;

type Explanation = AccessExplanation;
type Role = Explanation['roles'][number];

/** The answer in one line, with the first reason against it. */
export function verdict(
  words: ReasonWords,
  { name, entry, expiresAt }: Explanation,
  person: string | undefined,
): TemplateResult {
  const { accessReasons } = words;
  const isOpen = entry === true;
  const place = isolated(name);
  const title =
    person === undefined
      ? accessReasons[isOpen ? 'mayEnter' : 'mayNotEnter'](place)
      : accessReasons[isOpen ? 'theyMayEnter' : 'theyMayNotEnter'](isolated(person), place);
  return html`<header part="verdict" class=${isOpen ? 'success' : 'danger'}>
    ${isOpen ? circleCheckIcon : circleXIcon}
    <div>
      <h2 id="title" tabindex="-1">${title}</h2>
      ${isOpen ? nothing : html`<p class="muted">${reasonFor(words, entry)}</p>`}
      ${
        expiresAt === undefined
          ? nothing
          : html`<p class="muted">${endingIn(words, accessReasons, expiresAt)}</p>`
      }
    </div>
  </header>`;
}

/** What would open the door: each act, who can take it, and a button where it can be taken here. */
export function openings(
  words: ReasonWords,
  remedies: readonly ShownRemedy[],
  look: {
    readonly can: Capabilities | undefined;
    readonly busy: boolean;
    /** Whether the choice of roles is open. */
    readonly choosing: boolean;
    /** What stands below: the choice of roles, and what became of the last deed. */
    readonly below: unknown;
    run(remedy: ShownRemedy): void;
  },
): TemplateResult {
  const { accessReasons } = words;
  return html`<section part="section" aria-labelledby="opening">
    <h3 id="opening">${accessReasons.opening}</h3>
    ${remedies.length > 1 ? html`<p class="hint">${accessReasons.openingAll}</p>` : nothing}
    <ul class="remedies">
      ${remedies.map((remedy, index) => {
        const deed = deedOf(remedy, look.can);
        const isOpen = look.choosing && isAboutRoles(remedy);
        return html`<li part="remedy">
          <div>
            <bdi class="strong" id="remedy-${index}"
              >${named(accessReasons.remedies, remedy.name)}</bdi
            >
            <p class="hint">${who(words, remedy, deed !== undefined)}</p>
          </div>
          ${
            deed
              ? html`<button
                  type="button"
                  class="button ${index === 0 && !isOpen ? 'primary' : ''}"
                  data-remedy=${remedy.name}
                  aria-describedby="remedy-${index}"
                  aria-disabled=${look.busy ? 'true' : nothing}
                  aria-expanded=${isAboutRoles(remedy) ? String(isOpen) : nothing}
                  @click=${() => look.run(remedy)}
                >
                  ${isOpen ? accessReasons.closeRoles : accessReasons.deeds[deed]}
                </button>`
              : nothing
          }
        </li>`;
      })}
    </ul>
    ${look.below}
  </section>`;
}

function who(words: ReasonWords, { by, may }: ShownRemedy, isHere: boolean) {
  const { openers, youMay, mayNotNow } = words.accessReasons;
  const sentence = named(openers, by);
  if (may === true) return isHere ? sentence : `${sentence} ${youMay}`;
  return may === 'forbidden' ? sentence : `${sentence} ${mayNotNow(reasonFor(words, may))}`;
}

/** Each condition of entry, met or not. */
export function conditionList(
  words: ReasonWords,
  { conditions }: Explanation,
): TemplateResult | typeof nothing {
  if (conditions.length === 0) return nothing;
  const { accessReasons } = words;
  return html`<section part="section" aria-labelledby="conditions">
    <h3 id="conditions">${accessReasons.conditions}</h3>
    <ul class="conditions">
      ${conditions.map(
        ({ condition, holds }) =>
          html`<li part="condition" class=${holds ? 'success' : 'danger'}>
            ${holds ? checkIcon : xIcon}
            <span class="hidden">${holds ? accessReasons.met : accessReasons.unmet}</span>
            <bdi>${named(holds ? accessReasons.holds : accessReasons.fails, condition)}</bdi>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Each role that was given: from where, whether it counts, and what rests on it alone. */
export function roleList(words: ReasonWords, explanation: Explanation): TemplateResult {
  const { accessReasons } = words;
  const { roles, entry } = explanation;
  return html`<section part="section" aria-labelledby="roles">
    <h3 id="roles">${accessReasons.roles}</h3>
    ${
      roles.length === 0
        ? html`<p class="muted">${accessReasons.noRoles}</p>`
        : html`<ul class="roles">
            ${roles.map((role) => roleItem(words, role, entry === true))}
          </ul>`
    }
  </section>`;
}

function roleItem(words: ReasonWords, role: Role, isOpen: boolean) {
  const { accessReasons } = words;
  const { name, source, expiresAt, inForce } = role;
  return html`<li part="role" class=${inForce === true ? '' : 'idle'}>
    <div class="line">
      <bdi class="strong truncated" title=${name}>${name}</bdi>
      <span class="chip"><bdi>${named(accessReasons.sources, source)}</bdi></span>
      ${
        expiresAt === undefined
          ? nothing
          : html`<span class="chip">${endingIn(words, accessReasons, expiresAt)}</span>`
      }
    </div>
    ${
      inForce === true
        ? weight(words, role, isOpen)
        : html`<p class="hint">
            ${accessReasons.doesNotCount(
              inForce === 'no_access' ? accessReasons.ended : reasonFor(words, inForce),
            )}
          </p>`
    }
  </li>`;
}

/** What a role carries while the door is open; behind a closed one nothing rests on it. */
function weight({ accessReasons }: ReasonWords, { removal }: Role, isOpen: boolean) {
  if (!removal || !isOpen) return nothing;
  const { shut, loses, same } = accessReasons.withoutIt;
  const { entry, permissions } = removal;
  if (entry !== true) return html`<p class="hint">${shut}</p>`;
  if (permissions.length === 0) return html`<p class="hint">${same}</p>`;
  return html`<p class="hint">${loses(permissions.length)}</p>
    ${permissionList(permissions)}`;
}

/** Everything that the roles allow together. */
export function allPermissions(
  { accessReasons }: ReasonWords,
  { permissions, entry }: Explanation,
): TemplateResult | typeof nothing {
  if (entry !== true) return nothing;
  if (permissions.length === 0)
    return html`<p class="muted none">${accessReasons.noPermissions}</p>`;
  return html`<details>
    <summary>${accessReasons.permissions(permissions.length)}</summary>
    ${permissionList(permissions)}
  </details>`;
}

function permissionList(permissions: readonly string[]) {
  return html`<ul class="permissions">
    ${permissions.map((permission) => html`<li><code>${permission}</code></li>`)}
  </ul>`;
}
