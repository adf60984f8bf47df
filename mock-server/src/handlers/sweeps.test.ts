import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { routes, type Operation, type Route } from '@tesserakit/contract';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { directoryOf } from '../snapshot.ts';
import { asPerson, withToken } from '../trial/directory.ts';
import { prepareLegal } from '../trial/legal-requests.ts';
import { createWorld, tableOf, type World } from '../world.ts';

const operations = Object.keys(routes) as Operation[];
const routeOf = (operation: Operation): Route => routes[operation];
const writes = operations.filter((operation) => routeOf(operation).action);

/** A world in which the request of an operation is legal, and who may send it. */
async function legal(operation: Operation) {
  const world = createWorld(seeds.default, { now: () => Date.parse('2026-03-01T09:00:00Z') });
  const server = createServer(world);
  const { path, sent, token } = await prepareLegal(world, operation);
  return { world, server, path, sent, token, ask: withToken(world, server, token) };
}

/** Bodies that hold one thing more than a legal one, at any depth but in free records. */
function* withMore(body: unknown, more: object): Generator<unknown> {
  if (Array.isArray(body)) {
    for (const [index, item] of body.entries()) {
      for (const other of withMore(item, more)) yield body.with(index, other);
    }
    return;
  }
  if (typeof body !== 'object' || body === null) return;
  yield { ...more, ...body };
  for (const [name, value] of Object.entries(body)) {
    if (['metadata', 'attributes'].includes(name)) continue;
    for (const other of withMore(value, more)) yield { ...body, [name]: other };
  }
}

/** Every field that anything stored has, with a value that one has. */
function storedFields(world: World): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const gather = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (depth > 0 && /^[a-z][A-Za-z]+$/.test(name)) fields[name] = inner;
      gather(inner, depth + 1);
    }
  };
  gather(directoryOf(world), 0);
  return fields;
}

const bodyNames = ({ body }: Route): string[] =>
  body && 'entries' in body ? Object.keys(body.entries as object) : [];

describe('every write', () => {
  for (const operation of writes) {
    it(`T13: ${operation} takes no field that is not its own, whatever is stored under it`, async () => {
      const { world, path, sent, ask } = await legal(operation);
      const before = directoryOf(world);
      const legalBody = (sent.body ?? {}) as object;
      const own = [...bodyNames(routeOf(operation)), ...Object.keys(legalBody)];
      const strange = Object.entries(storedFields(world)).filter(([name]) => !own.includes(name));
      const more = strange.map(([name, value]) => ({ [name]: value }));
      const bodies = [
        ...more.map((one) => ({ ...legalBody, ...one })),
        ...withMore(legalBody, { platformAdministrator: true }),
      ];
      for (const body of bodies) {
        const { status, text } = await ask(path, { ...sent, body });
        assert.equal(status, 422, `${JSON.stringify(body)} ${text}`);
      }
      assert.ok(more.length > 40);
      assert.deepEqual(directoryOf(world), before);
    });
  }
});

/** Where the legal request of an operation leads, and a neighbour of that organization. */
function placesOf(path: string): { own: string; foreign: string } | undefined {
  const [, own] = /^\/organizations\/(\w+)/.exec(path) ?? [];
  return own === undefined
    ? undefined
    : { own, foreign: own === 'org_borealis' ? 'org_cirrus' : 'org_borealis' };
}

/** All that is kept of one organization. */
const keptOf = (world: World, organizationId: string): unknown[] =>
  Object.values(directoryOf(world) as Record<string, Record<string, unknown>>).map(
    (table) => table[organizationId],
  );

