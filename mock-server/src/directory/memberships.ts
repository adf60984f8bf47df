import type { Member, Organization } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { pageOf, sorted, type Page } from './paging.ts';
import { organizationRolesOf, reference } from './organization-roles.ts';
import { finder } from './search.ts';

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

/** A page of a person's memberships, by the organization's name. */
export async function listMemberships(
  world: World,
  userId: string,
  query: { search?: string | undefined; limit?: number | undefined; cursor?: string | undefined },
  asker: string,
): Promise<Page<ReturnType<typeof membershipView>>> {
  const { search, limit, cursor } = query;
  const found = finder(search);
  const placed = () =>
    membershipsOf(world, userId)
      .filter(({ organization: { name, slug } }) => found(`${name} ${slug}`))
      .map((membership) => ({
        item: membership,
        values: [membership.organization.name],
        id: membership.organization.organizationId,
      }));
  const scope = ['memberships', userId, asker, search];
  const page = await pageOf(world, () => sorted(placed(), [false]), { limit, cursor, scope });
  return { ...page, items: page.items.map((one) => membershipView(world, one)) };
}
