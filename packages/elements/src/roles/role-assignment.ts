import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Countdown } from '../data/countdown.js';
import { refresh } from '../data/query.js';
import { MemberRoles, type MemberAsked } from './member-roles.js';
import {
  differenceOf,
  emptyDraft,
  isContested,
  rebased,
  savedPart,
  type Difference,
  type RoleDraft,
  type RolePart,
} from './role-draft.js';
import { RoleSaving, type Failure } from './role-saving.js';

/** A part with what saving would do to it. */
export interface Unsaved {
  readonly part: RolePart;
  readonly difference: Difference;
}

/** How saving went. */
export interface Outcome {
  readonly saved: readonly RolePart[];
  /** How many parts were to be saved. */
  readonly asked: number;
}

/**
 * The roles of one member with what a person has chosen and not saved. Another member begins anew, and
 * what was chosen for the former one waits for their return.
 */
export class RoleAssignment implements ReactiveController {
  readonly roles: MemberRoles;
  readonly #host: ReactiveControllerHost;
  readonly #ask: () => MemberAsked | undefined;
  readonly #saving: RoleSaving;
  readonly #wait: Countdown;
  readonly #drafts = new Map<string, RoleDraft>();
  #draft = emptyDraft;
  #subject = '';
  #busy = false;
  #outcome: Outcome | undefined;
  readonly #turned: () => void;

  /** @param turned is told that it is about somebody else now. */
  constructor(
    host: ReactiveControllerHost,
    ask: () => MemberAsked | undefined,
    turned: () => void,
  ) {
    this.#host = host;
    this.#ask = ask;
    this.#turned = turned;
    this.roles = new MemberRoles(host, ask);
    this.#saving = new RoleSaving(host);
    this.#wait = new Countdown(host);
    // After the answers, so that those are of the present member when this one is updated.
    host.addController(this);
  }

  get parts(): readonly RolePart[] {
    return this.roles.parts ?? [];
  }

  get draft(): RoleDraft {
    return this.#draft;
  }

  /** Whether parts are being saved, or what became of them is being asked. */
  get busy(): boolean {
    return this.#busy;
  }

  /** How saving went, until something else is chosen. */
  get outcome(): Outcome | undefined {
    return this.#outcome;
  }

  /** What would be saved; what is contested waits for a decision. */
  get unsaved(): readonly Unsaved[] {
    return this.parts.flatMap((part) => {
      const difference = differenceOf(part, this.#draft);
      return difference && !this.isContested(part) ? [{ part, difference }] : [];
    });
  }

  /** Whether a person has to decide between their choice and somebody else's. */
  isContested(part: RolePart): boolean {
    return !this.#busy && isContested(part, this.#draft);
  }

  /** Why a part was not saved. */
  failureOf(part: RolePart): Failure | undefined {
    return this.#busy ? undefined : this.#saving.failureOf(part);
  }

  /** Seconds until the server takes it again. */
  get wait(): number {
    return this.#wait.seconds;
  }

  /** Puts another draft in place of this one, which differs in one part. */
  choose(part: RolePart, draft: RoleDraft): void {
    this.#saving.forgive(part);
    this.#outcome = undefined;
    this.#draft = draft;
    this.#host.requestUpdate();
  }

  /** Goes back to what the server has. */
  discard(): void {
    this.#saving.forget();
    this.#outcome = undefined;
    this.#draft = emptyDraft;
    this.#host.requestUpdate();
  }

  /** Saves what is unsaved, part by part. @returns how it went, also where nobody looks any more. */
  async save(asked: MemberAsked): Promise<Outcome> {
    const parts = this.unsaved.map(({ part }) => part);
    const subject = this.#subject;
    this.#outcome = undefined;
    this.#busy = true;
    this.#host.requestUpdate();
    const outcome = { saved: await this.#write(asked, parts), asked: parts.length };
    if (subject === this.#subject) {
      this.#busy = false;
      this.#outcome = outcome;
      const waits = parts.map((part) => this.#saving.failureOf(part)?.error.retryAfter ?? 0);
      this.#wait.begin(Math.max(0, ...waits));
      this.#host.requestUpdate();
    }
    return outcome;
  }

  hostUpdate(): void {
    const { client, organizationId, userId } = this.#ask() ?? {};
    const subject = client ? JSON.stringify([client.identity(), organizationId, userId]) : '';
    if (subject !== this.#subject) this.#turnTo(subject);
    const { parts } = this.roles;
    if (parts && !this.#busy) this.#draft = rebased(this.#draft, parts);
  }

  /**
   * Writes parts and waits for the server's word about them. Where somebody else wrote in between, but
   * left these roles as they were, there is nothing to ask anybody about: the part is written again.
   */
  async #write(
    asked: MemberAsked,
    parts: readonly RolePart[],
    again = true,
  ): Promise<readonly RolePart[]> {
    const { client, organizationId } = asked;
    const subject = this.#subject;
    const saved: RolePart[] = [];
    await this.#saving.save(asked, parts, this.#draft, (part) => {
      saved.push(part);
      if (subject === this.#subject) this.#draft = savedPart(this.#draft, part);
    });
    refresh(client, [client.identity(), organizationId], ['members', 'access']);
    if (subject !== this.#subject) return saved;
    const fresh = await this.roles.catchUp().then(
      () => this.parts,
      // What is shown is then not the server's latest word; the next answer will be.
      () => [],
    );
    if (subject !== this.#subject || fresh.length === 0) return saved;
    this.#draft = rebased(this.#draft, fresh);
    // An answer that was lost on the way may have been a yes: the server has it.
    const hasIt = ({ key }: RolePart) =>
      fresh.some((part) => part.key === key) && !this.#draft.has(key);
    saved.push(...parts.filter((part) => !saved.includes(part) && hasIt(part)));
    const overtaken = fresh.filter((part) => this.#isOvertaken(part));
    if (!again || overtaken.length === 0) return saved;
    return [...saved, ...(await this.#write(asked, overtaken, false))];
  }

  #isOvertaken(part: RolePart): boolean {
    const stale = this.#saving.failureOf(part)?.error.code === 'version_conflict';
    return (
      stale && differenceOf(part, this.#draft) !== undefined && !isContested(part, this.#draft)
    );
  }

  #turnTo(subject: string): void {
    if (this.#draft.size > 0) this.#drafts.set(this.#subject, this.#draft);
    else this.#drafts.delete(this.#subject);
    this.#subject = subject;
    this.#draft = this.#drafts.get(subject) ?? emptyDraft;
    this.#saving.forget();
    this.#wait.begin(0);
    this.#busy = false;
    this.#outcome = undefined;
    this.#turned();
  }
}
