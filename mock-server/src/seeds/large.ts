import type { AccessGrant, GrantedRole, Member, User } from '@tesserakit/domain';
import { randomSource } from '../random.ts';
import { defaultSeed } from './default.ts';
import { largeCatalogue } from './large-catalogue.ts';
import { departments, familyNames, givenNames, pick, titles } from './plausible.ts';
import type { Seed } from './seed.ts';

const organizationCount = 1000;
const applicationCount = 200;
const largestOrganizationId = 'org_acme';
const membersOfLargest = 100_000;
const membersOfOthers = 12;
const day = 86_400_000;
// One list for all who have it.
const administrator = ['organizationAdmin'];
const plain = ['organizationMember'];

/**
 * 1,000 organizations, one of them with 100,000 members, and 200 applications, around the people of
 * `default`; `both@acme.example` is also a member of every organization that is new. The same at
 * each call, and made anew, so that nothing of it is kept when its world is gone.
 *
 * @param memberships how many there are in all at least: people of the largest organization join
 * the new ones, as many in each, until there are.
 */
export function large({ memberships = 0 } = {}): Seed {
  const { applicationIdsOf, ...added } = largeCatalogue(
    organizationCount - defaultSeed.organizations.length,
    applicationCount - defaultSeed.applications.length,
    largestOrganizationId,
  );
  const people = crowd();
  const seeded = defaultSeed.members.filter(
    ({ organizationId }) => organizationId === largestOrganizationId,
  );
  const all = added.applications.map(({ applicationId }) => applicationId);
  people.join(largestOrganizationId, membersOfLargest - seeded.length, all);
  for (const [index, { organizationId }] of added.organizations.entries()) {
    people.join(organizationId, membersOfOthers - 1, applicationIdsOf(index));
    people.joinAgain('user_both', organizationId);
  }
  const missing = memberships - defaultSeed.members.length - people.members.length;
  const guests = Math.max(0, Math.ceil(missing / added.organizations.length));
  for (const [index, { organizationId }] of added.organizations.entries()) {
    for (let guest = 0; guest < guests; guest += 1) {
      const { userId } = pick(
        people.users,
        (index * guests + guest) % (membersOfLargest - seeded.length),
      );
      people.joinAgain(userId, organizationId);
    }
  }
  return {
    tenantId: 'tenant_large',
    today: defaultSeed.today,
    users: [...defaultSeed.users, ...people.users],
    passwords: defaultSeed.passwords,
    organizations: [...defaultSeed.organizations, ...added.organizations],
    applications: [...defaultSeed.applications, ...added.applications],
    clients: [...defaultSeed.clients, ...added.clients],
    roles: [...defaultSeed.roles, ...added.roles],
    roleGroups: [...defaultSeed.roleGroups, ...added.roleGroups],
    onboardings: [...defaultSeed.onboardings, ...added.onboardings],
    members: [...defaultSeed.members, ...people.members],
    grants: [...defaultSeed.grants, ...people.grants],
  };
}

/** Made-up people, who join one organization after the other. */
function crowd() {
  const random = randomSource(1000);
  const one = <T>(list: readonly T[]): T => pick(list, Math.floor(random() * list.length));
  const users: User[] = [];
  const members: Member[] = [];
  const grants: AccessGrant[] = [];
  const lists = new Map<string, readonly GrantedRole[]>();

  const give = (userId: string, organizationId: string, applicationId: string, ids: string[]) => {
    const roles =
      lists.get(ids.join()) ?? ids.map((roleId) => ({ roleId, source: 'direct' as const }));
    lists.set(ids.join(), roles);
    grants.push({ userId, organizationId, applicationId, roles });
  };

  const joinAgain = (userId: string, organizationId: string) => {
    members.push({
      userId,
      organizationId,
      status: 'active',
      organizationRoleIds: plain,
      joinedAt: defaultSeed.today - Math.floor(random() * 2000 * day),
      source: 'invitation',
      version: 1,
    });
    give(userId, organizationId, 'app_flights', ['role_flights_viewer']);
  };

  const joinOne = (organizationId: string, number: number, applicationIds: readonly string[]) => {
    const host = organizationId.replace('org_', '');
    const userId = `user_${host}_${number}`;
    const given = one(givenNames);
    const family = random() < 0.5 ? one(familyNames) : `${one(familyNames)}-${one(familyNames)}`;
    const joined = random() < 0.95;
    const joinedAt = defaultSeed.today - Math.floor(random() * 2000 * day);
    const lastSignInAt = joinedAt + Math.floor(random() * (defaultSeed.today - joinedAt));
    users.push({
      userId,
      email: `${ascii(given)}.${ascii(family)}.${number}@${host}.example`,
      emailVerified: joined,
      name: `${given} ${family}`,
      status: 'active',
      platformAdministrator: false,
    });
    members.push({
      userId,
      organizationId,
      status: joined ? (random() < 0.96 ? 'active' : 'suspended') : 'pending',
      organizationRoleIds: number === 1 || random() < 0.002 ? administrator : plain,
      title: one(titles),
      department: one(departments),
      source: 'invitation',
      version: 1,
      ...(joined && { joinedAt, lastSignInAt }),
    });
    const desk = one(['role_flights_viewer', 'role_flights_booking_agent']);
    const more = random() < 0.3 ? ['role_flights_after_sales'] : [];
    give(userId, organizationId, 'app_flights', [desk, ...more]);
    if (random() < 0.5) return;
    const applicationId = one(applicationIds);
    const role = (name: string) => `role_${applicationId}_${name}`;
    const also = random() < 0.2 ? [role('editor')] : [];
    give(userId, organizationId, applicationId, [role('reader'), ...also]);
  };

  const join = (organizationId: string, count: number, applicationIds: readonly string[]) => {
    for (let number = 1; number <= count; number += 1) {
      joinOne(organizationId, number, applicationIds);
    }
  };
  return { users, members, grants, join, joinAgain };
}

/** The word as an address spells it. */
function ascii(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[^a-z-]/gi, '')
    .toLowerCase();
}
