import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Ask } from '../trial/directory.ts';
import { setupOrganizations } from '../trial/organizations.ts';
import { sending } from '../trial/tenant.ts';

/** The paged lists of an organization, and a filter of each. */
const ofOrganization = [
  ['members', 'status=active'],
  ['invitations', 'status=pending'],
  ['managed-organizations', 'status=active'],
  ['domains', 'search=e'],
  ['connections', 'status=draft'],
  ['api-keys', 'search=e'],
  ['directory-tokens', 'search=e'],
  ['audit', 'outcome=success'],
] as const;
/** Those that belong to the tenant. */
const ofTenant = [
  ['/tenant/organizations', 'status=active'],
  ['/tenant/users', 'status=active'],
  ['/tenant/users/user_both/organizations', 'search=o'],
  ['/tenant/applications', 'search=s'],
  ['/tenant/audit', 'outcome=success'],
] as const;

/** Two of everything in two organizations, and two people who administer both. */
async function setup() {
  const { world, as, join, ...rest } = setupOrganizations();
  const shopper = world.users.get('user_shopper')!;
  world.users.set('user_shopper', { ...shopper, platformAdministrator: true });
  const portals = ['user_platform', 'user_shopper'].map((id) => as(id, undefined, 'admin-portal'));
  for (const organizationId of ['org_acme', 'org_borealis']) {
    join('user_admin_acme', organizationId, 'organizationAdmin');
    join('user_both', organizationId, 'organizationAdmin');
    const ask = as('user_both', organizationId);
    const place = `/organizations/${organizationId}`;
    for (const number of [1, 2]) {
      const name = `Number ${number}`;
      const unique = `${organizationId.replace('org_', '')}-${number}`;
      const oidc = { protocol: 'oidc', issuer: 'https://login.acme.example', clientId: 'x' };
      const child = { slug: unique, applicationId: 'app_flights', roleGroupIds: [] };
      const made = [
        await ask(
          `${place}/invitations`,
          sending('POST', { email: `${number}@partner.example`, organizationRoleIds: [] }),
        ),
        await ask(`${place}/domains`, sending('POST', { name: `${unique}.example` })),
        await ask(`${place}/connections`, sending('POST', { ...oidc, name })),
        await ask(`${place}/api-keys`, sending('POST', { name, permissions: ['audit:read'] })),
        await ask(`${place}/directory-tokens`, sending('POST', { name })),
        await ask(`${place}/managed-organizations`, sending('POST', { ...child, name })),
      ];
      for (const { status, text } of made) assert.equal(status, 200, text);
    }
  }
  return { world, as, portals: portals as [Ask, Ask], ...rest };
}

async function cursorOf(ask: Ask, list: string): Promise<string> {
  const { body, text } = await ask(`${list}?limit=1`);
  assert.equal(typeof body['nextCursor'], 'string', text);
  return String(body['nextCursor']);
}

/** The code with which a cursor is refused; `undefined` where it is taken. */
const codeOf = async (ask: Ask, list: string, cursor: string) =>
  (
    await ask(
      `${list}${list.includes('?') ? '&' : '?'}limit=1&cursor=${encodeURIComponent(cursor)}`,
    )
  ).body['code'];

/** The cursor with one of its characters replaced, for each of them, and some that are no cursors. */
function edited(cursor: string): string[] {
  const flipped = [...cursor].map((letter, index) => {
    const other = letter === 'A' ? 'B' : 'A';
    return cursor.slice(0, index) + other + cursor.slice(index + 1);
  });
  return [
    ...flipped,
    cursor.slice(1),
    cursor.slice(0, -1),
    `${cursor}A`,
    `A${cursor}`,
    `${cursor}=`,
  ];
}

describe('a cursor', () => {
  it('T06: of an organization is for this list, filter, person and organization alone', async () => {
    const { as } = await setup();
    const ask = as('user_both', 'org_acme');
    const other = as('user_admin_acme', 'org_acme');
    const elsewhere = as('user_both', 'org_borealis');
    const lists = ofOrganization.map(([name]) => `/organizations/org_acme/${name}`);
    for (const [name, filter] of ofOrganization) {
      const list = `/organizations/org_acme/${name}`;
      const cursor = await cursorOf(ask, list);
      const there = `/organizations/org_borealis/${name}`;
      assert.equal(await codeOf(ask, list, cursor), undefined, list);
      assert.equal(await codeOf(other, list, cursor), 'cursor_invalid', `other person: ${list}`);
      assert.equal(await codeOf(elsewhere, there, cursor), 'cursor_invalid', `elsewhere: ${list}`);
      assert.equal(await codeOf(ask, `${list}?${filter}`, cursor), 'cursor_invalid', filter);
      for (const another of lists.filter((one) => one !== list)) {
        assert.equal(await codeOf(ask, another, cursor), 'cursor_invalid', `${list} ${another}`);
      }
    }
  });

  it('T06: of the tenant is for this list, filter and administrator alone', async () => {
    const { portals } = await setup();
    const [ask, other] = portals;
    for (const [list, filter] of ofTenant) {
      const cursor = await cursorOf(ask, list);
      assert.equal(await codeOf(ask, list, cursor), undefined, list);
      assert.equal(await codeOf(other, list, cursor), 'cursor_invalid', `other person: ${list}`);
      assert.equal(await codeOf(ask, `${list}?${filter}`, cursor), 'cursor_invalid', filter);
      for (const [another] of ofTenant.filter(([one]) => one !== list)) {
        assert.equal(await codeOf(ask, another, cursor), 'cursor_invalid', `${list} ${another}`);
      }
    }
    const members = await cursorOf(ask, '/organizations/org_acme/members');
    const there = '/organizations/org_borealis/members';
    assert.equal(await codeOf(ask, there, members), 'cursor_invalid');
  });

  it('T06: is refused with any of its bytes changed', async () => {
    const { as, portals } = await setup();
    const ask = as('user_both', 'org_acme');
    const lists = ofOrganization.map(([name]) => [ask, `/organizations/org_acme/${name}`] as const);
    const tenant = ofTenant.map(([list]) => [portals[0], list] as const);
    for (const [who, list] of [...lists, ...tenant, [ask, '/organizations'] as const]) {
      for (const cursor of edited(await cursorOf(who, list))) {
        assert.equal(await codeOf(who, list, cursor), 'cursor_invalid', `${list} ${cursor}`);
      }
    }
  });
});
