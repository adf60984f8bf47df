import {
  builtInOrganizationRoles,
  canonicalEmail,
  identityKey,
  isOwned,
  proofRecord,
  usualManagedDepth,
  type AccessGrant,
  type ApiKey,
  type Application,
  type ApplicationRole,
  type AuditEvent,
  type Connection,
  type DirectoryToken,
  type Domain,
  type Identity,
  type Invitation,
  type Member,
  type Onboarding,
  type Organization,
  type OrganizationRole,
  type RoleGroup,
  type User,
} from '@tesserakit/domain';
import { newAuthorizationState, type AuthorizationState } from './authorization-state.ts';
import type { Factors, Passkey } from './login/factors.ts';
import type { PasswordRecord } from './login/password.ts';
import { randomSource, type RandomSource } from './random.ts';
import type { Seed, SeededClient, Wire } from './seeds/seed.ts';
import type { IdempotencyStore } from './handlers/idempotency.ts';
import { newJournal, type Journal } from './journal.ts';
import type { Mail } from './mailbox.ts';
import {
  listedProviders,
  type IdentityProviders,
  type ListedProvider,
} from './identity-providers.ts';
import { recordsResolver, type Resolver } from './resolver.ts';
import type { SecretUse } from './secrets.ts';
import { Table } from './table.ts';

/** An OIDC client. Public ones prove themselves with PKCE alone. */
export interface Client extends SeededClient {
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
  /** Looks up the text records that prove domains; those of {@link World.dns} by default. */
  readonly resolver?: Resolver;
  /** The identity providers of organizations; {@link World.providers} by default. */
  readonly identityProviders?: IdentityProviders;
  /** Milliseconds that it waits for an answer of the two above; 5,000 unless told otherwise. */
  readonly outsidePatience?: number;
  /** Whether connections may lead to this very machine; for development alone. */
  readonly allowsLocalProviders?: boolean;
}

/** What holds for the whole tenant. */
export interface TenantSettings {
  /** Levels below a root organization. */
  readonly maxManagedDepth: number;
  /** The most invitations that one person may send, and one address may get, in an hour. */
  readonly invitationsPerHour: { readonly sent: number; readonly received: number };
}

/**
 * How an organization is asked to prove a domain: one attempt at a time, each with its own token. It
 * stays when it has passed, so that the record can be looked for again.
 */
export interface DomainChallenge {
  readonly domainId: string;
  /** What stands in the record; of a mailed one, the digest. */
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** The address that the token was mailed to, where it was. */
  readonly email?: string;
}

/** One isolated tenant. Nothing is shared between two worlds. */
export interface World {
  readonly tenantId: string;
  readonly issuer: string;
  readonly applicationOrigins: readonly string[];
  /** Milliseconds since the epoch by the world's own clock. */
  now(): number;
  /** By how many milliseconds the clock was moved so far. */
  readonly moved: number;
  /** Moves the world's clock onward, or back when negative. */
  moveClock(milliseconds: number): void;
  /** Where ids come from. */
  readonly random: RandomSource;
  /** An id that was never used before, `<prefix>_…`; predictable, so never a secret. */
  newId(prefix: string): string;

