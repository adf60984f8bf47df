import type { Application, MemberAccess } from '@tesserakit/contract';
import { webAddress } from '@tesserakit/domain';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Words } from '../text/catalogue.js';
import { isolated, reasonFor } from '../text/open-words.js';
import { avatar } from '../theme/avatar.js';
import { chevronDownIcon } from '../theme/icons.js';
import { searchField } from '../theme/search-field.js';
import { chips } from '../theme/chips.js';

export type LauncherWords = Words<'appLauncher'>;

/** An application with what the person has of it. */
export interface Door {
  readonly application: Pick<Application, 'applicationId' | 'name' | 'logoUrl' | 'launchUrl'>;
  readonly access: MemberAccess;
}

/** An application that the person may enter; the whole tile leads there. */
export function tile(words: LauncherWords, door: Door, launch: (event: Event) => void) {
  const { application, access } = door;
  const { withoutRole, noAddress } = words.appLauncher;
  const address = webAddress(application.launchUrl);
  const roles = access.roles.filter(({ inForce }) => inForce === true).map(({ name }) => name);
  const content = html`${face(application)}
    <span class="about">
      <bdi class="name truncated" title=${application.name}>${application.name}</bdi>
      ${roles.length > 0 ? chips(roles, 2) : html`<span class="muted small">${withoutRole}</span>`}
      ${address === undefined ? html`<span class="muted small">${noAddress}</span>` : nothing}
    </span>`;
  return html`<li part="application">
    ${
      address === undefined
        ? html`<div class="tile">${content}</div>`
        : html`<a class="tile" part="link" href=${address} @click=${launch}>${content}</a>`
    }
  </li>`;
}

/** How a person comes to enter what is closed to them. */
export interface Way {
  readonly organization: string;
  /** Whether the host takes requests. */
  readonly requestable: boolean;
  readonly asked: boolean;
  /** Whether the reasons can be had, and stand there. */
  readonly explainable: boolean;
  readonly explained: boolean;
  /** The reasons, once they were asked for. */
  readonly reasons: unknown;
  ask(): void;
  explain(): void;
}

/** An application that is closed to the person: why, and who can open it. */
export function closedRow(words: LauncherWords, { application, access }: Door, way: Way) {
  const { applicationId, name } = application;
  const { appLauncher } = words;
  const id = `reasons-${applicationId}`;
  return html`<li part="closed" data-application=${applicationId}>
    <div class="row">
      ${face(application)}
      <div class="about">
        <bdi class="name truncated" title=${name}>${name}</bdi>
        <p class="hint">
          ${reasonFor(words, access.entry)}
          ${way.requestable ? nothing : appLauncher.askSomebody(isolated(way.organization))}
        </p>
      </div>
      <div class="ways">
        ${
          way.explainable
            ? html`<button
                type="button"
                class="button quiet why"
                aria-label=${appLauncher.why(isolated(name))}
                aria-expanded=${way.explained}
                aria-controls=${way.explained ? id : nothing}
                @click=${() => way.explain()}
              >
                ${appLauncher.whyShort} ${chevronDownIcon}
              </button>`
            : nothing
        }
        ${way.requestable ? request(words, name, way) : nothing}
      </div>
    </div>
    ${way.explained ? html`<div class="reasons" id=${id}>${way.reasons}</div>` : nothing}
  </li>`;
}

function request({ appLauncher }: LauncherWords, name: string, { asked, ask }: Way) {
  return html`<button
    type="button"
    class="button"
    aria-label=${asked ? nothing : appLauncher.ask(isolated(name))}
    aria-disabled=${asked ? 'true' : nothing}
    @click=${() => {
      if (!asked) ask();
    }}
  >
    ${asked ? appLauncher.asked : appLauncher.askShort}
  </button>`;
}

function face({ applicationId, name, logoUrl }: Door['application']) {
  return avatar({ id: applicationId, name, picture: logoUrl }, 'square');
}

/** The field that finds one of many applications. */
export function doorSearch(
  { appLauncher, language }: LauncherWords,
  searched: string,
  found: number,
  search: (typed: string) => void,
): TemplateResult {
  return html`${searchField({ label: appLauncher.search, type: search, value: live(searched), part: 'search' })}
    <p class="hidden" aria-live="polite">
      ${
        searched.trim() ? appLauncher.found(new Intl.NumberFormat(language).format(found)) : nothing
      }
    </p>`;
}
