import type { Entry } from '../authorization-state.ts';
import type { World } from '../world.ts';
import type { Standing } from './standing.ts';

/** What tokens say about the organization that a person acts for; nothing for one who does not. */
export function organizationClaims({ organization: acting }: Standing) {
  if (!acting) return {};
  const { organization, member, access } = acting;
  return {
    org_id: organization.organizationId,
    org_name: organization.name,
    org_roles: [...member.organizationRoleIds],
    roles: access.roles.map((role) => role.key),
    permissions: [...access.permissions],
  };
}

/** What tokens say about how the person proved who they are. */
export function authenticationClaims(world: World, entry: Entry) {
  return {
    tid: world.tenantId,
    sid: entry.sid,
    auth_time: seconds(entry.authenticatedAt),
    amr: [...entry.methods],
    acr: '1',
  };
}

/** What the scopes `profile` and `email` open (OpenID Connect Core, section 5.4). */
export function personalClaims({ user }: Standing, scope: readonly string[]) {
  return {
    ...(scope.includes('profile') && {
      name: user.name,
      ...(user.picture !== undefined && { picture: user.picture }),
      ...(user.locale !== undefined && { locale: user.locale }),
    }),
    ...(scope.includes('email') && { email: user.email, email_verified: user.emailVerified }),
  };
}

export function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
