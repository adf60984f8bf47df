/** Where this tab is: all of it stands in its address, nowhere else. */
export interface Place {
  readonly app: string;
  readonly organizationId: string | undefined;
  /** An organization that this one manages, while a person looks after it. */
  readonly actingFor?: string | undefined;
  /** Where in the portal, with the parameters of its screen; absent in the application itself. */
  readonly portal?: { readonly path: string; readonly parameters: string } | undefined;
}

/** Where the paths of the portal begin. */
export const portalBase = '/portal/';

export function readPlace(address = location.href): Place {
  const { pathname, searchParams } = new URL(address, location.origin);
  const place = {
    app: searchParams.get('app') ?? 'flights',
    organizationId: searchParams.get('organization') ?? undefined,
  };
  if (!pathname.startsWith(portalBase)) return place;
  const actingFor = searchParams.get('acting-for') ?? undefined;
  for (const name of ['app', 'organization', 'acting-for']) searchParams.delete(name);
  const portal = { path: pathname.slice(portalBase.length), parameters: searchParams.toString() };
  return { ...place, actingFor, portal };
}

/** The address of a place, as a path on this origin. */
export function addressOf({ app, organizationId, actingFor, portal }: Place): string {
  const parameters = new URLSearchParams({ app });
  if (organizationId) parameters.set('organization', organizationId);
  if (portal && actingFor) parameters.set('acting-for', actingFor);
  const own = portal?.parameters ? `&${portal.parameters}` : '';
  return `${portal ? portalBase + portal.path : '/'}?${parameters.toString()}${own}`;
}
