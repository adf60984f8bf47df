import { applicationsOf } from '../directory/applications.ts';
import { reach } from './caller.ts';
import type { Handlers } from './operations.ts';

export const applications: Handlers<'applications.list'> = {
  'applications.list': ({ world, caller, path }) => {
    const { organization } = reach(world, caller, path('organizationId'), 'applications.list');
    const items = applicationsOf(world, organization);
    return { items, nextCursor: null, total: items.length };
  },
};
