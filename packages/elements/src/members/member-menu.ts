import type { Member } from '@tesserakit/contract';
import { html, nothing, type ReactiveController, type ReactiveElement } from 'lit';
import { DeedController } from '../data/deed.js';
import { isFocusElsewhere } from '../data/focus.js';
import { refresh } from '../data/query.js';
import { actionWords } from '../text/actions.js';
import { memberDeedWords } from '../text/member-deeds.js';
import { memberWords } from '../text/members.js';
import { TextController } from '../text/text-controller.js';
import { closeButton } from '../theme/close-button.js';
import { dialogStyles } from '../theme/dialog.js';
import {
  circleAlertIcon,
  circlePauseIcon,
  circlePlayIcon,
  logOutIcon,
  userXIcon,
} from '../theme/icons.js';
import { retryButton } from '../theme/retry.js';
import { menuItems, menuStyles, moveInMenu, openMenu, type MenuItem } from '../theme/menu.js';
import { outcomeStyles } from '../theme/outcome.js';
import { mayChange, refusalOf, spokenName, tellChange, type Standing } from './member-changing.js';
import { styles } from './member-menu.styles.js';
import { removalQuestion } from './member-removal.js';
import { nameOf, type MembersInView } from './members-in-view.js';
import { addStyles } from '../theme/add-styles.js';

type Deed = Standing | 'endSessions';

interface Outcome {
  readonly deed: Deed;
  readonly member: Member;
  /** As it was before; a later version cannot be known where the backend counts none. */
  readonly version: number | undefined;
}

const icons = {
  suspend: circlePauseIcon,
  reactivate: circlePlayIcon,
  endSessions: logOutIcon,
  remove: userXIcon,
};

const participles = {
  suspend: 'suspended',
  reactivate: 'reactivated',
  remove: 'removed',
  endSessions: 'sessionsEnded',
} as const;

