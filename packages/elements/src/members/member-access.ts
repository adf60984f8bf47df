import type { AccessExplanation, MemberAccess } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { ResourceController } from '../data/resource.js';
import { checkIcon, chevronDownIcon, circleCheckIcon, circleXIcon, xIcon } from '../theme/icons.js';
import type { MemberHost, MemberInView } from './member-in-view.js';
import {
  ending,
  named,
  reasonFor,
  section,
  sectionFailure,
  skeletonLines,
  type DetailWords,
} from './member-section.js';

type GrantedRole = MemberAccess['roles'][number];

/** The applications of the organization: which of them the member may enter, as what, and why. */
export class MemberAccessSection {
  readonly #host: MemberHost;
  readonly #view: MemberInView;
  readonly #access: ResourceController<{ readonly items: readonly MemberAccess[] }>;
  readonly #explanation: ResourceController<AccessExplanation>;
  #explained: string | undefined;

  constructor(host: MemberHost, view: MemberInView) {
    this.#host = host;
    this.#view = view;
    this.#access = new ResourceController(host, () =>
      view.can?.access && view.member
        ? view.question(['access', view.asked?.userId], ({ client, ...scope }, signal) =>
            client.access.list(scope, { signal }),
          )
        : undefined,
    );
    this.#explanation = new ResourceController(host, () => this.#question());
  }

  /** What the member was given of each application, once it has come. */
  get items(): readonly MemberAccess[] {
    return this.#access.value?.items ?? [];
  }

  /** Somebody else is shown. */
  forget(): void {
    this.#explained = undefined;
  }

  reload(): void {
    this.#access.reload();
  }

  render(words: DetailWords): TemplateResult {
    return section(words, 'access', this.#content(words));
  }

  #content(words: DetailWords): TemplateResult {
    const { value, error } = this.#access;
    if (!value && error) return sectionFailure(words, error, () => this.#access.reload());
    if (!value) return skeletonLines(words, 3);
    if (value.items.length === 0) {
      return html`<p class="muted">${words.memberDetail.noApplications}</p>`;
    }
    return html`<ul class="list">
      ${value.items.map((access) => this.#application(words, access))}
    </ul>`;
  }

  #application(words: DetailWords, access: MemberAccess) {
    const { applicationId, name, entry, roles, granted, expiresAt } = access;
    const { memberDetail } = words;
    const isOpen = applicationId === this.#explained;
    const id = `conditions-${applicationId}`;
    return html`<li data-application=${applicationId}>
      <div class="line">
        <bdi class="truncated strong" title=${name}>${name}</bdi>
        ${
          entry === true
            ? html`<span class="chip success">${circleCheckIcon} ${memberDetail.mayEnter}</span>`
            : html`<span class="chip">${circleXIcon} ${memberDetail.mayNotEnter}</span>`
        }
        ${
          this.#view.can?.access?.explain
            ? html`<button
                type="button"
                class="button quiet why"
                aria-expanded=${isOpen}
                aria-controls=${isOpen ? id : nothing}
                aria-label=${memberDetail.why(name)}
                @click=${() => this.#explain(applicationId)}
              >
                ${memberDetail.whyShort} ${chevronDownIcon}
              </button>`
            : nothing
        }
      </div>
      ${granted ? givenRoles(words, roles) : nothing}
      ${entry === true ? nothing : html`<p class="hint">${reasonFor(words, entry)}</p>`}
      ${expiresAt ? html`<p class="hint">${ending(words, expiresAt)}</p>` : nothing}
      ${isOpen ? html`<div class="conditions" id=${id}>${this.#conditions(words, entry)}</div>` : nothing}
    </li>`;
  }

  #conditions(words: DetailWords, entry: MemberAccess['entry']) {
    const { value, error } = this.#explanation;
    if (!value && error) return sectionFailure(words, error, () => this.#explanation.reload());
    if (!value) return skeletonLines(words, 4);
    const { memberDetail } = words;
    if (value.conditions.length === 0) return html`<p>${reasonFor(words, entry)}</p>`;
    return html`<ul>
      ${value.conditions.map(
        ({ condition, holds }) =>
          html`<li class=${holds ? 'success' : 'danger'}>
            ${holds ? checkIcon : xIcon}
            <bdi>${named(memberDetail.conditions, condition)}</bdi>
            <strong>${holds ? memberDetail.holds : memberDetail.fails}</strong>
          </li>`,
      )}
    </ul>`;
  }

  #explain(applicationId: string): void {
    this.#explained = applicationId === this.#explained ? undefined : applicationId;
    this.#host.requestUpdate();
  }

  #question() {
    const applicationId = this.#explained;
    if (applicationId === undefined || !this.#view.can?.access?.explain) return undefined;
    const name = ['access', this.#view.asked?.userId, applicationId];
    return this.#view.question(name, ({ client, ...scope }, signal) =>
      client.access.explain({ ...scope, applicationId }, { signal }),
    );
  }
}

function givenRoles(words: DetailWords, roles: readonly GrantedRole[]) {
  const { memberDetail } = words;
  if (roles.length === 0) return html`<p class="hint">${memberDetail.noRole}</p>`;
  return html`<ul class="roles">
    ${roles.map(
      (role) =>
        html`<li>
          <span class="chip" title=${role.name}><bdi class="truncated">${role.name}</bdi></span>
          <span class="muted">${aboutRole(words, role)}</span>
        </li>`,
    )}
  </ul>`;
}

/** Where a role comes from, until when, and why it does not count, if it does not. */
function aboutRole(words: DetailWords, { source, expiresAt, inForce }: GrantedRole) {
  const { memberDetail } = words;
  return html`<bdi>${named(memberDetail.roleSources, source)}</bdi>${
      expiresAt ? html` · ${ending(words, expiresAt)}` : nothing
    }${inForce === true ? nothing : html` · ${memberDetail.notInForce}: ${reasonFor(words, inForce)}`}`;
}
