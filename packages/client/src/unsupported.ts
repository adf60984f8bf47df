import { routes } from '@tesserakit/contract';
import type { DirectoryClient } from './directory.ts';
import { TesseraError } from './errors.ts';

type Nouns = Omit<DirectoryClient, 'identity' | 'capabilities'>;

const nouns: Record<keyof Nouns, true> = {
  me: true,
  sessions: true,
  organizations: true,
  managedOrganizations: true,
  members: true,
  invitations: true,
  access: true,
  organizationRoles: true,
  applications: true,
  onboardings: true,
  roles: true,
  roleGroups: true,
  domains: true,
  connections: true,
  directoryTokens: true,
  apiKeys: true,
  users: true,
  audit: true,
};

/**
 * Every namespace of a directory that can do nothing: each method rejects with `unsupported`. An
 * adapter spreads it and puts what its backend can do in its place.
 */
export function unsupportedDirectory(): Nouns {
  return Object.fromEntries(
    Object.keys(nouns).map((noun) => [noun, namespace(noun)]),
  ) as unknown as Nouns;
}

function namespace(noun: string) {
  const operations = Object.keys(routes).filter((operation) => operation.startsWith(`${noun}.`));
  return Object.fromEntries(
    operations.map((operation) => [
      operation.slice(noun.length + 1),
      () => Promise.reject(new TesseraError('unsupported')),
    ]),
  );
}
