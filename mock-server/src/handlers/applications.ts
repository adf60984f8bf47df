import type { applicationRoutes } from '@tesserakit/contract';
import {
  createApplication,
  deleteApplication,
  updateApplication,
} from '../directory/application-changes.ts';
import {
  applicationsOf,
  listTenantApplications,
  tenantApplicationView,
} from '../directory/applications.ts';
import { doConfirmed } from '../directory/impact.ts';
import { versionOf } from '../directory/versions.ts';
import { found } from '../refusal.ts';
import { reach, reachTenant } from './caller.ts';
import type { Handlers } from './operations.ts';

export const applications: Handlers<keyof typeof applicationRoutes> = {
  'applications.list': ({ world, caller, path }) => {
    const scope = reach(world, caller, path('organizationId'), 'applications.list');
    const items = applicationsOf(world, scope);
    return { items, nextCursor: null, total: items.length };
  },

  'applications.listAll': ({ world, caller, query }) => {
    const looking = reachTenant(caller, 'tenant.read');
    return listTenantApplications(world, looking, query);
  },

  'applications.create': ({ world, caller, body, write }) => {
    const looking = reachTenant(caller, 'application.create');
    const application = write((deed) => createApplication(deed, body));
    return tenantApplicationView(world, looking, application);
  },

  'applications.update': ({ world, caller, path, body, write, expectVersion }) => {
    const looking = reachTenant(caller, 'application.update');
    const application = found(world.applications.get(path('applicationId')));
    const next = write((deed) => {
      expectVersion(versionOf(world, 'application', application.applicationId));
      return updateApplication(deed, application, body);
    });
    return tenantApplicationView(world, looking, next);
  },

  'applications.previewDelete': ({ world, caller, path, preview }) => {
    reachTenant(caller, 'application.delete');
    const application = found(world.applications.get(path('applicationId')));
    return preview((deed) => deleteApplication(deed, application));
  },

  'applications.delete': ({ world, caller, path, query, write, expectVersion }) => {
    reachTenant(caller, 'application.delete');
    const application = found(world.applications.get(path('applicationId')));
    write((deed) => {
      expectVersion(versionOf(world, 'application', application.applicationId));
      doConfirmed(deed, query.impact, (confirmed) => deleteApplication(confirmed, application));
    });
    return {};
  },
};
