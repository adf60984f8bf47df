import { audienceBlocker, isActiveApplication, type Application } from '@tesserakit/domain';
import { endSessionsThrough } from '../login/sessions.ts';
import { refuseInput } from '../refusal.ts';
import { catalogueOf } from './access.ts';
import { amended, changedBy } from './amended.ts';
import { onboardedTo } from './applications.ts';
import { trimToCeiling } from './ceiling-changes.ts';
import { record, type Deed } from './deed.ts';
import { unlink } from './identities.ts';
import { withdrawOnboarding } from './onboarding-withdrawal.ts';
import { revokeTokens } from './revocation.ts';
import { takeFromConnections } from './role-changes.ts';
import { countWrite } from './versions.ts';

/** What is said of a new application. */
export interface NewApplication {
  readonly name: string;
  readonly audience: Application['audience'];
  readonly logoUrl?: string | undefined;
  readonly launchUrl?: string | undefined;
}

/** What is to change of an application; `null` takes away. */
export interface ApplicationAmendment {
  readonly name?: string | undefined;
  readonly audience?: Application['audience'] | undefined;
  readonly logoUrl?: string | null | undefined;
  readonly launchUrl?: string | null | undefined;
  readonly status?: Application['status'] | undefined;
  readonly revokesTokens?: Readonly<Record<string, boolean | undefined>> | undefined;
}

/** Adds an application to the tenant. */
export function createApplication(
  deed: Deed,
  { name, audience, logoUrl, launchUrl }: NewApplication,
): Application {
  const { world } = deed;
  const application: Application = {
    applicationId: world.newId('app'),
    name,
    audience,
    ...(logoUrl !== undefined && { logoUrl }),
    ...(launchUrl !== undefined && { launchUrl }),
  };
  world.applications.set(application.applicationId, application);
  record(deed, { ...about(application, 'application.create'), details: { name, audience } });
  return application;
}

/** Changes an application. Disabling it ends every refresh token of it. */
export function updateApplication(
  deed: Deed,
  application: Application,
  { revokesTokens, ...change }: ApplicationAmendment,
): Application {
  const { world } = deed;
  const { applicationId } = application;
  if (change.audience !== undefined) {
    const blocker = audienceBlocker(change.audience, onboardedTo(world, applicationId));
    refuseInput(blocker, 'audience', 'Organizations have this application.');
  }
  const next = amended(application, {
    ...change,
    ...(revokesTokens && {
      revokesTokens: amended(application.revokesTokens ?? {}, revokesTokens),
    }),
  });
  world.applications.set(applicationId, next);
  countWrite(world, 'application', applicationId);
  record(deed, {
    ...about(application, 'application.update'),
    details: { changed: changedBy({ ...change, revokesTokens }) },
  });
  if (isActiveApplication(application) && !isActiveApplication(next)) {
    revokeTokens(world, { applicationId });
  }
  return next;
}

/** Deletes an application with its catalogue, its clients and all that was given of it. */
export function deleteApplication(deed: Deed, application: Application): void {
  const { world } = deed;
  const { applicationId } = application;
  const causedBy = record(deed, about(application, 'application.delete'));
  revokeTokens(world, { applicationId });
  for (const organization of world.organizations.values()) {
    const shares = world.onboardings.get(organization.organizationId);
    // Those below may have lost it with the one above.
    if (shares?.has(applicationId)) {
      withdrawOnboarding(deed, organization, applicationId, { causedBy });
    }
  }
  trimToCeiling(deed, applicationId, causedBy);
  deleteConnections(deed, applicationId, causedBy);
  for (const { roleId } of catalogueOf(world, applicationId).roles) {
    takeFromConnections(deed, roleId, causedBy);
  }
  deleteBelongings(deed, world.roleGroups, 'roleGroup', applicationId, causedBy);
  deleteBelongings(deed, world.roles, 'role', applicationId, causedBy);
  deleteBelongings(deed, world.clients, 'client', applicationId, causedBy);
  world.applications.delete(applicationId);
}

function deleteBelongings(
  deed: Deed,
  table: Map<string, { readonly applicationId?: string }>,
  type: string,
  applicationId: string,
  causedBy: string,
): void {
  for (const [id, thing] of table) {
    if (thing.applicationId !== applicationId) continue;
    table.delete(id);
    record(deed, { action: `${type}.delete`, applicationId, target: { type, id }, causedBy });
  }
}

/** Not unbound: a connection for one application is never one for all. */
function deleteConnections(deed: Deed, applicationId: string, causedBy: string): void {
  for (const [organizationId, connections] of deed.world.connections) {
    for (const [connectionId, connection] of connections) {
      if (connection.applicationId !== applicationId) continue;
      connections.delete(connectionId);
      deed.world.connectionSecrets.delete(connectionId);
      record(deed, {
        action: 'connection.delete',
        organizationId,
        applicationId,
        target: { type: 'connection', id: connectionId },
        causedBy,
      });
      unlink(deed, (one) => one.connectionId === connectionId, causedBy);
      endSessionsThrough(deed.world, connection);
    }
  }
}

function about({ applicationId }: Application, action: string) {
  return { action, applicationId, target: { type: 'application', id: applicationId } };
}
