import * as v from 'valibot';
import { listQuery } from './list-query.ts';
import type { Routes } from './route.ts';
import { moment, text } from './inputs.ts';
import { actions, id, nothing, page, timestamp, version } from './vocabulary.ts';

/**
 * A token with which an organization's identity provider writes its members (SCIM), and nothing
 * else. Its secret is in no answer but those of its making and rotation.
 */
export const directoryToken = v.object({
  directoryTokenId: id,
  organizationId: id,
  name: v.string(),
  createdBy: v.object({ userId: id, name: v.optional(v.string()) }),
  createdAt: timestamp,
  /** To the minute. */
  lastUsedAt: v.optional(timestamp),
  expiresAt: v.optional(timestamp),
  version,
  actions,
});

export const directoryTokenPage = page(directoryToken);

/** A token with its secret, which is shown this once. */
export const freshDirectoryToken = v.object({ ...directoryToken.entries, secret: v.string() });

export const directoryTokenAddition = v.strictObject({
  name: text(120),
  expiresAt: v.optional(moment),
});

/** How long the new secret is good; `null` for as long as nobody ends it, as before where it says nothing. */
export const directoryTokenRotation = v.strictObject({
  expiresAt: v.optional(v.nullable(moment)),
});

const directoryTokens = '/organizations/{organizationId}/directory-tokens';

export const directoryTokenRoutes = {
  'directoryTokens.list': {
    method: 'GET',
    path: directoryTokens,
    summary: "The tokens of an organization's identity provider, newest first.",
    query: v.strictObject(listQuery),
    answer: directoryTokenPage,
  },
  'directoryTokens.create': {
    method: 'POST',
    path: directoryTokens,
    summary: 'Makes a token for an identity provider; the secret is shown this once.',
    action: 'directoryToken.create',
    body: directoryTokenAddition,
    answer: freshDirectoryToken,
  },
  'directoryTokens.rotate': {
    method: 'POST',
    path: `${directoryTokens}/{directoryTokenId}/rotate`,
    summary: 'Gives a token another secret; the old one is dead at once.',
    action: 'directoryToken.rotate',
    body: directoryTokenRotation,
    answer: freshDirectoryToken,
  },
  'directoryTokens.revoke': {
    method: 'DELETE',
    path: `${directoryTokens}/{directoryTokenId}`,
    summary: 'Ends a token at once and for good.',
    action: 'directoryToken.revoke',
    answer: nothing,
  },
} as const satisfies Routes;

export type DirectoryToken = v.InferOutput<typeof directoryToken>;
export type DirectoryTokenAddition = v.InferInput<typeof directoryTokenAddition>;
export type DirectoryTokenRotation = v.InferInput<typeof directoryTokenRotation>;
export type FreshDirectoryToken = v.InferOutput<typeof freshDirectoryToken>;
