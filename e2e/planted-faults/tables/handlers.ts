import { faultsIn, type Fault } from '../fault.ts';

/** What could go wrong on the way from a request to the directory. */
export const handlerFaults: readonly Fault[] = faultsIn('mock-server/src/handlers', [
  {
    says: 'a suspended member goes on acting until the token ends',
    file: 'caller.ts',
    find: '  if (actingFor) demandStanding(world, actingFor);\n',
    replace: '',
    caughtBy: '../directory/members.test.ts',
  },
  {
    says: 'a disabled person goes on acting until the token ends',
    file: 'caller.ts',
    find: `if (!claims || !client || user?.status !== 'active')`,
    replace: `if (!claims || !client || !user)`,
    caughtBy: '../directory/invitation-changes.test.ts',
  },
  {
    says: 'a platform administrator is one at every client',
    file: 'caller.ts',
    find: 'const platform = portal && user.platformAdministrator;',
    replace: 'const platform = user.platformAdministrator;',
    caughtBy: '../directory/application-changes.test.ts',
  },
  {
    says: 'a key that may do nothing any more still opens the door',
    file: 'caller.ts',
    find: `  if (permissions.size === 0) throw new Refusal('unauthenticated');\n`,
    replace: '',
    caughtBy: '../directory/api-keys.test.ts',
  },
  {
    says: 'a key outlives the standing of its maker as a person',
    file: 'caller.ts',
    find: `if (!key || user?.status !== 'active')`,
    replace: `if (!key || !user)`,
    caughtBy: '../directory/api-keys.test.ts',
  },
  {
    says: 'what exists and is out of reach is forbidden instead of not found',
    file: 'caller.ts',
    find: `if (!organization || stands.kind === 'none') throw new Refusal('not_found');`,
    replace: `if (!organization) throw new Refusal('not_found');
  if (stands.kind === 'none') throw new Refusal('forbidden');`,
  },
  {
    says: 'two people at one member: the second overwrites what they did not see',
    file: 'members.ts',
    find: `'member.update', userId);
      expectVersion(member.version);`,
    replace: `'member.update', userId);`,
    caughtBy: '../directory/member-changes.test.ts',
  },
  {
    says: 'an application is deleted though it was changed since it was looked at',
    file: 'applications.ts',
    find: `    write((deed) => {
      expectVersion(versionOf(world, 'application', application.applicationId));
      doConfirmed(`,
    replace: `    write((deed) => {
      doConfirmed(`,
    caughtBy: 'sweeps.test.ts',
  },
  {
    says: 'a domain is removed whatever ends with it',
    file: 'domains.ts',
    find: 'doConfirmed(deed, query.impact, () => removeDomain(deed, domain));',
    replace: 'removeDomain(deed, domain);',
    caughtBy: '../directory/domain-changes.test.ts',
  },
  {
    says: 'in a bulk, the last administrator goes',
    file: 'members.ts',
    find: '(deed, userId) => run(deed, allowed(world, scope, action, userId))',
    replace:
      '(deed, userId) => run(deed, memberOf(world, scope.organization.organizationId, userId))',
  },
  {
    says: 'in a bulk, access is taken from somebody above',
    file: 'access.ts',
    find: 'const member = allowed(world, scope, action, userId, applicationId);',
    replace: `const member =
          action === 'access.withdraw'
            ? memberOf(world, organization.organizationId, userId)
            : allowed(world, scope, action, userId, applicationId);`,
    caughtBy: 'sweeps.test.ts',
  },
  {
    says: 'access is given within the organization that is reached, whatever the application',
    file: 'access.ts',
    find: `demand(decide(actor, action, { ...place, applicationId }, facts));`,
    replace: `demand(decide(actor, action, place, facts));`,
    caughtBy: '../directory/access-changes.test.ts',
  },
  {
    says: 'the wrong action is asked: every member lists the keys',
    file: 'api-keys.ts',
    find: `path('organizationId'), 'apiKeys.list')`,
    replace: `path('organizationId'), 'organization.read')`,
    caughtBy: '../directory/api-keys.test.ts',
  },
  {
    says: 'the wrong action is asked: whoever reads the audit log may as well be anybody',
    file: 'audit.ts',
    find: `path('organizationId'), 'audit.list')`,
    replace: `path('organizationId'), 'organization.read')`,
    caughtBy: '../directory/access-changes.test.ts',
  },
  {
    says: 'the wrong action is asked: a creator exposes role groups by reading them',
    file: 'managed-organizations.ts',
    find: `    const { organization, applicationId } = share(call, 'managedOrganization.expose');
    write(`,
    replace: `    const { organization, applicationId } = share(call, 'managedOrganizations.list');
    write(`,
    caughtBy: 'sweeps.test.ts',
  },
  {
    says: 'a key makes itself a key',
    file: 'api-keys.ts',
    find: '    refuse(personalBlocker(caller.by));\n',
    replace: '',
    caughtBy: '../directory/api-keys.test.ts',
  },
  {
    says: 'a role of another application is changed through this one',
    file: 'roles.ts',
    find: `const { roles } = catalogueOf(world, path('applicationId'));
  return found(roles.find(`,
    replace: `const roles = [...world.roles.values()];
  return found(roles.find(`,
    caughtBy: '../directory/audit.test.ts',
  },
  {
    says: 'a session of somebody else is ended by its name',
    file: 'sessions.ts',
    find: `const { userId } = caller.user;
    const { sid } = found(signInsOf(world, userId).find((one) => one.sid === path('sessionId')));`,
    replace: `const sid = path('sessionId');`,
    caughtBy: '../directory/sessions.test.ts',
  },
  {
    says: 'a domain is verified by somebody who lost the right while it was looked up',
    file: 'domains.ts',
    find: `reach(world, await callerNow(), organizationId, 'domain.verify')`,
    replace: `reach(world, caller, organizationId, 'domain.verify')`,
    caughtBy: '../directory/domain-changes.test.ts',
  },
  {
    says: 'a test counts for somebody who lost the right while it ran',
    file: 'connections.ts',
    find: `reach(world, await callerNow(), organizationId, 'connection.test')`,
    replace: `reach(world, caller, organizationId, 'connection.test')`,
    caughtBy: '../directory/connection-changes.test.ts',
  },
  {
    says: 'the right to make a key is looked at before the wait alone',
    file: 'api-keys.ts',
    find: `    const fresh = await freshSecret('tsk');
    const caller = await callerNow();
    const scope = reach(world, caller, path('organizationId'), 'apiKey.create');`,
    replace: `    const caller = await callerNow();
    const scope = reach(world, caller, path('organizationId'), 'apiKey.create');
    const fresh = await freshSecret('tsk');`,
    caughtBy: 'operations.test.ts',
  },
  {
    says: 'what a refused write has done so far stays done',
    file: 'operations.ts',
    find: 'world.journal.atomically(() => task(asking.deed)),',
    replace: 'task(asking.deed),',
    caughtBy: '../directory/managed-organization-changes.test.ts',
  },
  {
    says: 'what a refused row of a bulk has done so far stays done',
    file: 'operations.ts',
    find: 'world.journal.atomically(() => task(asking.deed, item));',
    replace: 'task(asking.deed, item);',
    caughtBy: '../directory/access-changes.test.ts',
  },
  {
    says: 'the same key with another body gives the former answer',
    file: 'operations.ts',
    find: '[operation, pathname, search, text, ',
    replace: '[operation, pathname, search, ',
    caughtBy: '../directory/invitation-changes.test.ts',
  },
  {
    says: 'two people with the same key get the same answer',
    file: 'operations.ts',
    find: `JSON.stringify([actor.userId, actor.organizationId ?? '', clientId, key])`,
    replace: `JSON.stringify([actor.organizationId ?? '', clientId, key])`,
    caughtBy: '../directory/member-changes.test.ts',
  },
  {
    says: 'a key for retries lives for a day and a millisecond',
    file: 'idempotency.ts',
    find: 'now < kept.at + life',
    replace: 'now <= kept.at + life',
  },
  {
    says: 'who was told to wait is told so again after the wait',
    file: 'idempotency.ts',
    find: ` || error.code === 'rate_limited'`,
    replace: '',
  },
  {
    says: 'a version from the future is good',
    file: 'operations.ts',
    find: 'if (Number(told) !== version)',
    replace: 'if (Number(told) < version)',
    caughtBy: '../directory/managed-organization-changes.test.ts',
  },
  {
    says: 'refused rows of a bulk leave no trace in the audit log',
    file: 'operations.ts',
    find: '          recordRefusal(asking.deed, { ...refused, target: targetOf(item) }, error.code);\n',
    replace: '',
    caughtBy: '../directory/member-changes.test.ts',
  },
  {
    says: 'refused reads fill the audit log',
    file: 'operations.ts',
    find: `if (error instanceof Refusal && route.action) {
        recordRefusal(asking.deed, refusedIn(asking.deed, route.action, context), error.code);`,
    replace: `if (error instanceof Refusal) {
        recordRefusal(asking.deed, refusedIn(asking.deed, operation, context), error.code);`,
    caughtBy: '../directory/api-keys.test.ts',
  },
]);
