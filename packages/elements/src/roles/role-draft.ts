/** What a member has, or is to have, of one part. */
export interface Holding {
  /** Whether the member may enter at all; an application can allow that without a role. */
  readonly granted: boolean;
  readonly roleIds: readonly string[];
  /** When all of it ends by itself, in ISO 8601. */
  readonly expiresAt?: string | undefined;
}

/** A role that can be chosen, or that the member has without anybody here being able to give it. */
export interface RoleOption {
  readonly roleId: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly permissions: readonly string[];
  /** The code of the reason why it cannot be given; whoever has it may still lose it. */
  readonly refusal?: string | undefined;
  /** Where the member has it from. */
  readonly source?: string | undefined;
  /** When this role ends by itself, in ISO 8601, or when it has. */
  readonly expiresAt?: string | undefined;
  readonly ended?: boolean;
}

/** The organization, or one of its applications, with the roles in it. */
export interface RolePart {
  readonly key: string;
  /** Absent for the organization itself. */
  readonly applicationId?: string | undefined;
  /** Absent for the organization itself, which is named in the reader's language. */
  readonly name?: string | undefined;
  readonly logoUrl?: string | undefined;
  readonly options: readonly RoleOption[];
  /** What the server says the member has. */
  readonly held: Holding;
  /** Counts the writes of {@link held}, where the backend does. */
  readonly version?: number | undefined;
  /** The code of the reason why nothing can be changed here. */
  readonly locked?: string | undefined;
  /** Whether a member may enter without a role. */
  readonly roleless: boolean;
  /** Whether an end can be set. */
  readonly expiry: boolean;
}

interface Entry {
  readonly chosen: Holding;
  /** What the member had when the choice was made. */
  readonly base: Holding;
  readonly version: number | undefined;
  /** The server has it; what is shown of the server may not have caught up. */
  readonly saved: boolean;
}

/** What a person has chosen and not saved, by the key of the part; a part without a change is not in it. */
export type RoleDraft = ReadonlyMap<string, Entry>;

/** What saving a part would do to what the server has now. */
export interface Difference {
  readonly added: readonly RoleOption[];
  readonly removed: readonly RoleOption[];
  /** Whether the member gets in, or is shut out. */
  readonly entry: 'given' | 'taken' | undefined;
  /** Whether the end changes of what the member goes on having. */
  readonly end: 'set' | 'lifted' | undefined;
  readonly expiresAt: string | undefined;
}

export const emptyDraft: RoleDraft = new Map();

/** What the member has of a part once the draft is saved. */
export function choiceIn(part: RolePart, draft: RoleDraft): Holding {
  return draft.get(part.key)?.chosen ?? part.held;
}

/** Gives or takes a role. Taking the last one takes the entry too, unless one may enter without. */
export function withRole(draft: RoleDraft, part: RolePart, roleId: string, on: boolean): RoleDraft {
  const { granted, roleIds, expiresAt } = choiceIn(part, draft);
  const others = roleIds.filter((id) => id !== roleId);
  const chosen = on ? [...others, roleId] : others;
  const enters = part.roleless ? granted : part.held.granted && part.held.roleIds.length === 0;
  return withChoice(draft, part, {
    granted: chosen.length > 0 || enters || part.applicationId === undefined,
    roleIds: chosen,
    expiresAt,
  });
}

/** Lets the member in without a role, or shuts them out with all roles. */
export function withEntry(draft: RoleDraft, part: RolePart, on: boolean): RoleDraft {
  const chosen = choiceIn(part, draft);
  return withChoice(draft, part, {
    ...chosen,
    granted: on,
    roleIds: on ? chosen.roleIds : [],
  });
}

/** Sets when all of a part ends by itself; `undefined` for never. */
export function withEnd(
  draft: RoleDraft,
  part: RolePart,
  expiresAt: string | undefined,
): RoleDraft {
  return withChoice(draft, part, { ...choiceIn(part, draft), expiresAt });
}

