import type { Operation } from '@tesserakit/contract';

export type Noun = Operation extends `${infer Name}.${string}` ? Name : never;

export type VerbOf<N extends Noun> = Operation extends infer O
  ? O extends `${N}.${infer Verb}`
    ? Verb
    : never
  : never;

/**
 * The methods of a directory, by namespace. Beside the routes, because some of those are loaded when
 * they are first needed. Capabilities have a method of their own.
 */
export const verbs = {
  me: ['get', 'update'],
  sessions: ['list', 'end', 'endOthers'],
  organizations: [
    'list',
    'listAll',
    'create',
    'slugAvailable',
    'get',
    'update',
    'suspend',
    'reactivate',
    'previewDelete',
    'delete',
    'transferOwnership',
    'leave',
    'previewMove',
    'move',
  ],
  managedOrganizations: [
    'list',
    'create',
    'previewSetRoleGroups',
    'setRoleGroups',
    'previewExpose',
    'expose',
  ],
  members: [
    'list',
    'get',
    'add',
    'update',
    'suspend',
    'reactivate',
    'remove',
    'setOrganizationRoles',
    'bulk',
    'listSessions',
    'endSessions',
  ],
  invitations: ['list', 'create', 'bulk', 'resend', 'revoke', 'listOwn', 'accept', 'decline'],
  access: ['list', 'explain', 'matrix', 'grant', 'withdraw', 'bulk'],
  organizationRoles: ['list', 'listAll', 'create', 'holders', 'update', 'previewDelete', 'delete'],
  applications: ['list', 'listAll', 'create', 'update', 'previewDelete', 'delete'],
  onboardings: ['create', 'previewUpdate', 'update', 'setDefaults', 'previewWithdraw', 'withdraw'],
  roles: ['list', 'create', 'holders', 'update', 'previewDelete', 'delete'],
  roleGroups: ['list', 'create', 'previewUpdate', 'update', 'previewDelete', 'delete'],
  domains: [
    'list',
    'get',
    'claim',
    'challenge',
    'verify',
    'recheck',
    'update',
    'previewRemove',
    'remove',
  ],
  connections: [
    'list',
    'get',
    'create',
    'update',
    'test',
    'enable',
    'disable',
    'previewDelete',
    'delete',
  ],
  directoryTokens: ['list', 'create', 'rotate', 'revoke'],
  apiKeys: ['list', 'create', 'revoke'],
  users: [
    'list',
    'get',
    'listOrganizations',
    'create',
    'update',
    'disable',
    'enable',
    'previewDelete',
    'delete',
    'resetPassword',
  ],
  audit: ['list', 'listAll'],
} as const satisfies { readonly [N in Noun]: readonly VerbOf<N>[] };
