import type { Arena, Asker } from './arena.ts';
import { isAbove, lineOf } from './naive.ts';
import { pictureOf, type Picture } from './picture.ts';

/**
 * Draws what a command needs from the world as it stands, by numbers that were drawn before there
 * was a world: the same numbers do the same again. Most of what it draws belongs together.
 */
export interface Hand {
  readonly arena: Arena;
  readonly picture: Picture;
  /** A number from 0 up to, not including, `below`. */
  number(below: number): number;
  chance(percent: number): boolean;
  /** One of a list; `undefined` of an empty one. */
  pick<T>(list: Iterable<T>): T | undefined;
  /** Some of a list, in its order. */
  some<T>(list: Iterable<T>, percent?: number): T[];
  /** One of a list of ids, or one that nobody has. */
  id(ids: Iterable<string> | undefined): string;
  organizationId(): string;
  /** Mostly a member of the organization. */
  userId(organizationId: string): string;
  /** Mostly one that the organization is onboarded to. */
  applicationId(organizationId: string): string;
  /** Some roles of an application. */
  roleIds(applicationId: string): string[];
  organizationRoleIds(): string[];
  /** Somebody to ask: mostly one who may do much in the organization. */
  asker(organizationId: string): Asker;
  /** A person for themselves. */
  oneself(userId: string): Asker;
  /** A moment soon, in ISO 8601. */
  soon(): string;
}

export function handOf(arena: Arena, numbers: readonly number[]): Hand {
  const { world } = arena;
  const picture = pictureOf(world);
  let at = 0;
  const number: Hand['number'] = (below) => (numbers[at++] ?? 0) % Math.max(1, below);
  const chance: Hand['chance'] = (percent) => number(100) >= 100 - percent;
  const pick: Hand['pick'] = (list) => {
    const all = [...list];
    return all[number(all.length)];
  };
  const some: Hand['some'] = (list, percent = 50) => {
    const bits = number(0x10000);
    return [...list].filter((_, index) => (Math.imul(bits, 2 * index + 1) >>> 4) % 100 < percent);
  };
  const id: Hand['id'] = (ids) => (chance(4) ? undefined : pick(ids ?? [])) ?? 'nothing_here';

  const person = (userId: string, organizationId: string): Asker => ({
    userId,
    organizationId,
    clientId: 'client_red',
    platform: false,
  });
  const oneself: Hand['oneself'] = (userId) => ({
    userId,
    // The one application that is never deleted lets nobody in without an organization.
    clientId: world.clients.has('client_green') ? 'client_green' : 'client_red',
    platform: false,
  });
  const leading = (organizationId: string) =>
    [...(picture.members.get(organizationId)?.values() ?? [])]
      .filter(
        (one) => one.status === 'active' && one.organizationRoleIds[0] !== 'organizationMember',
      )
      .map(({ userId }) => person(userId, organizationId));
  const everybody = () =>
    [...picture.members].flatMap(([organizationId, members]) =>
      [...members.keys()].map((userId) => person(userId, organizationId)),
    );
  const platform: Asker = { userId: 'user_platform', clientId: 'admin-portal', platform: true };

  return {
    arena,
    picture,
    number,
    chance,
    pick,
    some,
    id,
    organizationId: () => id(picture.organizations.keys()),
    userId: (organizationId) =>
      id(
        organizationId !== '' && chance(80)
          ? picture.members.get(organizationId)?.keys()
          : picture.users.keys(),
      ),
    applicationId: (organizationId) =>
      id(
        organizationId !== '' && chance(85)
          ? picture.onboardings.get(organizationId)?.keys()
          : picture.applications.keys(),
      ),
    roleIds: (applicationId) => {
      const all = [...picture.roles.values()];
      const own = all.filter((role) => role.applicationId === applicationId || chance(2));
      return some(own.map(({ roleId }) => roleId));
    },
    organizationRoleIds: () => some(picture.organizationRoles.keys(), 40),
    asker(organizationId) {
      const roll = number(100);
      const above = lineOf(picture, organizationId).slice(1);
      const fromAbove = above.flatMap(leading);
      if (roll < 50) return pick(leading(organizationId)) ?? pick(fromAbove) ?? platform;
      if (roll < 63) return platform;
      if (roll < 77) return pick(fromAbove) ?? pick(leading(organizationId)) ?? platform;
      if (roll < 82) {
        const below = [...picture.organizations.keys()].filter((one) =>
          isAbove(picture, organizationId, one),
        );
        return pick(below.flatMap(leading)) ?? platform;
      }
      if (roll < 89) return pick(everybody()) ?? platform;
      if (roll < 92) return pick(arena.remembered()) ?? platform;
      const key = roll < 97 ? pick(arena.keys) : undefined;
      if (key) {
        const { createdBy, secret } = key;
        const { userId } = createdBy;
        return { ...person(userId, key.organizationId), clientId: key.apiKeyId, key: secret };
      }
      return oneself(pick(picture.users.keys()) ?? '');
    },
    oneself,
    soon: () => new Date(picture.now + (number(40) - 4) * 900_000).toISOString(),
  };
}