/** Forgets what was chosen for a part. */
export function withoutPart(draft: RoleDraft, { key }: RolePart): RoleDraft {
  const next = new Map(draft);
  next.delete(key);
  return next;
}

/** Holds on to a choice although somebody else has changed the part since: it counts from now on. */
export function keptChoice(draft: RoleDraft, part: RolePart): RoleDraft {
  return withChoice(withoutPart(draft, part), part, choiceIn(part, draft));
}

/** Marks a part as saved, until the server's own word about it arrives. */
export function savedPart(draft: RoleDraft, { key }: RolePart): RoleDraft {
  const entry = draft.get(key);
  return entry ? new Map(draft).set(key, { ...entry, saved: true }) : draft;
}

/** Whether somebody else has changed the roles since they were chosen here, and to something else. */
export function isContested(part: RolePart, draft: RoleDraft): boolean {
  const entry = draft.get(part.key);
  return entry !== undefined && !entry.saved && !sameHolding(part.held, entry.base);
}

/** The version to write against: the one that the choice was made for. */
export function versionIn(part: RolePart, draft: RoleDraft): number | undefined {
  return draft.get(part.key)?.version;
}

/**
 * The draft beside what the server says by now. What the member has anyway is no change any more. A
 * write that left the roles alone is nothing to ask about; one that did not leaves the part contested.
 */
export function rebased(draft: RoleDraft, parts: readonly RolePart[]): RoleDraft {
  const next = new Map(draft);
  for (const [key, entry] of draft) {
    const part = parts.find((one) => one.key === key);
    const caughtUp = entry.saved && part?.version !== entry.version;
    if (!part || caughtUp || sameHolding(part.held, entry.chosen)) next.delete(key);
    else if (!entry.saved && sameHolding(part.held, entry.base)) {
      next.set(key, { ...entry, version: part.version });
    }
  }
  const same = [...next].every(([key, { version }]) => draft.get(key)?.version === version);
  return same && next.size === draft.size ? draft : next;
}

/** What saving a part would do; `undefined` where nothing is left to be done. */
export function differenceOf(part: RolePart, draft: RoleDraft): Difference | undefined {
  const entry = draft.get(part.key);
  if (!entry || entry.saved || sameHolding(part.held, entry.chosen)) return undefined;
  const { held } = part;
  const { chosen } = entry;
  const stays = held.granted && chosen.granted;
  const moved =
    chosen.granted && !sameMoment(held.granted ? held.expiresAt : undefined, chosen.expiresAt);
  return {
    added: optionsOf(part, missing(chosen.roleIds, held.roleIds)),
    removed: optionsOf(part, missing(held.roleIds, chosen.roleIds)),
    entry: stays ? undefined : chosen.granted ? 'given' : 'taken',
    end: moved ? (chosen.expiresAt === undefined ? 'lifted' : 'set') : undefined,
    expiresAt: chosen.expiresAt,
  };
}

/** The roles of a part by their ids, in the order of the part. */
export function optionsOf(part: RolePart, roleIds: readonly string[]): readonly RoleOption[] {
  return part.options.filter(({ roleId }) => roleIds.includes(roleId));
}

function withChoice(draft: RoleDraft, part: RolePart, chosen: Holding): RoleDraft {
  const former = draft.get(part.key);
  const { base, version } = former ?? { base: part.held, version: part.version };
  if (sameHolding(chosen, base)) return withoutPart(draft, part);
  return new Map(draft).set(part.key, { chosen, base, version, saved: false });
}

function sameHolding(one: Holding, other: Holding): boolean {
  if (one.granted !== other.granted) return false;
  const roles =
    missing(one.roleIds, other.roleIds).length + missing(other.roleIds, one.roleIds).length === 0;
  return roles && (!one.granted || sameMoment(one.expiresAt, other.expiresAt));
}

function sameMoment(one: string | undefined, other: string | undefined): boolean {
  return one === other || Date.parse(one ?? '') === Date.parse(other ?? '');
}

function missing(roleIds: readonly string[], among: readonly string[]): readonly string[] {
  return roleIds.filter((roleId) => !among.includes(roleId));
}
