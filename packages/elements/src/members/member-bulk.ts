import type { OrganizationRole } from '@tesserakit/contract';
import { nothing, type ReactiveController, type ReactiveElement } from 'lit';
import { BulkRun } from '../data/bulk-run.js';
import { isUncertain } from '../data/deed.js';
import { refresh } from '../data/query.js';
import { ResourceController } from '../data/resource.js';
import { actionWords } from '../text/actions.js';
import { memberDeedWords } from '../text/member-deeds.js';
import { roleNames } from '../text/role-names.js';
import { TextController } from '../text/text-controller.js';
import { dialogStyles } from '../theme/dialog.js';
import { outcomeStyles } from '../theme/outcome.js';
import { mayChange, tellChange, type Standing } from './member-changing.js';
import {
  bulkDeed,
  bulkMember,
  type BulkAction,
  type BulkDeed,
  type BulkMember,
} from './bulk-deeds.js';
import { bulkBar, progressBar, type BulkKind } from './bulk-bar.js';
import { bulkOutcome } from './bulk-outcome.js';
import { bulkQuestion, type Asking } from './bulk-question.js';
import { styles } from './member-bulk.styles.js';
import { collectMembers } from './collect-members.js';
import type { MemberSelection } from './member-selection.js';
import type { MembersInView } from './members-in-view.js';
import { addStyles } from '../theme/add-styles.js';

/** One thing that is done to many, or was. */
export interface BulkWork {
  readonly kind: BulkKind | 'undo';
  readonly run: BulkRun<BulkMember>;
  readonly deed: BulkDeed;
  /** What the host is told that happened. */
  readonly standing: Standing | undefined;
  readonly view: MembersInView;
  /** How many of those done the host was told of. */
  told: number;
}

const opposites: Partial<Record<BulkKind, Standing>> = {
  suspend: 'reactivate',
  reactivate: 'suspend',
};

