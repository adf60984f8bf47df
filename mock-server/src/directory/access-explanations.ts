import {
  decide,
  explainAccess,
  permits,
  type Application,
  type ErrorCode,
  type Member,
  type Place,
  type Remedy,
  type User,
} from '@tesserakit/domain';
import type { World } from '../world.ts';
import { accessFactsOf } from './access.ts';
import { grantFactsOf } from './access-changes.ts';
import { accessView } from './access-views.ts';
import { memberFactsOf } from './member-facts.ts';
import { tenantOf } from './organization-roles.ts';
import { placeOf } from './organization-tree.ts';
import { personOf } from './roster.ts';
import type { Seen } from './seen.ts';
import { userFactsOf } from './users.ts';

/** What a member was given of an application, with each reason for and against entry. */
export function explanationOf(world: World, seen: Seen, member: Member, application: Application) {
  const view = accessView(world, seen, member, application);
  const user = personOf(world, member.organizationId, member.userId)?.user;
  if (!user) return { ...view, conditions: [], permissions: [], remedies: [] };
  const facts = accessFactsOf(world, user, seen.organization, application);
  const { conditions, permissions, given, remedies } = explainAccess(facts, world.now());
  const removals = new Map(given.map(({ roleId, removal }) => [roleId, removal]));
  const about = { ...seen, world, user, member, application };
  return {
    ...view,
    roles: view.roles.map((role) => {
      const removal = removals.get(role.roleId);
      return {
        ...role,
        ...(removal && { removal: { ...removal, permissions: [...removal.permissions] } }),
      };
    }),
    conditions: [...conditions].map(([condition, holds]) => ({ condition, holds })),
    permissions: [...permissions],
    remedies: remediesOf(about, remedies),
  };
}

interface About extends Seen {
  readonly world: World;
  readonly user: User;
  readonly member: Member;
  readonly application: Application;
}

/** What lies further up is one act here: what there is, and how it stands, is told to nobody below. */
function remediesOf(about: About, remedies: readonly Remedy[]) {
  const verdicts = new Map<string, { by: Remedy['by']; may: true | ErrorCode }>();
  for (const remedy of remedies) {
    const may = verdictOn(about, remedy);
    const known = verdicts.get(remedy.name)?.may ?? true;
    verdicts.set(remedy.name, {
      by: remedy.by,
      may: known === true ? (may === 'not_found' ? 'forbidden' : may) : known,
    });
  }
  return [...verdicts].map(([name, verdict]) => ({ name, ...verdict }));
}

/** Whether whoever looks may take an act, where they look. */
function verdictOn(about: About, { action, organizationId }: Remedy): true | ErrorCode {
  const { world, actor, organization: here, member, user, application } = about;
  const { applicationId } = application;
  const organization = world.organizations.get(organizationId ?? '') ?? here;
  const place: Place = { ...placeOf(world, actor, organization), applicationId };
  switch (action) {
    case 'user.enable':
      return decide(actor, action, tenantOf(actor), userFactsOf(world, user));
    case 'application.update':
      return permits(actor, action, tenantOf(actor));
    case 'member.reactivate':
    case 'member.update':
      return decide(actor, action, place, memberFactsOf(world, member));
    case 'organization.reactivate':
      return decide(actor, action, place, { organization });
    case 'access.grant':
      return decide(actor, action, place, grantFactsOf(world, here, member, applicationId));
    case 'invitation.accept':
      return actor.userId === user.userId ? permits(actor, action, place) : 'forbidden';
    default:
      return permits(actor, action, place);
  }
}
