import { TesseraError, type DirectoryClient, type WriteOptions } from '@tesserakit/client';
import type { Capabilities, Member } from '@tesserakit/contract';

/** What a deed needs to know of a member; little, for there may be very many. */
export interface BulkMember {
  readonly userId: string;
  readonly name: string;
  readonly organizationRoleIds: readonly string[];
  readonly applicationIds: readonly string[];
  readonly version: number | undefined;
}

/** What can be done to many. */
export type BulkAction =
  | { readonly kind: 'suspend' | 'reactivate' | 'remove' }
  | { readonly kind: 'assignRole'; readonly roleId: string }
  | { readonly kind: 'grantRole'; readonly applicationId: string; readonly roleId: string };

/** One thing done to members of an organization, some at a time. */
export interface BulkDeed {
  /** The most that one call takes. */
  readonly limit: number;
  /** For each the code of its refusal. @throws TesseraError when nobody knows of any of them */
  apply(
    members: readonly BulkMember[],
    options: WriteOptions,
  ): Promise<readonly (string | undefined)[]>;
  /** What takes it back from those to whom it was done. */
  readonly inverse?: BulkDeed | undefined;
}

interface Place {
  readonly client: DirectoryClient;
  readonly organizationId: string;
  readonly can: Capabilities;
}

export function bulkMember({
  userId,
  name,
  email,
  organizationRoles,
  access,
  version,
}: Member): BulkMember {
  return {
    userId,
    name: name.trim() || email,
    organizationRoleIds: organizationRoles.map(({ roleId }) => roleId),
    applicationIds: access.map(({ applicationId }) => applicationId),
    version,
  };
}

/** What does this to members, as this backend does it. */
export function bulkDeed(place: Place, action: BulkAction): BulkDeed {
  switch (action.kind) {
    case 'suspend':
      return { ...standing(place, 'suspend'), inverse: standing(place, 'reactivate') };
    case 'reactivate':
      return { ...standing(place, 'reactivate'), inverse: standing(place, 'suspend') };
    case 'remove':
      return standing(place, 'remove');
    case 'assignRole':
      return roleAssignment(place, action.roleId);
    case 'grantRole':
      return roleGrant(place, action.applicationId, action.roleId);
  }
}

function standing(
  { client: { members }, organizationId, can }: Place,
  action: 'suspend' | 'reactivate' | 'remove',
): BulkDeed {
  const limit = can.members.bulkLimit;
  if (!limit) {
    return oneByOne(({ userId }, options) => members[action]({ organizationId, userId }, options));
  }
  return {
    limit,
    async apply(some, options) {
      const userIds = some.map(({ userId }) => userId);
      const { results } = await members.bulk({ organizationId, userIds, action }, options);
      return some.map((_, place) => refusalOf(results[place]));
    },
  };
}

/** Adds an organization role to those that a member has; back again, to exactly those. */
function roleAssignment({ client, organizationId, can }: Place, roleId: string): BulkDeed {
  /** What those had to whom it was given, and their version since. */
  const given = new Map<string, Pick<BulkMember, 'organizationRoleIds' | 'version'>>();
  /** Those whom somebody else has changed since they were listed. */
  const overtaken = new Set<string>();
  const set = async (
    userId: string,
    organizationRoleIds: readonly string[],
    version: number | undefined,
    options: WriteOptions,
  ) => {
    const change = { organizationId, userId, organizationRoleIds };
    try {
      return await client.members.setOrganizationRoles(
        { ...change, ...(can.members.versions && { version }) },
        options,
      );
    } catch (error) {
      if (isConflict(error)) overtaken.add(userId);
      throw error;
    }
  };
  const asTheyAre = async (member: BulkMember, { signal }: WriteOptions) => {
    const { userId } = member;
    if (!overtaken.has(userId)) return member;
    return bulkMember(await client.members.get({ organizationId, userId }, { signal }));
  };
  return {
    ...oneByOne(async (listed, options) => {
      const { userId, organizationRoleIds, version } = await asTheyAre(listed, options);
      if (organizationRoleIds.includes(roleId)) return;
      const changed = await set(userId, [...organizationRoleIds, roleId], version, options);
      given.set(userId, { organizationRoleIds, version: changed.version });
    }),
    inverse: oneByOne(async ({ userId }, options) => {
      const before = given.get(userId);
      if (!before) return;
      await set(userId, before.organizationRoleIds, before.version, options);
    }),
  };
}

interface Held {
  readonly roleIds: readonly string[];
  readonly expiresAt?: string | undefined;
  readonly version?: number | undefined;
}

