import type { ErrorCode } from './errors.ts';
import type { Permission } from './organization-roles.ts';

/** Who asks, and on behalf of which organization. */
export interface Actor {
  readonly userId: string;
  readonly organizationId: string;
  readonly permissions: ReadonlySet<Permission>;
}

/** What can be asked for, as `<noun>.<verb>`. Closed: every entity's `actions` name only these. */
export type Action = 'organization.read' | 'members.list' | 'member.read' | 'applications.list';

/** What the action is about: an organization, or one of its members. */
export interface Target {
  readonly organizationId: string;
  readonly userId?: string;
}

const needs: Record<Action, Permission> = {
  'organization.read': 'organization:read',
  'members.list': 'members:read',
  'member.read': 'members:read',
  'applications.list': 'organization:read',
};

/**
 * Whether this actor may take this action on this target now: `true`, or the code of the reason
 * why not. An organization that the actor does not act for does not exist for them (`not_found`).
 */
export function decide(actor: Actor, action: Action, target: Target): true | ErrorCode {
  if (target.organizationId !== actor.organizationId) return 'not_found';
  if (action === 'member.read' && target.userId === actor.userId) return true;
  return actor.permissions.has(needs[action]) ? true : 'forbidden';
}
