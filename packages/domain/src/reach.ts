import type { ErrorCode } from './errors.ts';
import type { Permission } from './organization-roles.ts';

/** The link from a managed organization up to the one that manages it. */
export interface ManagedLink {
  readonly organizationId: string;
  readonly parentOrganizationId: string | undefined;
  /** The applications for which the parent manages it. */
  readonly applicationIds: readonly string[];
}

/** Who asks, on behalf of which organization, and whether in the Admin Portal. */
export interface Reacher {
  readonly organizationId: string | undefined;
  readonly permissions: ReadonlySet<Permission>;
  /** A platform administrator's token of the Admin Portal; the flag alone reaches nothing. */
  readonly platform: boolean;
}

/** How somebody stands to an organization. */
export type Reach =
  | { readonly kind: 'platform' }
  | { readonly kind: 'own' }
  /** From above, within the applications that every link on the way is for. */
  | { readonly kind: 'managed'; readonly applicationIds: ReadonlySet<string> }
  /** To the tenant's own things, without being its administrator. */
  | { readonly kind: 'tenant' }
  | { readonly kind: 'none' };

/**
 * How the actor stands to an organization.
 *
 * @param chain the organization first, then its parents up to the root.
 */
export function reachOf(actor: Reacher, chain: readonly ManagedLink[]): Reach {
  const [own] = chain;
  if (!own) return { kind: 'none' };
  if (actor.platform) return { kind: 'platform' };
  if (own.organizationId === actor.organizationId) return { kind: 'own' };
  const above = chain.findIndex((link) => link.organizationId === actor.organizationId);
  if (above < 1 || !actor.permissions.has('managed-organizations:read')) return { kind: 'none' };
  const [first = [], ...rest] = chain.slice(0, above).map((link) => link.applicationIds);
  const applicationIds = first.filter((id) => rest.every((ids) => ids.includes(id)));
  return { kind: 'managed', applicationIds: new Set(applicationIds) };
}

/** Whether somebody who stands like this reaches what belongs to the application there. */
export function reachesApplication(reach: Reach, applicationId: string): boolean {
  if (reach.kind === 'managed') return reach.applicationIds.has(applicationId);
  return reach.kind === 'platform' || reach.kind === 'own';
}

/** What an action takes, in one's own organization and from above. */
export interface Needs {
  /** All of these; `undefined` for what only a platform administrator or a parent may do. */
  readonly own: readonly Permission[] | undefined;
  /** What it takes from above; `undefined` for what a parent never reaches. */
  readonly managed: readonly Permission[] | undefined;
}

/**
 * Why somebody who stands like this may not. What is out of reach is `not_found`, so that nobody
 * learns that it exists; what is in reach and not allowed is `forbidden`.
 *
 * @param applicationId the application that the action is about, where it is about one.
 */
export function reachBlocker(
  actor: Reacher,
  reach: Reach,
  needs: Needs,
  applicationId?: string,
): ErrorCode | undefined {
  switch (reach.kind) {
    case 'platform':
      return undefined;
    case 'tenant':
      return 'forbidden';
    case 'own':
      return holdsAll(actor, needs.own) ? undefined : 'forbidden';
    case 'managed': {
      const outside = applicationId !== undefined && !reach.applicationIds.has(applicationId);
      if (!needs.managed || outside || reach.applicationIds.size === 0) return 'not_found';
      return holdsAll(actor, needs.managed) ? undefined : 'forbidden';
    }
    // Also a way to stand there that nobody knows yet.
    default:
      return 'not_found';
  }
}

function holdsAll(actor: Reacher, permissions: readonly Permission[] | undefined): boolean {
  return permissions !== undefined && permissions.every((one) => actor.permissions.has(one));
}
