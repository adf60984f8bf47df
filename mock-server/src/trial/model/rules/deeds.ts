import assert from 'node:assert/strict';
import type { Domain, Invitation, Member, Permission } from '@tesserakit/domain';
import type { Asker } from '../arena.ts';
import {
  accessIn,
  ceilingIn,
  isAbove,
  isWithin,
  linkedBetween,
  permissionsIn,
  rankIn,
  standsIn,
} from '../naive.ts';
import { sameFamilies, type Picture } from '../picture.ts';
import { isWrite } from '../requests/index.ts';
import type { Rules, Step } from '../step.ts';

/** What the asker may administer: their rank, for a key no more than it was made for. */
export function powerOf({ asker, before }: { asker: Asker; before: Picture }) {
  const rank = rankIn(before, asker.organizationId ?? '', asker.userId);
  if (asker.key === undefined) return rank;
  const key = before.apiKeys.get(asker.organizationId ?? '')?.get(asker.clientId);
  return new Set((key?.permissions ?? []).filter((one) => rank.has(one)));
}

const isDone = ({ asked }: Step) => asked.code === undefined;

/** Operations by which somebody acts for themselves, whatever organization their token names. */
const personal = /^(me|sessions)\.|^organizations\.list$|^invitations\.(accept|decline|listOwn)$/;

/** What it takes to do something, in one's own organization as in one below. */
const needs: readonly (readonly [RegExp, Permission])[] = [
  [/^members\.(list|get)$/, 'members:read'],
  [/^members\.add$/, 'members:add'],
  [/^members\.update$/, 'members:update'],
  [/^members\.(suspend|reactivate|listSessions|endSessions)$/, 'members:suspend'],
  [/^members\.remove$/, 'members:remove'],
  [/^members\.setOrganizationRoles$/, 'organization-roles:assign'],
  [/^organizations\.transferOwnership$/, 'organization-roles:assign'],
  [/^access\.(list|explain)$/, 'access:read'],
  [/^access\.(grant|withdraw|bulk)$/, 'access:grant'],
  [/^invitations\.list$/, 'members:read'],
  [/^invitations\.(create|bulk|resend|revoke)$/, 'members:invite'],
  [/^domains\./, 'domains:manage'],
  [/^connections\./, 'connections:manage'],
  [/^directoryTokens\./, 'directory:manage'],
  [/^apiKeys\./, 'api-keys:manage'],
  [/^audit\.list$/, 'audit:read'],
  [/^managedOrganizations\.list$/, 'managed-organizations:read'],
];

/** What everybody reads: their own membership and access, acting for that organization. */
function isAboutOneself({ asked: { asker, operation, parameters } }: Step): boolean {
  const { userId, organizationId } = parameters;
  const own = userId === asker.userId && organizationId === asker.organizationId;
  return own && /^(members\.get|access\.(list|explain))$/.test(operation);
}

/** Operations that only ever take something away. */
const takesAway = /\.(remove|withdraw|delete|suspend|disable|revoke|leave|endSessions|decline)$/;

/** The organizations that somebody may have to do with: their own and those below. */
function within(asker: Asker, ...pictures: Picture[]) {
  return (organizationId: string) =>
    organizationId === asker.organizationId ||
    pictures.some((picture) => isAbove(picture, asker.organizationId ?? '', organizationId));
}

