import type { Seed } from '@tesserakit/mock-server';

const tail = 'of the Department for International Cooperation and Continuing Education';

/** The seed in which everything is called by a name that no line has room for, in words. */
export function withLongTexts(seed: Seed): Seed {
  const long = <Named extends { readonly name: string }>(one: Named): Named => ({
    ...one,
    name: `${one.name} ${tail}`,
  });
  return {
    ...seed,
    users: seed.users.map((user) => ({
      ...long(user),
      email: `${'very.long.'.repeat(5)}${user.email}`,
    })),
    organizations: seed.organizations.map(long),
    applications: seed.applications.map(long),
    roles: seed.roles.map((role) => ({
      ...long(role),
      description: `${role.name} ${tail}. `.repeat(4),
    })),
    members: seed.members.map((member) => ({ ...member, title: `Head ${tail}`, department: tail })),
    ...(seed.organizationRoles && { organizationRoles: seed.organizationRoles.map(long) }),
    ...(seed.invitations && {
      invitations: seed.invitations.map((invitation) => ({
        ...invitation,
        email: `${'very.long.'.repeat(6)}${invitation.email}`,
      })),
    }),
  };
}
