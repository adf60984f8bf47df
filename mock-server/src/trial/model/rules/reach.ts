import assert from 'node:assert/strict';
import type { Domain, Permission } from '@tesserakit/domain';
import type { Asker } from '../arena.ts';
import { isAbove, linkedBetween, standsIn } from '../naive.ts';
import type { Picture } from '../picture.ts';
import { isWrite } from '../requests/index.ts';
import type { Rules, Step } from '../step.ts';
import { isDone, personal, powerOf } from './powers.ts';

/** What it takes to do something, in one's own organization as in one below. */
const needs: readonly (readonly [RegExp, Permission])[] = [
  [/^members\.(list|get)$/, 'members:read'],
  [/^members\.add$/, 'members:add'],
  [/^members\.update$/, 'members:update'],
  [/^members\.(suspend|reactivate|listSessions|endSessions)$/, 'members:suspend'],
  [/^members\.remove$/, 'members:remove'],
  [/^members\.setOrganizationRoles$/, 'organization-roles:assign'],
  [/^organizations\.transferOwnership$/, 'organization-roles:assign'],
  [/^access\.(list|explain|matrix)$/, 'access:read'],
  [/^access\.matrix$/, 'members:read'],
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

/** The organizations that somebody may have to do with: their own and those below. */
function within(asker: Asker, ...pictures: Picture[]) {
  return (organizationId: string) =>
    organizationId === asker.organizationId ||
    pictures.some((picture) => isAbove(picture, asker.organizationId ?? '', organizationId));
}

/** Where somebody may do something, and with which rights. */
export const reachRules: Rules<Step> = {
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

  'the catalogue of the tenant is the platform’s'({ asked, changes }) {
    const catalogue = ['organizationRoles', 'applications', 'clients', 'roles', 'roleGroups'];
    if (asked.asker.platform) return;
    for (const { table, key } of changes) assert.ok(!catalogue.includes(table), key);
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