describe('a write about one organization', () => {
  for (const operation of writes) {
    it(`T02: ${operation} goes where its path says, whatever else is named`, async () => {
      const { world, path, sent, ask } = await legal(operation);
      const places = placesOf(path);
      if (!places) return;
      const { foreign } = places;
      const before = directoryOf(world);
      const and = path.includes('?') ? '&' : '?';
      for (const name of ['organizationId', 'organization', 'org_id', 'org', 'tenant']) {
        const { status } = await ask(`${path}${and}${name}=${foreign}`, sent);
        assert.equal(status, 422, name);
        const twice = await ask(`${path}${and}${name}=${places.own}&${name}=${foreign}`, sent);
        assert.equal(twice.status, 422, name);
      }
      assert.deepEqual(directoryOf(world), before);
      const theirs = keptOf(world, foreign);
      const headers = {
        'X-Org-Id': foreign,
        'X-Organization-Id': foreign,
        'X-Tenant-Id': foreign,
        'X-Original-URL': `/api/v1/organizations/${foreign}`,
        'X-Rewrite-URL': `/api/v1/organizations/${foreign}`,
        'X-HTTP-Method-Override': 'DELETE',
        Organization: foreign,
        Cookie: `org=${foreign}`,
      };
      const { status, text } = await ask(path, { ...sent, headers });
      assert.equal(status, 200, text);
      assert.deepEqual(keptOf(world, foreign), theirs);
    });
  }
});

/** What a string in a body refers to, and others like it that are of somebody else. */
const foreigners: readonly [RegExp, readonly string[]][] = [
  [
    /^role_/,
    ['role_rewards_gold', 'role_nobody_made', 'organizationAdmin', 'group_flights_approvals'],
  ],
  [/^group_/, ['group_rewards_gold', 'group_nobody_made', 'role_flights_viewer']],
  [/^app_/, ['app_rewards', 'app_nowhere', 'client_flights']],
  [/^user_/, ['user_nobody', 'org_acme', 'user_admin_borealis']],
  [/^org_/, ['org_nowhere', 'user_both']],
  [/^organization[A-Z]/, ['role_flights_viewer', 'organizationOwner']],
  [/^invitation_/, ['invitation_borealis', 'invitation_nowhere']],
];

/** The body with one reference swapped for a foreign one, and the number of the item it is in. */
function* swapped(body: unknown): Generator<{ body: unknown; item?: number; to: string }> {
  if (typeof body === 'string') {
    const [, others = []] = foreigners.find(([pattern]) => pattern.test(body)) ?? [];
    for (const to of others) yield { body: to, to };
  } else if (Array.isArray(body)) {
    for (const [item, one] of body.entries()) {
      for (const other of swapped(one)) yield { ...other, body: body.with(item, other.body), item };
    }
  } else if (typeof body === 'object' && body !== null) {
    for (const [name, value] of Object.entries(body)) {
      for (const other of swapped(value)) yield { ...other, body: { ...body, [name]: other.body } };
    }
  }
}

/** Another application, with an own role and group, and another organization's invitation. */
function withForeigners(world: World): void {
  const rewards = { applicationId: 'app_rewards', name: 'Gold' };
  const roleId = 'role_rewards_gold';
  world.roles.set(roleId, { ...rewards, roleId, key: 'gold', description: '', permissions: [] });
  const roleGroupId = 'group_rewards_gold';
  world.roleGroups.set(roleGroupId, { ...rewards, roleGroupId, roleIds: [roleId] });
  const [invitation] = world.invitations.get('org_acme')!.values();
  const theirs = { organizationId: 'org_borealis', invitationId: 'invitation_borealis' };
  const offer = { ...invitation!, ...theirs, email: 'else@newcorp.example' };
  tableOf(world, 'invitations', 'org_borealis').set(theirs.invitationId, offer);
}

const mentions = (directory: object, id: string): number =>
  JSON.stringify(directory).split(JSON.stringify(id)).length;

/** Whether an answer tells that the one item was refused, or the role was left out. */
function isRefusedWithin(told: Record<string, unknown>, id: string, item = 0): boolean {
  const results = told['results'] as { outcome: string }[] | undefined;
  const withheld = told['withheldRoleIds'] as string[] | undefined;
  return results?.[item]?.outcome === 'refused' || withheld?.includes(id) === true;
}

