import type { auditRoutes } from '@tesserakit/contract';
import { listAllEvents, listEvents } from '../directory/audit.ts';
import { reach, reachTenant } from './caller.ts';
import type { Handlers } from './operations.ts';

export const audit: Handlers<keyof typeof auditRoutes> = {
  'audit.list': ({ world, caller, path, query }) => {
    const scope = reach(world, caller, path('organizationId'), 'audit.list');
    return listEvents(world, { ...scope, asker: caller.actor.userId }, query);
  },

  'audit.listAll': ({ world, caller, query }) => {
    const { actor, place } = reachTenant(caller, 'tenant.read');
    return listAllEvents(world, { place, asker: actor.userId }, query);
  },
};
