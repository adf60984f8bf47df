import type { Member, Organization } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { organizationRolesOf, reference } from './organization-roles.ts';
import { pageOfShortList, type ListQuery } from './short-list.ts';

/** What a person is in one organization. */
export interface Membership {
  readonly organization: Organization;
  readonly member: Member;
}

/** A person's memberships, whatever their standing, by the organization's name. */
export function membershipsOf(world: World, userId: string): Membership[] {
  return [...world.organizations.values()]
    .flatMap((organization) => {
      const member = world.members.get(organization.organizationId)?.get(userId);
      return member ? [{ organization, member }] : [];
    })
    .sort((a, b) => a.organization.name.localeCompare(b.organization.name, 'en'));
}

/** A membership as answers carry it. */
export function membershipView(world: World, { organization, member }: Membership) {
  const { organizationId, name, status } = organization;
  return {
    organizationId,
    name,
    organizationStatus: status,
    status: member.status,
    organizationRoles: organizationRolesOf(world, member).map(reference),
  };
}

/** A page of a person's memberships, by the organization's name; `asker` is who looks. */
export function listMemberships(world: World, userId: string, query: ListQuery, asker: string) {
  return pageOfShortList(world, query, {
    items: () => membershipsOf(world, userId),
    textOf: ({ organization: { name, slug } }) => `${name} ${slug}`,
    idOf: ({ organization: { organizationId } }) => organizationId,
    valuesOf: ({ organization: { name } }) => [name],
    scope: ['memberships', userId, asker],
    view: (membership) => membershipView(world, membership),
  });
}
