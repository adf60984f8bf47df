import { TesseraError } from '@tesserakit/client';
import type { ErrorCode } from '@tesserakit/domain';
import type { World } from '@tesserakit/mock-server';
import type { Obstacle } from './breakable.js';

/** What can happen to a call. */
export const faults = [
  'server error',
  'too many requests',
  'time-out',
  'offline',
  'aborted',
  'malformed answer',
  'forbidden',
  'stale version',
  'slow and out of order',
  'answered after the organization was left',
  'refused after the organization was left',
] as const;

export type Fault = (typeof faults)[number];

/** What a person is told of it. */
export const codes: Partial<Record<Fault, ErrorCode>> = {
  'server error': 'server_error',
  'too many requests': 'rate_limited',
  'time-out': 'timeout',
  offline: 'network',
  aborted: 'aborted',
  'malformed answer': 'invalid_response',
  forbidden: 'forbidden',
  'stale version': 'version_conflict',
};

/** Seconds that the server asks for patience. */
export const patience = 60;

/** The server has done it, and only the answer is lost. */
export const answerLost = new Set<Fault>(['time-out', 'malformed answer']);

/** Lets calls fail in one way. */
export function failing(fault: Fault, world: World): Obstacle {
  const code = codes[fault] ?? 'server_error';
  return async (pass, { method, input }) => {
    if (fault === 'stale version') {
      overtake(world, method, input);
      return pass();
    }
    if (answerLost.has(fault)) await pass();
    throw new TesseraError(code, {
      requestId: 'request_7',
      ...(code === 'rate_limited' && { retryAfter: patience }),
    });
  };
}

/** Somebody else writes what a call is about, right before it arrives. */
export function overtake(world: World, method: string, input: object): void {
  const [noun = ''] = method.split('.');
  const ids = input as Record<string, string>;
  const { organizationId, userId, applicationId } = ids;
  if (noun === 'members') {
    const members = world.members.get(organizationId!);
    const member = members?.get(userId!);
    if (member) members?.set(userId!, { ...member, version: member.version + 1 });
    return;
  }
  const counted: Record<string, readonly unknown[]> = {
    access: ['grant', organizationId, userId, applicationId],
    apiKeys: ['apiKey', organizationId, ids['apiKeyId']],
    applications: ['application', applicationId],
    connections: ['connection', organizationId, ids['connectionId']],
    directoryTokens: ['directoryToken', organizationId, ids['directoryTokenId']],
    domains: ['domain', organizationId, ids['domainId']],
    invitations: ['invitation', organizationId, ids['invitationId']],
    managedOrganizations: ['onboarding', organizationId, applicationId],
    onboardings: ['onboarding', organizationId, applicationId],
    organizationRoles: ['organizationRole', ids['roleId']],
    organizations: ['organization', organizationId],
    roleGroups: ['roleGroup', ids['roleGroupId']],
    roles: ['role', ids['roleId']],
    users: ['user', userId],
  };
  const key = JSON.stringify(counted[noun]);
  world.versions.set(key, (world.versions.get(key) ?? 1) + 1);
}

/** Put before the names in an answer that another one has overtaken. */
export const former = 'Former';

/** The same answer as it was some time ago, which nobody must see any more. */
export function asItWas<T>(answer: T): T {
  if (answer === undefined) return answer;
  const names = ['name', 'email', 'description', 'title', 'conditions'];
  return JSON.parse(JSON.stringify(answer), (key, value: unknown) =>
    typeof value === 'string' && names.includes(key) ? `${former} ${value}` : value,
  ) as T;
}
