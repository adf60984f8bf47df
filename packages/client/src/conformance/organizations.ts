import type { OrganizationChoice } from '@tesserakit/contract';
import { expect, expectRefusal, expectSame } from './expect.ts';
import type { Ground, Law } from './ground.ts';
import { allOf, expectNothing, pageLaws, type Pages } from './pages.ts';

const idOf = ({ organizationId }: OrganizationChoice) => organizationId;

function pagesOf({ client, organizationId }: Ground, search?: string): Pages<OrganizationChoice> {
  return (query, options) =>
    client.organizations.list({ organizationId, search, ...query }, options);
}

export const organizationLaws: readonly Law[] = [
  ...pageLaws('organizations.list', (ground) => pagesOf(ground), idOf),
  {
    name: 'organizations.list has the organization of organizations.get, and no strangers',
    holds: async (ground) => {
      const { client, organizationId, strangers } = ground;
      const all = await allOf(pagesOf(ground), idOf);
      const { name, status } = await client.organizations.get({ organizationId });
      const listed = all.find((one) => idOf(one) === organizationId);
      expectSame({ name: listed?.name, status: listed?.status }, { name, status }, 'They differ.');
      expect(!all.map(idOf).includes(strangers.organizationId), 'Strangers are listed.');
    },
  },
  {
    name: 'organizations.list finds by a name, and nothing by nonsense',
    claim: (can) => can.organizations.search,
    holds: async (ground) => {
      const { client, organizationId } = ground;
      const { name } = await client.organizations.get({ organizationId });
      const found = await allOf(pagesOf(ground, name), idOf);
      expect(found.map(idOf).includes(organizationId), `"${name}" does not find itself.`);
      await expectNothing(pagesOf(ground, 'qqzzxx'), 'Nonsense');
    },
  },
  {
    name: 'organizations.list refuses a search that is not claimed',
    claim: (can) => !can.organizations.search,
    holds: (ground) => expectRefusal(() => pagesOf(ground, 'a')({}), 'unsupported', 'The search'),
  },
];
