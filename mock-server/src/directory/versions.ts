import type { World } from '../world.ts';

/** The nouns whose versions are counted beside them. */
export type Versioned =
  | 'apiKey'
  | 'application'
  | 'connection'
  | 'directoryToken'
  | 'domain'
  | 'grant'
  | 'invitation'
  | 'member'
  | 'onboarding'
  | 'organization'
  | 'organizationRole'
  | 'role'
  | 'roleGroup'
  | 'user';

/** How often an entity was written, counted from 1. Never falls, not even when it is made anew. */
export function versionOf(world: World, noun: Versioned, ...ids: readonly string[]): number {
  return world.versions.get(JSON.stringify([noun, ...ids])) ?? 1;
}

/** Counts a write of an entity. */
export function countWrite(world: World, noun: Versioned, ...ids: readonly string[]): void {
  world.versions.set(JSON.stringify([noun, ...ids]), versionOf(world, noun, ...ids) + 1);
}

/** Where the count goes on for an entity that carries its own version and is gone now. */
export function rememberVersion(
  world: World,
  noun: Versioned,
  version: number,
  ...ids: readonly string[]
): void {
  world.versions.set(JSON.stringify([noun, ...ids]), version);
}
