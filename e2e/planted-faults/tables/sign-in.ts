import { faultsIn, type Fault } from '../fault.ts';

/** What could go wrong where people sign in and tokens are given. */
export const signInFaults: readonly Fault[] = faultsIn('mock-server/src', [
  {
    says: 'a disabled person refreshes their tokens',
    file: 'oidc/standing.ts',
    find: `if (user?.status !== 'active' || !client) return undefined;`,
    replace: 'if (!user || !client) return undefined;',
  },
  {
    says: 'a token is refreshed without a look at what gives entry',
    file: 'oidc/standing.ts',
    find: 'if (acting?.access.entry !== true) return undefined;',
    replace: 'if (!acting) return undefined;',
  },
  {
    says: 'people enter a disabled application for themselves',
    file: 'oidc/standing.ts',
    find: 'isActiveApplication(application) && admitsPersonalAccounts(application)',
    replace: 'admitsPersonalAccounts(application)',
  },
  {
    says: 'a refresh token that is used twice ends nothing but itself',
    file: 'oidc/token.ts',
    find: 'if (presented !== family.current) revokeLineage(world, family);',
    replace: 'if (presented !== family.current) throw refusedToken();',
  },
  {
    says: 'a code that is used twice leaves what it gave',
    file: 'oidc/token.ts',
    find: '    revokeLineage(world, families.get(code.familyId));\n',
    replace: '',
  },
  {
    says: 'a refresh token works at another client',
    file: 'oidc/token.ts',
    find: 'if (!family || family.entry.clientId !== client.clientId) throw refusedToken();',
    replace: 'if (!family) throw refusedToken();',
  },
  {
    says: 'a code works at another client',
    file: 'oidc/token.ts',
    find: '    code.entry.clientId !== client.clientId ||\n',
    replace: '',
  },
  {
    says: 'a code works at another address',
    file: 'oidc/token.ts',
    find: `    code.redirectUri !== redirectUri ||\n`,
    replace: '',
  },
  {
    says: 'a code works without its verifier',
    file: 'oidc/token.ts',
    find: '    code.codeChallenge !== challenge ||\n',
    replace: '',
  },
  {
    says: 'a code is good in the millisecond at which it ends',
    file: 'oidc/token.ts',
    find: 'world.now() >= code.expiresAt ||',
    replace: 'world.now() > code.expiresAt ||',
  },
  {
    says: 'a code outlives the session that gave it',
    file: 'oidc/token.ts',
    find: '    !sessionNamed(world, code.entry.sid) ||\n',
    replace: '',
  },
  {
    says: 'a refresh asks for more than was given',
    file: 'oidc/token.ts',
    find: `!scope.every((word) => given.includes(word)) || `,
    replace: '',
  },
  {
    says: 'a switch of organization looks at the former one',
    file: 'oidc/token.ts',
    find: `  const entry = { ...family.entry, organizationId };
  const standing = standingOf(world, entry);`,
    replace: `  const entry = { ...family.entry, organizationId };
  const standing = standingOf(world, family.entry);`,
  },
  {
    says: 'a switch of organization begins the thirty days anew',
    file: 'oidc/families.ts',
    find: 'source?.expiresAt ?? world.now() + life',
    replace: 'world.now() + life',
    caughtBy: 'oidc/token.test.ts',
  },
  {
    says: 'what came from a switch outlives a revocation',
    file: 'oidc/families.ts',
    find: 'rootId: source?.rootId ?? familyId,',
    replace: 'rootId: familyId,',
    caughtBy: 'oidc/token.test.ts',
  },
  {
    says: 'a refresh token without offline access outlives the session',
    file: 'oidc/families.ts',
    find: 'return !revoked && world.now() < expiresAt && Boolean(lasts);',
    replace: 'return !revoked && world.now() < expiresAt && (Boolean(lasts) || true);',
    caughtBy: 'oidc/token.test.ts',
  },
  {
    says: 'the former refresh token stays the current one',
    file: 'oidc/families.ts',
    find: `  family.current = newSecret();
  world.authorization.refreshTokens.set(family.current, family.familyId);
}`,
    replace: `  world.authorization.refreshTokens.set(newSecret(), family.familyId);
}`,
    caughtBy: 'oidc/token.test.ts',
  },
  {
    says: 'a client ends the tokens of another one',
    file: 'oidc/revoke.ts',
    find: 'if (family?.entry.clientId === client.clientId) revokeLineage(world, family);',
    replace: 'if (family) revokeLineage(world, family);',
    caughtBy: 'oidc/token.test.ts',
  },
  {
    says: 'an access token that was seen once never ends',
    file: 'oidc/access-token.ts',
    find: 'if (before) return seconds(now) < before.claims.exp ? before.claims : undefined;',
    replace: 'if (before) return before.claims;',
  },
  {
    says: 'UserInfo tells about somebody who may not enter any more',
    file: 'oidc/userinfo.ts',
    find: 'if (!claims || !standing) {',
    replace: 'if (!claims) {',
    caughtBy: 'oidc/standing.test.ts',
  },
  {
    says: 'tokens carry the names of roles that people read, not those that programs do',
    file: 'oidc/claims.ts',
    find: 'access.roles.map((role) => role.key)',
    replace: 'access.roles.map((role) => role.name)',
    caughtBy: 'oidc/token.test.ts',
  },
  {
    says: 'a session is old enough one moment too late',
    file: 'oidc/authorize.ts',
    find: 'age >= maxAge * 1000',
    replace: 'age > maxAge * 1000',
  },
  {
    says: 'another person than the one who is meant goes through',
    file: 'oidc/authorize.ts',
    find: 'return subject === undefined || subject === session.userId ? session : undefined;',
    replace: 'return session;',
  },
  {
    says: 'whoever knows the name of a session has it',
    file: 'login/sessions.ts',
    find: 'return session?.secret === secret ? session : undefined;',
    replace: 'return session;',
  },
  {
    says: 'a session keeps its cookie when the person proves themselves anew',
    file: 'login/sessions.ts',
    find: '    secret: newSecret(),\n',
    replace: '    secret: previous?.secret ?? newSecret(),\n',
  },
  {
    says: 'what another person signed in to in this browser stays',
    file: 'login/sessions.ts',
    find: '  if (previous) endSession(world, previous.sid);\n',
    replace: '',
  },
  {
    says: 'an address without an account is answered faster',
    file: 'login/password.ts',
    find: '  const { salt, iterations, hash } = record ?? decoy;\n',
    replace:
      '  if (!record) return false;\n  const { salt, iterations, hash } = record ?? decoy;\n',
    caughtBy: 'login/steps.test.ts',
  },
  {
    says: 'a password that was reset meanwhile still lets in',
    file: 'login/password.ts',
    find: `const stands = record !== undefined && world.passwords.get(userId ?? '') === record;`,
    replace: 'const stands = record !== undefined;',
    caughtBy: 'login/steps.test.ts',
  },
  {
    says: 'somebody who is disabled while the password is looked at gets in',
    file: 'login/steps.ts',
    find: `if (!good || userId === undefined || world.users.get(userId)?.status !== 'active') {`,
    replace: 'if (!good || userId === undefined) {',
  },
  {
    says: 'a sign-in that has moved on is moved again by an answer that came late',
    file: 'login/steps.ts',
    find: '  if (transaction.stage !== stage) return undefined;\n',
    replace: '',
  },
  {
    says: 'an organization is chosen that was not offered',
    file: 'login/steps.ts',
    find: 'if (entries.some((choice) => choice.organizationId === organizationId)) {',
    replace: 'if (entries.length > 0) {',
  },
  {
    says: 'another spelling of an address has tries of its own',
    file: 'login/tries.ts',
    find: 'tries: world.authorization.failedTries, key: canonicalEmail(identifier)',
    replace: 'tries: world.authorization.failedTries, key: identifier',
    caughtBy: 'login/steps.test.ts',
  },
  {
    says: 'wrong passwords of an address lock the second factor of a person who is called so',
    file: 'login/tries.ts',
    find: 'tries: world.authorization.failedFactors, key: userId',
    replace: 'tries: world.authorization.failedTries, key: userId',
    caughtBy: 'login/second-factor.test.ts',
  },
  {
    says: 'a link that is opened in another browser lets a device in',
    file: 'login/elsewhere.ts',
    find: "  if (!('redirectUri' in request)) {",
    replace:
      "  if (!('redirectUri' in request)) return false;\n  if (!('redirectUri' in request)) {",
    caughtBy: 'login/mailbox-proof.test.ts',
  },
  {
    says: 'a sign-in that was begun in another browser gets a code in this one',
    file: 'login/steps.ts',
    find: ' || leaveElsewhere(world, transaction)',
    replace: '',
    caughtBy: 'login/mailbox-proof.test.ts',
  },
  {
    says: 'a passkey is kept of a session that has ended',
    file: 'login/passkeys.ts',
    find: ' || !stands(world, session)',
    replace: '',
    caughtBy: 'login/passkeys.test.ts',
  },
  {
    says: 'a copied passkey leaves its place to a factor of whoever has the password',
    file: 'login/factors.ts',
    find: ' || [...world.passkeys.values()].some(isOwn)',
    replace: '',
    caughtBy: 'login/passkeys.test.ts',
  },
  {
    says: 'a second factor of another day stands in new tokens',
    file: 'oidc/codes.ts',
    find: 'const factor = countingFactor(world, request, session, beganAt);',
    replace: 'const { factor } = session;',
    caughtBy: 'login/second-factor.test.ts',
  },
  {
    says: 'a try counts only once the password has been looked at',
    file: 'login/steps.ts',
    find: `  countTry(world, identifier);
  const user = userByEmail(world, identifier);
  const userId = user?.status === 'active' ? user.userId : undefined;
  const good = await verifyPassword(world, userId, password);`,
    replace: `  const user = userByEmail(world, identifier);
  const userId = user?.status === 'active' ? user.userId : undefined;
  const good = await verifyPassword(world, userId, password);
  countTry(world, identifier);`,
  },
  {
    says: 'another site moves a sign-in',
    file: 'login/endpoints.ts',
    find: `    const request = context.req.raw;
    demandSameOrigin(world, request);
    const action = await actionOf(request);`,
    replace: `    const request = context.req.raw;
    const action = await actionOf(request);`,
    caughtBy: 'login/steps.test.ts',
  },
]);