/** What is done to all who are selected: the bar, the question before, and what became of it. */
export class MemberBulk implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #inView: () => MembersInView | undefined;
  readonly #selection: MemberSelection;
  readonly #export: () => void;
  readonly #text: TextController<'actions' | 'memberDeeds' | 'roleNames'>;
  readonly #roles: ResourceController<{ readonly items: readonly OrganizationRole[] }>;
  #asking: Asking | undefined;
  #work: BulkWork | undefined;
  #opened: HTMLDialogElement | undefined;

  constructor(
    host: ReactiveElement,
    inView: () => MembersInView | undefined,
    selection: MemberSelection,
    exportSelected: () => void,
  ) {
    this.#host = host;
    this.#inView = inView;
    this.#selection = selection;
    this.#export = exportSelected;
    this.#text = new TextController(host, {
      actions: actionWords,
      memberDeeds: memberDeedWords,
      roleNames,
    });
    this.#roles = new ResourceController(host, () => {
      const view = this.#inView();
      if (this.#asking?.kind !== 'assignRole' || !view?.can.organizationRoles?.list)
        return undefined;
      const { client, organizationId } = view;
      return {
        owner: client,
        key: [client.identity(), organizationId, 'organization-roles'] as const,
        fetch: (signal: AbortSignal) =>
          client.organizationRoles.list({ organizationId }, { signal }),
      };
    });
    addStyles(host, [dialogStyles, outcomeStyles, styles]);
    host.addController(this);
  }

  /** Whether something is being done: nobody else is selected meanwhile. */
  get busy(): boolean {
    return this.#work !== undefined && this.#work.run.phase !== 'ended';
  }

  /** How it ended, for a screen reader. */
  get announcement(): string {
    const work = this.#work;
    if (!work || work.run.phase !== 'ended') return '';
    const { memberDeeds } = this.#text.words;
    const { done, refused, rest, error } = work.run;
    return [
      memberDeeds.done[work.kind](done.length),
      refused.length > 0 ? memberDeeds.refused(refused.length) : '',
      rest.length === 0
        ? ''
        : isUncertain(error)
          ? memberDeeds.unanswered(rest.length)
          : memberDeeds.notTried(rest.length),
    ]
      .filter(Boolean)
      .join(' ');
  }

  /** Forgets everything: another organization is in view. What is under way stops. */
  reset(): void {
    this.#work?.run.cancel();
    this.#dialog?.close();
    this.#work = this.#asking = undefined;
  }

  /** Nobody can watch it any more: it stops, and how far it came is there for whoever comes back. */
  hostDisconnected(): void {
    this.#work?.run.cancel();
    this.#dialog?.close();
    this.#asking = undefined;
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    // Once it was closed it stays so, though the browser tells of it only later.
    if (!dialog || dialog === this.#opened) return;
    this.#opened = dialog;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('.first')?.focus();
  }

  /** What stands in place of the toolbar. */
  bar() {
    const view = this.#inView();
    const { words } = this.#text;
    if (this.busy) return progressBar(words, this.#work!.run, () => this.#work?.run.cancel());
    if (!view || this.#selection.isEmpty(view.total)) return nothing;
    return bulkBar(words, view, this.#selection, {
      ask: (kind) => this.#ask(kind),
      export: this.#export,
      clear: () => this.#clear(),
    });
  }

  /** What became of it, until it is closed. */
  outcome() {
    const work = this.#work;
    if (!work || this.busy) return nothing;
    return bulkOutcome(this.#text.words, work, this.announcement, {
      undo: () => void this.#undo(work),
      retry: () => void this.#goOn(work, () => work.run.retry()),
      close: () => {
        this.#work = undefined;
        this.#host.requestUpdate();
        this.#focus('.viewport');
      },
    });
  }

  /** The question before anything is done. */
  overlays() {
    const view = this.#inView();
    if (!this.#asking || !view) return nothing;
    return bulkQuestion(this.#text.words, this.#asking, view, this.#selection, {
      roles: this.#roles,
      change: (asking) => {
        this.#asking = asking;
        this.#host.requestUpdate();
      },
      close: () => this.#dialog?.close(),
      closed: () => {
        this.#asking = undefined;
        this.#host.requestUpdate();
      },
      confirm: (action) => {
        this.#dialog?.close();
        void this.#begin(action);
      },
    });
  }

  #ask(kind: BulkKind): void {
    this.#asking = { kind, chosen: '', missing: false };
    this.#host.requestUpdate();
  }

  async #begin(action: BulkAction): Promise<void> {
    const view = this.#inView();
    if (!view || this.busy) return;
    const { kind } = action;
    const deed = bulkDeed(view, action);
    const standing = kind === 'assignRole' || kind === 'grantRole' ? undefined : kind;
    await this.#do({ kind, deed, standing, view }, this.#collector(view));
  }

  async #undo({ kind, deed, run, view }: BulkWork): Promise<void> {
    if (!deed.inverse || kind === 'undo' || this.busy) return;
    const { done } = run;
    await this.#do({ kind: 'undo', deed: deed.inverse, standing: opposites[kind], view }, () =>
      Promise.resolve(done),
    );
  }

  #collector({ client, can, wanted }: MembersInView) {
    const selection = this.#selection;
    if (!selection.isAll) return () => Promise.resolve(selection.picked.map(bulkMember));
    const excepted = new Set(selection.excepted);
    return (found: (count: number) => void, signal: AbortSignal) =>
      collectMembers(
        client,
        wanted,
        can.members.pageLimit,
        (member) => (excepted.has(member.userId) ? undefined : bulkMember(member)),
        found,
        signal,
      );
  }

  async #do(
    what: Omit<BulkWork, 'run' | 'told'>,
    collect: (
      found: (count: number) => void,
      signal: AbortSignal,
    ) => Promise<readonly BulkMember[]>,
  ): Promise<void> {
    const { organizationId } = what.view;
    const run = new BulkRun<BulkMember>(
      {
        collect,
        mayBegin: (members) => mayChange(this.#host, what.standing, organizationId, idsOf(members)),
        limit: what.deed.limit,
        apply: (members, options) => what.deed.apply(members, options),
      },
      () => this.#host.requestUpdate(),
    );
    const work: BulkWork = { ...what, run, told: 0 };
    this.#work = work;
    await this.#goOn(work, () => run.run());
  }

  async #goOn(work: BulkWork, go: () => Promise<void>): Promise<void> {
    const going = go();
    this.#host.requestUpdate();
    this.#focus('.selection');
    await going;
    const { client, organizationId } = work.view;
    const news = work.run.done.slice(work.told);
    work.told = work.run.done.length;
    // Whatever is in view by now, it was done.
    tellChange(this.#host, work.standing, organizationId, idsOf(news));
    if (news.length > 0) refresh(client, [client.identity(), organizationId]);
    if (work !== this.#work) return;
    this.#keepUndone(work);
    this.#host.requestUpdate();
    this.#focus('.outcome');
  }

  /** Those to whom it was not done stay selected. */
  #keepUndone({ run, kind }: BulkWork): void {
    if (kind === 'undo') return;
    const { refused, rest, done } = run;
    if (refused.length + rest.length === 0 && done.length > 0) return this.#selection.clear();
    if (this.#selection.isAll) return;
    const left = new Set(idsOf([...refused.map(({ item }) => item), ...rest]));
    const { picked } = this.#selection;
    if (left.size > 0) this.#selection.replace(picked.filter(({ userId }) => left.has(userId)));
  }

  #clear(): void {
    this.#selection.clear();
    this.#focus('.viewport');
  }

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
    );
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector<HTMLDialogElement>('#bulk-question');
  }
}

function idsOf(members: readonly BulkMember[]): string[] {
  return members.map(({ userId }) => userId);
}
