import { faultsIn, type Fault } from '../fault.ts';

/** What could go wrong with invitations, domains, connections, keys and tokens. */
export const wayInFaults: readonly Fault[] = faultsIn('mock-server/src/directory', [
  {
    says: 'the link before stays good when another one is sent',
    file: 'invitation-changes.ts',
    find: `  dropSecrets(world, invitationId);
  world.secrets.set(`,
    replace: '  world.secrets.set(',
  },
  {
    says: 'the secret of a link is kept as it is',
    file: 'invitation-changes.ts',
    find: 'world.secrets.set(digest, {',
    replace: 'world.secrets.set(secret, {',
  },
  {
    says: 'a pending member outlives the invitation',
    file: 'invitation-changes.ts',
    find: `  if (member?.status === 'pending') removeMember(deed, member, { causedBy: causedBy ?? event });\n`,
    replace: '',
  },
  {
    says: 'everybody shares one limit of invitations',
    file: 'invitation-changes.ts',
    find: ` && details?.['by'] === actor.userId`,
    replace: '',
  },
  {
    says: 'the limit of invitations is not asked where they are sent again',
    file: 'invitation-changes.ts',
    find: '  demandInvitationRate(deed, invitation.email);\n',
    replace: '',
  },
  {
    says: 'a parent invites into applications that it does not manage',
    file: 'invitation-changes.ts',
    find: `const outside = reach.kind === 'managed' && !reach.applicationIds.has(applicationId);`,
    replace: 'const outside = false;',
  },
  {
    says: 'an administrator who has not joined yet counts as the first one',
    file: 'invitation-changes.ts',
    find: `      status === 'active' && organizationRoleIds.some(isAdministratorRole),`,
    replace: '      organizationRoleIds.some(isAdministratorRole),',
  },
  {
    says: 'to invite anew lets the version of the member stand',
    file: 'invitation-changes.ts',
    find: 'version: member ? member.version + 1 :',
    replace: 'version: member ? member.version :',
  },
  {
    says: 'an invitation stands though whoever sent it is disabled',
    file: 'inviter.ts',
    find: `if (user?.status !== 'active') return undefined;`,
    replace: 'if (!user) return undefined;',
    caughtBy: 'invitation-answers.test.ts',
  },
  {
    says: 'an invitation stands though whoever sent it is suspended',
    file: 'inviter.ts',
    find: '  if (standingBlocker(member, judged, world.now())) return undefined;\n',
    replace: '',
    caughtBy: 'invitation-answers.test.ts',
  },
  {
    says: 'the link of an accepted invitation stays',
    file: 'invitation-answers.ts',
    find: `  write(world, { ...invitation, status: 'accepted' });
  dropSecrets(world, invitationId);`,
    replace: `  write(world, { ...invitation, status: 'accepted' });`,
  },
  {
    says: 'accepting needs no seat',
    file: 'invitation-answers.ts',
    find: '[...ceilings].filter(([id]) => !isFull(seatsOf(world, organizationId, id)))',
    replace: '[...ceilings]',
  },
  {
    says: 'accepting gives the organization roles as they were promised',
    file: 'invitation-answers.ts',
    find: 'organizationRoleIds: left.organizationRoleIds,',
    replace: 'organizationRoleIds: invitation.organizationRoleIds,',
  },
  {
    says: 'who accepts gets the default roles of what they were promised too',
    file: 'invitation-answers.ts',
    find: 'except: new Set([...given, ...named]),',
    replace: 'except: new Set(given),',
  },

  {
    says: 'a revoked key leaves its secret',
    file: 'api-key-changes.ts',
    find: `  dropSecretsOf(world, 'apiKey', apiKeyId);\n`,
    replace: '',
    caughtBy: 'api-keys.test.ts',
  },
  {
    says: 'the secret of a key is kept as it is',
    file: 'api-key-changes.ts',
    find: `  { digest }: FreshSecret,\n): ApiKey {`,
    replace: `  { secret: digest }: FreshSecret,\n): ApiKey {`,
    caughtBy: 'api-keys.test.ts',
  },
  {
    says: 'the former secret of a rotated token stays good',
    file: 'directory-token-changes.ts',
    find: `  dropSecretsOf(world, 'directoryToken', directoryTokenId);
  world.secrets.set(`,
    replace: '  world.secrets.set(',
    caughtBy: 'directory-tokens.test.ts',
  },
  {
    says: 'the list of tokens goes on from a cursor of somebody else',
    file: 'directory-tokens.ts',
    find: `scope: ['directoryTokens', organizationId, seen.actor.userId],`,
    replace: `scope: ['directoryTokens', organizationId],`,
  },
  {
    says: 'the audit log goes on from a cursor of somebody else',
    file: 'audit.ts',
    find: `const scope = ['audit', organizationId, asker];`,
    replace: `const scope = ['audit', organizationId];`,
  },
  {
    says: 'a cursor is good for every list',
    file: 'paging.ts',
    find: 'JSON.stringify([text, scope])',
    replace: 'JSON.stringify([text])',
  },
  {
    says: 'a proof is taken that was begun before another one',
    file: 'domain-changes.ts',
    find: '  demandUnchanged(present.domain === attempt.domain && present.challenge === attempt.challenge);\n',
    replace: '',
  },
  {
    says: 'a proof is good in the millisecond at which it ends',
    file: 'domain-proofs.ts',
    find: 'challenge.expiresAt <= world.now()',
    replace: 'challenge.expiresAt < world.now()',
    caughtBy: 'domain-changes.test.ts',
  },
  {
    says: 'two organizations have verified one domain',
    file: 'domain-changes.ts',
    find: '  for (const other of others) fail(unnamed(deed), other, root);\n',
    replace: '',
  },
  {
    says: 'the token of a mailed proof is kept as it is',
    file: 'domain-changes.ts',
    find: 'beginAttempt(world, domain, secret.digest, address);',
    replace: 'beginAttempt(world, domain, secret.secret, address);',
  },
  {
    says: 'an organization without a domain still signs people in through its connection',
    file: 'domain-changes.ts',
    find: `  const root = note(deed, domain, 'domain.remove', { name });
  endUnownedConnections(deed, organizationId, root);`,
    replace: `  note(deed, domain, 'domain.remove', { name });`,
  },
  {
    says: 'another client secret needs no new test',
    file: 'connection-changes.ts',
    find: 'const tested = testedAt !== undefined && clientSecret === undefined;',
    replace: 'const tested = testedAt !== undefined;',
  },
  {
    says: 'a test of former settings counts',
    file: 'connection-changes.ts',
    find: `  if (connection !== tested) throw new Refusal('version_conflict');\n`,
    replace: '',
  },
  {
    says: 'the client secret outlives its connection',
    file: 'connection-changes.ts',
    find: '  deed.world.connectionSecrets.delete(connectionId);\n',
    replace: '',
  },
  {
    says: 'applications still name a connection that is out of force',
    file: 'connection-changes.ts',
    find: `  release(deed, connection, causedBy ?? event);\n`,
    replace: '',
  },
]);
