import type { AccessGrant, Member, User } from '@tesserakit/domain';
import { randomSource } from '../random.ts';
import { departments, familyNames, givenNames, titles } from './plausible.ts';
import type { Seed } from './seed.ts';

const day = 86_400_000;
const newest = Date.parse('2026-02-01T00:00:00Z');

/**
 * The seed with that many more people in one organization, for long lists. The same arguments give
 * the same people. They have roles of the applications that the organization is onboarded to, and
 * no passwords.
 */
export function withManyMembers(seed: Seed, organizationId: string, count: number): Seed {
  const random = randomSource(count);
  const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const grantable = seed.onboardings
    .filter((onboarding) => onboarding.organizationId === organizationId)
    .map(({ applicationId }) => seed.roles.filter((role) => role.applicationId === applicationId));
  const users: User[] = [];
  const members: Member[] = [];
  const grants: AccessGrant[] = [];
  for (let number = 1; number <= count; number += 1) {
    const userId = `user_${organizationId}_${number}`;
    const name = `${one(givenNames)} ${one(familyNames)}`;
    const joined = random() < 0.95;
    users.push({
      userId,
      email: `person.${number}@${organizationId.replace('org_', '')}.example`,
      emailVerified: joined,
      name,
      status: 'active',
      platformAdministrator: false,
    });
    const joinedAt = newest - Math.floor(random() * 1000) * day;
    const signedIn = joined && random() < 0.9;
    members.push({
      userId,
      organizationId,
      status: joined ? (random() < 0.96 ? 'active' : 'suspended') : 'pending',
      organizationRoleIds: [random() < 0.02 ? 'organizationAdmin' : 'organizationMember'],
      title: one(titles) ?? '',
      department: one(departments) ?? '',
      source: 'invitation',
      version: 1,
      ...(joined && { joinedAt }),
      ...(signedIn && { lastSignInAt: joinedAt + Math.floor(random() * (newest - joinedAt)) }),
    });
    for (const roles of grantable) {
      const role = one(roles);
      if (!role || random() < 0.3) continue;
      const { applicationId, roleId } = role;
      grants.push({ userId, organizationId, applicationId, roles: [{ roleId, source: 'direct' }] });
    }
  }
  return {
    ...seed,
    users: [...seed.users, ...users],
    members: [...seed.members, ...members],
    grants: [...seed.grants, ...grants],
  };
}
