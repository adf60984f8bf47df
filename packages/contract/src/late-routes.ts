import type { Route, Routes } from './route.ts';
import type { Operation } from './routes.ts';

/**
 * A route that is loaded when it is first asked for: by itself where screens begin with it; all
 * others together.
 */
export async function lateRoute(operation: Operation): Promise<Route | undefined> {
  const routes: Routes = await routesWith(operation);
  return routes[operation];
}

async function routesWith(operation: Operation): Promise<Routes> {
  if (operation.startsWith('invitations.')) {
    return (await import('./invitations.ts')).invitationRoutes;
  }
  if (operation === 'access.list') return (await import('./access.ts')).accessReadings;
  if (operation === 'access.explain') {
    return (await import('./access-explanation.ts')).accessExplanationRoutes;
  }
  if (operation === 'access.matrix') return (await import('./access-matrix.ts')).accessMatrixRoutes;
  if (operation.startsWith('roles.')) return (await import('./roles.ts')).roleRoutes;
  if (operation.startsWith('roleGroups.')) {
    return (await import('./role-groups.ts')).roleGroupRoutes;
  }
  if (operation.startsWith('managedOrganizations.')) {
    return (await import('./managed-organizations.ts')).managedOrganizationRoutes;
  }
  if (operation.startsWith('organizations.')) {
    return (await import('./organization-changes.ts')).organizationRoutes;
  }
  return (await import('./routes.ts')).routes;
}
