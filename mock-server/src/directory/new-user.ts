import { canonicalEmail, type User } from '@tesserakit/domain';
import type { World } from '../world.ts';

/** Adds a person to the tenant, whose address nothing proves, in no organization and without a password. */
export function newUser(
  world: World,
  profile: Pick<User, 'email'> & Partial<Pick<User, 'name' | 'phone' | 'picture' | 'locale'>>,
): User {
  const user: User = {
    userId: world.newId('user'),
    emailVerified: false,
    name: '',
    status: 'active',
    platformAdministrator: false,
    ...profile,
  };
  world.users.set(user.userId, user);
  world.userIdsByEmail.set(canonicalEmail(user.email), user.userId);
  return user;
}
