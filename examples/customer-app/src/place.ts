/** Where this tab is: the application and the organization stand in its address, nowhere else. */
export interface Place {
  readonly app: string;
  readonly organizationId: string | undefined;
}

export function readPlace(address = location.href): Place {
  const { searchParams } = new URL(address, location.origin);
  return {
    app: searchParams.get('app') ?? 'flights',
    organizationId: searchParams.get('organization') ?? undefined,
  };
}

/** The address of a place, as a path on this origin. */
export function addressOf({ app, organizationId }: Place): string {
  const parameters = new URLSearchParams({ app });
  if (organizationId) parameters.set('organization', organizationId);
  return `/?${parameters.toString()}`;
}
