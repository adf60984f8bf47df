import type { DirectoryClient, WriteOptions } from '@tesserakit/client';
import { TesseraError } from '@tesserakit/client';

/** What a person says about an organization that is to be. */
export interface NewOrganization {
  readonly name: string;
  readonly slug: string;
  /** Where it is managed for an application. */
  readonly applicationId?: string | undefined;
  readonly roleGroupIds: readonly string[];
  /** Of who is to administer it first; empty for nobody yet. */
  readonly email: string;
}

/**
 * Who makes an organization. Where a person makes their own, before there is a token for any, it is a
 * step of the sign-in or a service of the host.
 */
export interface OrganizationCreator {
  /** @returns the id of the new organization; its first administrator is the person. */
  create(
    organization: Pick<NewOrganization, 'name' | 'slug'>,
    options: WriteOptions,
  ): Promise<{ readonly organizationId: string }>;
}

/** Makes an organization that another one manages, for an application. */
export async function createManaged(
  client: DirectoryClient,
  parentOrganizationId: string,
  { name, slug, applicationId = '', roleGroupIds }: NewOrganization,
  options: WriteOptions,
): Promise<{ readonly organizationId: string }> {
  return client.managedOrganizations.create(
    {
      organizationId: parentOrganizationId,
      name,
      slug,
      applicationId,
      roleGroupIds: [...roleGroupIds],
    },
    options,
  );
}

/**
 * Makes an organization that nobody manages, with an administrator who has an account.
 *
 * @throws TesseraError `not_joined` where nobody has the address
 */
export async function createRoot(
  client: DirectoryClient,
  { name, slug, email }: NewOrganization,
  options: WriteOptions,
): Promise<{ readonly organizationId: string }> {
  if (!email) return client.organizations.create({ name, slug }, options);
  const { items } = await client.users.list({ search: email, limit: 20 });
  const user = items.find((one) => one.email.toLowerCase() === email.toLowerCase());
  if (!user) throw new TesseraError('not_joined');
  const { userId } = user;
  return client.organizations.create({ name, slug, firstAdministrator: { userId } }, options);
}

/**
 * Invites the first administrator of an organization that was just made: with all that it may hand
 * out of its application, for who cannot enter cannot look after it either.
 */
export async function inviteFirst(
  acting: DirectoryClient,
  made: Pick<NewOrganization, 'applicationId' | 'email'> & { readonly organizationId: string },
  options: WriteOptions,
): Promise<void> {
  const { organizationId, applicationId, email } = made;
  const { items } = await acting.applications.list({ organizationId }, { signal: options.signal });
  const access = items
    .filter((application) => application.applicationId === applicationId)
    .map(({ applicationId, roles }) => ({
      applicationId,
      roleIds: roles.filter(({ assignable }) => assignable).map(({ roleId }) => roleId),
    }));
  await acting.invitations.create(
    {
      organizationId,
      email,
      organizationRoleIds: ['organizationAdmin'],
      ...(access.some(({ roleIds }) => roleIds.length > 0) && { access }),
    },
    options,
  );
}
