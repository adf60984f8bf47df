import type { applicationRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

const organization = { organizationId: 'org_acme' };
/** Nobody has it; without its client, deleting it takes nothing along. */
const shop = { applicationId: 'app_shop' };

export const applications: LegalRequests<typeof applicationRoutes> = {
  'applications.list': { parameters: organization },
  'applications.listAll': { as: 'platform', query: { search: 'flights' } },
  'applications.create': { as: 'platform', body: { name: 'Hotels', audience: 'b2b' } },
  'applications.update': {
    as: 'platform',
    parameters: { applicationId: 'app_flights' },
    body: {
      name: 'Flights and trains',
      launchUrl: 'https://flights.example/start',
      status: 'disabled',
      revokesTokens: { passwordReset: false },
    },
  },
  'applications.previewDelete': { as: 'platform', parameters: { applicationId: 'app_flights' } },
  'applications.delete': {
    as: 'platform',
    parameters: shop,
    prepare: ({ clients }) => {
      clients.delete('client_shop');
      return undefined;
    },
  },
};
