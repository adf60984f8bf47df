import { faultsIn, type Fault } from '../fault.ts';

const rules = faultsIn('packages/domain/src', [
  {
    says: 'people come in through a connection that is not in force',
    file: 'federated-sign-in.ts',
    find: `if (connection?.status !== 'active') return 'no_access';`,
    replace: `if (!connection) return 'no_access';`,
  },
  {
    says: 'people come into a suspended organization through its provider',
    file: 'federated-sign-in.ts',
    find: `  if (organization.status !== 'active') return 'organization_suspended';\n`,
    replace: '',
  },
  {
    says: 'people come through a provider whose certificate has run out',
    file: 'federated-sign-in.ts',
    find: `certificateExpiresAt !== undefined && certificateExpiresAt <= now`,
    replace: `certificateExpiresAt !== undefined && certificateExpiresAt < now`,
  },
  {
    says: 'a provider speaks as another issuer',
    file: 'federated-sign-in.ts',
    find: `return connection?.issuer === issuer ? undefined : 'forbidden';`,
    replace: `return connection ? undefined : 'forbidden';`,
  },
  {
    says: 'a name that one organization linked opens the account to another',
    file: 'federated-sign-in.ts',
    find: `  if (organizationId !== connection?.organizationId) return 'already_exists';\n`,
    replace: '',
  },
  {
    says: 'a provider lets somebody in as an administrator of the tenant',
    file: 'federated-sign-in.ts',
    find: `  if (user.platformAdministrator) return 'forbidden';\n`,
    replace: '',
  },
  {
    says: 'an administrator of the tenant is linked to a provider',
    file: 'identities.ts',
    find: `  if (user.platformAdministrator) return 'forbidden';\n`,
    replace: '',
  },
  {
    says: 'a provider vouches for a domain that is only claimed',
    file: 'identities.ts',
    find: 'one.name === name && isOwned(one),',
    replace: 'one.name === name,',
  },
  {
    says: 'a provider vouches for a domain of another organization',
    file: 'identities.ts',
    find: 'one.organizationId === organizationId && one.name === name',
    replace: 'one.name === name',
  },
  {
    says: 'an address counts as proved when the provider writes so in letters',
    file: 'identities.ts',
    find: `said['email_verified'] === true`,
    replace: `Boolean(said['email_verified'])`,
  },
  {
    says: 'an account that somebody made with another’s address is linked to that other',
    file: 'identities.ts',
    find: `  if (!user.emailVerified && used) return 'email_unverified';\n`,
    replace: '',
  },
  {
    says: 'whoever gets an address next gets the account of whoever had it',
    file: 'identities.ts',
    find: `  if (namedAlready) return 'already_exists';\n`,
    replace: '',
  },
  {
    says: 'names at a provider are told apart without regard to capital letters',
    file: 'identities.ts',
    find: 'return JSON.stringify([issuer, subject]);',
    replace: 'return JSON.stringify([issuer, subject.toLowerCase()]);',
  },
  {
    says: 'people become members by coming where the connection does not say so',
    file: 'federated-sign-in.ts',
    find: `  if (!connection?.jit) return 'no_access';\n`,
    replace: `  if (!connection) return 'no_access';\n`,
  },
  {
    says: 'suspended members come in through the provider',
    file: 'federated-sign-in.ts',
    find: `return organization ? standingBlocker(member, organization, now) : 'no_access';`,
    replace: `return organization && member && now >= 0 ? undefined : 'no_access';`,
  },
  {
    says: 'roles of groups stay when the group is gone',
    file: 'federated-sign-in.ts',
    find: `source !== 'idp-group' || mapped.has(roleId)`,
    replace: `source !== 'idp-group' || mapped.has(roleId) || ceiling.has(roleId)`,
  },
  {
    says: 'a provider gives roles that the organization has not to give',
    file: 'federated-sign-in.ts',
    find: 'roleIds.filter((roleId) => ceiling.has(roleId));',
    replace: 'ceiling.size >= 0 ? roleIds : [];',
  },
  {
    says: 'a password opens an application for which the organization demands its provider',
    file: 'sign-in.ts',
    find: `return named ? undefined : 'sso_required';`,
    replace: `return named || methods.includes('pwd') ? undefined : 'sso_required';`,
  },
  {
    says: 'the word of a provider counts as what people prove themselves',
    file: 'sign-in.ts',
    find: `const own = methods.filter((method) => method !== 'fed');`,
    replace: 'const own = methods;',
  },
  {
    says: 'an organization that speaks for somebody changes what is theirs',
    file: 'sign-in.ts',
    find: `return isOwnProof(proof) ? undefined : 'step_up_required';`,
    replace: `return proof.methods.length > 0 ? undefined : 'step_up_required';`,
  },
]);

