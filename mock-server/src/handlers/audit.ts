import { listEvents } from '../directory/audit.ts';
import { reach } from './caller.ts';
import type { Handlers } from './operations.ts';

export const audit: Handlers<'audit.list'> = {
  'audit.list': ({ world, caller, path, query }) => {
    const scope = reach(world, caller, path('organizationId'), 'audit.list');
    return listEvents(world, { ...scope, asker: caller.actor.userId }, query);
  },
};