describe('a reference in a body', () => {
  // Everybody of the tenant can be made a member or the first administrator.
  const takesAnybody = ['members.add', 'organizations.create'];
  for (const operation of writes) {
    it(`T04: of ${operation} is to what lies in reach, or nothing is stored`, async () => {
      const { sent: legalSent } = await legal(operation);
      for (const { body, item, to } of swapped(legalSent.body)) {
        if (to === 'user_admin_borealis' && takesAnybody.includes(operation)) continue;
        const { world, path, sent, ask } = await legal(operation);
        withForeigners(world);
        const before = directoryOf(world);
        const { status, body: told } = await ask(path, { ...sent, body });
        const about = `${status} ${JSON.stringify(body)}`;
        if (status === 200) assert.ok(isRefusedWithin(told, to, item), about);
        else assert.deepEqual(directoryOf(world), before, about);
        assert.equal(mentions(directoryOf(world), to), mentions(before, to), about);
      }
    });
  }
});

describe('a suspended organization', () => {
  const goesOn = ['organizations.suspend', 'organizations.reactivate', 'organizations.delete'];
  for (const operation of writes) {
    it(`P27: takes no ${operation} from anybody`, async () => {
      const { world, server, path, sent, ask } = await legal(operation);
      const own = placesOf(path)?.own;
      if (own === undefined || goesOn.includes(operation)) return;
      const organization = world.organizations.get(own)!;
      world.organizations.set(own, { ...organization, status: 'suspended' });
      const before = directoryOf(world);
      const { body } = await ask(path, sent);
      assert.equal(body['code'], 'organization_suspended');
      const others = [
        asPerson(world, server, 'user_platform', undefined, 'admin-portal'),
        asPerson(world, server, 'user_admin_acme', 'org_acme'),
        asPerson(world, server, 'user_agent_acme', 'org_acme'),
        asPerson(world, server, 'user_both', 'org_borealis'),
      ];
      for (const other of others) assert.notEqual((await other(path, sent)).status, 200);
      assert.deepEqual(directoryOf(world), before);
    });
  }
});

describe('an administrator who is one no more', () => {
  for (const operation of writes) {
    it(`P26: does no ${operation} at the next call, with the token of before`, async () => {
      const { world, path, sent, ask } = await legal(operation);
      if (!placesOf(path)) return;
      const { members, users } = world;
      const acme = members.get('org_acme')!;
      const admin = acme.get('user_admin_acme')!;
      acme.set(admin.userId, { ...admin, organizationRoleIds: ['organizationMember'] });
      users.set('user_platform', { ...users.get('user_platform')!, platformAdministrator: false });
      const before = directoryOf(world);
      const { status, body } = await ask(path, sent);
      const refused =
        operation === 'organizations.leave' ? 200 : [403, 404].find((one) => one === status);
      assert.equal(status, refused, JSON.stringify(body));
      if (status !== 200) assert.deepEqual(directoryOf(world), before);
      acme.set(admin.userId, { ...admin, status: 'suspended' });
      assert.notEqual((await ask(path, sent)).status, 200);
      acme.delete(admin.userId);
      assert.notEqual((await ask(path, sent)).status, 200);
    });
  }
});

/** What is there already is not what these are about: they make something, or take many one by one. */
const versionless: readonly string[] = [
  ...writes.filter((operation) => /\.(create|bulk|add|claim|accept|decline)$/.test(operation)),
  ...['sessions.end', 'sessions.endOthers'],
];

describe('what somebody changed in the meantime', () => {
  for (const operation of writes.filter((one) => !versionless.includes(one))) {
    it(`is not overwritten by ${operation}`, async () => {
      const { world, path, sent, ask } = await legal(operation);
      const before = directoryOf(world);
      const headers = { ...sent.headers, 'If-Match': '"999"' };
      const { status, body } = await ask(path, { ...sent, headers });
      assert.deepEqual([status, body['code']], [412, 'version_conflict']);
      assert.deepEqual(directoryOf(world), before);
      assert.equal((await ask(path, sent)).status, 200);
    });
  }
});