  readonly settings: TenantSettings;
  readonly journal: Journal;
  readonly users: Table<string, User>;
  /** User ids by {@link canonicalEmail}. */
  readonly userIdsByEmail: Table<string, string>;
  /** Passwords by user id. */
  readonly passwords: Table<string, PasswordRecord>;
  /** What proves people beside that, by user id. */
  readonly factors: Table<string, Factors>;
  /** By the id of the credential. */
  readonly passkeys: Table<string, Passkey>;
  readonly organizations: Table<string, Organization>;
  /** Organization ids by every slug that was ever theirs: none is given to another, not even later. */
  readonly slugs: Table<string, string>;
  readonly organizationRoles: Table<string, OrganizationRole>;
  readonly applications: Table<string, Application>;
  readonly clients: Table<string, Client>;
  readonly roles: Table<string, ApplicationRole>;
  readonly roleGroups: Table<string, RoleGroup>;
  /** By organization, then application. */
  readonly onboardings: Tables<Onboarding>;
  /** By organization, then user. */
  readonly members: Tables<Member>;
  /** By organization, then user: one grant per application. */
  readonly grants: Tables<readonly AccessGrant[]>;
  /** By organization, as are the nouns that follow. */
  readonly invitations: Tables<Invitation>;
  readonly domains: Tables<Domain>;
  readonly connections: Tables<Connection>;
  /** Client secrets by connection; the identity provider asks for them, so they are kept as they are. */
  readonly connectionSecrets: Table<string, string>;
  /** What identity providers call people, by {@link identityKey}. */
  readonly identities: Table<string, Identity>;
  readonly directoryTokens: Tables<DirectoryToken>;
  readonly apiKeys: Tables<ApiKey>;
  /** By domain. */
  readonly domainChallenges: Table<string, DomainChallenge>;
  /** By the digest of the secret; nothing else of it is kept. */
  readonly secrets: Table<string, SecretUse>;
  /** How often an entity was written, for those that do not carry it; see `directory/versions.ts`. */
  readonly versions: Table<string, number>;
  /** Oldest first; only ever added to. */
  readonly audit: AuditEvent[];
  /** What would have been sent, oldest first. */
  readonly mailbox: Mail[];
  /** Text records by name, as the world's own resolver finds them. */
  readonly dns: Map<string, readonly string[]>;
  readonly resolver: Resolver;
  /** Identity providers by issuer, as the world itself knows them. */
  readonly providers: Table<string, ListedProvider>;
  readonly identityProviders: IdentityProviders;
  readonly outsidePatience: number;
  readonly allowsLocalProviders: boolean;
  readonly idempotency: IdempotencyStore;
  readonly authorization: AuthorizationState;
  readonly wire: Wire;
}

/** Things of one kind, by organization, then by their own key. */
export type Tables<V> = Table<string, Table<string, V>>;

/** Makes a world from a seed; the seed itself is left untouched by whatever happens in the world. */
export function createWorld(seed: Seed, options: WorldOptions = {}): World {
  const {
    now = Date.now,
    issuer = 'http://localhost:4400',
    applicationOrigins = ['http://localhost:4300', 'http://127.0.0.1:4300'],
  } = options;
  const random = randomSource(options.random ?? 1);
  const journal = newJournal();
  const dns = new Map<string, readonly string[]>();
  const tableBy = <T, K extends keyof T>(items: readonly T[], key: K): Table<T[K], T> =>
    new Table(
      journal,
      items.map((item) => [item[key], item]),
    );
  const tables = <V>(): Tables<V> => new Table(journal);
  const providers = tableBy(seed.identityProviders ?? [], 'issuer');
  let moved = 0;
  const world: World = {
    tenantId: seed.tenantId,
    issuer,
    applicationOrigins,
    now: () => now() + moved,
    get moved() {
      return moved;
    },
    moveClock: (milliseconds) => {
      moved += milliseconds;
    },
    random,
    newId: (prefix) =>
      `${prefix}_${fourLetters(random)}${fourLetters(random)}${fourLetters(random)}`,
    settings: {
      maxManagedDepth: usualManagedDepth,
      invitationsPerHour: { sent: 5000, received: 20 },
      ...seed.settings,
    },
    journal,
    users: tableBy(seed.users, 'userId'),
    userIdsByEmail: new Table(
      journal,
      seed.users.map((user) => [canonicalEmail(user.email), user.userId]),
    ),
    passwords: new Table(journal, seed.passwords),
    factors: new Table(journal, seed.factors),
    passkeys: new Table(journal),
    organizations: tableBy(seed.organizations, 'organizationId'),
    slugs: new Table(
      journal,
      seed.organizations.map(({ slug, organizationId }) => [slug, organizationId]),
    ),
    organizationRoles: tableBy(
      [...builtInOrganizationRoles, ...(seed.organizationRoles ?? [])],
      'roleId',
    ),
    applications: tableBy(seed.applications, 'applicationId'),
    clients: new Table(journal),
    roles: tableBy(seed.roles, 'roleId'),
    roleGroups: tableBy(seed.roleGroups, 'roleGroupId'),
    onboardings: tables(),
    members: tables(),
    grants: tables(),
    invitations: tables(),
    domains: tables(),
    connections: tables(),
    connectionSecrets: new Table(journal),
    identities: new Table(
      journal,
      (seed.identities ?? []).map((identity) => [
        identityKey(identity),
        { ...identity, linkedAt: identity.linkedAt + now() - seed.today },
      ]),
    ),
    directoryTokens: tables(),
    apiKeys: tables(),
    domainChallenges: new Table(journal),
    secrets: new Table(journal),
    versions: new Table(journal),
    audit: [],
    mailbox: [],
    dns,
    resolver: options.resolver ?? recordsResolver(dns),
    providers,
    identityProviders: options.identityProviders ?? listedProviders(providers),
    outsidePatience: options.outsidePatience ?? 5000,
    allowsLocalProviders: options.allowsLocalProviders ?? false,
    idempotency: new Map(),
    authorization: newAuthorizationState(),
    wire: seed.wire ?? ((_, answer) => answer),
  };
  for (const client of seed.clients) {
    const origins = hasPage(client) ? applicationOrigins : [];
    world.clients.set(client.clientId, {
      ...client,
      redirectUris: origins.map((origin) => `${origin}/callback`),
      postLogoutRedirectUris: origins.map((origin) => `${origin}/`),
    });
  }
  const since = now() - seed.today;
  for (const onboarding of seed.onboardings) {
    tableOf(world, 'onboardings', onboarding.organizationId).set(
      onboarding.applicationId,
      onboarding,
    );
  }
  for (const member of seed.members) {
    tableOf(world, 'members', member.organizationId).set(member.userId, later(member, since));
  }
  for (const grant of seed.grants) {
    const grants = tableOf(world, 'grants', grant.organizationId);
    grants.set(grant.userId, [...(grants.get(grant.userId) ?? []), grant]);
  }
  for (const invitation of seed.invitations ?? []) {
    const { createdAt, expiresAt } = invitation;
    tableOf(world, 'invitations', invitation.organizationId).set(invitation.invitationId, {
      ...invitation,
      createdAt: createdAt + since,
      expiresAt: expiresAt + since,
    });
  }
  for (const seeded of seed.domains ?? []) {
    const domain = laterDomain(seeded, since);
    tableOf(world, 'domains', domain.organizationId).set(domain.domainId, domain);
    if (isOwned(domain)) leaveRecord(world, domain);
  }
  for (const connection of seed.connections ?? []) {
    tableOf(world, 'connections', connection.organizationId).set(
      connection.connectionId,
      laterConnection(connection, since),
    );
  }
  return world;
}

