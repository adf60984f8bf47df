import {
  builtInOrganizationRoles,
  canonicalEmail,
  type AccessGrant,
  type Application,
  type ApplicationRole,
  type Member,
  type Onboarding,
  type Organization,
  type OrganizationRole,
  type RoleGroup,
  type User,
} from '@tesserakit/domain';
import { newAuthorizationState, type AuthorizationState } from './authorization-state.ts';
import type { PasswordRecord } from './login/password.ts';
import { randomSource } from './random.ts';
import type { Seed, Wire } from './seeds/seed.ts';
import { WatchedMap } from './watched-map.ts';

/** An OIDC client. Public ones prove themselves with PKCE alone. */
export interface Client {
  readonly clientId: string;
  readonly name: string;
  readonly applicationId?: string;
  readonly confidential: boolean;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
}

export interface WorldOptions {
  /** Milliseconds since the epoch; the system's clock by default. */
  readonly now?: () => number;
  /** Where the authorization server says it stands; never taken from a request. */
  readonly issuer?: string;
  /** Origins of the customer's applications: they may come back to these, and call from them. */
  readonly applicationOrigins?: readonly string[];
  /** Seed of the source of ids. */
  readonly random?: number;
}

/** One isolated tenant. Nothing is shared between two worlds. */
export interface World {
  readonly tenantId: string;
  readonly issuer: string;
  readonly applicationOrigins: readonly string[];
  /** Milliseconds since the epoch by the world's own clock. */
  now(): number;
  /** Moves the world's clock onward, or back when negative. */
  moveClock(milliseconds: number): void;
  /** An id that was never used before, `<prefix>_…`; predictable, so never a secret. */
  newId(prefix: string): string;

  readonly users: WatchedMap<string, User>;
  /** User ids by {@link canonicalEmail}. */
  readonly userIdsByEmail: Map<string, string>;
  /** Passwords by user id. */
  readonly passwords: Map<string, PasswordRecord>;
  readonly organizations: Map<string, Organization>;
  readonly organizationRoles: Map<string, OrganizationRole>;
  readonly applications: Map<string, Application>;
  readonly clients: Map<string, Client>;
  readonly roles: Map<string, ApplicationRole>;
  readonly roleGroups: Map<string, RoleGroup>;
  /** By organization, then application. */
  readonly onboardings: Map<string, Map<string, Onboarding>>;
  /** By organization, then user. */
  readonly members: Map<string, WatchedMap<string, Member>>;
  /** By organization, then user: one grant per application. */
  readonly grants: Map<string, Map<string, readonly AccessGrant[]>>;
  readonly authorization: AuthorizationState;
  readonly wire: Wire;
}

/** Makes a world from a seed; the seed itself is left untouched by whatever happens in the world. */
export function createWorld(seed: Seed, options: WorldOptions = {}): World {
  const {
    now = Date.now,
    issuer = 'http://localhost:4400',
    applicationOrigins = ['http://localhost:4300', 'http://127.0.0.1:4300'],
  } = options;
  const random = randomSource(options.random ?? 1);
  let moved = 0;
  const world: World = {
    tenantId: seed.tenantId,
    issuer,
    applicationOrigins,
    now: () => now() + moved,
    moveClock: (milliseconds) => {
      moved += milliseconds;
    },
    newId: (prefix) =>
      `${prefix}_${fourLetters(random)}${fourLetters(random)}${fourLetters(random)}`,
    users: new WatchedMap(by(seed.users, 'userId')),
    userIdsByEmail: new Map(seed.users.map((user) => [canonicalEmail(user.email), user.userId])),
    passwords: new Map(seed.passwords),
    organizations: by(seed.organizations, 'organizationId'),
    organizationRoles: by(builtInOrganizationRoles, 'roleId'),
    applications: by(seed.applications, 'applicationId'),
    clients: new Map(),
    roles: by(seed.roles, 'roleId'),
    roleGroups: by(seed.roleGroups, 'roleGroupId'),
    onboardings: new Map(),
    members: new Map(),
    grants: new Map(),
    authorization: newAuthorizationState(),
    wire: seed.wire ?? ((_, answer) => answer),
  };
  for (const client of seed.clients) {
    const origins = client.confidential ? [] : applicationOrigins;
    world.clients.set(client.clientId, {
      ...client,
      redirectUris: origins.map((origin) => `${origin}/callback`),
      postLogoutRedirectUris: origins.map((origin) => `${origin}/`),
    });
  }
  for (const onboarding of seed.onboardings) {
    const { organizationId, applicationId } = onboarding;
    within(world.onboardings, organizationId, () => new Map()).set(applicationId, onboarding);
  }
  const since = now() - seed.today;
  for (const member of seed.members) {
    within(world.members, member.organizationId, () => new WatchedMap()).set(
      member.userId,
      later(member, since),
    );
  }
  for (const grant of seed.grants) {
    const ofOrganization = within(world.grants, grant.organizationId, () => new Map());
    ofOrganization.set(grant.userId, [...(ofOrganization.get(grant.userId) ?? []), grant]);
  }
  return world;
}

/** The user behind an address, however it is spelled. */
export function userByEmail(world: World, email: string): User | undefined {
  const userId = world.userIdsByEmail.get(canonicalEmail(email));
  return userId === undefined ? undefined : world.users.get(userId);
}

/** The member with their moments moved by so many milliseconds. */
function later(member: Member, milliseconds: number): Member {
  const { joinedAt, lastSignInAt, expiresAt } = member;
  return {
    ...member,
    ...(joinedAt !== undefined && { joinedAt: joinedAt + milliseconds }),
    ...(lastSignInAt !== undefined && { lastSignInAt: lastSignInAt + milliseconds }),
    ...(expiresAt !== undefined && { expiresAt: expiresAt + milliseconds }),
  };
}

function by<T, K extends keyof T>(items: readonly T[], key: K): Map<T[K], T> {
  return new Map(items.map((item) => [item[key], item]));
}

function within<M>(outer: Map<string, M>, key: string, create: () => M): M {
  const inner = outer.get(key) ?? create();
  outer.set(key, inner);
  return inner;
}

function fourLetters(random: () => number): string {
  return Math.floor(random() * 36 ** 4)
    .toString(36)
    .padStart(4, '0');
}
