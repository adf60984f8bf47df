import type { LitElement } from 'lit';
import type { InvitingWords } from '../text/inviting.js';
import { addressesIn, addressesInTable, endsAddress, type Listed } from './address-list.js';
import { isUnusable, type Judged } from './address-verdicts.js';
import type { AddressDeeds } from './invite-addresses.js';
import {
  blankDraft,
  isBlank,
  type Answer,
  type InviteDraft,
  type Invitee,
} from './invite-draft.js';

const megabyte = 1_000_000;

/**
 * What people enter, for each organization apart: closing, failing or looking at another organization
 * loses nothing, and shows nothing of one organization to those of another.
 */
export class InviteDrafts implements AddressDeeds {
  readonly #host: LitElement;
  readonly #words: () => InvitingWords;
  readonly #judge: (list: readonly Invitee[]) => readonly Judged<Invitee>[];
  readonly #drafts = new Map<string, InviteDraft>();
  #key = '';
  #discarded: InviteDraft | undefined;

  /** What a screen reader is told of the last thing that was done. */
  said = '';
  /** What could not be done, beside sending. */
  problem = '';
  /** Whether a long list is shown to its end. */
  whole = false;
  /** Whether there was nobody to invite when it was tried. */
  missing = false;

  /** @param judge judges a list, as far as is known by what. */
  constructor(
    host: LitElement,
    words: () => InvitingWords,
    judge: (list: readonly Invitee[]) => readonly Judged<Invitee>[],
  ) {
    this.#host = host;
    this.#words = words;
    this.#judge = judge;
  }

  get key(): string {
    return this.#key;
  }

