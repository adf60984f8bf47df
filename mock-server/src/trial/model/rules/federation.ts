import assert from 'node:assert/strict';
import type { Identity } from '@tesserakit/domain';
import type { Arriving } from '../../../directory/federated-sign-in.ts';
import { activeConnectionsIn, ceilingIn, owns, seatsIn, serves } from '../naive.ts';
import type { Picture } from '../picture.ts';
import type { Moment, Rules } from '../step.ts';

/** Somebody who came back from an identity provider, with all that came of it. */
export interface Arrival extends Moment {
  readonly arriving: Arriving;
  /** Who came in; `undefined` where nobody did. */
  readonly userId: string | undefined;
  readonly code: string | undefined;
}

const nameOf = ({ assertion: { issuer, subject } }: Arriving) => JSON.stringify([issuer, subject]);

function personIn(picture: Picture, arriving: Arriving) {
  const { email } = arriving.assertion;
  const userId =
    picture.identities.get(nameOf(arriving))?.userId ??
    picture.userIdsByEmail.get(email?.toLowerCase() ?? '');
  return picture.users.get(userId ?? '');
}

/** Whether the organization stands for the address that is said. */
function vouches(picture: Picture, { passage, assertion }: Arriving): boolean {
  const domain = assertion.email?.toLowerCase().split('@')[1] ?? '';
  return assertion.emailVerified && owns(picture, passage.organizationId, domain);
}

/** Whether anybody may have come in as the person so far. */
function isUntouched({ passwords, identities, members }: Picture, userId: string): boolean {
  const named = [...identities.values()].some((one) => one.userId === userId);
  const joined = [...members.values()].some(
    (all) => (all.get(userId)?.status ?? 'pending') !== 'pending',
  );
  return !named && !joined && !passwords.has(userId);
}

/** Whether there is proof of both sides, the provider's and the person's. */
function isProved(picture: Picture, arriving: Arriving, userId: string): boolean {
  const { passage, assertion, present } = arriving;
  const { organizationId } = passage;
  const user = picture.users.get(userId);
  if (!user) return vouches(picture, arriving);
  const same = user.email.toLowerCase() === assertion.email?.toLowerCase();
  const own = user.emailVerified || isUntouched(picture, userId);
  const member = picture.members.get(organizationId)?.get(userId);
  const guest = present === userId && member?.status === 'active' && assertion.emailVerified;
  const free = ![...picture.identities.values()].some(
    (one) =>
      one.userId === userId &&
      one.issuer === assertion.issuer &&
      one.organizationId === organizationId,
  );
  return same && own && free && (guest || vouches(picture, arriving));
}

/** Whether the sets let somebody in. */
function isLetIn(picture: Picture, arriving: Arriving): boolean {
  const { passage, assertion, applicationId, present } = arriving;
  const { organizationId, connectionId } = passage;
  const connection = activeConnectionsIn(picture, organizationId).find(
    (one) => one.connectionId === connectionId,
  );
  const share = picture.onboardings.get(organizationId)?.get(applicationId);
  const open = picture.organizations.get(organizationId)?.status === 'active';
  if (!connection || !share || !open || !serves(picture, connection, applicationId)) return false;
  if (connection.issuer !== assertion.issuer) return false;
  const user = personIn(picture, arriving);
  const identity = picture.identities.get(nameOf(arriving));
  if (identity && identity.organizationId !== organizationId) return false;
  if (user?.platformAdministrator || user?.status === 'disabled') return false;
  if (present !== undefined && present !== user?.userId) return false;
  if (!identity && !isProved(picture, arriving, user?.userId ?? '')) return false;
  const member = picture.members.get(organizationId)?.get(user?.userId ?? '');
  if (member) return member.status === 'active' && (member.expiresAt ?? Infinity) > picture.now;
  const free = seatsIn(picture, organizationId, applicationId) < (share.seatLimit ?? Infinity);
  return connection.jit && free && vouches(picture, arriving);
}

