import { faultsIn, type Fault } from '../fault.ts';

/** What could go wrong with organizations and those that they manage. */
export const organizationFaults: readonly Fault[] = faultsIn('mock-server/src/directory', [
  {
    says: 'links, codes and keys of a deleted organization stay good',
    file: 'organization-deletion.ts',
    find: '  dropWaysIn(world, organizationId);\n',
    replace: '',
  },
  {
    says: 'the children of a deleted organization stay without a parent',
    file: 'organization-deletion.ts',
    find: '  for (const child of childrenOf(world, organizationId)) deleteOrganization(deed, child, causedBy);\n',
    replace: '',
  },
  {
    says: 'client secrets of a deleted organization stay',
    file: 'organization-deletion.ts',
    find: '    world.connectionSecrets.delete(connectionId);\n',
    replace: '',
  },
  {
    says: 'proofs of a deleted organization stay open',
    file: 'organization-deletion.ts',
    find: '    world.domainChallenges.delete(domainId);\n',
    replace: '',
  },
  {
    says: 'those below a suspended organization keep refreshing',
    file: 'organization-changes.ts',
    find: '      revokeTokens(world, { organizationId: below.organizationId, applicationId });\n',
    replace: '',
  },
  {
    says: 'a slug that another organization once had is given again',
    file: 'organization-changes.ts',
    find: 'return owner !== undefined && owner !== organizationId;',
    replace:
      'return owner !== undefined && owner !== organizationId && world.organizations.get(owner)?.slug === slug;',
  },
  {
    says: 'whoever hands ownership over keeps it',
    file: 'organization-changes.ts',
    find: 'const left = from.organizationRoleIds.filter((roleId) => !isAdministratorRole(roleId));',
    replace: 'const left = from.organizationRoleIds;',
  },
  {
    says: 'a handover takes the other roles of the heir',
    file: 'organization-changes.ts',
    find: `['organizationAdmin', ...given]`,
    replace: `['organizationAdmin']`,
  },
  {
    says: 'everybody reads how an organization may be signed in to',
    file: 'organizations.ts',
    find: `    ...(authentication &&
      mayKnow('organization.setAuthentication') && {`,
    replace: `    ...(authentication && {`,
    caughtBy: 'organization-changes.test.ts',
  },
  {
    says: 'a child learns the id of its parent',
    file: 'organizations.ts',
    find: `return reach.kind === 'own' ? { name } : { organizationId, name };`,
    replace: 'return { organizationId, name };',
    caughtBy: 'managed-organization-changes.test.ts',
  },
  {
    says: 'a parent learns of a connection of its child',
    file: 'applications.ts',
    find: `...(connectionId !== undefined && place.reach.kind !== 'managed' && { connectionId }),`,
    replace: '...(connectionId !== undefined && { connectionId }),',
    caughtBy: 'onboarding-changes.test.ts',
  },
  {
    says: 'the number of children tells of those that are out of reach',
    file: 'managed-organizations.ts',
    find: `    childCount: childrenReached(world, actor, organizationId).length,`,
    replace: `    childCount: childrenOf(world, organizationId).length,`,
    caughtBy: 'managed-organization-changes.test.ts',
  },
  {
    says: 'what a parent no longer hands on stays with those further below',
    file: 'managed-organization-changes.ts',
    find: 'for (const { organization } of below) narrow(',
    replace: 'for (const { organization } of below.filter(({ depth }) => depth === 1)) narrow(',
  },
  {
    says: 'members below keep roles that their organization lost',
    file: 'managed-organization-changes.ts',
    find: 'const places = [organizationId, ...below.map((one) => one.organization.organizationId)];',
    replace: 'const places = [organizationId];',
  },
  {
    says: 'a new child begins with default roles outside its ceiling',
    file: 'managed-organization-changes.ts',
    find: '  refuse(ceilingBlocker(ceilingOf(world, child, applicationId), defaultRoleIds));\n',
    replace: '',
  },
  {
    says: 'the sharing that a new child begins with is a deed of its own in the audit log',
    file: 'managed-organization-changes.ts',
    find: `'application.onboard'),
    causedBy,`,
    replace: `'application.onboard'),`,
  },
  {
    says: 'a move leaves what the new parent does not hand on',
    file: 'organization-moves.ts',
    find: '  narrow(deed, moved, applicationId, causedBy);\n',
    replace: '',
  },
  {
    says: 'those below keep an application that was withdrawn above',
    file: 'onboarding-withdrawal.ts',
    find: '    if (theirs?.fromParent) withdrawOnboarding(deed, child, applicationId, { causedBy });\n',
    replace: '',
    caughtBy: 'onboarding-changes.test.ts',
  },
  {
    says: 'whoever used an application that was withdrawn keeps refreshing',
    file: 'onboarding-withdrawal.ts',
    find: '  revokeTokens(world, { organizationId, applicationId });\n',
    replace: '',
    caughtBy: 'onboarding-changes.test.ts',
  },
  {
    says: 'a withdrawal forgets to count the version, so that the next share has one that was seen',
    file: 'onboarding-withdrawal.ts',
    find: `  countWrite(world, 'onboarding', organizationId, applicationId);\n`,
    replace: '',
    caughtBy: 'versions.test.ts',
  },
  {
    says: 'an organization sets default roles outside its ceiling',
    file: 'onboarding-changes.ts',
    find: '  judge(world, { organization, place }, { defaultRoleIds }, next);\n',
    replace: '',
  },
  {
    says: 'a share names roles and groups of other applications',
    file: 'onboarding-changes.ts',
    find: '    refuseInput(belongingBlocker(applicationId, things), field);\n',
    replace: '',
  },
  {
    says: 'refresh tokens outlive the roles that were trimmed',
    file: 'ceiling-changes.ts',
    find: `    revokeTokens(world, { userId, organizationId, applicationId }, 'memberRolesUpdated');\n`,
    replace: '',
  },
  {
    says: 'default roles outlive the ceiling',
    file: 'ceiling-changes.ts',
    find: '    trimDefaults(deed, organization, applicationId, ceiling, causedBy);\n',
    replace: '',
  },
]);
