import type { userRoutes } from '@tesserakit/contract';
import type { LegalRequest, LegalRequests } from '../legal-requests.ts';

const person: LegalRequest = { as: 'platform', parameters: { userId: 'user_agent_acme' } };
const nobodysMember: LegalRequest = { as: 'platform', parameters: { userId: 'user_shopper' } };

export const users: LegalRequests<typeof userRoutes> = {
  'users.list': { as: 'platform', query: { search: 'acme', sort: '-email' } },
  'users.get': { ...person, parameters: { userId: 'user_both' } },
  'users.listOrganizations': { ...person, parameters: { userId: 'user_both' } },
  'users.create': {
    as: 'platform',
    body: { email: 'new@partner.example', name: 'Maja Lindqvist', phone: '+46701234567' },
  },
  'users.update': {
    ...person,
    body: { email: 'tomas@acme.example', locale: 'pt-BR', phone: null },
  },
  'users.disable': person,
  'users.enable': {
    ...person,
    prepare: ({ users }) => {
      const user = users.get('user_agent_acme');
      if (user) users.set(user.userId, { ...user, status: 'disabled' });
      return undefined;
    },
  },
  'users.previewDelete': person,
  'users.delete': nobodysMember,
  'users.resetPassword': person,
};