/**
 * Gives a role of an application. Who has nothing of it yet is served in bulk; what others have is
 * asked for first, so that they keep their other roles, and the end that their access may have.
 */
function roleGrant(
  { client: { access }, organizationId, can }: Place,
  applicationId: string,
  roleId: string,
): BulkDeed {
  const limit = can.access?.bulkLimit ?? 1;
  const inBulk = can.access?.bulkLimit !== undefined;
  const held = new Map<string, Held>();

  const heldBy = async (userId: string, { signal }: WriteOptions): Promise<Held> => {
    const known = held.get(userId);
    if (known) return known;
    const { items } = await access.list({ organizationId, userId }, { signal });
    const found = items.find((one) => one.applicationId === applicationId);
    const kept = {
      roleIds: found?.roles.map((role) => role.roleId) ?? [],
      expiresAt: found?.expiresAt,
      version: found?.version,
    };
    held.set(userId, kept);
    return kept;
  };

  const bulk = async (
    members: readonly BulkMember[],
    roleIds: readonly string[] | null,
    options: WriteOptions,
  ) => {
    const items = members.map(({ userId }) => ({
      userId,
      applicationId,
      roleIds: roleIds && [...roleIds],
    }));
    const { results } = await access.bulk({ organizationId, items }, options);
    return members.map((_, place) => refusalOf(results[place]));
  };

  const grant = async ({ userId }: BulkMember, options: WriteOptions) => {
    const { roleIds, expiresAt, version } = await heldBy(userId, options);
    if (roleIds.includes(roleId)) return;
    const change = { organizationId, userId, applicationId, roleIds: [...roleIds, roleId] };
    try {
      await access.grant({ ...change, ...(expiresAt && { expiresAt }), version }, options);
    } catch (error) {
      // Whoever was changed in between is asked for anew when it is tried again.
      if (isConflict(error)) held.delete(userId);
      throw error;
    }
  };

  const giveBack = async ({ userId }: BulkMember, options: WriteOptions) => {
    const before = held.get(userId);
    if (!before || before.roleIds.includes(roleId)) return;
    const change = { organizationId, userId, applicationId, roleIds: [...before.roleIds] };
    await access.grant(
      { ...change, ...(before.expiresAt && { expiresAt: before.expiresAt }) },
      options,
    );
  };

  const isNew = ({ applicationIds }: BulkMember) =>
    inBulk && !applicationIds.includes(applicationId);
  return {
    limit,
    apply: split(isNew, (some, options) => bulk(some, [roleId], options), grant),
    inverse: {
      limit,
      apply: split(isNew, (some, options) => bulk(some, null, options), giveBack),
    },
  };
}

/** Some in one call, the others one after the other, and the answers in the order of all. */
function split(
  together: (member: BulkMember) => boolean,
  bulk: BulkDeed['apply'],
  single: (member: BulkMember, options: WriteOptions) => Promise<void>,
): BulkDeed['apply'] {
  return async (members, options) => {
    const codes = new Map<string, string | undefined>();
    const some = members.filter(together);
    const answers = some.length > 0 ? await bulk(some, options) : [];
    for (const [place, { userId }] of some.entries()) codes.set(userId, answers[place]);
    for (const member of members.filter((member) => !together(member))) {
      const idempotencyKey = `${options.idempotencyKey}-${member.userId}`;
      codes.set(
        member.userId,
        await refusalBy(() => single(member, { ...options, idempotencyKey })),
      );
    }
    return members.map(({ userId }) => codes.get(userId));
  };
}

function oneByOne(deed: (member: BulkMember, options: WriteOptions) => Promise<unknown>): BulkDeed {
  return {
    limit: 1,
    apply: (members, options) =>
      Promise.all(members.map((member) => refusalBy(() => deed(member, options)))),
  };
}

/** Reasons that lie in the way to the server or in the caller, not in one member. */
const general = new Set([
  'aborted',
  'network',
  'timeout',
  'server_error',
  'invalid_response',
  'rate_limited',
  'unauthenticated',
  'unsupported',
  'step_up_required',
  'organization_suspended',
]);

async function refusalBy(deed: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await deed();
    return undefined;
  } catch (error) {
    const { code } = TesseraError.from(error);
    if (general.has(code)) throw error;
    return code;
  }
}

function isConflict(error: unknown): boolean {
  return TesseraError.from(error).code === 'version_conflict';
}

function refusalOf(
  result: { readonly outcome: string; readonly code?: string | undefined } | undefined,
): string | undefined {
  return result?.outcome === 'done' ? undefined : (result?.code ?? 'invalid_response');
}
