import type * as v from 'valibot';
import { accessRoutes } from './access.ts';
import { applicationRoutes } from './applications.ts';
import { auditRoutes } from './audit.ts';
import { invitationRoutes } from './invitations.ts';
import { meRoutes } from './me.ts';
import { memberRoutes } from './members.ts';
import { organizationRoleRoutes } from './organization-roles.ts';
import { organizationRoutes } from './organizations.ts';

/** The reference protocol: every operation, by the name of the client's method. */
export const routes = {
  ...meRoutes,
  ...organizationRoutes,
  ...memberRoutes,
  ...invitationRoutes,
  ...accessRoutes,
  ...organizationRoleRoutes,
  ...applicationRoutes,
  ...auditRoutes,
} as const;

export type Operation = keyof typeof routes;

/** What an operation answers, as the reader gets it. */
export type AnswerOf<O extends Operation> = v.InferOutput<(typeof routes)[O]['answer']>;

/** The path with its parameters filled in, each percent-encoded. */
export function pathOf(operation: Operation, parameters: Record<string, string> = {}): string {
  return routes[operation].path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (!value) throw new TypeError(`${operation} needs ${name}`);
    return encodeURIComponent(value);
  });
}
