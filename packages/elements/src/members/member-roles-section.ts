import type { Member } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { MemberAccessSection } from './member-access.js';
import type { MemberHost, MemberInView } from './member-in-view.js';
import { deedButton, section, type DetailWords } from './member-section.js';
import { roleName } from './role-name.js';

/** What the member is in the organization; the screen that changes it is fetched when it is asked for. */
export class MemberRolesSection {
  readonly #host: MemberHost;
  readonly #view: MemberInView;
  readonly #access: MemberAccessSection;
  #isOpen = false;
  #isLoaded = false;
  #hasFailed = false;

  constructor(host: MemberHost, view: MemberInView, access: MemberAccessSection) {
    this.#host = host;
    this.#view = view;
    this.#access = access;
  }

  /** Somebody else is shown. */
  forget(): void {
    this.#isOpen = this.#hasFailed = false;
  }

  render(words: DetailWords, member: Member): TemplateResult {
    const { memberDetail } = words;
    return section(
      words,
      'roles',
      html`${this.#isOpen ? nothing : roleChips(words, member)}
        <slot name="roles">
          ${
            this.#isLoaded
              ? html`<tessera-role-assigner
                  user-id=${member.userId}
                  ?hidden=${!this.#isOpen}
                ></tessera-role-assigner>`
              : nothing
          }
          ${
            this.#hasFailed
              ? html`<p class="refusal" role="alert">${memberDetail.rolesFailed}</p>`
              : nothing
          }
          ${
            this.#canChange
              ? html`<div class="buttons">
                  ${deedButton(words, {
                    id: 'edit-roles',
                    label: this.#isOpen ? memberDetail.closeRoles : memberDetail.editRoles,
                    verdict: this.#verdict(member),
                    run: () => void this.#toggle(),
                  })}
                </div>`
              : nothing
          }
        </slot>`,
    );
  }

  get #canChange(): boolean {
    const { can } = this.#view;
    return Boolean(can?.members.setOrganizationRoles ?? can?.access?.grant);
  }

  /** Whoever may change any of it sees all of it. */
  #verdict({ actions }: Member): true | string | undefined {
    const mayGrant = this.#access.items.some(({ actions }) => actions['access.grant'] === true);
    return mayGrant || actions['member.setOrganizationRoles'];
  }

  async #toggle(): Promise<void> {
    this.#hasFailed = false;
    try {
      if (!this.#isLoaded) await import('../roles/role-assigner.js');
      this.#isLoaded = true;
      this.#isOpen = !this.#isOpen;
    } catch {
      this.#hasFailed = true;
    }
    this.#host.requestUpdate();
  }
}

function roleChips(words: DetailWords, { organizationRoles }: Member) {
  if (organizationRoles.length === 0) {
    return html`<p class="muted">${words.memberDetail.noRole}</p>`;
  }
  return html`<ul class="chips">
    ${organizationRoles.map((role) => {
      const name = roleName(words, role);
      return html`<li class="chip" title=${name}><bdi class="truncated">${name}</bdi></li>`;
    })}
  </ul>`;
}
