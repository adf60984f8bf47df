import type { List, Page, TesseraError } from '@tesserakit/client';
import type { Application, Capabilities, Me, MemberAccess } from '@tesserakit/contract';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ContextController } from '../data/context-controller.js';
import { askedIn, questionIn } from '../data/in-view.js';
import { ResourceController } from '../data/resource.js';
import { appLauncherWords } from '../text/app-launcher.js';
import { isolated } from '../text/open-words.js';
import { TextController } from '../text/text-controller.js';
import { avatarStyles } from '../theme/avatar.js';
import { chipsStyles } from '../theme/chips.js';
import { controls } from '../theme/controls.js';
import { infoIcon, layoutGridIcon, lockIcon, userXIcon } from '../theme/icons.js';
import { failureNotice, notice, noticeStyles, partly } from '../theme/notice.js';
import { skeletonStyles } from '../theme/skeleton.js';
import { tokens } from '../theme/tokens.js';
import { AccessRequestedEvent, BeforeApplicationLaunchEvent } from './app-launcher-events.js';
import { closedRow, doorSearch, tile, type Door } from './app-launcher-parts.js';
import { styles } from './app-launcher.styles.js';

/** Above this number they are searched. */
const many = 12;

/** Codes that also take away what was shown before. */
const shut = new Set(['not_found', 'forbidden']);

/**
 * The applications that the signed-in person may enter for the organization in view, each a way in;
 * and those they may not, each with the reason and the way to ask for it.
 *
 * @csspart application - An application that may be entered.
 * @csspart link - The way in.
 * @csspart closed - An application that may not be entered.
 * @csspart search - The search field; there are few applications where it is missing.
 * @csspart notice - What stands in place of applications that cannot be shown.
 * @csspart partly - A line about what could not be loaded.
 * @cssstate loading - The applications are on their way.
 * @fires {BeforeApplicationLaunchEvent} tessera-before-application-launch - A person follows the way in; cancelable.
 * @fires {AccessRequestedEvent} tessera-access-requested - A person asks to be let in, where the host takes requests.
 */
export class TesseraAppLauncher extends LitElement {
  static override styles = [
    tokens,
    controls,
    avatarStyles,
    chipsStyles,
    noticeStyles,
    skeletonStyles,
    styles,
  ];

  /** Shows a button that asks for access; whoever sets it handles `tessera-access-requested`. */
  @property({ type: Boolean }) requestable = false;

