import {
  isOwnProof,
  proofBlocker,
  standingBlocker,
  type Organization,
  type Proof,
  type User,
} from '@tesserakit/domain';
import type { World } from '../world.ts';
import { accessOf } from './access.ts';
import { actingPlaceOf, connectionTo } from './acting-place.ts';
import type { Page } from './paging.ts';
import { timestamp } from './moments.ts';
import { organizationRolesOf, reference } from './organization-roles.ts';
import { remembered } from './remembered.ts';
import { pageOfShortList, type ListQuery } from './short-list.ts';

/** An organization on behalf of which a person may act in an application, or why not. */
export type Choice = ReturnType<typeof choiceOf>;

/**
 * The person's organizations, whatever their standing there, each with `true` or the code of the
 * reason why it gives no entry to the application now. How they proved who they are counts where it is
 * said: who was only vouched for by some of them learns of no other.
 */
export function choicesOf(
  world: World,
  user: User,
  applicationId: string | undefined,
  proof?: Proof,
): Choice[] {
  const isTold = ({ organizationId }: Organization) =>
    !proof ||
    isOwnProof(proof) ||
    proof.through?.some((passage) => passage.organizationId === organizationId);
  return organizationsOf(world, user)
    .filter(isTold)
    .map((organization) => choiceOf(world, user, organization, applicationId, proof));
}

function organizationsOf(world: World, { userId }: User): Organization[] {
  return [...world.organizations.values()].filter(({ organizationId }) =>
    world.members.get(organizationId)?.has(userId),
  );
}

function choiceOf(
  world: World,
  user: User,
  organization: Organization,
  applicationId: string | undefined,
  proof: Proof | undefined,
) {
  const { organizationId, name, slug, logoUrl, status } = organization;
  const member = world.members.get(organizationId)?.get(user.userId);
  const application = world.applications.get(applicationId ?? '');
  const access = application && accessOf(world, user, organization, application);
  const blocker = member && standingBlocker(member, organization, world.now());
  const place = actingPlaceOf(world, organization, applicationId ?? '');
  const unproved = access?.entry === true && proof ? proofBlocker(proof, place) : undefined;
  return {
    organizationId,
    name,
    slug,
    ...(logoUrl !== undefined && { logoUrl }),
    status,
    entry: unproved ?? access?.entry ?? blocker ?? ('no_access' as const),
    organizationRoles: member ? organizationRolesOf(world, member).map(reference) : [],
    roles: (access?.roles ?? []).map(reference),
    ...(member?.lastSignInAt !== undefined && { lastSignInAt: timestamp(member.lastSignInAt) }),
  };
}

/**
 * Those through which the person may enter the application now, or once they have been at the
 * organization's own identity provider.
 */
export function entriesOf(
  world: World,
  user: User,
  applicationId: string | undefined,
  proof?: Proof,
): Choice[] {
  return choicesOf(world, user, applicationId, proof).flatMap((choice) => {
    const { entry, organizationId } = choice;
    const leadsOn =
      entry === 'sso_required' && connectionTo(world, organizationId, applicationId ?? '');
    return entry === true || leadsOn ? [{ ...choice, entry: true as const }] : [];
  });
}

/** A page of choices, last used first, then by name; `asker` is who and what the cursor is good for. */
export function pageOfChoices(
  world: World,
  choices: readonly Choice[],
  query: ListQuery,
  asker: readonly string[],
): Promise<Page<Choice>> {
  return pageOfShortList(world, query, {
    items: () => choices,
    textOf: ({ name, slug }) => `${name} ${slug}`,
    idOf: ({ organizationId }) => organizationId,
    valuesOf: ({ lastSignInAt, name }) => [lastSignInAt && Date.parse(lastSignInAt), name],
    descending: [true, false],
    scope: ['organizations', ...asker],
    view: (choice) => choice,
  });
}

/**
 * A page of the organizations that a person has joined, in the same order. What each gives is worked
 * out for those on the page alone, however many there are.
 */
export async function pageOfOwnOrganizations(
  world: World,
  user: User,
  applicationId: string | undefined,
  query: ListQuery,
  { asker, only }: { asker: readonly string[]; only: string | undefined },
): Promise<Page<Choice>> {
  const question = ['own organizations', user.userId];
  const joined = await remembered(world, question, async () => ({
    answer: joinedBy(world, user),
    timeless: true,
  }));
  return pageOfShortList(world, query, {
    items: () =>
      only === undefined
        ? joined
        : joined.filter(({ organization }) => organization.organizationId === only),
    textOf: ({ organization: { name, slug } }) => `${name} ${slug}`,
    idOf: ({ organization }) => organization.organizationId,
    valuesOf: ({ values }) => values,
    descending: [true, false],
    scope: ['organizations', ...asker, only],
    view: ({ organization }) => choiceOf(world, user, organization, applicationId, undefined),
  });
}

function joinedBy(world: World, { userId }: User) {
  return [...world.members].flatMap(([organizationId, members]) => {
    const member = members.get(userId);
    const organization = member && world.organizations.get(organizationId);
    if (!organization || member.status === 'pending') return [];
    return { organization, values: [member.lastSignInAt, organization.name] };
  });
}
