import { listAllEvents, listEvents } from '../directory/audit.ts';
import { reach, reachTenant } from './caller.ts';
import type { Handlers } from './operations.ts';

export const audit: Handlers<'audit.list' | 'audit.listAll'> = {
  'audit.list': ({ world, caller, path, query }) => {
    const scope = reach(world, caller, path('organizationId'), 'audit.list');
    return listEvents(world, { ...scope, asker: caller.actor.userId }, query);
  },

  'audit.listAll': ({ world, caller, query }) => {
    const place = reachTenant(caller, 'tenant.read');
    return listAllEvents(world, { place, asker: caller.actor.userId }, query);
  },
};