/** The menu at the end of a row, what is done from it, and what became of that. */
export class MemberMenu implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #inView: () => MembersInView | undefined;
  readonly #text: TextController<'actions' | 'memberDeeds' | 'members'>;
  readonly #deed: DeedController;
  #member: Member | undefined;
  #button: HTMLElement | undefined;
  #removing: Member | undefined;
  #outcome: Outcome | undefined;
  #tried: Outcome | undefined;
  #opened: HTMLDialogElement | undefined;

  constructor(host: ReactiveElement, inView: () => MembersInView | undefined) {
    this.#host = host;
    this.#inView = inView;
    this.#text = new TextController(host, {
      actions: actionWords,
      memberDeeds: memberDeedWords,
      members: memberWords,
    });
    this.#deed = new DeedController(host);
    addStyles(host, [dialogStyles, menuStyles, outcomeStyles, styles]);
    host.addController(this);
  }

  /** What was done last, for a screen reader. */
  get announcement(): string {
    const { memberDeeds } = this.#text.words;
    const { deed, member } = this.#outcome ?? {};
    return deed && member ? memberDeeds[participles[deed]](spokenName(member)) : '';
  }

  /** Opens the menu of a member at the button that was pressed. */
  async open(button: HTMLElement, member: Member): Promise<void> {
    this.#button?.removeAttribute('aria-expanded');
    this.#button = button;
    this.#member = member;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    button.setAttribute('aria-expanded', 'true');
    openMenu(this.#popover);
    this.#host.renderRoot.addEventListener('scroll', this.#close, { capture: true, once: true });
  }

  /** Forgets everything: another organization is in view. */
  reset(): void {
    this.#close();
    this.#dialog?.close();
    this.#member = this.#removing = this.#outcome = this.#tried = undefined;
    this.#deed.forget();
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    // Once it was closed it stays so, though the browser tells of it only later.
    if (!dialog || dialog === this.#opened) return;
    this.#opened = dialog;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('.first')?.focus();
  }

  /** Everything that stands over the table. */
  overlays() {
    return html`${this.#menu()} ${this.#question()}`;
  }

  /** What became of the last deed, in line. */
  outcome() {
    const { words } = this.#text;
    const { actions, memberDeeds } = words;
    const { error, busy, uncertain } = this.#deed;
    if (error && this.#tried && !this.#removing) {
      const tried = this.#tried;
      return html`<div class="outcome" part="outcome">
        <p class="refusal" role="alert">
          ${circleAlertIcon}
          <span>
            ${
              uncertain
                ? html`${words.errors[error.code]} ${actions.uncertain}`
                : html`${memberDeeds.failed(spokenName(tried.member))} ${words.errors[error.code]}`
            }
          </span>
        </p>
        ${retryButton(words, { error, run: () => void this.#do(this.#current(tried)) })}
        ${this.#dismiss()}
      </div>`;
    }
    const outcome = this.#outcome;
    if (!outcome) return nothing;
    const inverse = inverseOf(outcome);
    return html`<div class="outcome" part="outcome">
      <bdi>${this.announcement}</bdi>
      ${
        inverse
          ? html`<button
              class="button"
              type="button"
              aria-busy=${busy}
              @click=${() => void this.#do(inverse)}
            >
              ${actions.undo}
            </button>`
          : nothing
      }
      ${this.#dismiss()}
    </div>`;
  }

  #dismiss() {
    return closeButton(this.#text.words.actions.close, () => {
      this.#outcome = this.#tried = undefined;
      this.#deed.forget();
      this.#focusBack();
    });
  }

  #menu() {
    const member = this.#member;
    const view = this.#inView();
    if (!member || !view) return nothing;
    return html`<div
      class="popover menu"
      popover
      role="menu"
      part="menu"
      aria-label=${this.#text.words.members.actionsFor(nameOf(member))}
      @keydown=${this.#move}
      @toggle=${this.#toggled}
    >
      ${menuItems(deedsFor(member, view).map((deed) => this.#item(member, deed)))}
    </div>`;
  }

  #item(member: Member, deed: Deed): MenuItem {
    const { memberDeeds, errors } = this.#text.words;
    const refusal = refusalOf(member, `member.${deed}`);
    const sentences: Record<string, string> = errors;
    return {
      icon: icons[deed],
      name: memberDeeds[deed],
      reason: refusal
        ? (sentences[refusal] ?? refusal)
        : this.#deed.busy
          ? memberDeeds.underWay
          : undefined,
      grave: deed === 'remove',
      choose: () => this.#choose(deed, member),
    };
  }

  #question() {
    const member = this.#removing;
    if (!member) return nothing;
    return removalQuestion(this.#text.words, member, this.#deed, {
      remove: () => void this.#remove(member),
      close: () => this.#dialog?.close(),
      closed: this.#closed,
    });
  }

  #choose(deed: Deed, member: Member): void {
    this.#close();
    this.#deed.forget();
    if (deed === 'remove') {
      this.#removing = member;
      this.#host.requestUpdate();
    } else void this.#do({ deed, member, version: member.version });
  }

  async #remove(member: Member): Promise<void> {
    const wanted: Outcome = { deed: 'remove', member, version: member.version };
    if (!(await this.#do(this.#current(wanted)))) return;
    this.#dialog?.close();
    this.#host.renderRoot.querySelector<HTMLElement>('.viewport')?.focus();
  }

  /** What is tried again after somebody else's change is about the member as they are shown now. */
  #current(wanted: Outcome): Outcome {
    if (this.#deed.error?.code !== 'version_conflict') return wanted;
    const { userId } = wanted.member;
    const now = this.#inView()?.shown.find((member) => member.userId === userId);
    return now ? { ...wanted, version: now.version } : wanted;
  }

  async #do(wanted: Outcome): Promise<boolean> {
    const view = this.#inView();
    if (!view || this.#deed.busy) return false;
    const { client, organizationId, can } = view;
    const { deed, member } = wanted;
    const { userId } = member;
    const standing = deed === 'endSessions' ? undefined : deed;
    if (!mayChange(this.#host, standing, organizationId, [userId])) return false;
    const expected = can.members.versions ? { version: wanted.version } : {};
    this.#tried = wanted;
    this.#outcome = undefined;
    let version: number | undefined;
    let isDone = false;
    const shown = await this.#deed.run(
      JSON.stringify([organizationId, userId, deed]),
      async (options) => {
        const answer = await client.members[deed]({ organizationId, userId, ...expected }, options);
        if (answer) version = answer.version;
        isDone = true;
      },
    );
    // Whatever is in view by now, it was done.
    if (isDone) tellChange(this.#host, standing, organizationId, [userId]);
    refresh(client, [client.identity(), organizationId]);
    if (shown) this.#outcome = { deed, member, version };
    this.#host.requestUpdate();
    if (shown && deed !== 'remove') this.#focusBack();
    return shown;
  }

  /** What was pressed may be gone; one goes on at the row, or at the rows. */
  #focusBack(): void {
    void this.#host.updateComplete.then(() => {
      const root = this.#host.renderRoot as ShadowRoot;
      if (root.activeElement || isFocusElsewhere(this.#host)) return;
      const viewport = root.querySelector<HTMLElement>('.viewport');
      (this.#button?.isConnected ? this.#button : viewport)?.focus();
    });
  }

  readonly #closed = (): void => {
    this.#removing = undefined;
    if (this.#deed.error) this.#deed.forget();
    this.#host.requestUpdate();
    this.#focusBack();
  };

  readonly #close = (): void => this.#popover?.hidePopover();

  readonly #toggled = (event: ToggleEvent): void => {
    if (event.newState !== 'closed') return;
    this.#button?.removeAttribute('aria-expanded');
    const inside = (this.#host.renderRoot as ShadowRoot).activeElement;
    if (!isFocusElsewhere(this.#host) && (!inside || this.#popover?.contains(inside))) {
      this.#button?.focus();
    }
  };

  readonly #move = (event: KeyboardEvent): void => {
    if (!moveInMenu(event) && event.key === 'Tab') this.#close();
  };

  get #popover(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.menu');
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector<HTMLDialogElement>('#member-removal');
  }
}

/** What there is to do to a member with this backend, allowed or not. */
function deedsFor(member: Member, { can }: MembersInView): Deed[] {
  const deeds: Deed[] = [];
  if (can.members.suspend) deeds.push(member.status === 'suspended' ? 'reactivate' : 'suspend');
  if (Object.hasOwn(member.actions, 'member.endSessions')) deeds.push('endSessions');
  if (can.members.remove) deeds.push('remove');
  return deeds;
}

function inverseOf({ deed, member, version }: Outcome): Outcome | undefined {
  if (deed === 'suspend') return { deed: 'reactivate', member, version };
  if (deed === 'reactivate') return { deed: 'suspend', member, version };
  return undefined;
}
