import { TesseraError } from '@tesserakit/client';
import type { Member } from '@tesserakit/contract';
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveElement,
  type TemplateResult,
} from 'lit';
import type { Words } from '../text/catalogue.js';
import { columns3Icon, downloadIcon, ellipsisIcon } from '../theme/icons.js';
import { retryButton } from '../theme/retry.js';
import type { MemberBulk } from './member-bulk.js';
import type { MemberColumns } from './member-columns.js';
import type { Exported } from './member-file.js';
import type { MemberMenu } from './member-menu.js';
import type { MemberSelection } from './member-selection.js';
import { nameOf, type MembersInView } from './members-in-view.js';
import { addStyles } from '../theme/add-styles.js';

/** What the tools ask of their table. */
export interface ToolsOfHost {
  /** `undefined` where nothing can be done to anybody. */
  inView(): MembersInView | undefined;
  /** What an export writes now. */
  exported(): Omit<Exported, 'selection' | 'signal'> | undefined;
}

/**
 * What can be done to the members of a table. It loads what that takes when a person first asks for
 * it.
 */
export class MemberTools implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #of: ToolsOfHost;
  #selection: MemberSelection | undefined;
  #bulk: MemberBulk | undefined;
  #menu: MemberMenu | undefined;
  #columnChoice: typeof import('./member-column-choice.js').columnChoice | undefined;
  #exporting: AbortController | undefined;
  #failure: { readonly error: TesseraError; again(): void } | undefined;

  constructor(host: ReactiveElement, of: ToolsOfHost) {
    this.#host = host;
    this.#of = of;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#exporting?.abort();
  }

  /** Another organization is in view: nothing of the former one stays. */
  reset(): void {
    this.#exporting?.abort();
    this.#exporting = this.#failure = undefined;
    this.#bulk?.reset();
    this.#menu?.reset();
    this.#selection?.clear();
  }

  /** Whether anything can be done to members here. */
  get canAct(): boolean {
    const { members, access } = this.#of.inView()?.can ?? {};
    return !!(
      members?.suspend ||
      members?.remove ||
      members?.setOrganizationRoles ||
      (members && access?.grant)
    );
  }

  /** What was done last, for a screen reader. */
  get announcement(): string {
    return this.#bulk?.announcement || this.#menu?.announcement || '';
  }

  /** Whether somebody is selected. */
  has(userId: string): boolean {
    return this.#selection?.has(userId) ?? false;
  }

  /** The box that picks all that are loaded, in the head of the table. */
  headBox({ members }: Words<'members'>): TemplateResult {
    const shown = this.#of.inView()?.shown ?? [];
    const all = this.#selection?.includesAll(shown) ?? false;
    return html`<th role="columnheader" scope="col" class="pick">
      <input
        type="checkbox"
        aria-label=${members.selectShown}
        title=${members.selectShown}
        .checked=${all}
        .indeterminate=${!all && (this.#selection?.includesSome(shown) ?? false)}
        ?disabled=${this.#bulk?.busy ?? false}
        @click=${(event: Event) => void this.#pick(event.currentTarget, (selection) => selection.pickShown(shown))}
      />
    </th>`;
  }

  /** The box that picks a member. */
  box(member: Member, { members }: Words<'members'>): TemplateResult {
    const pick = (event: MouseEvent) => {
      const shown = this.#of.inView()?.shown ?? [];
      void this.#pick(event.currentTarget, (selection) =>
        selection.pick(member, shown, event.shiftKey),
      );
    };
    return html`<td role="cell" class="pick">
      <input
        type="checkbox"
        aria-label=${members.select(nameOf(member))}
        .checked=${this.has(member.userId)}
        ?disabled=${this.#bulk?.busy ?? false}
        @click=${pick}
      />
    </td>`;
  }

  /** The button that opens the menu of a member. */
  more(member: Member, { members }: Words<'members'>): TemplateResult {
    const open = (event: Event) => void this.#openMenu(event.currentTarget as HTMLElement, member);
    return html`<td role="cell" class="more">
      <button
        class="button quiet icon-only"
        type="button"
        aria-haspopup="menu"
        aria-label=${members.actionsFor(nameOf(member))}
        title=${members.actions}
        @click=${open}
      >
        ${ellipsisIcon}
      </button>
    </td>`;
  }

  /** The button that shows which columns there are. */
  columnChoice(
    words: Words<'members'>,
    columns: MemberColumns,
    choose: (names: readonly string[]) => void,
  ): TemplateResult {
    const label = words.members.chooseColumns;
    return html`<button
        class="button quiet icon-only columns"
        type="button"
        aria-label=${label}
        title=${label}
        popovertarget="columns"
        @click=${() => void this.#openColumns()}
      >
        ${columns3Icon}
      </button>
      ${this.#columnChoice?.(words, columns, choose)}`;
  }

  /** The button that gives a person what they look at as a file. */
  exportButton({ members }: Words<'members'>): TemplateResult {
    const isBusy = this.#exporting !== undefined;
    const label = isBusy ? members.exporting : members.export;
    return html`<button
      class="button quiet icon-only"
      type="button"
      aria-label=${label}
      title=${label}
      aria-busy=${isBusy}
      @click=${() => void this.export()}
    >
      ${downloadIcon}
    </button>`;
  }

  /** What stands in place of the toolbar while somebody is selected. */
  bar(): TemplateResult | typeof nothing {
    return this.#bulk?.bar() ?? nothing;
  }

  /** What became of what was done, in line above the rows. */
  outcomes(words: Words<'members'>) {
    return [
      this.#bulk?.outcome() ?? nothing,
      this.#menu?.outcome() ?? nothing,
      this.#failure
        ? html`<div class="not-done">
            <p class="refusal" role="alert">
              ${words.members.notDone} ${words.errors[this.#failure.error.code]}
            </p>
            ${retryButton(words, { error: this.#failure.error, run: this.#failure.again })}
          </div>`
        : nothing,
    ];
  }

  /** Dialogs and the menu. */
  overlays() {
    return [this.#bulk?.overlays() ?? nothing, this.#menu?.overlays() ?? nothing];
  }

  /** Gives a person the rows that they look at as a file; only those selected, where some are. */
  async export(): Promise<void> {
    const exported = this.#of.exported();
    if (!exported || this.#exporting) return;
    const exporting = (this.#exporting = new AbortController());
    const total = this.#of.inView()?.total ?? null;
    const isAnybodyPicked = this.#selection?.isEmpty(total) === false;
    const selection = isAnybodyPicked ? this.#selection : undefined;
    const { signal } = exporting;
    await this.#try(
      async () => {
        const { exportMembers } = await import('./member-file.js');
        // What the person gave up is no failure.
        await exportMembers({ ...exported, selection, signal }).catch((error: unknown) => {
          if (!signal.aborted) throw error;
        });
      },
      () => void this.export(),
    );
    if (exporting === this.#exporting) this.#exporting = undefined;
    this.#host.requestUpdate();
  }

  /** From the second time on the browser opens it. */
  async #openColumns(): Promise<void> {
    if (this.#columnChoice) return;
    await this.#try(
      async () => {
        const { columnChoice, columnChoiceStyles } = await import('./member-column-choice.js');
        this.#columnChoice = columnChoice;
        addStyles(this.#host, [columnChoiceStyles]);
      },
      () => void this.#openColumns(),
    );
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('#columns')?.showPopover();
  }

  async #openMenu(button: HTMLElement, member: Member): Promise<void> {
    await this.#try(
      async () => {
        const { MemberMenu } = await import('./member-menu.js');
        this.#menu ??= new MemberMenu(this.#host, () => this.#of.inView());
      },
      () => void this.#openMenu(button, member),
    );
    await this.#menu?.open(button, member);
  }

  /** Picks somebody; what that takes is loaded when it is done for the first time. */
  async #pick(
    box: EventTarget | null,
    choose: (selection: MemberSelection) => void,
  ): Promise<void> {
    const { organizationId } = this.#of.inView() ?? {};
    if (!this.#selection) await this.#loadSelection(() => void this.#pick(box, choose));
    if (organizationId !== this.#of.inView()?.organizationId) return;
    if (this.#selection) choose(this.#selection);
    else (box as HTMLInputElement).checked = false;
  }

  #loadSelection(again: () => void): Promise<void> {
    return this.#try(async () => {
      const [{ MemberBulk }, { MemberSelection }] = await Promise.all([
        import('./member-bulk.js'),
        import('./member-selection.js'),
      ]);
      if (this.#selection) return;
      const selection = new MemberSelection(() => this.#host.requestUpdate());
      this.#selection = selection;
      this.#bulk = new MemberBulk(
        this.#host,
        () => this.#of.inView(),
        selection,
        () => void this.export(),
      );
    }, again);
  }

  async #try(task: () => Promise<void>, again: () => void): Promise<void> {
    this.#failure = undefined;
    this.#host.requestUpdate();
    try {
      await task();
    } catch (error) {
      // A module that does not come is a matter of the way to it.
      const failure =
        error instanceof TypeError ? new TesseraError('network') : TesseraError.from(error);
      this.#failure = { error: failure, again };
    }
    this.#host.requestUpdate();
  }
}
