import { faultsIn, type Fault } from '../fault.ts';

/** What could go wrong in the rules about organizations and what stands beside them. */
export const domainFaults: readonly Fault[] = faultsIn('packages/domain/src', [
  {
    says: 'a parent reads what a child did on behalf of others',
    file: 'audit.ts',
    find: `if (reach.kind !== 'managed' || !here || isBeyondParents(event)) return false;`,
    replace: `if (reach.kind !== 'managed' || !(here || onItsBehalf) || isBeyondParents(event)) return false;`,
  },
  {
    says: 'a mailbox at a domain is as good as the domain',
    file: 'domains.ts',
    find: `return status === 'verified' && proof === 'dns';`,
    replace: `return status === 'verified';`,
  },
  {
    says: 'whoever has a mailbox takes the domain from whoever has another',
    file: 'domains.ts',
    find: `return proof === 'dns' && verifiedElsewhere === 'email' ?`,
    replace: `return verifiedElsewhere === 'email' ?`,
  },
  {
    says: 'a record that contains the token proves a domain',
    file: 'domains.ts',
    find: 'return records.includes(value);',
    replace: 'return records.some((record) => record.includes(value));',
  },
  {
    says: 'a missed record is borne with at the end of the grace too',
    file: 'domains.ts',
    find: 'now - missingSince < recheckGrace',
    replace: 'now - missingSince <= recheckGrace',
  },
  {
    says: 'a domain that is lost still leads its people to the organization',
    file: 'domains.ts',
    find: `status: 'failed', enrolment: 'invite-only', discovery: false`,
    replace: `status: 'failed', enrolment: 'invite-only'`,
  },
  {
    says: 'what follows the first @ is the domain',
    file: 'domain-names.ts',
    find: `email.lastIndexOf('@');
  return at < 1`,
    replace: `email.indexOf('@');
  return at < 1`,
  },
  {
    says: 'a name that looks like an owned one is free (&& for ||)',
    file: 'domains.ts',
    find: 'ownedElsewhere || looksLikeOwned',
    replace: 'ownedElsewhere && looksLikeOwned',
  },
  {
    says: 'another certificate needs no new test',
    file: 'connections.ts',
    find: `    'certificate',\n`,
    replace: '',
  },
  {
    says: 'a connection with a certificate that ends now is put in force',
    file: 'connections.ts',
    find: 'certificateExpiresAt <= now',
    replace: 'certificateExpiresAt < now',
  },
  {
    says: 'one connection in force stands in the way of those for other applications',
    file: 'connections.ts',
    find: `(one) => one.status === 'active' && one.applicationId === applicationId`,
    replace: `(one) => one.status === 'active'`,
  },
  {
    says: 'a key is good in the millisecond at which it ends',
    file: 'api-keys.ts',
    find: 'now >= key.expiresAt',
    replace: 'now > key.expiresAt',
  },
  {
    says: 'a key keeps what its maker may do no more',
    file: 'api-keys.ts',
    find: 'new Set(key.permissions.filter((permission) => maker.has(permission)))',
    replace: 'new Set(key.permissions)',
  },
  {
    says: 'a key is made for more than its maker may do',
    file: 'api-keys.ts',
    find: `  if (expiresAt !== undefined && expiresAt <= now) return 'validation_failed';
  return covers(actor.permissions, new Set(permissions)) ? undefined : 'escalation_refused';`,
    replace: `  if (expiresAt !== undefined && expiresAt <= now) return 'validation_failed';
  return undefined;`,
  },
  {
    says: 'any token confirms an impact',
    file: 'impact.ts',
    find: 'harmless || told === token',
    replace: 'harmless || told !== undefined',
    caughtBy: '../../../mock-server/src/directory/ceiling-changes.test.ts',
  },
  {
    says: 'organizations are nested one level too deep',
    file: 'managed-organizations.ts',
    find: 'facts.parentDepth + 1 > facts.maxManagedDepth',
    replace: 'facts.parentDepth > facts.maxManagedDepth',
  },
  {
    says: 'what moves along is not counted in the depth',
    file: 'managed-organizations.ts',
    find: 'facts.newAncestorIds.length + facts.height',
    replace: 'facts.newAncestorIds.length',
  },
  {
    says: 'an organization is put below its own grandchild',
    file: 'managed-organizations.ts',
    find: 'facts.newAncestorIds.includes(facts.organizationId)',
    replace: 'facts.newAncestorIds[0] === facts.organizationId',
  },
  {
    says: 'a parent gives a role group that it exposes and has no more',
    file: 'managed-organizations.ts',
    find: `parent.roleGroupIds.includes(id) && parent.exposedRoleGroupIds.includes(id);
  return`,
    replace: `parent.exposedRoleGroupIds.includes(id);
  return`,
  },
  {
    says: 'one role group that is exposed lets all others through (some for every)',
    file: 'managed-organizations.ts',
    find: 'roleGroupIds.every(given)',
    replace: 'roleGroupIds.some(given)',
  },
  {
    says: 'new members get default roles that have left the ceiling',
    file: 'onboardings.ts',
    find: 'return defaultRoleIds.filter((roleId) => ceiling.has(roleId));',
    replace: 'return defaultRoleIds;',
  },
  {
    says: 'new members get default roles without a seat',
    file: 'onboardings.ts',
    find: `if (status !== 'active' || isFull(seats)) return [];`,
    replace: `if (status !== 'active') return [];`,
  },
  {
    says: 'to expose less is no narrowing',
    file: 'onboardings.ts',
    find: `narrows(before.roleIds, after.roleIds) ||
    narrows(before.exposedRoleGroupIds, after.exposedRoleGroupIds)`,
    replace: 'narrows(before.roleIds, after.roleIds)',
  },
  {
    says: 'what an organization has no more stays exposed',
    file: 'onboardings.ts',
    find: ': next.exposedRoleGroupIds.filter((id) => next.roleGroupIds.includes(id)),',
    replace: ': next.exposedRoleGroupIds,',
  },
  {
    says: 'a parent destroys what it reaches in part (some for every)',
    file: 'organizations.ts',
    find: 'applicationIds.every((id) => reach.applicationIds.has(id))',
    replace: 'applicationIds.some((id) => reach.applicationIds.has(id))',
  },
  {
    says: 'a sign-in for an organization without entry ends in another one',
    file: 'sign-in.ts',
    find: 'if (requested !== undefined) {',
    replace: 'if (requested !== undefined && organizationIds.includes(requested)) {',
  },
]);
