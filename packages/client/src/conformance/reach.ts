import type { DirectoryClient } from '../directory.ts';
import { expectRefusal, expectSame, refusal } from './expect.ts';
import type { Ground, Law } from './ground.ts';

const nowhere = { organizationId: 'organization-that-never-was', userId: 'user-who-never-was' };

/** What can be asked about one organization, by name. */
function questions(client: DirectoryClient, { organizationId, userId }: typeof nowhere) {
  const scope = { organizationId, userId };
  return {
    capabilities: () => client.capabilities({ organizationId }),
    'organizations.get': () => client.organizations.get({ organizationId }),
    'members.list': () => client.members.list({ organizationId }),
    'members.get': () => client.members.get(scope),
  };
}

function deeds(client: DirectoryClient, scope: typeof nowhere, { colleague }: Ground) {
  const { otherRoleIds } = colleague;
  return {
    'members.remove': () => client.members.remove(scope),
    'members.setOrganizationRoles': () =>
      client.members.setOrganizationRoles({ ...scope, organizationRoleIds: otherRoleIds }),
  };
}

async function expectAlike(
  one: Record<string, () => Promise<unknown>>,
  other: Record<string, () => Promise<unknown>>,
) {
  for (const [name, call] of Object.entries(one)) {
    await expectRefusal(call, 'not_found', name);
    const [first, second] = [await refusal(call, name), await refusal(other[name]!, name)];
    const told = ({ code, message, fields, retryAfter }: typeof first) => ({
      code,
      message,
      fields,
      retryAfter,
    });
    expectSame(told(first), told(second), `${name} tells strangers from nobody.`);
  }
}

/** Ids that would reach something else where they were pasted into an address or a query. */
const hostileIds = [
  ' ',
  '.',
  '..',
  '../me',
  'a/b',
  '%2e%2e',
  '?limit=1',
  '#',
  '\u0000',
  '\ud800',
  "' or 1=1 --",
  'a,b',
  '😀',
  'x'.repeat(3000),
];

export const reachLaws: readonly Law[] = [
  {
    name: 'an organization of strangers cannot be told from one that never was',
    holds: ({ client, strangers }) =>
      expectAlike(questions(client, strangers), questions(client, nowhere)),
  },
  {
    name: 'a write to an organization of strangers is refused as one to nowhere',
    claim: ({ members }) => members.remove && members.setOrganizationRoles,
    holds: (ground) =>
      expectAlike(
        deeds(ground.client, ground.strangers, ground),
        deeds(ground.client, nowhere, ground),
      ),
  },
  {
    name: 'a person of elsewhere cannot be told from one who never was',
    holds: async ({ client, organizationId, strangers }) => {
      const about = (userId: string) => ({
        'members.get': () => client.members.get({ organizationId, userId }),
      });
      await expectAlike(about(strangers.userId), about(nowhere.userId));
    },
  },
  {
    name: 'no id is too strange to be refused',
    holds: async ({ client, organizationId, colleague }) => {
      for (const id of hostileIds) {
        const what = `The id ${JSON.stringify(id.slice(0, 20))}`;
        const organization = questions(client, { organizationId: id, userId: colleague.userId });
        const calls = Object.values(organization);
        calls.push(() => client.members.get({ organizationId, userId: id }));
        for (const call of calls) {
          await expectRefusal(call, ['not_found', 'validation_failed'], what);
        }
      }
    },
  },
];
