import {
  clampedRoles,
  connectionSettingsBlocker,
  isOwned,
  needsNewTest,
  wrongSetting,
  type Connection,
  type ConnectionSettings,
  type Organization,
} from '@tesserakit/domain';
import { endSessionsThrough } from '../login/sessions.ts';
import { askOutside } from '../outside.ts';
import type { TestSignIn } from '../identity-providers.ts';
import { refuseInput, Refusal } from '../refusal.ts';
import { tableOf, type World } from '../world.ts';
import { ceilingOf } from './access.ts';
import { amended, type Amendment } from './amended.ts';
import { connectionsOf } from './connections.ts';
import { record, type Deed } from './deed.ts';
import { domainsOf } from './domains.ts';
import { aboutOnboarding, onboardingOf, writeOnboarding } from './onboardings.ts';
import { unlink } from './identities.ts';
import { countWrite } from './versions.ts';

/** A connection as it was kept, and the roles that it was not given. */
export interface Kept {
  readonly connection: Connection;
  readonly withheldRoleIds: readonly string[];
}

/** A client secret: a new one, `null` to take it away, nothing to leave it. */
export type SecretChange = string | null | undefined;

/** Sets a connection up, as a draft that nobody signs in through. */
export function createConnection(
  deed: Deed,
  organization: Organization,
  settings: ConnectionSettings,
  clientSecret: SecretChange,
): Kept {
  const { world } = deed;
  const kept = accepted(world, organization, settings);
  const connection: Connection = {
    ...kept.settings,
    connectionId: world.newId('connection'),
    organizationId: organization.organizationId,
    status: 'draft',
  };
  put(world, connection);
  keepSecret(world, connection, clientSecret);
  note(deed, connection, 'connection.create', {
    name: connection.name,
    withheldRoleIds: kept.withheldRoleIds,
  });
  return { connection, withheldRoleIds: kept.withheldRoleIds };
}

/**
 * Changes a connection. Where people would be sent elsewhere or something else be believed, its test
 * counts no more, and it is out of force until another one passes.
 */
export function updateConnection(
  deed: Deed,
  organization: Organization,
  before: Connection,
  change: Amendment,
  clientSecret: SecretChange,
): Kept {
  const { world } = deed;
  const { connectionId, organizationId, status, testedAt, ...settings } = before;
  const kept = accepted(world, organization, amended(settings, change));
  const tested = testedAt !== undefined && clientSecret === undefined;
  const stands = tested && !needsNewTest(before, kept.settings);
  const connection: Connection = {
    ...kept.settings,
    connectionId,
    organizationId,
    status,
    ...(stands && { testedAt }),
  };
  put(world, connection);
  keepSecret(world, connection, clientSecret);
  const root = note(deed, connection, 'connection.update', {
    changed: changedNames(before, connection, clientSecret),
    withheldRoleIds: kept.withheldRoleIds,
  });
  const ends = !stands && status === 'active';
  return {
    connection: ends ? disableConnection(deed, connection, root) : connection,
    withheldRoleIds: kept.withheldRoleIds,
  };
}

/** Tries a sign-in; one that cannot be made in time has not passed. */
export async function testSignIn(world: World, connection: Connection): Promise<TestSignIn> {
  try {
    return await askOutside(world.outsidePatience, (signal) =>
      world.identityProviders.probe(connection, signal),
    );
  } catch {
    return { passed: false, reason: 'unreachable' };
  }
}

/** Notes a test sign-in, which only counts for the settings that were tested. */
export function noteTest(
  deed: Deed,
  connection: Connection,
  tested: Connection,
  { passed }: TestSignIn,
): Connection {
  if (connection !== tested) throw new Refusal('version_conflict');
  const next = passed ? { ...connection, testedAt: deed.world.now() } : connection;
  if (passed) put(deed.world, next);
  note(deed, connection, 'connection.test', { passed });
  return next;
}

/** Puts a connection in force; members sign in to its application through it from now on. */
export function enableConnection(deed: Deed, connection: Connection): Connection {
  const next: Connection = { ...connection, status: 'active' };
  put(deed.world, next);
  const root = note(deed, connection, 'connection.enable', {});
  const { applicationId, connectionId } = connection;
  if (applicationId !== undefined) useIn(deed, connection, applicationId, connectionId, root);
  return next;
}

/**
 * Puts a connection out of force; applications that used it go back to the usual way, and whoever came
 * through it is out.
 */