/** What holds of every request to the directory. */
export const deedRules: Rules<Step> = {
  'the server knows what to answer'({ asked }) {
    assert.ok(asked.status < 500 || asked.code === 'unsupported', asked.text);
  },

  'inv-36: a refused command and a read change nothing'({ asked, before, after, changes }) {
    if (asked.code === undefined && isWrite(asked.operation)) return;
    assert.deepEqual(changes, []);
    assert.ok(sameFamilies(before, after), 'a refresh token ended');
    assert.deepEqual(new Set(after.sessions.keys()), new Set(before.sessions.keys()));
  },

  'inv-08: a command reaches its own organization and those below'(step) {
    const { asked, before, after, changes } = step;
    const { asker, operation, parameters } = asked;
    if (!isDone(step) || asker.platform) return;
    const allowed = within(asker, before, after);
    const { organizationId, applicationId } = parameters;
    if (organizationId !== undefined && !personal.test(operation)) {
      assert.ok(allowed(organizationId), `${operation} in ${organizationId}`);
      if (organizationId !== asker.organizationId) {
        const linked = linkedBetween(before, asker.organizationId ?? '', organizationId);
        assert.ok(linked.length > 0, 'nothing is linked');
        assert.ok(powerOf({ asker, before }).has('managed-organizations:read'));
        const inside = applicationId === undefined || linked.includes(applicationId);
        assert.ok(inside || operation === 'onboardings.create', applicationId);
      }
    }
    if (operation === 'invitations.accept' || operation === 'invitations.decline') return;
    for (const { table, organizationId: touched, key, to } of changes) {
      // Whoever owns a domain takes it from one who only showed a mailbox there.
      if (operation === 'domains.verify' && (to as Domain | undefined)?.status === 'failed')
        continue;
      const where = table === 'organizations' ? key : touched;
      if (where !== undefined) assert.ok(allowed(where), `${table} of ${where}`);
    }
  },

  'the law of rights: nobody does what their rank does not say, and no key more than its maker'(
    step,
  ) {
    const { asked, before } = step;
    const { asker, operation, parameters } = asked;
    const { organizationId } = parameters;
    if (!isDone(step) || asker.platform || organizationId === undefined) return;
    const power = powerOf({ asker, before });
    const own = organizationId === asker.organizationId;
    for (const [name, permission] of needs) {
      if (!name.test(operation)) continue;
      assert.ok(power.has(permission) || isAboutOneself(step), `${operation} takes ${permission}`);
    }
    if (own || !isWrite(operation)) return;
    const creates = operation === 'managedOrganizations.create';
    assert.ok(power.has(`managed-organizations:${creates ? 'create' : 'manage'}`), operation);
  },

  'inv-11: an answer names no organization out of reach'(step) {
    const { asked, before } = step;
    const { asker, operation, text } = asked;
    if (asker.platform || operation === 'audit.list') return;
    const allowed = within(asker, before, step.after);
    const own = before.users.get(asker.userId)?.email.toLowerCase();
    for (const organizationId of before.organizations.keys()) {
      if (allowed(organizationId) || before.members.get(organizationId)?.has(asker.userId))
        continue;
      const invited = [...(before.invitations.get(organizationId)?.values() ?? [])].some(
        ({ email }) => email.toLowerCase() === own,
      );
      if (invited || Object.values(asked.parameters).includes(organizationId)) continue;
      assert.ok(!text.includes(`"${organizationId}"`), organizationId);
    }
  },

  'inv-06: nobody changes the membership of one above them, or puts one above them'(step) {
    const { asked, before, after, changes } = step;
    const { asker, operation } = asked;
    if (!isDone(step) || asker.platform || /^\w*[oO]rganizations\.delete/.test(operation)) return;
    const power = powerOf({ asker, before });
    for (const { table, organizationId = '', key, from, to } of changes) {
      if (table !== 'members') continue;
      const given = permissionsIn(after, (to as Member | undefined)?.organizationRoleIds ?? []);
      const had = permissionsIn(before, (from as Member | undefined)?.organizationRoleIds ?? []);
      if (key === asker.userId) {
        const answered = operation === 'invitations.accept';
        assert.ok(answered || isWithin(given, had), 'gave themselves more');
        continue;
      }
      const appoints = appointsFirst(before, asker, organizationId, to as Member | undefined);
      assert.ok(isWithin(had, power), `${key} is above ${asker.userId}`);
      assert.ok(appoints || isWithin(given, power), `${key} is put above ${asker.userId}`);
    }
  },

  'inv-06: nobody changes the access of one above them'(step) {
    const { asked, before, changes } = step;
    const { asker, operation } = asked;
    if (!isDone(step) || asker.platform || !/^(access|members)\./.test(operation)) return;
    for (const { table, organizationId = '', key } of changes) {
      if (table !== 'grants' || key === asker.userId) continue;
      const power = powerOf({ asker, before });
      assert.ok(isWithin(rankIn(before, organizationId, key), power), key);
    }
  },

  'inv-07: nobody enlarges what they may do themselves'(step) {
    const { asked, before, after } = step;
    const { asker, operation } = asked;
    if (!isDone(step) || asker.platform || operation === 'invitations.accept') return;
    const { userId } = asker;
    for (const organizationId of before.organizations.keys()) {
      const member = after.members.get(organizationId)?.get(userId);
      if (!member || member.status === 'pending') continue;
      const rank = rankIn(after, organizationId, userId);
      assert.ok(isWithin(rank, rankIn(before, organizationId, userId)), organizationId);
      const fromAbove = organizationId !== asker.organizationId;
      if (fromAbove && /^(organizations|managedOrganizations|onboardings)\./.test(operation)) {
        continue;
      }
      for (const applicationId of before.applications.keys()) {
        const now = accessIn(after, userId, organizationId, applicationId);
        const earlier = accessIn(before, userId, organizationId, applicationId);
        const where = `${organizationId} at ${applicationId}`;
        assert.ok(now === undefined || earlier !== undefined, where);
        assert.ok(isWithin(now ?? [], earlier ?? new Set()), where);
      }
    }
  },

  'inv-13: who leaves one organization loses nothing in another'({ asked, changes }) {
    if (!asked.operation.startsWith('members.')) return;
    const { organizationId } = asked.parameters;
    for (const change of changes) {
      assert.ok(!['users', 'userIdsByEmail', 'passwords'].includes(change.table), change.key);
      assert.ok([undefined, organizationId].includes(change.organizationId), change.key);
    }
  },

  'inv-14: a person’s own data is theirs and the platform’s'({ asked, changes }) {
    const { asker, operation } = asked;
    if (asker.platform) return;
    for (const { table, key, from } of changes) {
      if (!['users', 'userIdsByEmail', 'passwords'].includes(table)) continue;
      const own = key === asker.userId && /^(me|sessions)\./.test(operation);
      const invites = operation.startsWith('invitations.') && from === undefined;
      assert.ok(own || invites, `${table} ${key}`);
    }
  },

  'the catalogue of the tenant is the platform’s'({ asked, changes }) {
    const catalogue = ['organizationRoles', 'applications', 'clients', 'roles', 'roleGroups'];
    if (asked.asker.platform) return;
    for (const { table, key } of changes) assert.ok(!catalogue.includes(table), key);
  },

  'inv-16, inv-19: whoever accepts was invited, in time, at their own address'(step) {
    const { asked, before, after, changes } = step;
    if (!isDone(step) || asked.operation !== 'invitations.accept') return;
    const { userId } = asked.asker;
    const accepted = changes.filter(({ table }) => table === 'invitations');
    assert.equal(accepted.length, 1);
    const { organizationId = '', from } = accepted[0]!;
    const invitation = from as Invitation;
    const user = before.users.get(userId);
    assert.ok(invitation.status === 'pending' && before.now < invitation.expiresAt);
    assert.equal(before.organizations.get(organizationId)?.status, 'active');
    assert.equal(user?.email.toLowerCase(), invitation.email.toLowerCase());
    assert.ok(user?.emailVerified && user.status === 'active');
    assert.equal(after.members.get(organizationId)?.get(userId)?.status, 'active');
  },

  'inv-18: an invitation gives what its inviter could give when it is accepted'(step) {
    const { asked, before, after, changes } = step;
    if (!isDone(step) || asked.operation !== 'invitations.accept') return;
    const change = changes.find(({ table }) => table === 'invitations');
    const invitation = change?.from as Invitation;
    const { organizationId, invitedBy, invitedFor } = invitation;
    const { userId } = asked.asker;
    assert.equal(before.users.get(invitedBy)?.status, 'active');
    assert.notEqual(invitedBy, userId, 'inv-07: it came from themselves');
    for (const { applicationId, roles } of after.grants.get(organizationId)?.get(userId) ?? []) {
      const ceiling = ceilingIn(before, organizationId, applicationId);
      assert.ok(
        isWithin(
          roles.map(({ roleId }) => roleId),
          ceiling,
        ),
        applicationId,
      );
      if (invitedFor === undefined || invitedFor === organizationId) continue;
      const linked = linkedBetween(before, invitedFor, organizationId);
      assert.ok(linked.includes(applicationId), applicationId);
    }
    const waiting = before.members.get(organizationId)?.get(userId);
    const joined = after.members.get(organizationId)?.get(userId);
    const left = new Set(waiting?.organizationRoleIds);
    assert.ok(isWithin(joined?.organizationRoleIds ?? [], left), 'more than was left to them');
    assert.equal(joined?.expiresAt, waiting?.expiresAt);
    if (invitedFor === undefined) {
      assert.ok(before.users.get(invitedBy)?.platformAdministrator);
      return;
    }
    const rank = rankIn(before, invitedFor, invitedBy);
    assert.ok(standsIn({ ...before, organizations: after.organizations }, invitedFor, invitedBy));
    assert.ok(rank.has('members:invite'));
    const given = permissionsIn(after, joined?.organizationRoleIds ?? []);
    const manages = isAbove(before, invitedFor, organizationId);
    const appoints = manages && lacksAdministrator(before, organizationId);
    assert.ok(appoints || isWithin(given, rank), 'more than the inviter has');
  },

  'inv-45: to take something away gives nobody more'({ asked, before, after }) {
    if (asked.code !== undefined || !takesAway.test(asked.operation)) return;
    for (const [organizationId, members] of after.members) {
      for (const userId of members.keys()) {
        const rank = rankIn(after, organizationId, userId);
        assert.ok(isWithin(rank, rankIn(before, organizationId, userId)), userId);
        for (const applicationId of after.applications.keys()) {
          const now = accessIn(after, userId, organizationId, applicationId);
          const earlier = accessIn(before, userId, organizationId, applicationId);
          const where = `${userId} in ${organizationId} at ${applicationId}`;
          assert.ok(now === undefined || earlier !== undefined, where);
          assert.ok(isWithin(now ?? [], earlier ?? new Set()), where);
        }
      }
    }
  },

  'inv-23: a domain is verified by the very proof that was asked of this organization'(step) {
    const { arena, asked, before, after } = step;
    const { organizationId = '', domainId = '' } = asked.parameters;
    if (!isDone(step) || asked.operation !== 'domains.verify') return;
    const domain = after.domains.get(organizationId)?.get(domainId);
    const challenge = before.domainChallenges.get(domainId);
    assert.ok(domain && challenge && before.now < challenge.expiresAt);
    const { world } = arena;
    if (challenge.email === undefined) {
      const records = world.dns.get(`_tessera.${domain.name}`) ?? [];
      assert.ok(records.includes(`tessera-verification=${challenge.token}`));
      return;
    }
    const { token = 'none' } = asked.body as { token?: string };
    const mail = world.mailbox.filter(({ to }) => to === challenge.email).at(-1);
    assert.ok(mail?.text.includes(token), 'this is not what was mailed last');
  },

  'inv-38: a write of a member is the next version'({ asked, changes }) {
    for (const { table, key, from, to } of changes) {
      if (table !== 'members' || from === undefined || to === undefined) continue;
      const [earlier, later] = [from as Member, to as Member];
      // A bulk call may name somebody twice.
      const bulk = asked.operation === 'invitations.bulk' && later.version > earlier.version;
      assert.ok(bulk || later.version === earlier.version + 1, key);
    }
  },

  'inv-40: a bulk call does what it says, item by item'({ asked, changes, events }) {
    const { results } = asked.answer as { results?: { outcome: string; userId?: string }[] };
    if (!Array.isArray(results) || !isWrite(asked.operation)) return;
    const { userIds, items, emails } = asked.body as Record<string, unknown[]>;
    assert.equal(results.length, (userIds ?? items ?? emails)?.length);
    const done = results.filter(({ outcome }) => outcome === 'done');
    assert.equal(
      events.filter(({ outcome }) => outcome === 'denied').length,
      results.length - done.length,
    );
    const touched = changes.filter(({ table }) => table === 'members' || table === 'grants');
    const named = new Set(done.map(({ userId }) => userId));
    if (emails) return;
    for (const { key } of touched) assert.ok(named.has(key), `${key} was changed all the same`);
  },

  'inv-34: the offered organizations are those that let the person in'({ asked, before }) {
    if (asked.operation !== 'organizations.list' || asked.code !== undefined) return;
    const { userId, clientId } = asked.asker;
    const { items } = asked.answer as { items: { organizationId: string; entry: unknown }[] };
    const applicationId = clientId.replace('client_', 'app_');
    if (!before.applications.has(applicationId)) return;
    for (const { organizationId, entry } of items) {
      const access = accessIn(before, userId, organizationId, applicationId);
      assert.equal(entry === true, access !== undefined, organizationId);
    }
  },

  'inv-42: nobody acts for an organization that is suspended, or that has shut them out'(step) {
    const { asked, before } = step;
    const { asker, operation } = asked;
    if (!isDone(step) || asker.organizationId === undefined || personal.test(operation)) return;
    assert.ok(standsIn(before, asker.organizationId, asker.userId), operation);
  },

  'inv-42: nothing is written in a suspended organization but its return'(step) {
    const { asked, before } = step;
    const { operation, parameters } = asked;
    const organization = before.organizations.get(parameters['organizationId'] ?? '');
    if (!isDone(step) || !isWrite(operation) || organization?.status !== 'suspended') return;
    assert.match(operation, /[oO]rganizations\.(reactivate|delete)/);
  },
};

/** The one exception of rank: who manages an organization appoints its first administrator. */
function appointsFirst(
  picture: Picture,
  { organizationId = '' }: Asker,
  childId: string,
  member: Member | undefined,
): boolean {
  const waits = member?.status === 'pending';
  return waits && lacksAdministrator(picture, childId) && isAbove(picture, organizationId, childId);
}

function lacksAdministrator({ members }: Picture, organizationId: string): boolean {
  return ![...(members.get(organizationId)?.values() ?? [])].some(
    ({ status, organizationRoleIds }) =>
      status === 'active' && organizationRoleIds.includes('organizationAdmin'),
  );
}