/** What holds when somebody comes in through a connection. */
export const federationRules: Rules<Arrival> = {
  'inv-26: nobody comes in through a connection that is not in force'({
    before,
    arriving,
    userId,
  }) {
    const { organizationId, connectionId } = arriving.passage;
    const connection = before.connections.get(organizationId)?.get(connectionId);
    assert.ok(userId === undefined || connection?.status === 'active', connectionId);
  },

  'inv-24: nobody comes in from a domain that is not the organization’s, but members'(arrival) {
    const { before, arriving, userId } = arrival;
    if (userId === undefined) return;
    const { organizationId } = arriving.passage;
    const member = before.members.get(organizationId)?.get(userId);
    assert.ok(member?.status === 'active' || vouches(before, arriving), userId);
  },

  'inv-24: whoever comes in touches the memberships of the one organization'(arrival) {
    const { arriving, userId, changes } = arrival;
    const { organizationId } = arriving.passage;
    for (const { table, key, ...change } of changes) {
      if (['members', 'grants'].includes(table)) {
        assert.deepEqual([change.organizationId, key], [organizationId, userId], table);
        continue;
      }
      const own = ['users', 'userIdsByEmail', 'identities', 'versions'].includes(table);
      assert.ok(own, `${table} ${key}`);
    }
  },

  'inv-25: a name is linked with the proof of both sides, and to the one who comes in'(arrival) {
    const { before, after, arriving, userId, changes } = arrival;
    for (const { key, from, to } of changes.filter(({ table }) => table === 'identities')) {
      assert.equal(from, undefined, 'a link was changed');
      assert.equal((to as Identity).userId, userId);
      assert.equal(key, nameOf(arriving));
      assert.ok(isProved(before, arriving, userId ?? ''), userId);
    }
    if (userId === undefined) return;
    assert.equal(after.identities.get(nameOf(arriving))?.userId, userId);
    assert.equal(after.users.get(userId)?.platformAdministrator, false);
  },

  'inv-24, inv-25: who comes in is what the sets say'({ before, arriving, userId, code }) {
    assert.equal(userId !== undefined, isLetIn(before, arriving), code ?? userId);
  },

  'inv-36, inv-37: whoever is refused changes nothing, and is written down once'(arrival) {
    const { userId, code, changes, events } = arrival;
    const roots = events.filter(({ causedBy }) => causedBy === undefined);
    assert.equal(roots.length, 1);
    if (userId !== undefined) return assert.equal(roots[0]?.outcome, 'success');
    assert.deepEqual(changes, []);
    assert.deepEqual([events.length, roots[0]?.outcome, roots[0]?.code], [1, 'denied', code]);
    return undefined;
  },

  'the roles of groups come and go with the groups, within what there is to give'(arrival) {
    const { before, after, arriving, userId = '' } = arrival;
    const { organizationId, connectionId } = arriving.passage;
    const connection = after.connections.get(organizationId)?.get(connectionId);
    if (!connection || userId === '') return;
    const wanted = connection.groupRoles
      .filter(({ group }) => arriving.assertion.groups.includes(group))
      .map(({ roleId }) => roleId);
    const grantsIn = (picture: Picture) => picture.grants.get(organizationId)?.get(userId) ?? [];
    for (const { applicationId, roles } of grantsIn(after)) {
      const held = roles.filter(({ source }) => source === 'idp-group');
      if (!serves(after, connection, applicationId)) continue;
      const ceiling = ceilingIn(after, organizationId, applicationId);
      for (const { roleId } of held) {
        assert.ok(wanted.includes(roleId) && ceiling.has(roleId), roleId);
      }
    }
    for (const { applicationId, roles } of grantsIn(before)) {
      const later = grantsIn(after).find((one) => one.applicationId === applicationId);
      for (const role of roles.filter(({ source }) => source !== 'idp-group')) {
        const kept = later?.roles.some(({ roleId }) => roleId === role.roleId);
        assert.ok(kept, `${role.roleId} was given by somebody`);
      }
    }
  },
};

/** What holds of links, and of what came through connections, after every command. */
export const linkRules: Rules<Moment> = {
  'inv-25: a name at a provider belongs to one person'({ after, changes }) {
    const perPerson = new Set<string>();
    for (const [key, { issuer, subject, userId, organizationId }] of after.identities) {
      assert.equal(key, JSON.stringify([issuer, subject]));
      const one = JSON.stringify([userId, organizationId, issuer]);
      assert.ok(!perPerson.has(one), `${userId} has two names at ${issuer}`);
      perPerson.add(one);
    }
    for (const { table, key, from, to } of changes) {
      if (table !== 'identities' || from === undefined || to === undefined) continue;
      assert.equal((to as Identity).userId, (from as Identity).userId, key);
    }
  },

  'inv-43: a link goes with its person, membership and connection'({ after }) {
    for (const { userId, organizationId, connectionId } of after.identities.values()) {
      assert.ok(after.users.has(userId), userId);
      assert.ok(after.members.get(organizationId)?.has(userId), userId);
      assert.ok(after.connections.get(organizationId)?.has(connectionId), connectionId);
    }
  },

  'inv-26: nothing rests on a connection that is not in force'({ after }) {
    for (const [sid, { methods, through = [], expiresAt }] of after.sessions) {
      if (expiresAt <= after.now) continue;
      assert.ok(methods.some((one) => one !== 'fed') || through.length > 0, sid);
      for (const { organizationId, connectionId } of through) {
        const connection = after.connections.get(organizationId)?.get(connectionId);
        assert.equal(connection?.status, 'active', `${sid} through ${connectionId}`);
      }
    }
    for (const [id, { entry, revoked }] of after.families) {
      for (const { organizationId, connectionId } of entry.through ?? []) {
        if (revoked || organizationId !== entry.organizationId) continue;
        const connection = after.connections.get(organizationId)?.get(connectionId);
        assert.equal(connection?.status, 'active', `${id} through ${connectionId}`);
      }
    }
  },

  'inv-24: the word of a provider counts for its organization alone'({ after }) {
    for (const [id, { entry, revoked }] of after.families) {
      const { methods, through = [], organizationId } = entry;
      if (revoked || methods.some((method) => method !== 'fed')) continue;
      const own = through.some((passage) => passage.organizationId === organizationId);
      assert.ok(own, `${id} for ${organizationId ?? 'nobody'}`);
    }
  },
};
