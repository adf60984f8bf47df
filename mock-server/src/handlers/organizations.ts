import { memberSorts } from '@tesserakit/contract';
import { permits, type Action } from '@tesserakit/domain';
import { choicesOf, pageOfChoices } from '../directory/organizations.ts';
import { timestamp } from '../directory/roles.ts';
import { reach } from './caller.ts';
import type { Handlers } from './operations.ts';

const actions: readonly Action[] = ['organization.read', 'members.list', 'applications.list'];

export const organizations: Handlers<
  'organizations.list' | 'organizations.get' | 'organizations.capabilities'
> = {
  // Open to a member without standing too: it is their way to another organization.
  'organizations.list': ({ world, caller, query }) => {
    const choices = choicesOf(world, caller.user, caller.applicationId);
    const joined = choices.filter((choice) => choice.entry !== 'not_joined');
    return pageOfChoices(world, joined, query, [caller.user.userId, caller.clientId]);
  },

  'organizations.get': ({ world, caller, path }) => {
    const { organization, actor, place } = reach(
      world,
      caller,
      path('organizationId'),
      'organization.read',
    );
    const { organizationId, name, slug, logoUrl, status, createdAt } = organization;
    return {
      organizationId,
      name,
      slug,
      ...(logoUrl !== undefined && { logoUrl }),
      status,
      createdAt: timestamp(createdAt),
      actions: Object.fromEntries(actions.map((action) => [action, permits(actor, action, place)])),
    };
  },

  'organizations.capabilities': ({ world, caller, path }) => {
    reach(world, caller, path('organizationId'), 'organization.read');
    return {
      organizations: { search: true },
      members: {
        search: true,
        sorts: [...memberSorts],
        filters: ['status', 'organizationRole', 'applicationRole', 'application', 'source'],
        total: true,
        pageLimit: 100,
      },
    };
  },
};
