import type { Member } from '@tesserakit/contract';

type Changed = () => void;

/**
 * Whom a person has selected: single members, or all that match a question but for some. All are
 * never a list: whoever does something to them asks for them then.
 */
export class MemberSelection {
  readonly #changed: Changed;
  #picked = new Map<string, Member>();
  /** Those left out of all that match; `undefined` while single members are picked. */
  #except: Set<string> | undefined;
  /** Where a range begins. */
  #from: string | undefined;

  constructor(changed: Changed) {
    this.#changed = changed;
  }

  /** Whether all that match are selected, but for exceptions. */
  get isAll(): boolean {
    return this.#except !== undefined;
  }

  /** Those who were picked one by one, in the order of picking; nobody while all are selected. */
  get picked(): readonly Member[] {
    return [...this.#picked.values()];
  }

  /** Those left out of all that match. */
  get excepted(): readonly string[] {
    return [...(this.#except ?? [])];
  }

  has(userId: string): boolean {
    return this.#except ? !this.#except.has(userId) : this.#picked.has(userId);
  }

  /** @param matching how many match; `null` where the backend does not count. */
  count(matching: number | null): number | null {
    if (!this.#except) return this.#picked.size;
    return matching === null ? null : Math.max(0, matching - this.#except.size);
  }

  isEmpty(matching: number | null): boolean {
    return this.count(matching) === 0;
  }

  /**
   * Picks a member, or gives them up; as a range, all from the one before to this one.
   *
   * @param shown the members in the order in which they stand.
   */
  pick(member: Member, shown: readonly Member[], asRange = false): void {
    const wanted = !this.has(member.userId);
    for (const one of asRange ? this.#range(member, shown) : [member]) this.#set(one, wanted);
    this.#from = member.userId;
    this.#changed();
  }

  /** Picks all of these, or gives them up when all were picked already. */
  pickShown(shown: readonly Member[]): void {
    const wanted = !this.includesAll(shown);
    if (!wanted && this.#except) return this.clear();
    for (const member of shown) this.#set(member, wanted);
    this.#changed();
  }

  includesAll(shown: readonly Member[]): boolean {
    return shown.length > 0 && shown.every(({ userId }) => this.has(userId));
  }

  includesSome(shown: readonly Member[]): boolean {
    if (this.#except) return true;
    return this.#picked.size > 0 && shown.some(({ userId }) => this.#picked.has(userId));
  }

  /** Selects all that match now, also those who were never loaded. */
  selectAll(): void {
    this.#picked.clear();
    this.#except = new Set();
    this.#changed();
  }

  /** Selects exactly these. */
  replace(members: readonly Member[]): void {
    this.#forget();
    for (const member of members) this.#picked.set(member.userId, member);
    this.#changed();
  }

  clear(): void {
    if (!this.#except && this.#picked.size === 0) return;
    this.#forget();
    this.#changed();
  }

  #forget(): void {
    this.#picked = new Map();
    this.#except = this.#from = undefined;
  }

  #range(member: Member, shown: readonly Member[]): readonly Member[] {
    const to = shown.findIndex(({ userId }) => userId === member.userId);
    const from = shown.findIndex(({ userId }) => userId === this.#from);
    if (to < 0 || from < 0) return [member];
    return shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  }

  #set(member: Member, wanted: boolean): void {
    if (this.#except) {
      if (wanted) this.#except.delete(member.userId);
      else this.#except.add(member.userId);
    } else if (wanted) this.#picked.set(member.userId, member);
    else this.#picked.delete(member.userId);
  }
}
