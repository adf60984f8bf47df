import type { Member, MemberChange } from '@tesserakit/contract';
import { DeedController } from '../data/deed.js';
import { BeforeMemberUpdateEvent, MemberUpdatedEvent } from './member-detail-events.js';
import type { MemberHost, MemberInView } from './member-in-view.js';

/** What an organization notes about a member. */
export type NoteField = keyof MemberChange;

type Notes = Partial<Record<NoteField, string>>;

/**
 * Some notes about a member while a person changes them. What was entered stays until it is saved or
 * given up. What somebody else has saved meanwhile is put beside it, and never overwritten unasked.
 */
export class MemberNotes {
  readonly #host: MemberHost;
  readonly #view: MemberInView;
  readonly #fields: readonly NoteField[];
  readonly #deed: DeedController;
  #open = false;
  #draft: Notes = {};
  #base: Notes = {};
  #version: number | undefined;
  #contested: readonly NoteField[] = [];
  #turn = {};

  constructor(host: MemberHost, view: MemberInView, fields: readonly NoteField[]) {
    this.#host = host;
    this.#view = view;
    this.#fields = fields;
    this.#deed = new DeedController(host);
  }

  get isOpen(): boolean {
    return this.#open;
  }

  get busy(): boolean {
    return this.#deed.busy;
  }

  /** Why it was not saved. */
  get error() {
    return this.#contested.length > 0 ? undefined : this.#deed.error;
  }

  /** What somebody else has changed beside what was entered. */
  get contested(): readonly NoteField[] {
    return this.#contested;
  }

  /** What was entered; nothing is an empty string. */
  entered(field: NoteField): string {
    return this.#draft[field] ?? '';
  }

  /** What the server had last. */
  present(field: NoteField): string {
    return this.#base[field] ?? '';
  }

  begin(member: Member, open = true): void {
    this.#deed.forget();
    this.#open = open;
    this.#base = this.#draft = this.#of(member);
    this.#version = member.version;
    this.#contested = [];
  }

  enter(field: NoteField, value: string): void {
    this.#draft = { ...this.#draft, [field]: value };
    this.#host.requestUpdate();
  }

  /** Gives up what was entered, and what is under way is not waited for any more. */
  forget(): void {
    this.#turn = {};
    this.#open = false;
    this.#contested = [];
    this.#deed.forget();
  }

  /** Saves what differs. @returns whether nothing is left to save. */
  async save(outcome: string, again = true): Promise<boolean> {
    if (this.busy) return false;
    const changed = this.#fields.filter((field) => this.entered(field) !== this.present(field));
    if (changed.length === 0) {
      this.forget();
      return true;
    }
    const turn = this.#turn;
    const done = await this.#write(changed, outcome);
    if (turn !== this.#turn) return false;
    if (done) this.forget();
    else if (again && this.#deed.error?.code === 'version_conflict') {
      return this.#reconcile(changed, outcome);
    }
    return done;
  }

  #write(changed: readonly NoteField[], outcome: string): Promise<boolean> {
    const { organizationId = '', userId = '' } = this.#view.asked ?? {};
    const change: MemberChange = Object.fromEntries(
      changed.map((field) => [field, this.entered(field).trim() || null]),
    );
    const version = this.#version;
    return this.#view.change(this.#deed, {
      subject: JSON.stringify(['update', change, version]),
      before: new BeforeMemberUpdateEvent(organizationId, userId, changed),
      after: new MemberUpdatedEvent(organizationId, userId, changed),
      task: ({ client }, options) =>
        client.members.update({ organizationId, userId, ...change, version }, options),
      outcome,
    });
  }

  /** Begins anew from what is there now. Where nobody else has touched the same, it is saved as it is. */
  async #reconcile(changed: readonly NoteField[], outcome: string): Promise<boolean> {
    const turn = this.#turn;
    const member = await this.#view.latest().catch(() => undefined);
    if (!member || turn !== this.#turn) return false;
    const [now, former] = [this.#of(member), this.#base];
    this.#draft = {
      ...now,
      ...Object.fromEntries(changed.map((field) => [field, this.entered(field)])),
    };
    this.#base = now;
    this.#version = member.version;
    this.#contested = changed.filter(
      (field) => now[field] !== former[field] && now[field] !== this.entered(field),
    );
    this.#host.requestUpdate();
    return this.#contested.length > 0 ? false : this.save(outcome, false);
  }

  #of(member: Member): Notes {
    return Object.fromEntries(this.#fields.map((field) => [field, member[field] ?? '']));
  }
}
