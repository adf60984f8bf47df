import { faultsIn, type Fault } from '../fault.ts';

/** What could go wrong with applications and their roles, and with what follows from a change. */
export const catalogueFaults: readonly Fault[] = faultsIn('mock-server/src/directory', [
  {
    says: 'a role group is made of roles of another application',
    file: 'role-group-changes.ts',
    find: `  demandRoles(world, applicationId, roleIds);\n`,
    replace: '',
    caughtBy: 'role-changes.test.ts',
  },
  {
    says: 'what leaves a role group stays with those who had it',
    file: 'role-group-changes.ts',
    find: '  if (narrows(group.roleIds, roleIds)) trimToCeiling(deed, group.applicationId, event);\n',
    replace: '',
    caughtBy: 'role-changes.test.ts',
  },
  {
    says: 'a deleted role group stays exposed',
    file: 'role-group-changes.ts',
    find: 'const exposedRoleGroupIds = others(onboarding.exposedRoleGroupIds);',
    replace: 'const { exposedRoleGroupIds } = onboarding;',
    caughtBy: 'role-changes.test.ts',
  },
  {
    says: 'a connection goes on giving a role that was deleted',
    file: 'role-changes.ts',
    find: '  takeFromConnections(deed, roleId, causedBy);\n',
    replace: '',
  },
  {
    says: 'the catalogue is worked out once for ever',
    file: 'access.ts',
    find: '  world.roleGroups.watch(() => known.clear());\n',
    replace: '',
    caughtBy: 'role-changes.test.ts',
  },
  {
    says: 'an application that is disabled goes on refreshing tokens',
    file: 'application-changes.ts',
    find: `    revokeTokens(world, { applicationId });
  }`,
    replace: '  }',
  },
  {
    says: 'a connection for a deleted application stays',
    file: 'application-changes.ts',
    find: '  deleteConnections(deed, applicationId, causedBy);\n',
    replace: '',
  },
  {
    says: 'tokens carry an organization role that is gone',
    file: 'member-changes.ts',
    find: `  revokeTokens(deed.world, member, 'memberRolesUpdated');\n`,
    replace: '',
    caughtBy: 'organization-role-changes.test.ts',
  },
  {
    says: 'members keep a role that is gone',
    file: 'organization-role-changes.ts',
    find: '      writeOrganizationRoles(deed, member, left, causedBy);\n',
    replace: '',
  },

  {
    says: 'to look at an impact ends refresh tokens',
    file: 'revocation.ts',
    find: `    world.journal.note(() => {
      family.revoked = false;
    });\n`,
    replace: '',
    caughtBy: 'access-changes.test.ts',
  },
  {
    says: 'tokens of other organizations end along',
    file: 'revocation.ts',
    find: `      (whose.organizationId === undefined || whose.organizationId === organizationId) &&\n`,
    replace: '',
    caughtBy: 'access-changes.test.ts',
  },
  {
    says: 'an application that does not revoke for a reason does so all the same',
    file: 'revocation.ts',
    find: `    if (reason && application && !revokesTokens(application, reason)) continue;\n`,
    replace: '',
    caughtBy: 'access-changes.test.ts',
  },
  {
    says: 'whoever comes back after a removal has the version of a newcomer',
    file: 'versions.ts',
    find: 'world.versions.set(JSON.stringify([noun, ...ids]), version);',
    replace: 'world.versions.delete(JSON.stringify([noun, ...ids]));',
  },
]);
