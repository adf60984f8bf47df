/**
 * The rules once more, as sets over a picture, on purpose without a word from the domain package:
 * what both say is what the model holds the server to.
 */
import type { Connection, Member, Permission } from '@tesserakit/domain';
import type { Picture } from './picture.ts';

/** From the organization up to its root. */
export function lineOf({ organizations }: Picture, organizationId: string): string[] {
  const line: string[] = [];
  for (let id: string | undefined = organizationId; id !== undefined && !line.includes(id);) {
    if (!organizations.has(id)) break;
    line.push(id);
    id = organizations.get(id)?.parentOrganizationId;
  }
  return line;
}

/** Whether one organization stands anywhere above another. */
export function isAbove(picture: Picture, above: string, organizationId: string): boolean {
  return lineOf(picture, organizationId).indexOf(above) > 0;
}

/** The applications in which `above` manages an organization: those that every link between is for. */
export function linkedBetween(picture: Picture, above: string, organizationId: string): string[] {
  const line = lineOf(picture, organizationId);
  const between = line.slice(0, Math.max(0, line.indexOf(above)));
  return [...picture.applications.keys()].filter(
    (applicationId) =>
      between.length > 0 &&
      between.every((id) => picture.onboardings.get(id)?.get(applicationId)?.fromParent === true),
  );
}

/** The roles of some role groups of an application. */
export function rolesIn(
  { roles, roleGroups }: Picture,
  applicationId: string,
  roleGroupIds: readonly string[],
): Set<string> {
  const inGroups = roleGroupIds.flatMap((id) => {
    const group = roleGroups.get(id);
    return group?.applicationId === applicationId ? group.roleIds : [];
  });
  return new Set(inGroups.filter((id) => roles.get(id)?.applicationId === applicationId));
}

/** The roles that an organization may hand out. */
export function ceilingIn(
  picture: Picture,
  organizationId: string,
  applicationId: string,
): Set<string> {
  const share = picture.onboardings.get(organizationId)?.get(applicationId);
  if (!share) return new Set();
  const own = rolesIn(picture, applicationId, share.roleGroupIds);
  for (const id of share.roleIds) {
    if (picture.roles.get(id)?.applicationId === applicationId) own.add(id);
  }
  if (!share.fromParent) return own;
  const parentId = picture.organizations.get(organizationId)?.parentOrganizationId ?? '';
  const exposing = picture.onboardings.get(parentId)?.get(applicationId);
  const exposed = rolesIn(picture, applicationId, exposing?.exposedRoleGroupIds ?? []);
  const above = ceilingIn(picture, parentId, applicationId);
  return new Set([...own].filter((id) => exposed.has(id) && above.has(id)));
}

function isActive(picture: Picture, organizationId: string, userId: string, now: number): boolean {
  const member = picture.members.get(organizationId)?.get(userId);
  return member?.status === 'active' && (member.expiresAt ?? Infinity) > now;
}

/** Whether everything from an organization up to where it has the application from is in force. */
function isChainActive(picture: Picture, organizationId: string, applicationId: string): boolean {
  const organization = picture.organizations.get(organizationId);
  const share = picture.onboardings.get(organizationId)?.get(applicationId);
  if (organization?.status !== 'active' || share?.status !== 'active') return false;
  if (!share.fromParent) return true;
  return isChainActive(picture, organization.parentOrganizationId ?? '', applicationId);
}

/** The ids of the roles with which a person may enter; `undefined` for one who may not. */
export function accessIn(
  picture: Picture,
  userId: string,
  organizationId: string,
  applicationId: string,
  now = picture.now,
): Set<string> | undefined {
  const application = picture.applications.get(applicationId);
  const grant = picture.grants
    .get(organizationId)
    ?.get(userId)
    ?.find((one) => one.applicationId === applicationId);
  const enters =
    picture.users.get(userId)?.status === 'active' &&
    isActive(picture, organizationId, userId, now) &&
    isChainActive(picture, organizationId, applicationId) &&
    application !== undefined &&
    application.audience !== 'b2c' &&
    application.status !== 'disabled' &&
    grant !== undefined &&
    (grant.expiresAt ?? Infinity) > now;
  if (!enters) return undefined;
  const ceiling = ceilingIn(picture, organizationId, applicationId);
  const held = grant.roles.filter((role) => (role.expiresAt ?? Infinity) > now);
  const roles = new Set(held.map((role) => role.roleId).filter((id) => ceiling.has(id)));
  const roleless = picture.onboardings.get(organizationId)?.get(applicationId);
  return roles.size > 0 || roleless?.allowsRolelessAccess === true ? roles : undefined;
}