export function disableConnection(
  deed: Deed,
  connection: Connection,
  causedBy?: string,
): Connection {
  const next: Connection = { ...connection, status: 'disabled' };
  put(deed.world, next);
  const event = note(deed, connection, 'connection.disable', {}, causedBy);
  endSessionsThrough(deed.world, connection);
  release(deed, connection, causedBy ?? event);
  return next;
}

/**
 * Deletes a connection with its secret and the names that were linked through it; whoever refers to it
 * does so no more, and whoever came through it is out.
 */
export function deleteConnection(deed: Deed, connection: Connection): void {
  const { organizationId, connectionId, name } = connection;
  tableOf(deed.world, 'connections', organizationId).delete(connectionId);
  deed.world.connectionSecrets.delete(connectionId);
  const root = note(deed, connection, 'connection.delete', { name });
  unlink(deed, (one) => one.connectionId === connectionId, root);
  endSessionsThrough(deed.world, connection);
  release(deed, connection, root);
}

/** Puts an organization's connections out of force when it owns no domain any more. */
export function endUnownedConnections(deed: Deed, organizationId: string, causedBy: string): void {
  const { world } = deed;
  if (domainsOf(world, organizationId).some(isOwned)) return;
  for (const connection of connectionsOf(world, organizationId)) {
    if (connection.status === 'active') disableConnection(deed, connection, causedBy);
  }
}

function accepted(world: World, organization: Organization, settings: ConnectionSettings) {
  const { applicationId } = settings;
  const onboardings = world.onboardings.get(organization.organizationId);
  const onboarded = applicationId === undefined || onboardings?.has(applicationId) === true;
  const reach = { thisMachine: world.allowsLocalProviders };
  const blocker = connectionSettingsBlocker(settings, { onboarded, ...reach });
  refuseInput(blocker, wrongSetting(settings, reach) ?? '', 'This cannot be used.');
  const applicationIds =
    applicationId === undefined ? [...(onboardings?.keys() ?? [])] : [applicationId];
  const given = applicationIds.flatMap((id) => [...(ceilingOf(world, organization, id) ?? [])]);
  return clampedRoles(settings, new Set(given));
}

function release(deed: Deed, connection: Connection, causedBy: string): void {
  const { organizationId, connectionId } = connection;
  for (const onboarding of [...(deed.world.onboardings.get(organizationId)?.values() ?? [])]) {
    if (onboarding.connectionId !== connectionId) continue;
    useIn(deed, connection, onboarding.applicationId, undefined, causedBy);
  }
}

function useIn(
  deed: Deed,
  { organizationId }: Connection,
  applicationId: string,
  connectionId: string | undefined,
  causedBy: string,
): void {
  const { world } = deed;
  const onboarding = onboardingOf(world, organizationId, applicationId);
  if (!onboarding) return;
  const { connectionId: former, ...rest } = onboarding;
  writeOnboarding(world, { ...rest, ...(connectionId !== undefined && { connectionId }) });
  record(deed, {
    ...aboutOnboarding(onboarding, 'onboarding.update'),
    details: { connectionId: connectionId ?? null, former: former ?? null },
    causedBy,
  });
}

function put(world: World, connection: Connection): void {
  const { organizationId, connectionId } = connection;
  tableOf(world, 'connections', organizationId).set(connectionId, connection);
  countWrite(world, 'connection', organizationId, connectionId);
}

function keepSecret(world: World, { connectionId }: Connection, secret: SecretChange): void {
  if (secret === null) world.connectionSecrets.delete(connectionId);
  else if (secret !== undefined) world.connectionSecrets.set(connectionId, secret);
}

/** Names only: neither secrets nor certificates are written down. */
function changedNames(before: Connection, after: Connection, secret: SecretChange): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Connection>;
  const changed: string[] = [...names].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return secret === undefined ? changed : [...changed, 'clientSecret'];
}

function note(
  deed: Deed,
  { organizationId, connectionId, applicationId }: Connection,
  action: string,
  details: Readonly<Record<string, string | boolean | readonly string[]>>,
  causedBy?: string,
): string {
  return record(deed, {
    action,
    organizationId,
    ...(applicationId !== undefined && { applicationId }),
    target: { type: 'connection', id: connectionId },
    details,
    ...(causedBy !== undefined && { causedBy }),
  });
}
