import type { meRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

export const me: LegalRequests<typeof meRoutes> = {
  'me.get': {},
  'me.update': { body: { name: 'Ingrid Solheim Berg', locale: 'nb', picture: null } },
};