/** Whether an organization has proved by DNS that a domain is its own. */
export function owns({ domains }: Picture, organizationId: string, name: string): boolean {
  return [...(domains.get(organizationId)?.values() ?? [])].some(
    (one) => one.name === name && one.status === 'verified' && one.proof === 'dns',
  );
}

export function activeConnectionsIn(
  { connections }: Picture,
  organizationId: string,
): Connection[] {
  const all = [...(connections.get(organizationId)?.values() ?? [])];
  return all.filter(({ status }) => status === 'active');
}

/** Whether members come to an application by this connection. */
export function serves(
  picture: Picture,
  { organizationId, connectionId, applicationId }: Connection,
  target: string,
): boolean {
  const share = picture.onboardings.get(organizationId)?.get(target);
  const bound = activeConnectionsIn(picture, organizationId).map((one) => one.applicationId);
  if (applicationId !== undefined && applicationId !== target) return false;
  if (share?.connectionId !== undefined) return share.connectionId === connectionId;
  return applicationId === target || !bound.includes(target);
}

/** How many members of an organization have an application now. */
export function seatsIn(picture: Picture, organizationId: string, applicationId: string): number {
  const grants = [...(picture.grants.get(organizationId)?.values() ?? [])].flat();
  return grants.filter(
    (one) => one.applicationId === applicationId && (one.expiresAt ?? Infinity) > picture.now,
  ).length;
}

/** How somebody proved who they are. */
export interface Proved {
  readonly methods: readonly string[];
  readonly through?: readonly { organizationId: string; connectionId: string }[] | undefined;
}

/** Whether what somebody proved counts where they want to go. */
export function countsIn(
  picture: Picture,
  { methods, through = [] }: Proved,
  organizationId: string | undefined,
  applicationId: string,
): boolean {
  const oneself = methods.includes('pwd');
  if (organizationId === undefined) return oneself;
  const vouched = activeConnectionsIn(picture, organizationId).some(
    (connection) =>
      serves(picture, connection, applicationId) &&
      through.some(({ connectionId }) => connectionId === connection.connectionId),
  );
  const share = picture.onboardings.get(organizationId)?.get(applicationId);
  if (share?.connectionId !== undefined) return vouched;
  const accepted = picture.organizations.get(organizationId)?.authentication?.methods;
  const accepts = (way: string) => accepted === undefined || accepted.includes(way);
  return (vouched && accepts('sso')) || (oneself && accepts('password'));
}

/** What somebody may administer in an organization, by what their membership says. */
export function rankIn(
  picture: Picture,
  organizationId: string,
  userId: string,
): ReadonlySet<Permission> {
  const member = picture.members.get(organizationId)?.get(userId);
  return permissionsIn(picture, member?.organizationRoleIds ?? []);
}

export function permissionsIn(
  { organizationRoles }: Picture,
  roleIds: readonly string[],
): ReadonlySet<Permission> {
  return new Set(roleIds.flatMap((id) => organizationRoles.get(id)?.permissions ?? []));
}

/** Whether somebody may act for an organization at all now. */
export function standsIn(picture: Picture, organizationId: string, userId: string): boolean {
  return (
    picture.users.get(userId)?.status === 'active' &&
    picture.organizations.get(organizationId)?.status === 'active' &&
    isActive(picture, organizationId, userId, picture.now)
  );
}

export function isWithin<T>(part: Iterable<T>, whole: ReadonlySet<T>): boolean {
  return [...part].every((one) => whole.has(one));
}

/** Whether an organization has an administrator who stays: active, and without an end. */
export function hasLastingAdministrator(picture: Picture, organizationId: string): boolean {
  return [...(picture.members.get(organizationId)?.values() ?? [])].some(
    (member) =>
      member.organizationRoleIds.includes('organizationAdmin') &&
      member.status === 'active' &&
      member.expiresAt === undefined &&
      picture.users.get(member.userId)?.status === 'active',
  );
}

/** Whether nobody administers an organization now; whoever manages it appoints the first. */
export function lacksAdministrator({ members }: Picture, organizationId: string): boolean {
  return ![...(members.get(organizationId)?.values() ?? [])].some(
    ({ status, organizationRoleIds }) =>
      status === 'active' && organizationRoleIds.includes('organizationAdmin'),
  );
}

export function* membersIn({ members }: Picture): Generator<Member> {
  for (const table of members.values()) yield* table.values();
}
