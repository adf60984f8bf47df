import * as v from 'valibot';
import { listQuery } from './list-query.ts';
import type { Routes } from './route.ts';
import { moment } from './inputs.ts';
import { id, openEnum, page, timestamp } from './vocabulary.ts';

/** Who did what, to whom, where, when, with which outcome. */
export const auditEvent = v.object({
  eventId: id,
  at: timestamp,
  action: v.string(),
  outcome: openEnum(['success', 'denied']),
  /** Why it was denied. */
  code: v.optional(v.string()),
  actor: v.object({
    type: openEnum(['user', 'apiKey', 'directory', 'system']),
    id: v.string(),
    name: v.optional(v.string()),
    /** The organization that they acted for; another one when a parent acts. */
    organizationId: v.optional(id),
  }),
  organizationId: v.optional(id),
  applicationId: v.optional(id),
  target: v.optional(v.object({ type: v.string(), id: v.string(), name: v.optional(v.string()) })),
  details: v.optional(v.record(v.string(), v.unknown())),
  /** The event of which this one is a consequence. */
  causedBy: v.optional(id),
  requestId: v.optional(v.string()),
});

export const auditPage = page(auditEvent);

export const auditQuery = v.strictObject({
  limit: listQuery.limit,
  cursor: listQuery.cursor,
  action: v.optional(v.pipe(v.string(), v.maxLength(64))),
  /** Id of who acted. */
  actor: v.optional(id),
  /** Id of what it was about. */
  target: v.optional(id),
  outcome: v.optional(v.picklist(['success', 'denied'])),
  since: v.optional(moment),
  until: v.optional(moment),
});

/** The same over the whole tenant. */
export const tenantAuditQuery = v.strictObject({
  ...auditQuery.entries,
  /** What happened in this organization or was done on its behalf. */
  organization: v.optional(id),
});

export const auditRoutes = {
  'audit.list': {
    method: 'GET',
    path: '/organizations/{organizationId}/audit',
    summary: 'What happened in an organization or was done on its behalf, newest first.',
    query: auditQuery,
    answer: auditPage,
  },
  'audit.listAll': {
    method: 'GET',
    path: '/tenant/audit',
    summary: 'What happened in the whole tenant, newest first; platform administrators only.',
    query: tenantAuditQuery,
    answer: auditPage,
  },
} as const satisfies Routes;

export type AuditEvent = v.InferOutput<typeof auditEvent>;