describe('what an organization signs in with', () => {
  for (const operation of operations.filter((one) => one.startsWith('connections.'))) {
    it(`P19: is closed to a plain member and to those above by ${operation}`, async () => {
      const { world, server, path, sent } = await legal(operation);
      const { members, organizations } = world;
      const before = directoryOf(world);
      const code = async (userId: string, organizationId: string) =>
        (await asPerson(world, server, userId, organizationId)(path, sent)).body['code'];
      assert.equal(await code('user_agent_acme', 'org_acme'), 'forbidden');
      assert.equal(await code('user_creator_acme', 'org_acme'), 'forbidden');
      assert.equal(await code('user_admin_borealis', 'org_borealis'), 'not_found');
      assert.deepEqual(directoryOf(world), before);
      const acme = organizations.get('org_acme')!;
      organizations.set('org_acme', { ...acme, parentOrganizationId: 'org_borealis' });
      assert.equal(await code('user_admin_borealis', 'org_borealis'), 'not_found');
      assert.ok(members.size > 0);
    });
  }
});

/** Other spellings of a path, some of which lead nowhere and none of which leads further. */
function spellings(path: string): string[] {
  const [plain = '', query] = path.split('?');
  const parts = plain.split('/').slice(1);
  const tail = query === undefined ? '' : `?${query}`;
  const swappedAt = parts.flatMap((part, index) => {
    const written = [
      part.toUpperCase(),
      `%${part.charCodeAt(0).toString(16)}${part.slice(1)}`,
      `${part}%00`,
      `${part};a=b`,
      `${part}.`,
      `${part}%20`,
      `${part}%2f`,
      `%2e/${part}`,
      `x/%2e%2e/${part}`,
      `/${part}`,
      `${part}%23`,
    ];
    return written.map((one) => `/${parts.with(index, one).join('/')}`);
  });
  const whole = [
    `${plain}/`,
    `${plain}//`,
    `${plain}/.`,
    `${plain}/%2e`,
    `${plain}.json`,
    `/${plain}`,
    `/./${plain.slice(1)}`,
    `/x/..${plain}`,
    plain.replaceAll('/', '\\'),
    plain.replace(/\/(?=\w+$)/, '%2f'),
    plain.replace(/\/(?=\w+$)/, '%5c'),
    plain.replace(/\/(?=\w+$)/, '%252f'),
  ];
  return [...swappedAt, ...whole].map((one) => one + tail);
}

describe('a path that is spelled otherwise', () => {
  for (const operation of operations) {
    it(`T20: opens no other door to ${operation}`, async () => {
      const { world, server, path, sent, ask } = await legal(operation);
      const outsider = asPerson(world, server, 'user_admin_borealis', 'org_borealis');
      const nobody = withToken(world, server, '');
      // The query of one path is not another's, whoever sends it.
      const refused = path.includes('?') ? [404, 422] : [404];
      for (const who of [outsider, nobody]) {
        const straight = await who(path, sent);
        // What everybody does for themselves.
        if (straight.status === 200) continue;
        const before = directoryOf(world);
        for (const spelling of spellings(path)) {
          const { status } = await who(spelling, sent);
          assert.ok([straight.status, ...refused].includes(status), `${spelling} ${status}`);
        }
        assert.deepEqual(directoryOf(world), before);
      }
      if (routeOf(operation).method !== 'GET') return;
      for (const spelling of spellings(path)) {
        const { status } = await ask(spelling, sent);
        assert.ok([200, ...refused].includes(status), `${spelling} ${status}`);
      }
    });
  }
});

