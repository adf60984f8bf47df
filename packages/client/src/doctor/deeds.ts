import type { Capabilities, Member } from '@tesserakit/contract';
import type { Finding } from './finding.ts';

/** What can be done to members: the claim, and the action whose verdict each member carries. */
const memberDeeds = [
  ['Suspend and reactivate members', 'suspend', 'member.suspend'],
  ['Remove members', 'remove', 'member.remove'],
  ['Change titles and departments', 'update', 'member.update'],
  ['Give organization roles', 'setOrganizationRoles', 'member.setOrganizationRoles'],
] as const;

/** Other deeds that are claimed alone: to try one would change something. */
function claimsOf(can: Capabilities): readonly (readonly [string, boolean | undefined])[] {
  const { organizations, invitations, access, domains } = can;
  return [
    ['Add members', can.members.add],
    ['Invite people', invitations && (invitations.bulkLimit ?? 1) > 0],
    ['Send invitations again', invitations?.resend],
    ['Revoke invitations', invitations?.revoke],
    ['Give access to applications', access?.grant],
    ['Update the profile', organizations.update],
    ['Transfer ownership', organizations.transferOwnership],
    ['Leave the organization', organizations.leave],
    ['Delete the organization', organizations.delete],
    ['Onboard applications', can.applications?.onboard],
    ['Create managed organizations', can.managedOrganizations?.create],
    ['Prove domains', domains && (domains.dns === true || domains.email === true)],
  ];
}

/** What will become of every deed, as far as it can be told without doing it. */
export function deedFindings(
  can: Capabilities,
  members: readonly Member[] | undefined,
): readonly Finding[] {
  return [
    ...memberDeeds.map(([what, claim, action]): Finding => {
      if (can.members[claim] !== true) return { what, verdict: 'absent', why: notClaimed };
      const silent = members?.find(({ actions }) => !(action in actions));
      return silent
        ? { what, verdict: 'broken', why: `A member came without a verdict on ${action}.` }
        : { what, verdict: 'shown', why: notTried };
    }),
    ...claimsOf(can).map(([what, claimed]): Finding =>
      claimed === true
        ? { what, verdict: 'shown', why: notTried }
        : { what, verdict: 'absent', why: notClaimed },
    ),
  ];
}

export const notClaimed = 'The backend does not claim it.';
const notTried = 'Claimed; it would change something, so it was not tried.';
