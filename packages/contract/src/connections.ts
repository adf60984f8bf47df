import * as v from 'valibot';
import { impact } from './impact.ts';
import { listQuery } from './list-query.ts';
import type { Routes } from './route.ts';
import { ids, impactQuery, moment, text } from './inputs.ts';
import { actions, id, nothing, openEnum, page, timestamp, version } from './vocabulary.ts';

export const connectionProtocols = ['saml', 'oidc'] as const;
export const connectionStatuses = ['draft', 'active', 'disabled'] as const;

const groupRole = v.object({ group: v.string(), roleId: id });

/** An organization's own identity provider, for all of its applications or for one. */
export const connection = v.object({
  connectionId: id,
  organizationId: id,
  applicationId: v.optional(id),
  name: v.string(),
  protocol: openEnum(connectionProtocols),
  status: openEnum(connectionStatuses),
  /** SAML: the entity id. OIDC: the issuer. */
  issuer: v.string(),
  singleSignOnUrl: v.optional(v.string()),
  certificate: v.optional(v.string()),
  certificateExpiresAt: v.optional(timestamp),
  clientId: v.optional(v.string()),
  /** Whether a client secret is kept; it is in no answer. */
  hasClientSecret: v.boolean(),
  jit: v.boolean(),
  defaultRoleIds: v.array(id),
  attributes: v.record(v.string(), v.string()),
  groupRoles: v.array(groupRole),
  /** When a test sign-in last passed with these very settings. */
  testedAt: v.optional(timestamp),
  version,
  actions,
});

export const connectionPage = page(connection);

export const connectionListQuery = v.strictObject({
  ...listQuery,
  status: v.optional(v.picklist(connectionStatuses)),
});

const address = v.pipe(v.string(), v.minLength(1), v.maxLength(2048));

/** One certificate in PEM, as identity providers give it out; another beside it while one follows it. */
const certificate = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(16_384),
  v.regex(
    /^(?:-----BEGIN CERTIFICATE-----\s[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*){1,4}$/,
    'This is no certificate in PEM.',
  ),
);

const attributes = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}$/)), text(200)),
  v.check((all) => Object.keys(all).length <= 50, 'There are more than 50.'),
);

const groupRoles = v.pipe(
  v.array(v.strictObject({ group: text(200), roleId: id })),
  v.maxLength(200),
);

const clientSecret = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));

/**
 * A connection as somebody sets it up. SAML takes `singleSignOnUrl`, OIDC `clientId`. Addresses
 * are public ones of the web; the client secret is kept and never shown.
 */
export const connectionSetup = v.strictObject({
  applicationId: v.optional(id),
  name: text(100),
  protocol: v.picklist(connectionProtocols),
  issuer: address,
  singleSignOnUrl: v.optional(address),
  certificate: v.optional(certificate),
  certificateExpiresAt: v.optional(moment),
  clientId: v.optional(text(255)),
  clientSecret: v.optional(clientSecret),
  jit: v.optional(v.boolean(), false),
  defaultRoleIds: v.optional(ids(100), []),
  attributes: v.optional(attributes, {}),
  groupRoles: v.optional(groupRoles, []),
});

/** What changes of a connection; `null` takes away. Its protocol and application stay. */
export const connectionChange = v.strictObject({
  name: v.optional(text(100)),
  issuer: v.optional(address),
  singleSignOnUrl: v.optional(v.nullable(address)),
  certificate: v.optional(v.nullable(certificate)),
  certificateExpiresAt: v.optional(v.nullable(moment)),
  clientId: v.optional(v.nullable(text(255))),
  clientSecret: v.optional(v.nullable(clientSecret)),
  jit: v.optional(v.boolean()),
  defaultRoleIds: v.optional(ids(100)),
  attributes: v.optional(attributes),
  groupRoles: v.optional(groupRoles),
});

/** A connection as it was kept, and roles that were not because the organization has no such to give. */
export const keptConnection = v.object({ ...connection.entries, withheldRoleIds: v.array(id) });

/** What became of a test sign-in. */
export const connectionTest = v.object({
  passed: v.boolean(),
  /** Why it did not pass. */
  reason: v.optional(openEnum(['unreachable', 'unknown_provider', 'settings_mismatch'])),
  connection,
});

const connections = '/organizations/{organizationId}/connections';
const one = `${connections}/{connectionId}` as const;

export const connectionRoutes = {
  'connections.list': {
    method: 'GET',
    path: connections,
    summary: 'The identity providers of an organization, by name.',
    query: connectionListQuery,
    answer: connectionPage,
  },
  'connections.get': {
    method: 'GET',
    path: one,
    summary: 'One identity provider of an organization.',
    answer: connection,
  },
  'connections.create': {
    method: 'POST',
    path: connections,
    summary: 'Sets an identity provider up, as a draft that nobody signs in through.',
    action: 'connection.create',
    body: connectionSetup,
    answer: keptConnection,
  },
  'connections.update': {
    method: 'PATCH',
    path: one,
    summary:
      'Changes settings; those that decide whom people are sent to and believed from take a new test, and end the connection until then.',
    action: 'connection.update',
    body: connectionChange,
    answer: keptConnection,
  },
  'connections.test': {
    method: 'POST',
    path: `${one}/test`,
    summary: 'Tries a sign-in with the present settings.',
    action: 'connection.test',
    answer: connectionTest,
  },
  'connections.enable': {
    method: 'POST',
    path: `${one}/enable`,
    summary: 'Puts a connection in force that passed its test.',
    action: 'connection.enable',
    answer: connection,
  },
  'connections.disable': {
    method: 'POST',
    path: `${one}/disable`,
    summary: 'Puts a connection out of force; its settings and its test stay.',
    action: 'connection.disable',
    answer: connection,
  },
  'connections.previewDelete': {
    method: 'GET',
    path: `${one}/deletion`,
    summary: 'What deleting a connection would do beside it.',
    answer: impact,
  },
  'connections.delete': {
    method: 'DELETE',
    path: one,
    summary:
      'Deletes a connection with its secret; applications that used it go back to the usual.',
    action: 'connection.delete',
    query: impactQuery,
    answer: nothing,
  },
} as const satisfies Routes;

export type Connection = v.InferOutput<typeof connection>;
export type ConnectionProtocol = (typeof connectionProtocols)[number];
export type ConnectionStatus = (typeof connectionStatuses)[number];
export type ConnectionSetup = v.InferInput<typeof connectionSetup>;
export type ConnectionChange = v.InferInput<typeof connectionChange>;
export type KeptConnection = v.InferOutput<typeof keptConnection>;
export type ConnectionTest = v.InferOutput<typeof connectionTest>;
