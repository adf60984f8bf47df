import { allPermissions } from '@tesserakit/domain';
import * as v from 'valibot';
import { listQuery } from './list-query.ts';
import type { Routes } from './route.ts';
import { moment, text } from './inputs.ts';
import { actions, id, nothing, page, timestamp, version } from './vocabulary.ts';

/** A key of one of the organization's programs. Its secret is in no answer but that of its making. */
export const apiKey = v.object({
  apiKeyId: id,
  organizationId: id,
  name: v.string(),
  /** What it was made for; it never does more than its maker may do at that moment. */
  permissions: v.array(v.string()),
  createdBy: v.object({ userId: id, name: v.optional(v.string()) }),
  createdAt: timestamp,
  /** To the minute. */
  lastUsedAt: v.optional(timestamp),
  expiresAt: v.optional(timestamp),
  version,
  actions,
});

export const apiKeyPage = page(apiKey);

/** A key with its secret, which is shown this once. */
export const freshApiKey = v.object({ ...apiKey.entries, secret: v.string() });

export const apiKeyAddition = v.strictObject({
  name: text(120),
  permissions: v.pipe(
    v.array(v.picklist([...allPermissions])),
    v.minLength(1),
    v.maxLength(allPermissions.size),
    v.check((all) => new Set(all).size === all.length, 'Given more than once.'),
  ),
  expiresAt: v.optional(moment),
});

const apiKeys = '/organizations/{organizationId}/api-keys';

export const apiKeyRoutes = {
  'apiKeys.list': {
    method: 'GET',
    path: apiKeys,
    summary: "The keys of an organization's programs, newest first.",
    query: v.strictObject(listQuery),
    answer: apiKeyPage,
  },
  'apiKeys.create': {
    method: 'POST',
    path: apiKeys,
    summary: 'Makes a key that holds at most what its maker may; the secret is shown this once.',
    action: 'apiKey.create',
    body: apiKeyAddition,
    answer: freshApiKey,
  },
  'apiKeys.revoke': {
    method: 'DELETE',
    path: `${apiKeys}/{apiKeyId}`,
    summary: 'Ends a key at once and for good.',
    action: 'apiKey.revoke',
    answer: nothing,
  },
} as const satisfies Routes;

export type ApiKey = v.InferOutput<typeof apiKey>;
export type ApiKeyAddition = v.InferInput<typeof apiKeyAddition>;
export type FreshApiKey = v.InferOutput<typeof freshApiKey>;
