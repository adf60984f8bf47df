import type { Route, Routes } from './route.ts';
import type { Operation } from './routes.ts';

/**
 * A route that is loaded when it is first asked for: invitations by themselves, since screens begin
 * with them; all others together.
 */
export async function lateRoute(operation: Operation): Promise<Route | undefined> {
  const routes: Routes = operation.startsWith('invitations.')
    ? (await import('./invitations.ts')).invitationRoutes
    : (await import('./routes.ts')).routes;
  return routes[operation];
}