/** Whether people come back to it from a sign-in. */
function hasPage({ confidential, secretDigest, keys, device }: SeededClient): boolean {
  return !device && (!confidential || secretDigest !== undefined || keys !== undefined);
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

/** The tables that are kept by organization. */
export function laterDomain(domain: Domain, milliseconds: number): Domain {
  const { createdAt, verifiedAt, missingSince } = domain;
  return {
    ...domain,
    createdAt: createdAt + milliseconds,
    ...(verifiedAt !== undefined && { verifiedAt: verifiedAt + milliseconds }),
    ...(missingSince !== undefined && { missingSince: missingSince + milliseconds }),
  };
}

function laterConnection(connection: Connection, milliseconds: number): Connection {
  const { certificateExpiresAt, testedAt } = connection;
  return {
    ...connection,
    ...(certificateExpiresAt !== undefined && {
      certificateExpiresAt: certificateExpiresAt + milliseconds,
    }),
    ...(testedAt !== undefined && { testedAt: testedAt + milliseconds }),
  };
}

/** The record by which a domain of a seed was proved, so that it is found when looked for again. */
function leaveRecord(world: World, { domainId, name, verifiedAt = 0 }: Domain): void {
  const token = `seeded_${domainId}`;
  const record = proofRecord(name, token);
  world.domainChallenges.set(domainId, { domainId, token, expiresAt: verifiedAt });
  world.dns.set(record.name, [record.value]);
}

export type Nested = {
  [Name in keyof World]: World[Name] extends Tables<unknown> ? Name : never;
}[keyof World];

/** The table of one organization; made when it is first asked for. */
export function tableOf<Name extends Nested>(
  world: World,
  name: Name,
  organizationId: string,
): World[Name] extends Tables<infer V> ? Table<string, V> : never;
export function tableOf(
  world: World,
  name: Nested,
  organizationId: string,
): Table<string, unknown> {
  const tables = world[name] as Tables<unknown>;
  const table = tables.get(organizationId) ?? new Table<string, unknown>(world.journal);
  if (!tables.has(organizationId)) tables.set(organizationId, table);
  return table;
}

function fourLetters(random: () => number): string {
  return Math.floor(random() * 36 ** 4)
    .toString(36)
    .padStart(4, '0');
}