  get draft(): InviteDraft {
    return this.of(this.#key);
  }

  /** Whether the last draft was discarded and can still be had back. */
  get canUndo(): boolean {
    return this.#discarded !== undefined;
  }

  of(key: string): InviteDraft {
    return this.#drafts.get(key) ?? blankDraft;
  }

  /** Shows the draft of another person or organization. */
  enter(key: string): void {
    this.#key = key;
    this.#discarded = undefined;
    this.said = this.problem = '';
    this.whole = this.missing = false;
  }

  change(change: Partial<InviteDraft>, key = this.#key): void {
    const next = { ...this.of(key), ...change };
    if (isBlank(next) && next.invited.length === 0) this.#drafts.delete(key);
    else this.#drafts.set(key, next);
    if (key === this.#key) {
      this.#discarded = undefined;
      this.missing = false;
      this.problem = '';
    }
    this.#host.requestUpdate();
  }

  discard(): void {
    const { draft } = this;
    this.change(blankDraft);
    this.#discarded = draft;
    this.said = this.#words().discarded;
    this.#focus();
  }

  undo(): void {
    if (this.#discarded) this.change(this.#discarded);
    this.#focus();
  }

  /** Goes on with those who were not invited; what they get stays as it was chosen. */
  startOver(): void {
    const { invitees, invited } = this.draft;
    const isDone = invited.length > 0 && invitees.length === 0;
    this.change(isDone ? blankDraft : { invited: [] });
    this.said = '';
  }

  /** Keeps what was entered for the next time, and says so. */
  leave(): void {
    this.startOver();
    this.whole = false;
    if (!isBlank(this.draft)) this.said = this.#words().kept;
  }

  /** Takes what stands in the field into the list, whatever it is. */
  commit(typed = this.draft.typed): void {
    this.change({ typed: '' });
    this.add(addressesIn(typed));
  }

  add(list: readonly Listed[], key = this.#key): void {
    if (list.length === 0) return;
    const invitees = [...this.of(key).invitees, ...list];
    this.change({ invitees }, key);
    if (key !== this.#key) return;
    const added = this.#judge(invitees).slice(-list.length);
    this.said = this.#words().added(list.length, added.filter(isUnusable).length);
    void this.#host.updateComplete.then(() => this.#field?.scrollIntoView({ block: 'nearest' }));
  }

  /** There was nobody to invite. */
  miss(): void {
    this.missing = true;
    this.#host.requestUpdate();
    this.#focus();
  }

  /** The application did not let it happen. */
  prevent(): void {
    this.problem = this.#words().prevented;
    this.#host.requestUpdate();
  }

  /** Says what became of those who were sent. */
  tell(answers: readonly Answer[]): void {
    const words = this.#words();
    const refused = answers.filter(({ refused }) => refused).length;
    const done = answers.length - refused;
    const sentences = [done > 0 && words.invited(done), refused > 0 && words.refused(refused)];
    this.said = sentences.filter(Boolean).join(' · ');
    this.#host.requestUpdate();
  }

  type(event: InputEvent): void {
    const field = event.target as HTMLTextAreaElement;
    const typed = field.value;
    const pasted = /^insertFrom(Paste|Drop)/.test(event.inputType) && typed.includes('@');
    if (event.isComposing || !(pasted || endsAddress(typed))) return this.change({ typed });
    this.commit(typed);
    field.value = '';
  }

  press(event: KeyboardEvent): void {
    const field = event.target as HTMLTextAreaElement;
    const { invitees } = this.draft;
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) field.form?.requestSubmit();
      else if (field.value.trim()) this.commit(field.value);
    }
    const last = invitees.at(-1);
    if (event.key === 'Backspace' && field.value === '' && last) {
      event.preventDefault();
      this.correct(last);
    }
  }

  /** The focus goes to the next one, so that several can be removed in a row. */
  remove(invitee: Invitee): void {
    const { invitees } = this.draft;
    const index = invitees.indexOf(invitee);
    this.change({ invitees: invitees.filter((other) => other !== invitee) });
    this.said = this.#words().removed(invitee.email);
    this.#focus(invitees.length > 1 ? Math.min(index, invitees.length - 2) : undefined);
  }

  correct(invitee: Invitee): void {
    if (this.draft.typed.trim()) this.commit();
    this.change({
      typed: invitee.email,
      invitees: this.draft.invitees.filter((other) => other !== invitee),
    });
    this.#focus();
  }

  removeUnusable(): void {
    const usable = this.#judge(this.draft.invitees).filter((one) => !isUnusable(one));
    this.change({ invitees: usable.map(({ listed }) => listed) });
    this.#focus();
  }

  showAll(): void {
    this.whole = true;
    this.#focus();
    this.#host.requestUpdate();
  }

  async read(files: FileList | null | undefined): Promise<void> {
    const file = files?.[0];
    if (!file) return;
    const key = this.#key;
    const words = this.#words();
    let problem = '';
    if (file.size > megabyte) problem = words.fileTooLarge(file.name);
    else {
      try {
        const list = addressesInTable(decoded(await file.arrayBuffer()));
        this.add(list, key);
        if (list.length === 0) problem = `${words.fileEmpty(file.name)} ${words.fileHint}`;
        else if (key === this.#key) this.said = words.addedFrom(list.length, file.name);
      } catch {
        problem = words.fileUnreadable(file.name);
      }
    }
    if (key !== this.#key) return;
    this.problem = problem;
    this.#host.requestUpdate();
    this.#focus();
  }

  /** Puts the focus on the button that removes one of the list, or else where one types. */
  #focus(index?: number): void {
    void this.#host.updateComplete.then(() => {
      const root = this.#host.renderRoot;
      const buttons = root.querySelectorAll<HTMLElement>('.remove');
      const button = index === undefined ? undefined : buttons[index];
      (button ?? this.#field)?.focus();
    });
  }

  get #field(): HTMLTextAreaElement | null {
    return this.#host.renderRoot.querySelector('textarea');
  }
}

/** The text of a file: spreadsheets also write it in two bytes a letter. */
function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  const wide = first === 0xff && second === 0xfe;
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes);
}
