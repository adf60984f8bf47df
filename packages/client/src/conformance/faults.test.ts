import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DirectoryClient } from '../directory.ts';
import { TesseraError } from '../errors.ts';
import { conformance } from './index.ts';
import { beginAtAcme } from './trial/acme.ts';

/** A directory that does one thing wrong, and the law that says so. */
interface Fault {
  readonly law: string;
  readonly make: (good: DirectoryClient) => Partial<DirectoryClient>;
}

/** The directory with another list of members. */
function listing(
  law: string,
  list: (good: DirectoryClient['members']) => DirectoryClient['members']['list'],
): Fault {
  return { law, make: ({ members }) => ({ members: { ...members, list: list(members) } }) };
}

/** The directory with something else that is done to members. */
function doing(
  law: string,
  make: (good: DirectoryClient['members']) => Partial<DirectoryClient['members']>,
): Fault {
  return { law, make: ({ members }) => ({ members: { ...members, ...make(members) } }) };
}

/** The directory where some refusals come out otherwise. */
function refusing(law: string, other: (error: TesseraError) => unknown): Fault {
  const turned =
    <A extends unknown[], R>(call: (...all: A) => Promise<R>) =>
    (...all: A) =>
      call(...all).catch((error: unknown): R => {
        throw other(error as TesseraError);
      });
  return doing(law, (good) => ({
    list: turned(good.list),
    get: turned(good.get),
    remove: turned(good.remove),
    setOrganizationRoles: turned(good.setOrganizationRoles),
  }));
}

const eachOnce = 'members.list gives each item once, however long the pages are';
const rolesExactly =
  'members.setOrganizationRoles gives exactly these roles, and leaves the others alone';

