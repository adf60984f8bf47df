import * as v from 'valibot';
import { access, grantedRole, memberAccess } from './access.ts';
import type { Routes } from './route.ts';
import { openEnum, verdict } from './vocabulary.ts';

/** What would be left of a member's access without one role. */
const removal = v.object({
  /** `true` when the member could enter all the same, else the code of the reason. */
  entry: verdict,
  /** What the member could do no more, for no other role gives it. */
  permissions: v.array(v.string()),
});

/** An act that would make a condition of entry hold. */
const remedy = v.object({
  name: openEnum([
    'enable_user',
    'invite',
    'accept_invitation',
    'reactivate_member',
    'extend_membership',
    'reactivate_organization',
    'enable_application',
    'open_application',
    'onboard',
    'reactivate_onboarding',
    'restore_above',
    'give_access',
    'extend_access',
    'widen_onboarding',
    'give_role',
  ]),
  /** Who can take it. */
  by: openEnum(['person', 'organization', 'parent', 'platform']),
  /** `true` when this caller may, else the code of the reason. */
  may: verdict,
});

/**
 * Why a member may or may not enter an application: each condition, each role with its source and
 * with what rests on it alone, and what would open the door.
 */
export const accessExplanation = v.object({
  ...memberAccess.entries,
  roles: v.array(v.object({ ...grantedRole.entries, removal: v.optional(removal) })),
  /** All of these together open it; none when it is open. */
  remedies: v.optional(v.array(remedy), []),
  conditions: v.array(
    v.object({
      condition: openEnum([
        'user_active',
        'member_active',
        'organization_active',
        'application_active',
        'application_for_organizations',
        'application_onboarded',
        'chain_active',
        'granted',
        'role_within_ceiling',
      ]),
      holds: v.boolean(),
    }),
  ),
  /** The union of the permissions of the roles that count. */
  permissions: v.array(v.string()),
});

export const accessExplanationRoutes = {
  'access.explain': {
    method: 'GET',
    path: `${access}/{applicationId}/explain`,
    summary: 'Why a member may or may not enter an application.',
    answer: accessExplanation,
  },
} as const satisfies Routes;

export type AccessExplanation = v.InferOutput<typeof accessExplanation>;
