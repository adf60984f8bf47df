import * as v from 'valibot';
import { bulk } from './bulk.ts';
import type { Routes } from './route.ts';
import { ids, moment } from './inputs.ts';
import { id, nothing, version } from './vocabulary.ts';
import { memberAccess, access, accessReadings } from './access.ts';
import { accessExplanationRoutes } from './access-explanation.ts';
import { accessMatrixRoutes } from './access-matrix.ts';

/** The roles that a member is to have in an application, in place of those they have. */
export const accessChange = v.strictObject({
  roleIds: ids(100),
  /** The whole grant ends by itself at this moment; without it, it has no end. */
  expiresAt: v.optional(moment),
});

export const accessBulk = v.strictObject({
  items: v.pipe(
    v.array(
      v.strictObject({
        userId: id,
        applicationId: id,
        /** `null` takes the grant away. */
        roleIds: v.nullable(ids(100)),
        /** As of a single grant: without it, the grant has no end. */
        expiresAt: v.optional(moment),
        /** The version that was looked at; where it is another by now, this item is refused. */
        version: v.optional(version),
      }),
    ),
    v.minLength(1),
    v.maxLength(2000),
  ),
});

export const accessBulkResult = bulk({ userId: id, applicationId: id });

export const accessRoutes = {
  ...accessReadings,
  ...accessExplanationRoutes,
  ...accessMatrixRoutes,
  'access.grant': {
    method: 'PUT',
    path: `${access}/{applicationId}`,
    summary: "Replaces a member's roles in an application; makes the grant where there is none.",
    action: 'access.grant',
    body: accessChange,
    answer: memberAccess,
  },
  'access.withdraw': {
    method: 'DELETE',
    path: `${access}/{applicationId}`,
    summary: "Takes a member's grant in an application away.",
    action: 'access.withdraw',
    answer: nothing,
  },
  'access.bulk': {
    method: 'POST',
    path: '/organizations/{organizationId}/access/bulk',
    summary: 'Up to 2,000 grants, each judged for itself; `null` roles withdraw.',
    action: 'access.grant',
    body: accessBulk,
    answer: accessBulkResult,
  },
} as const satisfies Routes;

export type AccessChange = v.InferInput<typeof accessChange>;

export type AccessBulk = v.InferInput<typeof accessBulk>;

export type AccessBulkResult = v.InferOutput<typeof accessBulkResult>;