const faults: Record<string, Fault> = {
  'an item on two pages': listing(eachOnce, (good) => async (query, options) => {
    const page = await good.list(query, options);
    const first = await good.list({ organizationId: query.organizationId, limit: 1 });
    return query.cursor === undefined ? page : { ...page, items: [...first.items, ...page.items] };
  }),
  'an item that is missed': listing(eachOnce, (good) => async (query, options) => {
    const page = await good.list(query, options);
    return query.cursor === undefined ? page : { ...page, items: page.items.slice(1) };
  }),
  'pages longer than asked for': listing(
    eachOnce,
    (good) =>
      ({ limit, ...query }, options) =>
        good.list({ ...query, limit: (limit ?? 50) + 1 }, options),
  ),
  'a count of the page alone': listing(eachOnce, (good) => async (query, options) => {
    const page = await good.list(query, options);
    return { ...page, total: page.items.length };
  }),
  'no count though one is claimed': listing(
    'members.list counts where that is claimed, and says nothing where not',
    (good) => async (query, options) => ({ ...(await good.list(query, options)), total: null }),
  ),
  'a cursor that is left out when it is bad': listing(
    'members.list refuses a cursor that it never gave',
    (good) => (query, options) =>
      good.list(query, options).catch(() => good.list({ ...query, cursor: undefined }, options)),
  ),
  'an order that is left out': listing(
    'members.list sorts by email, both ways',
    (good) =>
      ({ sort: _, ...query }, options) =>
        good.list(query, options),
  ),
  'an order that only goes up': listing(
    'members.list sorts by name, both ways',
    (good) =>
      ({ sort, ...query }, options) =>
        good.list({ ...query, sort: sort === '-name' ? 'name' : sort }, options),
  ),
  'a filter that is left out': listing(
    'members.list filters by status',
    (good) =>
      ({ status: _, ...query }, options) =>
        good.list(query, options),
  ),
  'a search that finds everybody': listing(
    'members.list finds whom the words mean and nobody else, page by page',
    (good) =>
      ({ search: _, ...query }, options) =>
        good.list(query, options),
  ),
  'a search that is left out, and not claimed': {
    law: 'members.list refuses what it does not claim, and never leaves it out in silence',
    make: (good) => ({
      capabilities: async (scope, options) => {
        const can = await good.capabilities(scope, options);
        return { ...can, members: { ...can.members, search: false } };
      },
    }),
  },
  'a list that differs from what is read alone': doing(
    'members.get is what the list says',
    (good) => ({
      get: async (scope, options) => ({ ...(await good.get(scope, options)), title: 'Other' }),
    }),
  ),
  'a signal that nobody hears': listing(
    'a read that is aborted on its way ends with aborted, and others are not disturbed',
    (good) => (query) => good.list(query),
  ),
  'an abort that ends in the reason of whoever aborted': listing(
    'a read whose signal is aborted already ends with aborted',
    (good) => async (query, options) => {
      options?.signal?.throwIfAborted();
      return good.list(query, options);
    },
  ),
  'a write that is made though it is aborted': doing(
    'a write whose signal is aborted already is not made',
    (good) => ({
      remove: async (scope, options) => {
        await good.remove(scope);
        if (options?.signal?.aborted) throw new TesseraError('aborted');
      },
    }),
  ),
  'strangers that are forbidden and not unknown': refusing(
    'an organization of strangers cannot be told from one that never was',
    (error) => new TesseraError(error.code === 'not_found' ? 'forbidden' : error.code),
  ),
  'an error of another class': refusing(
    'no id is too strange to be refused',
    (error) => new Error(error.message),
  ),
  'a refusal with another code than the verdict': refusing(
    'what actions refuse is refused with that code, and leaves everything unchanged',
    (error) => new TesseraError(error.code === 'self_change_refused' ? 'forbidden' : error.code),
  ),
  'a verdict that permits too much': doing(
    'what actions refuse is refused with that code, and leaves everything unchanged',
    (good) => ({
      remove: (scope, options) =>
        good.remove(scope, options).catch((error: unknown) => {
          if ((error as TesseraError).code !== 'self_change_refused') throw error;
        }),
    }),
  ),
  'a removal that is only said': doing('members.remove ends a membership, once', () => ({
    remove: async () => {},
  })),
  'roles that are added and not replaced': doing(rolesExactly, (good) => ({
    setOrganizationRoles: (change, options) =>
      good.setOrganizationRoles(
        { ...change, organizationRoleIds: [...change.organizationRoleIds, 'organizationMember'] },
        options,
      ),
  })),
  'an answer before it is so': doing(rolesExactly, (good) => ({
    setOrganizationRoles: async ({ organizationRoleIds, ...scope }, options) => ({
      ...(await good.get(scope, options)),
      organizationRoles: organizationRoleIds.map((roleId) => ({ roleId, name: roleId })),
    }),
  })),
  'a version that nobody looks at': doing(
    'a write with the version of an earlier look is refused, and changes nothing',
    (good) => ({
      setOrganizationRoles: ({ version: _, ...change }, options) =>
        good.setOrganizationRoles(change, options),
    }),
  ),
  'an identity that is never the same': {
    law: 'identity is one text per person, constant while they are signed in',
    make: () => ({ identity: () => crypto.randomUUID() }),
  },
  'an organization that is not the one asked for': {
    law: 'me.get says who the caller is, the same each time',
    make: ({ me }) => ({
      me: { ...me, get: (_, options) => me.get({ organizationId: 'org_borealis' }, options) },
    }),
  },
};

describe('conformance', () => {
  for (const [what, { law, make }] of Object.entries(faults)) {
    it(`catches ${what}`, async () => {
      const checks = conformance(async () => {
        const ground = await beginAtAcme();
        return { ...ground, client: { ...ground.client, ...make(ground.client) } };
      });
      const check = checks.find(({ name }) => name === law);
      assert.ok(check, `There is no law "${law}".`);
      await assert.rejects(check.run());
    });
  }

  it('ends the ground of a law that does not hold', async () => {
    let ended = 0;
    const [check] = conformance(async () => {
      const ground = await beginAtAcme();
      const me = { ...ground.client.me, get: () => Promise.reject(new Error('Broken.')) };
      const end = async () => void (ended += 1);
      return { ...ground, client: { ...ground.client, me }, end };
    });
    await assert.rejects(check!.run(), /Broken/);
    assert.equal(ended, 1);
  });
});
