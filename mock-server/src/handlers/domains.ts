import type { domainRoutes } from '@tesserakit/contract';
import { canonicalDomain, decide, type ActionAbout, type Domain } from '@tesserakit/domain';
import {
  challengeDomain,
  claimDomain,
  recheckDomain,
  removeDomain,
  updateDomain,
  verifyDomain,
} from '../directory/domain-changes.ts';
import { attemptOf, isProved, isRecordThere } from '../directory/domain-proofs.ts';
import { domainView, listDomains } from '../directory/domains.ts';
import { doConfirmed } from '../directory/impact.ts';
import { isPublicDomain } from '../directory/public-domains.ts';
import { versionOf } from '../directory/versions.ts';
import { demand, found } from '../refusal.ts';
import { freshSecret } from '../secrets.ts';
import type { World } from '../world.ts';
import { reach, type Scope } from './caller.ts';
import type { Handlers } from './operations.ts';

const prefix = 'tsd';

function domainOf(world: World, { organization }: Scope, domainId: string): Domain {
  return found(world.domains.get(organization.organizationId)?.get(domainId));
}

/** A domain that the caller may do this to. */
function allowed(world: World, scope: Scope, action: ActionAbout<'domain'>, domainId: string) {
  const domain = domainOf(world, scope, domainId);
  demand(decide(scope.actor, action, scope.place, { domain }));
  return domain;
}

function versionOfDomain(world: World, { organizationId, domainId }: Domain): number {
  return versionOf(world, 'domain', organizationId, domainId);
}

export const domains: Handlers<keyof typeof domainRoutes> = {
  'domains.list': ({ world, caller, path, query }) =>
    listDomains(world, reach(world, caller, path('organizationId'), 'domains.list'), query),

  'domains.get': ({ world, caller, path }) => {
    const scope = reach(world, caller, path('organizationId'), 'domains.list');
    return domainView(world, scope, domainOf(world, scope, path('domainId')));
  },

  'domains.claim': async ({ world, callerNow, path, body, write }) => {
    const name = canonicalDomain(body.name);
    const isPublic = name !== undefined && (await isPublicDomain(name));
    const secret = await freshSecret(prefix);
    const scope = reach(world, await callerNow(), path('organizationId'), 'domain.claim');
    const { organizationId } = scope.organization;
    const claimed = { name, isPublic, proof: body.proof };
    const domain = write((deed) => claimDomain(deed, organizationId, claimed, secret));
    return domainView(world, scope, domain);
  },

  'domains.challenge': async ({ world, callerNow, path, body, write, expectVersion }) => {
    const secret = await freshSecret(prefix);
    const scope = reach(world, await callerNow(), path('organizationId'), 'domain.challenge');
    const next = write((deed) => {
      const domain = allowed(world, scope, 'domain.challenge', path('domainId'));
      expectVersion(versionOfDomain(world, domain));
      return challengeDomain(deed, domain, body, secret);
    });
    return domainView(world, scope, next);
  },

  'domains.verify': async ({ world, caller, callerNow, path, body, write, expectVersion }) => {
    const [organizationId, domainId] = [path('organizationId'), path('domainId')];
    const before = reach(world, caller, organizationId, 'domain.verify');
    const attempt = attemptOf(world, allowed(world, before, 'domain.verify', domainId));
    expectVersion(versionOfDomain(world, attempt.domain));
    const proved = await isProved(world, attempt, body.token);
    const scope = reach(world, await callerNow(), organizationId, 'domain.verify');
    const next = write((deed) => {
      const domain = allowed(world, scope, 'domain.verify', domainId);
      return verifyDomain(deed, domain, attempt, proved);
    });
    return domainView(world, scope, next);
  },

  'domains.recheck': async ({ world, caller, callerNow, path, write, expectVersion }) => {
    const [organizationId, domainId] = [path('organizationId'), path('domainId')];
    const before = reach(world, caller, organizationId, 'domain.recheck');
    const looked = allowed(world, before, 'domain.recheck', domainId);
    expectVersion(versionOfDomain(world, looked));
    const challenge = found(world.domainChallenges.get(domainId));
    const isThere = await isRecordThere(world, looked, challenge);
    const scope = reach(world, await callerNow(), organizationId, 'domain.recheck');
    const next = write((deed) => {
      const domain = allowed(world, scope, 'domain.recheck', domainId);
      return recheckDomain(deed, domain, looked, isThere);
    });
    return { found: isThere, domain: domainView(world, scope, next) };
  },

  'domains.update': ({ world, caller, path, body, write, expectVersion }) => {
    const scope = reach(world, caller, path('organizationId'), 'domain.update');
    const { enrolment, discovery } = body;
    const next = write((deed) => {
      const domain = allowed(world, scope, 'domain.update', path('domainId'));
      expectVersion(versionOfDomain(world, domain));
      return updateDomain(deed, domain, {
        ...(enrolment !== undefined && { enrolment }),
        ...(discovery !== undefined && { discovery }),
      });
    });
    return domainView(world, scope, next);
  },

  'domains.previewRemove': ({ world, caller, path, preview }) => {
    const scope = reach(world, caller, path('organizationId'), 'domain.remove');
    const domain = domainOf(world, scope, path('domainId'));
    return preview((deed) => removeDomain(deed, domain));
  },

  'domains.remove': ({ world, caller, path, query, write, expectVersion }) => {
    const scope = reach(world, caller, path('organizationId'), 'domain.remove');
    write((deed) => {
      const domain = domainOf(world, scope, path('domainId'));
      expectVersion(versionOfDomain(world, domain));
      doConfirmed(deed, query.impact, () => removeDomain(deed, domain));
    });
    return {};
  },
};