describe('every answer', () => {
  it('T10: is kept by nothing between server and browser, whatever it is', async () => {
    for (const operation of operations) {
      const { world, server, path, sent, ask } = await legal(operation);
      const outsider = asPerson(world, server, 'user_both', 'org_borealis');
      for (const who of [outsider, withToken(world, server, 'none'), ask]) {
        const { status, headers } = await who(path, sent);
        const about = `${operation} ${status}`;
        assert.equal(headers.get('Cache-Control'), 'no-store', about);
        assert.equal(headers.get('Vary'), 'Origin', about);
        assert.equal(headers.get('X-Content-Type-Options'), 'nosniff', about);
        assert.equal(headers.get('ETag') ?? headers.get('Last-Modified'), null, about);
        assert.equal(headers.get('Set-Cookie'), null, about);
      }
    }
  });

  it('T10: of the authorization server and the sign-in is not kept either', async () => {
    const { world, server } = await legal('me.get');
    const paths = ['/authorize', '/token', '/revoke', '/userinfo', '/logout', '/jwks', '/nowhere'];
    const login = ['/login/api/nothing', '/login/api/nothing/organizations', '/login/?tx=nothing'];
    const discovery = '/.well-known/openid-configuration';
    for (const path of [...paths, ...login, discovery]) {
      for (const method of ['GET', 'POST']) {
        const { headers } = await server.fetch(new Request(world.issuer + path, { method }));
        assert.equal(headers.get('Cache-Control'), 'no-store', `${method} ${path}`);
      }
    }
  });
});

/** Things of an organization that the caller does not reach, by the place in a path. */
const strangers: Readonly<Record<string, string>> = {
  organizationId: 'org_borealis',
  userId: 'user_admin_borealis',
  applicationId: 'app_rewards',
  invitationId: 'invitation_borealis',
  domainId: 'domain_borealis',
  connectionId: 'connection_cirrus',
  apiKeyId: 'key_borealis',
  directoryTokenId: 'token_borealis',
};

describe('what is out of reach', () => {
  const places = operations.flatMap((operation) =>
    [...routes[operation].path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
      operation,
      name,
    })),
  );
  const own = places.filter(
    ({ operation, name }) =>
      routes[operation].path.startsWith('/organizations/{') && strangers[name] !== undefined,
  );
  for (const { operation, name } of own) {
    it(`T16: as ${name} of ${operation} cannot be told from what does not exist`, async () => {
      const { world, server, path } = await legal(operation);
      withForeigners(world);
      const of = {
        organizationId: 'org_borealis',
        name: 'Theirs',
        createdAt: 0,
        createdBy: 'user_both',
      };
      const theirs = { ...of, apiKeyId: 'key_borealis', permissions: [] };
      tableOf(world, 'apiKeys', 'org_borealis').set('key_borealis', theirs);
      const token = { ...of, directoryTokenId: 'token_borealis' };
      tableOf(world, 'directoryTokens', 'org_borealis').set('token_borealis', token);
      const ask = asPerson(world, server, 'user_admin_acme', 'org_acme');
      const { method } = routeOf(operation);
      const foreign = strangers[name] ?? '';
      const at = routes[operation].path.split('/').indexOf(`{${name}}`);
      const answers = [];
      for (const id of [foreign, ...nobodies(foreign)]) {
        const [plain = '', query] = path.split('?');
        const other = plain.split('/').with(at, id).join('/') + (query ? `?${query}` : '');
        const { sent } = await prepareLegal(world, operation);
        const { status, headers, text } = await ask(other, { ...sent, method });
        const told = [...headers].filter(([header]) => header !== 'x-request-id');
        answers.push({
          status,
          told,
          text: text.replace(/"requestId":"\w+"/, ''),
          length: text.length,
        });
      }
      for (const answer of answers) assert.deepEqual(answer, answers[0]);
      assert.notEqual(answers[0]?.status, 200);
    });
  }
});

/** Ids that nobody has, as long as one that somebody has. */
function nobodies(id: string): string[] {
  const [prefix = ''] = id.split('_');
  const rest = id.length - prefix.length - 1;
  return ['x', 'q', '7', 'Z', '_'].map((letter) => `${prefix}_${letter.repeat(rest)}`);
}
