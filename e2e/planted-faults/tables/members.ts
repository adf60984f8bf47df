import { faultsIn, type Fault } from '../fault.ts';

/** What could go wrong with members, what they have, and the people they are. */
export const memberFaults: readonly Fault[] = faultsIn('mock-server/src/directory', [
  {
    says: 'other roles in an application leave the refresh tokens as they are',
    file: 'access-changes.ts',
    find: `  revokeTokens(world, { userId, organizationId, applicationId }, 'memberRolesUpdated');\n`,
    replace: '',
  },
  {
    says: 'withdrawn access ends refresh tokens only where the application says so',
    file: 'access-changes.ts',
    find: 'revokeTokens(deed.world, { userId, organizationId, applicationId });',
    replace: `revokeTokens(deed.world, { userId, organizationId, applicationId }, 'memberRolesUpdated');`,
  },
  {
    says: 'the version of a grant is not counted',
    file: 'access-changes.ts',
    find: `  countWrite(world, 'grant', organizationId, userId, applicationId);\n`,
    replace: '',
  },
  {
    says: 'a new grant takes those of other applications away',
    file: 'access-changes.ts',
    find: 'const next = grant ? [...others, grant] : others;',
    replace: 'const next = grant ? [grant] : others;',
  },
  {
    says: 'a suspension is told twice',
    file: 'member-changes.ts',
    find: `  record(deed, about(member, 'member.suspend'));`,
    replace: `  record(deed, about(member, 'member.suspend'));
  record(deed, about(member, 'member.suspend'));`,
  },
  {
    says: 'a reactivation is not told',
    file: 'member-changes.ts',
    find: `  record(deed, about(member, 'member.reactivate'));\n`,
    replace: '',
  },
  {
    says: 'the keys of a member who is removed stay',
    file: 'member-changes.ts',
    find: '  revokeApiKeysOf(deed, member, cause ?? event);\n',
    replace: '',
  },
  {
    says: 'whoever comes back has their grants again',
    file: 'member-changes.ts',
    find: '    dropGrant(deed, member, applicationId, cause ?? event);\n',
    replace: '',
  },
  {
    says: 'whoever comes back has a version that somebody still looks at',
    file: 'member-changes.ts',
    find: `  rememberVersion(world, 'member', member.version + 1, organizationId, userId);\n`,
    replace: '',
  },
  {
    says: 'the invitation of a pending member who is removed stays open',
    file: 'member-changes.ts',
    find: `  if (member.status === 'pending') endWaiting(deed, member, cause ?? event);\n`,
    replace: '',
  },
  {
    says: 'the grants that go with a member are deeds of their own in the audit log',
    file: 'member-changes.ts',
    find: 'dropGrant(deed, member, applicationId, cause ?? event)',
    replace: 'dropGrant(deed, member, applicationId)',
  },
  {
    says: 'the version of a member is not counted',
    file: 'member-changes.ts',
    find: '{ ...member, version: version + 1 }',
    replace: '{ ...member, version }',
  },
  {
    says: 'a member who is removed keeps refreshing',
    file: 'member-changes.ts',
    find: '  revokeTokens(world, member);\n',
    replace: '',
  },
  {
    says: 'the sessions of a member end in their other organizations too',
    file: 'member-changes.ts',
    find: 'revokeTokens(world, { userId, organizationId });',
    replace: 'revokeTokens(world, { userId });',
    caughtBy: 'sessions.test.ts',
  },
  {
    says: 'a disabled person counts as the administrator who stays',
    file: 'member-facts.ts',
    find: `isActiveMember(member, world.now()) &&
    world.users.get(member.userId)?.status === 'active'`,
    replace: 'isActiveMember(member, world.now())',
    caughtBy: 'user-changes.test.ts',
  },
  {
    says: 'an administrator whose time is limited counts as one who stays',
    file: 'member-facts.ts',
    find: '    member.expiresAt === undefined &&\n',
    replace: '',
    caughtBy: 'member-changes.test.ts',
  },
  {
    says: 'who was an administrator once is still taken for one',
    file: 'administrators.ts',
    find: '} else administrators.delete(userId);',
    replace: '}',
  },
  {
    says: 'a parent sees what a member has of applications it does not manage',
    file: 'members.ts',
    find: `  const seen = access.filter(({ application }) =>
    reachesApplication(place.reach, application.applicationId),
  );`,
    replace: '  const seen = access;',
  },
  {
    says: 'a parent learns by a filter who has an application it does not manage',
    file: 'members.ts',
    find: '  if (!reachesApplication(place.reach, applicationId)) return false;\n',
    replace: '',
  },
  {
    says: 'one caller gets the list that another was answered',
    file: 'members.ts',
    find: `    { ...actor, permissions: oneWord(actor.permissions) },\n`,
    replace: '',
    caughtBy: 'remembered.test.ts',
  },
  {
    says: 'a list in which something ends by itself is remembered',
    file: 'members.ts',
    find: 'const timeless = !judgesGrants && !people.some(({ member }) => endsByItself(world, member));',
    replace: 'const timeless = !judgesGrants;',
    caughtBy: 'remembered.test.ts',
  },
  {
    says: 'a new member gets default roles beyond what the parent reaches',
    file: 'default-grants.ts',
    find: '    if (reach && !reachesApplication(reach, applicationId)) continue;\n',
    replace: '',
  },
  {
    says: 'grants that have ended take seats',
    file: 'seats.ts',
    find: 'some.filter((grant) => isGrantInForce(grant, world.now()))',
    replace: 'some',
  },
  {
    says: 'a seat that was given back stays taken',
    file: 'seats.ts',
    find: `    for (const applicationId of applicationsIn(counted.get(userId)))
      add(lasting, applicationId, -1);\n`,
    replace: '',
  },

  {
    says: 'another address counts as proved',
    file: 'user-changes.ts',
    find: 'const emailVerified = user.emailVerified && !moves;',
    replace: 'const emailVerified = user.emailVerified;',
  },
  {
    says: 'a link to set a password outlives the address that it was sent to',
    file: 'user-changes.ts',
    find: `    dropSecretsOf(world, 'passwordReset', userId);
    world.userIdsByEmail`,
    replace: '    world.userIdsByEmail',
  },
  {
    says: 'the former address of a person still signs in',
    file: 'user-changes.ts',
    find: `    world.userIdsByEmail.delete(canonicalEmail(user.email));\n`,
    replace: '',
  },
  {
    says: 'invitations to a former address stay open',
    file: 'user-changes.ts',
    find: `    endInvitationsTo(deed, user, causedBy);
    dropSecretsOf`,
    replace: '    dropSecretsOf',
  },
  {
    says: 'a disabled person stays signed in',
    file: 'user-changes.ts',
    find: '  endSessionsOf(deed.world, user.userId);\n',
    replace: '',
  },
  {
    says: 'a reset password leaves the browser signed in',
    file: 'user-changes.ts',
    find: '  forgetSessionsOf(world, userId);\n',
    replace: '',
  },
  {
    says: 'two links set the same password',
    file: 'user-changes.ts',
    find: `  revokeTokens(world, { userId }, 'passwordReset');
  dropSecretsOf(world, 'passwordReset', userId);`,
    replace: `  revokeTokens(world, { userId }, 'passwordReset');`,
  },
  {
    says: 'the password of a deleted person is kept',
    file: 'user-changes.ts',
    find: `  world.passwords.delete(userId);
  forgetFactorsOf(world, userId);
  world.userIdsByEmail`,
    replace: `  forgetFactorsOf(world, userId);
  world.userIdsByEmail`,
  },
  {
    says: 'the factors of a deleted person are kept',
    file: 'user-changes.ts',
    find: `  forgetFactorsOf(world, userId);
  world.userIdsByEmail`,
    replace: '  world.userIdsByEmail',
  },
]);
