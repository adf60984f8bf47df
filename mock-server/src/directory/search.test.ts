import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { routes, type Operation, type Route } from '@tesserakit/contract';
import { prepareLegal } from '../trial/legal-requests.ts';
import { setupOrganizations } from '../trial/organizations.ts';
import { sending } from '../trial/tenant.ts';

const needle = 'zyzzyva';
const lists = (Object.keys(routes) as Operation[]).filter(
  (operation) => !(routes[operation] as Route).action,
);

/** Acme with one thing of each kind, and a neighbour in which everything is called the same word. */
async function setup() {
  const { world, as, join } = setupOrganizations();
  const paths = new Map<Operation, string>();
  for (const operation of lists) {
    const { path } = await prepareLegal(world, operation);
    paths.set(operation, path.replace(/\?.*/, ''));
  }
  const neighbour = world.organizations.get('org_borealis')!;
  world.organizations.set('org_borealis', { ...neighbour, name: needle, slug: needle });
  const user = world.users.get('user_admin_borealis')!;
  world.users.set(user.userId, { ...user, name: `${needle} Person`, email: `a@${needle}.example` });
  join(user.userId, 'org_borealis', 'organizationAdmin', { title: needle, department: needle });
  const ask = as(user.userId, 'org_borealis');
  const place = '/organizations/org_borealis';
  const name = needle;
  const oidc = { name, protocol: 'oidc', issuer: `https://${needle}.example`, clientId: needle };
  const invited = { email: `b@${needle}.example`, organizationRoleIds: [], message: needle };
  const child = { name, slug: `${needle}-1`, applicationId: 'app_flights', roleGroupIds: [] };
  const made = [
    await ask(place, sending('PATCH', { metadata: { word: needle } })),
    await ask(`${place}/invitations`, sending('POST', invited)),
    await ask(`${place}/domains`, sending('POST', { name: `${needle}.example` })),
    await ask(`${place}/connections`, sending('POST', oidc)),
    await ask(`${place}/api-keys`, sending('POST', { name, permissions: ['audit:read'] })),
    await ask(`${place}/directory-tokens`, sending('POST', { name })),
    await ask(`${place}/managed-organizations`, sending('POST', child)),
  ];
  for (const { status, text } of made) assert.equal(status, 200, text);
  return { as, ask, paths };
}

/** Questions to a list that could give away what is not in it. */
function questionsTo({ query }: Route): Record<string, string>[] {
  const names = Object.keys(query?.entries ?? {});
  const guesses: Record<string, readonly string[]> = {
    search: [needle, needle.slice(0, 3), 'borealis', '%', '.*', ''],
    sort: ['name', '-name', 'email', '-email', 'status', 'joinedAt', '-lastSignInAt'],
    status: ['active', 'pending', 'suspended', 'verified', 'draft'],
    organizationRole: ['organizationAdmin'],
    applicationRole: ['role_flights_approver'],
    application: ['app_flights'],
    target: ['user_admin_borealis'],
    actor: ['user_admin_borealis'],
    limit: ['1', '100'],
  };
  return [
    {},
    ...names.flatMap((name) => (guesses[name] ?? []).map((value) => ({ [name]: value }))),
  ];
}

describe('a list', () => {
  it('T05: finds, counts and sorts nothing of an organization out of reach', async () => {
    const { as, ask, paths } = await setup();
    assert.ok((await ask('/organizations/org_borealis/members')).text.includes(needle));
    const callers = ['user_admin_acme', 'user_creator_acme', 'user_agent_acme'];
    let answered = 0;
    for (const userId of callers) {
      const who = as(userId, 'org_acme');
      for (const [operation, path] of paths) {
        for (const question of questionsTo(routes[operation])) {
          const search = new URLSearchParams(question).toString();
          const { status, text, body } = await who(`${path}?${search}`);
          const about = `${userId} ${path}?${search}`;
          assert.ok(!text.toLowerCase().includes(needle), `${about} ${text}`);
          if (status !== 200) continue;
          answered += 1;
          const { items, total, nextCursor } = body as {
            items?: unknown[];
            total?: number;
            nextCursor?: string | null;
          };
          if (nextCursor === null) assert.equal(total, items?.length, about);
          if (question['search'] === needle) assert.equal(total, 0, about);
        }
      }
    }
    assert.ok(answered > 150, String(answered));
  });

  it('T05: takes no word of another organization’s for a filter', async () => {
    const { as } = await setup();
    const who = as('user_admin_acme', 'org_acme');
    for (const name of ['organizationRole', 'applicationRole', 'application']) {
      const { body } = await who(`/organizations/org_acme/members?${name}=${needle}`);
      assert.equal(body['total'], 0, name);
    }
  });
});