const server = faultsIn('mock-server/src', [
  {
    says: 'sessions through a connection outlive it',
    file: 'directory/connection-changes.ts',
    find: `  const event = note(deed, connection, 'connection.disable', {}, causedBy);
  endSessionsThrough(deed.world, connection);`,
    replace: `  const event = note(deed, connection, 'connection.disable', {}, causedBy);`,
    caughtBy: 'directory/federated-sign-in.test.ts',
  },
  {
    says: 'links outlive the connection through which they were made',
    file: 'directory/connection-changes.ts',
    find: '  unlink(deed, (one) => one.connectionId === connectionId, root);\n',
    replace: '',
    caughtBy: 'directory/federated-sign-in.test.ts',
  },
  {
    says: 'links outlive the membership',
    file: 'directory/member-changes.ts',
    find: '    (one) => one.userId === userId && one.organizationId === organizationId,\n',
    replace: '    (one) => one.userId === userId && one.organizationId === userId,\n',
    caughtBy: 'directory/federated-sign-in.test.ts',
  },
  {
    says: 'whoever is refused at the end of a sign-in leaves no trace',
    file: 'directory/federated-sign-in.ts',
    find: '    noteRefusal(world, arriving, decision);\n',
    replace: '',
  },
  {
    says: 'a code does not ask how the person proved who they are',
    file: 'oidc/standing.ts',
    find: '  if (proof && proofBlocker(proof, place)) return undefined;\n',
    replace: '',
    caughtBy: 'federation/return.test.ts',
  },
  {
    says: 'an answer of a provider is good twice',
    file: 'federation/return.ts',
    find: '  transaction.stage = rest;\n',
    replace: '',
    caughtBy: 'federation/oidc-answer.test.ts',
  },
  {
    says: 'another browser brings the answer of a provider',
    file: 'federation/departure.ts',
    find: 'return readCookie(request, cookieName(transactionId)) === binding;',
    replace: 'return binding !== readCookie(request, transactionId);',
    caughtBy: 'federation/oidc-answer.test.ts',
  },
  {
    says: 'the answer of one connection is taken at the address of another',
    file: 'federation/return.ts',
    find: '  if (stage.passage.connectionId !== connectionId) return undefined;\n',
    replace: '',
    caughtBy: 'federation/oidc-answer.test.ts',
  },
  {
    says: 'a token of a provider is read without a look at its signature',
    file: 'federation/oidc-answer.ts',
    find: '  await oauth.validateApplicationLevelSignature(server, response, through);\n',
    replace: '',
  },
  {
    says: 'a token of a provider is good for any sign-in',
    file: 'federation/oidc-answer.ts',
    find: '    expectedNonce: nonce,\n',
    replace: '    expectedNonce: nonce === "" ? nonce : oauth.expectNoNonce,\n',
  },
  {
    says: 'an assertion for another audience is believed',
    file: 'federation/saml-answer.ts',
    find: 'audiences[0] === entityIdOf(world, connection.connectionId) &&',
    replace: 'audiences[0] !== undefined &&',
  },
  {
    says: 'an assertion for another recipient is believed',
    file: 'federation/saml-answer.ts',
    find: '    confirmation.recipient === here &&\n',
    replace: '',
  },
  {
    says: 'an assertion that nobody asked for is believed',
    file: 'federation/saml-answer.ts',
    find: '    confirmation.inResponseTo === requestId &&\n    response.inResponseTo === requestId &&\n',
    replace: '    requestId !== response.destination &&\n',
  },
  {
    says: 'an assertion is believed twice',
    file: 'federation/saml-answer.ts',
    find: '  if (usedAssertions.has(key)) return undefined;\n',
    replace: '',
  },
  {
    says: 'an assertion is believed after its time',
    file: 'federation/saml-answer.ts',
    find: '    now < (confirmation.notOnOrAfter ?? 0) + tolerance &&\n    now < (notOnOrAfter ?? 0) + tolerance &&\n',
    replace: '    (notOnOrAfter ?? 0) > 0 &&\n',
  },
  {
    says: 'an answer by SAML declares what it likes',
    file: 'saml/node.ts',
    find: `    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new TypeError('A document type is declared.');\n`,
    replace: '',
    caughtBy: 'federation/saml-answer.test.ts',
  },
  {
    says: 'a sign-in comes back as another person than the one who went',
    file: 'federation/return.ts',
    find: 'present: there && isOwnProof(there) ? there.userId : undefined,',
    replace: 'present: there && isOwnProof(there) ? undefined : undefined,',
  },
  {
    says: 'who was vouched for by one organization learns of the others',
    file: 'handlers/organizations.ts',
    find: 'methods.length > 0 && !isOwnProof({ methods }) ? actingFor : undefined;',
    replace: 'methods.length > 99 ? actingFor : undefined;',
    caughtBy: 'federation/return.test.ts',
  },
]);

/** What could go wrong where organizations' own identity providers speak for their people. */
export const federationFaults: readonly Fault[] = [...rules, ...server];
