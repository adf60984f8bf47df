import type { Page, TesseraError } from '@tesserakit/client';
import type { Application, Capabilities, Connection, Organization } from '@tesserakit/contract';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ContextController } from '../data/context-controller.js';
import { askedIn, questionIn } from '../data/in-view.js';
import { ResourceController } from '../data/resource.js';
import { applicationListWords } from '../text/application-list.js';
import { TextController } from '../text/text-controller.js';
import { avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { infoIcon, layoutGridIcon, lockIcon, plusIcon } from '../theme/icons.js';
import { failureNotice, notice, noticeStyles, partly } from '../theme/notice.js';
import { refusalStyles } from '../theme/refusal.js';
import { skeletonStyles } from '../theme/skeleton.js';
import { tokens } from '../theme/tokens.js';
import {
  applicationRow,
  decidedElsewhere,
  rowDeeds,
  type RowDeed,
} from './application-list-parts.js';
import { styles } from './application-list.styles.js';
import type { ShareDialog } from './share-dialog.js';
import type { ShareDeed } from './share-draft.js';

/** Codes that also take away what was shown before. */
const shut = new Set(['not_found', 'forbidden']);

/**
 * The applications that the organization in view has: with which role groups, single and default
 * roles, how many seats, and what is handed on to organizations below. Whoever runs the platform, or
 * looks after the organization, gives and withdraws them here, and sees before what else that does.
 *
 * @csspart application - One application.
 * @csspart impact - What a deed does beside what it says.
 * @csspart notice - What stands in place of applications that cannot be shown.
 * @csspart partly - A line about what could not be loaded.
 * @cssstate loading - The applications are on their way.
 * @fires {BeforeApplicationShareEvent} tessera-before-application-share - What the organization has is about to be changed; cancelable.
 * @fires {ApplicationSharedEvent} tessera-application-shared - The server has changed it.
 */
export class TesseraApplicationList extends LitElement {
  static override styles = [
    tokens,
    controls,
    avatarStyles,
    noticeStyles,
    skeletonStyles,
    refusalStyles,
    styles,
  ];

  /** Hides every action, for people who may only look. */
  @property({ type: Boolean, attribute: 'view-only' }) viewOnly = false;

  @state() private announcement = '';
  @state() private opening: 'opening' | 'failed' | undefined;
  @state() private dialog: ShareDialog | undefined;

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, { applicationList: applicationListWords });
  readonly #context = new ContextController(this);
  readonly #capabilities = new ResourceController<Capabilities>(this, () =>
    questionIn(this.#context, ['capabilities'], ({ client, organizationId }, signal) =>
      client.capabilities({ organizationId }, { signal }),
    ),
  );
  readonly #organization = new ResourceController<Organization>(this, () =>
    questionIn(this.#context, ['organization'], ({ client, organizationId }, signal) =>
      client.organizations.get({ organizationId }, { signal }),
    ),
  );
  readonly #applications = new ResourceController<Page<Application>>(this, () =>
    this.#can?.applications?.list
      ? questionIn(this.#context, ['applications'], ({ client, organizationId }, signal) =>
          client.applications.list({ organizationId }, { signal }),
        )
      : undefined,
  );
  readonly #connections = new ResourceController<Page<Connection>>(this, () =>
    this.#can?.connections && this.#items.some(({ onboarding }) => onboarding.connectionId)
      ? questionIn(this.#context, ['connections'], ({ client, organizationId }, signal) =>
          client.connections.list({ organizationId }, { signal }),
        )
      : undefined,
  );
  #shown = '';

  protected override willUpdate(): void {
    const { client, organizationId } = askedIn(this.#context) ?? {};
    const shown = JSON.stringify([client?.identity(), organizationId]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.announcement = '';
    this.opening = undefined;
    this.dialog?.leave();
  }

  protected override updated(): void {
    const isLoading = this.#context.client && !this.#applications.value && !this.#error;
    if (isLoading) this.#internals.states.add('loading');
    else this.#internals.states.delete('loading');
  }

  /** Asks the backend again for the applications, and for what can be done. */
  reload(): void {
    for (const one of [this.#capabilities, this.#organization, this.#applications]) one.reload();
  }

  /** Moves the focus to the first thing that can be done. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('button, .list')?.focus(options);
  }

  override render() {
    return html`<div class="list" tabindex="-1">${this.#content()}</div>
      ${this.dialog?.render()}
      <p class="hidden" role="status">${this.announcement}</p>`;
  }

  #content() {
    const { words } = this.#text;
    const { applicationList } = words;
    const { value } = this.#applications;
    const error = this.#error;
    if (error?.code === 'forbidden') {
      const { forbidden, forbiddenHint } = applicationList;
      return notice({ icon: lockIcon, title: forbidden, sentence: forbiddenHint, urgent: true });
    }
    if (error) return failureNotice(words, applicationList.failed, error, () => this.#retry());
    if (this.#can && !this.#can.applications?.list) {
      const { unsupported, unsupportedHint } = applicationList;
      return notice({ icon: infoIcon, title: unsupported, sentence: unsupportedHint });
    }
    if (!value) return this.#skeleton();
    return html`${partly(words, [this.#organization])} ${this.#toolbar()}
    ${value.items.length === 0 ? this.#empty() : this.#rows(value.items)}`;
  }

  #toolbar() {
    const { applicationList } = this.#text.words;
    const isFailed = this.opening === 'failed';
    const note = this.#organization.value && !this.viewOnly && !this.#mayShare();
    if (!this.#mayOnboard && !note && !isFailed) return nothing;
    return html`<div class="toolbar">
      ${note ? decidedElsewhere(this.#text.words, this.#organization.value, this.#mayAny) : nothing}
      ${isFailed ? html`<p class="refusal" role="alert">${applicationList.openFailed}</p>` : nothing}
      ${
        this.#mayOnboard
          ? html`<button
              type="button"
              class="button primary"
              data-deed="onboard"
              aria-disabled=${this.opening === 'opening' ? 'true' : nothing}
              @click=${(event: Event) =>
                void this.#open('onboard', undefined, event.currentTarget as HTMLElement)}
            >
              ${plusIcon} ${applicationList.onboard}
            </button>`
          : nothing
      }
    </div>`;
  }

  #rows(items: readonly Application[]) {
    return html`<ul class="rows" aria-label=${this.#text.words.applicationList.title}>
      ${repeat(
        items,
        ({ applicationId }) => applicationId,
        (application, index) =>
          applicationRow(this.#text.words, application, {
            index,
            deeds: this.#deedsOn(application),
            connection: this.#connections.value?.items.find(
              ({ connectionId }) => connectionId === application.onboarding.connectionId,
            )?.name,
            run: (deed, opener) => void this.#open(deed, application, opener),
          }),
      )}
    </ul>`;
  }

  #empty() {
    const { none, noneHint } = this.#text.words.applicationList;
    return notice({ icon: layoutGridIcon, title: none, sentence: noneHint });
  }

  #skeleton() {
    return html`<ul class="rows skeleton" aria-hidden="true">
        ${[38, 28].map(
          (width) =>
            html`<li>
              <div class="head"><i></i><span .style=${`inline-size:${width}%`}></span></div>
            </li>`,
        )}
      </ul>
      <p class="hidden" role="status">${this.#text.words.common.loading}</p>`;
  }

  /** What this person may do to one, as the backend says; what it cannot do is not there. */
  #deedsOn({ onboarding: { actions } }: Application): readonly RowDeed[] {
    if (this.viewOnly) return [];
    const can = this.#can;
    const may: Record<RowDeed, boolean> = {
      update: can?.applications?.onboard === true && actions['onboarding.update'] === true,
      // Whoever changes the whole share changes the default roles with it.
      setDefaults:
        can?.applications?.onboard === true &&
        actions['onboarding.setDefaults'] === true &&
        actions['onboarding.update'] !== true,
      expose:
        can?.managedOrganizations?.roleGroups === true &&
        this.#organization.value?.actions['managedOrganization.expose'] === true,
      withdraw: can?.applications?.onboard === true && actions['onboarding.withdraw'] === true,
    };
    return rowDeeds.filter((deed) => may[deed]);
  }

  get #mayOnboard(): boolean {
    const verdict = this.#organization.value?.actions['application.onboard'];
    return !this.viewOnly && this.#can?.applications?.onboard === true && verdict === true;
  }

  #mayShare(): boolean {
    return (
      this.#mayOnboard ||
      this.#items.some(({ onboarding: { actions } }) => actions['onboarding.update'] === true)
    );
  }

  get #mayAny(): boolean {
    return this.#items.some((application) => this.#deedsOn(application).length > 0);
  }

  get #can(): Capabilities | undefined {
    return this.#capabilities.value;
  }

  get #items(): readonly Application[] {
    return this.#applications.value?.items ?? [];
  }

  get #error(): TesseraError | undefined {
    for (const { value, error } of [this.#capabilities, this.#applications]) {
      if (error && (!value || shut.has(error.code))) return error;
    }
    return undefined;
  }

  async #open(
    deed: ShareDeed,
    application: Application | undefined,
    opener: HTMLElement,
  ): Promise<void> {
    if (this.opening === 'opening') return;
    const shown = this.#shown;
    this.opening = 'opening';
    this.announcement = '';
    try {
      this.dialog ??= await this.#load();
      this.opening = undefined;
      if (shown === this.#shown) this.dialog.open(deed, application, opener);
    } catch {
      this.opening = 'failed';
    }
  }

  async #load(): Promise<ShareDialog> {
    const { ShareDialog } = await import('./share-dialog.js');
    const applications = () => this.#items;
    return new ShareDialog(this, this.#context, {
      get applications() {
        return applications();
      },
      announce: (outcome) => (this.announcement = outcome),
    });
  }

  #retry(): void {
    this.reload();
    this.renderRoot.querySelector<HTMLElement>('.list')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-application-list': TesseraApplicationList;
  }
}
