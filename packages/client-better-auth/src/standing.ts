import type { CallOptions, OrganizationScope } from '@tesserakit/client';
import { permissionsOf, type Actor, type Place } from '@tesserakit/domain';
import type { Roles } from './roles.ts';
import type { BetterAuthServer, ServerUser } from './server.ts';

/** Whoever is let in at all stands in their own organization, and none is ever suspended. */
export const ownPlace: Place = { reach: { kind: 'own' }, organization: { status: 'active' } };

/** Who asks, as the rules see them. */
export interface Standing {
  readonly user: ServerUser;
  /** Their own roles, as the server writes them. */
  readonly role: string;
  readonly actor: Actor;
}

/** @throws TesseraError `not_found` where the caller is no member */
export async function standingOf(
  server: BetterAuthServer,
  roles: Roles,
  scope: OrganizationScope,
  options?: CallOptions,
): Promise<Standing> {
  const [user, role] = await Promise.all([server.user(options), server.role(scope, options)]);
  const permissions = permissionsOf(roles.read(role));
  const { organizationId } = scope;
  return {
    user,
    role,
    actor: { userId: user.id, organizationId, permissions, platform: false },
  };
}