  @state() private searched = '';
  @state() private announcement = '';
  @state() private explained: string | undefined;
  @state() private explainer: 'absent' | 'there' | 'failed' = 'absent';
  @state() private asked: ReadonlySet<string> = new Set();

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, { appLauncher: appLauncherWords });
  readonly #context = new ContextController(this);
  readonly #capabilities = new ResourceController<Capabilities>(this, () =>
    questionIn(this.#context, ['capabilities'], ({ client, organizationId }, signal) =>
      client.capabilities({ organizationId }, { signal }),
    ),
  );
  readonly #me = new ResourceController<Me>(this, () =>
    questionIn(this.#context, ['me'], ({ client, organizationId }, signal) =>
      client.me.get({ organizationId }, { signal }),
    ),
  );
  readonly #applications = new ResourceController<Page<Application>>(this, () =>
    this.#can?.applications?.list
      ? questionIn(this.#context, ['applications'], ({ client, organizationId }, signal) =>
          client.applications.list({ organizationId }, { signal }),
        )
      : undefined,
  );
  readonly #access = new ResourceController<List<MemberAccess>>(this, () => {
    const { userId } = this.#me.value ?? {};
    return this.#can?.access && userId !== undefined
      ? questionIn(this.#context, ['access', userId], ({ client, organizationId }, signal) =>
          client.access.list({ organizationId, userId }, { signal }),
        )
      : undefined;
  });
  #shown = '';

  protected override willUpdate(): void {
    const { client, organizationId } = askedIn(this.#context) ?? {};
    const shown = JSON.stringify([client?.identity(), organizationId]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.searched = this.announcement = '';
    this.explained = undefined;
    this.asked = new Set();
  }

  protected override updated(): void {
    if (this.#context.client && !this.#doors && !this.#error) this.#internals.states.add('loading');
    else this.#internals.states.delete('loading');
  }

  /** Asks the backend again which applications there are, and which of them are open. */
  reload(): void {
    for (const one of [this.#capabilities, this.#me, this.#applications, this.#access]) {
      one.reload();
    }
  }

  override render() {
    return html`${this.#content()}
      <p class="hidden" role="status">${this.announcement}</p>`;
  }

  #content() {
    const { words } = this.#text;
    const { appLauncher } = words;
    const doors = this.#doors;
    const error = this.#error;
    if (error) return this.#failure(error);
    if (this.#can && !this.#can.access) {
      const { unsupported, unsupportedHint } = appLauncher;
      return notice({ icon: infoIcon, title: unsupported, sentence: unsupportedHint });
    }
    if (!doors) return this.#skeleton();
    if (doors.length === 0) {
      const { none, noneHint } = appLauncher;
      return notice({ icon: layoutGridIcon, title: none, sentence: noneHint });
    }
    const found = doors.filter((door) => this.#isFound(door));
    return html`${partly(words, [this.#applications])}
    ${
      doors.length > many
        ? doorSearch(words, this.searched, found.length, (typed) => (this.searched = typed))
        : nothing
    }
    ${found.length === 0 ? html`<p class="muted none">${appLauncher.noMatch}</p>` : nothing}
    ${this.#openDoors(found, doors)} ${this.#closedDoors(found)}`;
  }

  #openDoors(found: readonly Door[], all: readonly Door[]) {
    const { appLauncher } = this.#text.words;
    if (!all.some(isOpen)) {
      const { noneOpen, noneOpenHint } = appLauncher;
      return notice({ icon: lockIcon, title: noneOpen, sentence: noneOpenHint });
    }
    const open = found.filter(isOpen);
    if (open.length === 0) return nothing;
    return html`<section aria-labelledby="open">
      <h3 id="open">${appLauncher.open}</h3>
      <ul class="tiles">
        ${repeat(
          open,
          ({ application }) => application.applicationId,
          (door) => tile(this.#text.words, door, (event) => this.#launch(door, event)),
        )}
      </ul>
    </section>`;
  }

  #closedDoors(found: readonly Door[]) {
    const { appLauncher } = this.#text.words;
    const closed = found.filter((door) => !isOpen(door));
    if (closed.length === 0) return nothing;
    return html`<section aria-labelledby="closed">
      <h3 id="closed">${appLauncher.closed}</h3>
      <ul class="closed">
        ${repeat(
          closed,
          ({ application }) => application.applicationId,
          (door) => this.#closedDoor(door),
        )}
      </ul>
    </section>`;
  }

  #closedDoor(door: Door) {
    const { applicationId } = door.application;
    return closedRow(this.#text.words, door, {
      organization:
        this.#me.value?.organization?.name ?? this.#text.words.appLauncher.theOrganization,
      requestable: this.requestable,
      asked: this.asked.has(applicationId),
      explainable: this.#can?.access?.explain === true,
      explained: this.explained === applicationId,
      reasons: this.#reasons(door),
      ask: () => this.#ask(door),
      explain: () => void this.#explain(applicationId),
    });
  }

  #reasons({ access: { userId, applicationId } }: Door) {
    const { whyFailed } = this.#text.words.appLauncher;
    if (this.explainer === 'failed') return html`<p class="refusal" role="alert">${whyFailed}</p>`;
    return html`<tessera-access-explainer
      user-id=${userId}
      application-id=${applicationId}
    ></tessera-access-explainer>`;
  }

  #failure(error: TesseraError) {
    const { words } = this.#text;
    const { appLauncher } = words;
    if (error.code === 'forbidden') {
      const { forbidden, forbiddenHint } = appLauncher;
      return notice({ icon: lockIcon, title: forbidden, sentence: forbiddenHint, urgent: true });
    }
    if (error.code === 'not_found') {
      const { noMember, noMemberHint } = appLauncher;
      return notice({ icon: userXIcon, title: noMember, sentence: noMemberHint });
    }
    return failureNotice(words, appLauncher.failed, error, () => this.#retry());
  }

  #skeleton() {
    return html`<ul class="tiles skeleton" aria-hidden="true">
        ${[58, 44, 52].map(
          (width) =>
            html`<li class="tile"><i></i><span .style=${`inline-size:${width}%`}></span></li>`,
        )}
      </ul>
      <p class="hidden" role="status">${this.#text.words.common.loading}</p>`;
  }

  get #can(): Capabilities | undefined {
    return this.#capabilities.value;
  }

  /** What the person has of each application; without the applications' own faces where those failed. */
  get #doors(): readonly Door[] | undefined {
    const items = this.#access.value?.items;
    const waits = this.#can?.applications?.list && !this.#applications.value;
    if (!items || (waits && !this.#applications.error)) return undefined;
    return items.map((access) => ({
      access,
      application:
        this.#applications.value?.items.find(
          ({ applicationId }) => applicationId === access.applicationId,
        ) ?? access,
    }));
  }

  get #error(): TesseraError | undefined {
    for (const { value, error } of [this.#capabilities, this.#me, this.#access]) {
      if (error && (!value || shut.has(error.code))) return error;
    }
    return undefined;
  }

  #isFound({ application }: Door): boolean {
    const name = application.name.toLocaleLowerCase();
    const words = this.searched.toLocaleLowerCase().split(/\s+/);
    return words.every((word) => name.includes(word));
  }

  #launch({ application: { applicationId } }: Door, event: Event): void {
    const { organizationId } = askedIn(this.#context) ?? {};
    if (organizationId === undefined) return;
    const before = new BeforeApplicationLaunchEvent(organizationId, applicationId);
    if (!this.dispatchEvent(before)) event.preventDefault();
  }

  #ask({ application: { name }, access: { userId, applicationId } }: Door): void {
    const { organizationId } = askedIn(this.#context) ?? {};
    if (organizationId === undefined) return;
    this.asked = new Set([...this.asked, applicationId]);
    this.announcement = this.#text.words.appLauncher.askedFor(isolated(name));
    this.dispatchEvent(new AccessRequestedEvent(organizationId, userId, applicationId));
  }

  async #explain(applicationId: string): Promise<void> {
    const isShown = this.explained === applicationId;
    this.explained = isShown ? undefined : applicationId;
    if (isShown || this.explainer === 'there') return;
    try {
      await import('../access/access-explainer.js');
      this.explainer = 'there';
    } catch {
      this.explainer = 'failed';
    }
  }

  #retry(): void {
    this.reload();
    this.setAttribute('tabindex', '-1');
    this.focus();
  }
}

function isOpen({ access }: Door): boolean {
  return access.entry === true;
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-app-launcher': TesseraAppLauncher;
  }
}
