import {
  ceiling,
  effectiveAccess,
  isRoleInForce,
  type AccessCondition,
  type AccessFacts,
  type ChainLink,
  type EffectiveAccess,
  type GrantedRole,
} from './access.ts';
import type { Action } from './actions.ts';
import type { ErrorCode } from './errors.ts';
import { isActiveMember } from './members.ts';

/** What would be left of a person's access without one role. */
export interface Removal {
  /** Whether they could still enter, or the code of the reason why not. */
  readonly entry: true | ErrorCode;
  /** What they could do no more, for no other role gives it. */
  readonly permissions: readonly string[];
}

/** A role of a grant, whether it counts, and what rests on it alone. */
export interface ExplainedRole extends GrantedRole {
  readonly inForce: true | ErrorCode;
  readonly removal: Removal;
}

/** Who can take an act that opens a door. */
export type Opener = 'person' | 'organization' | 'parent' | 'platform';

/** An act that makes a condition of entry hold. */
export type RemedyName =
  | 'enable_user'
  | 'invite'
  | 'accept_invitation'
  | 'reactivate_member'
  | 'extend_membership'
  | 'reactivate_organization'
  | 'enable_application'
  | 'open_application'
  | 'onboard'
  | 'reactivate_onboarding'
  | 'restore_above'
  | 'give_access'
  | 'extend_access'
  | 'widen_onboarding'
  | 'give_role';

export interface Remedy {
  readonly name: RemedyName;
  readonly action: Action;
  readonly by: Opener;
  /** Where it is done, when that is an organization further up. */
  readonly organizationId?: string;
}

/** Why somebody may or may not enter, and what would change that. */
export interface AccessReasons extends EffectiveAccess {
  readonly given: readonly ExplainedRole[];
  /** All of these together open the door; none when it is open. */
  readonly remedies: readonly Remedy[];
}

/** Everything that {@link effectiveAccess} says, with the reasons. */
export function explainAccess(facts: AccessFacts, now: number): AccessReasons {
  const access = effectiveAccess(facts, now);
  const allowed = ceiling(facts.chain, facts.catalogue);
  const given = (facts.grant?.roles ?? []).map((role) => ({
    ...role,
    inForce: isRoleInForce(facts.grant, role, allowed, now),
    removal: removalOf(facts, access, role.roleId, now),
  }));
  return { ...access, given, remedies: remediesOf(facts, access.conditions, now) };
}

function removalOf(
  facts: AccessFacts,
  access: EffectiveAccess,
  roleId: string,
  now: number,
): Removal {
  const roles = facts.grant?.roles.filter((role) => role.roleId !== roleId) ?? [];
  const grant = facts.grant && { ...facts.grant, roles };
  const left = effectiveAccess({ ...facts, grant }, now);
  const kept = new Set(left.permissions);
  return { entry: left.entry, permissions: access.permissions.filter((one) => !kept.has(one)) };
}

/** What would make the failing conditions hold, in their order. */
function remediesOf(
  facts: AccessFacts,
  conditions: ReadonlyMap<AccessCondition, boolean>,
  now: number,
): readonly Remedy[] {
  return [...conditions].flatMap(([condition, holds]) =>
    holds ? [] : openers[condition](facts, now),
  );
}

const openers: Record<AccessCondition, (facts: AccessFacts, now: number) => readonly Remedy[]> = {
  user_active: () => [remedy('enable_user', 'user.enable', 'platform')],
  member_active: membershipRemedies,
  organization_active: ({ chain: [own] }) =>
    own
      ? [remedy('reactivate_organization', 'organization.reactivate', aboveOrganization(own))]
      : [],
  application_active: () => [remedy('enable_application', 'application.update', 'platform')],
  application_for_organizations: () => [
    remedy('open_application', 'application.update', 'platform'),
  ],
  application_onboarded: ({ chain: [own] }) => {
    if (!own) return [];
    return own.onboarding
      ? [remedy('reactivate_onboarding', 'onboarding.update', aboveShare(own))]
      : [remedy('onboard', 'application.onboard', aboveOrganization(own))];
  },
  chain_active: ({ chain: [, ...above] }) => above.flatMap(linkRemedies),
  granted: ({ grant }) => [
    remedy(grant ? 'extend_access' : 'give_access', 'access.grant', 'organization'),
  ],
  role_within_ceiling: roleRemedies,
};

function membershipRemedies({ member }: AccessFacts, now: number): readonly Remedy[] {
  if (!member) return [remedy('invite', 'member.invite', 'organization')];
  return [
    ...(member.status === 'pending'
      ? [remedy('accept_invitation', 'invitation.accept', 'person')]
      : []),
    ...(member.status === 'suspended'
      ? [remedy('reactivate_member', 'member.reactivate', 'organization')]
      : []),
    ...(isActiveMember({ ...member, status: 'active' }, now)
      ? []
      : [remedy('extend_membership', 'member.update', 'organization')]),
  ];
}

function linkRemedies({ organization, onboarding }: ChainLink): readonly Remedy[] {
  const { organizationId } = organization;
  const restore = (action: Action): Remedy => ({
    ...remedy('restore_above', action, 'parent'),
    organizationId,
  });
  const share = onboarding ? 'onboarding.update' : 'application.onboard';
  return [
    ...(organization.status === 'active' ? [] : [restore('organization.reactivate')]),
    ...(onboarding?.status === 'active' ? [] : [restore(share)]),
  ];
}

/** Where the organization itself has no role to give, it has to get one first. */
function roleRemedies({ chain, catalogue, grant }: AccessFacts): readonly Remedy[] {
  const [own] = chain;
  const isBare = own?.onboarding !== undefined && ceiling(chain, catalogue).size === 0;
  return [
    ...(isBare ? [remedy('widen_onboarding', 'onboarding.update', aboveShare(own))] : []),
    ...(grant ? [remedy('give_role', 'access.grant', 'organization')] : []),
  ];
}

function remedy(name: RemedyName, action: Action, by: Opener): Remedy {
  return { name, action, by };
}

function aboveOrganization({ organization }: ChainLink): Opener {
  return organization.parentOrganizationId === undefined ? 'platform' : 'parent';
}

function aboveShare({ onboarding }: ChainLink): Opener {
  return onboarding?.fromParent ? 'parent' : 'platform';
}
