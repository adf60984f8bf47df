import type { DirectoryClient } from '@tesserakit/client';

type MethodsOf<Noun extends keyof DirectoryClient> = {
  [Verb in keyof DirectoryClient[Noun]]: DirectoryClient[Noun][Verb] extends (
    input: infer Input,
    ...options: never[]
  ) => unknown
    ? 'version' extends keyof Input
      ? `${Noun & string}.${Verb & string}`
      : never
    : never;
}[keyof DirectoryClient[Noun]];

/** A method that takes the version of what it is about. */
type Versioned = { [Noun in keyof DirectoryClient]: MethodsOf<Noun> }[keyof DirectoryClient];

/** Checked against the client's types: one that is missing here does not compile. */
const versioned: Record<Versioned, true> = {
  'access.grant': true,
  'access.withdraw': true,
  'apiKeys.revoke': true,
  'applications.delete': true,
  'applications.update': true,
  'connections.delete': true,
  'connections.disable': true,
  'connections.enable': true,
  'connections.test': true,
  'connections.update': true,
  'directoryTokens.revoke': true,
  'directoryTokens.rotate': true,
  'domains.challenge': true,
  'domains.recheck': true,
  'domains.remove': true,
  'domains.update': true,
  'domains.verify': true,
  'invitations.resend': true,
  'invitations.revoke': true,
  'managedOrganizations.expose': true,
  'managedOrganizations.setRoleGroups': true,
  'me.update': true,
  'members.endSessions': true,
  'members.reactivate': true,
  'members.remove': true,
  'members.setOrganizationRoles': true,
  'members.suspend': true,
  'members.update': true,
  'onboardings.setDefaults': true,
  'onboardings.update': true,
  'onboardings.withdraw': true,
  'organizationRoles.delete': true,
  'organizationRoles.update': true,
  'organizations.delete': true,
  'organizations.leave': true,
  'organizations.move': true,
  'organizations.reactivate': true,
  'organizations.suspend': true,
  'organizations.transferOwnership': true,
  'organizations.update': true,
  'roleGroups.delete': true,
  'roleGroups.update': true,
  'roles.delete': true,
  'roles.update': true,
  'users.delete': true,
  'users.disable': true,
  'users.enable': true,
  'users.resetPassword': true,
  'users.update': true,
};

/** Whether a method takes the version of what it is about. */
export function takesVersion(method: string): boolean {
  return Object.hasOwn(versioned, method);
}
