import assert from 'node:assert/strict';
import type { AccessGrant, Member } from '@tesserakit/domain';
import type { Picture } from '../picture.ts';
import type { Rules, Moment } from '../step.ts';

/** The nouns whose versions are counted beside them, by table. */
const nouns = {
  users: 'user',
  organizations: 'organization',
  organizationRoles: 'organizationRole',
  applications: 'application',
  roles: 'role',
  roleGroups: 'roleGroup',
  onboardings: 'onboarding',
  invitations: 'invitation',
  domains: 'domain',
  connections: 'connection',
  directoryTokens: 'directoryToken',
  apiKeys: 'apiKey',
} as const;

function versionIn({ versions }: Picture, noun: string, ...ids: readonly string[]): number {
  return versions.get(JSON.stringify([noun, ...ids])) ?? 1;
}

/** Every write is another version. */
export const versionRules: Rules<Moment> = {
  'inv-38: counts of writes only grow'({ changes }) {
    for (const { table, key, from = 1, to = 0 } of changes) {
      if (table === 'versions') assert.ok(Number(to) > Number(from), key);
    }
  },

  'inv-38: what is written is another version'({ before, after, changes }) {
    for (const { table, organizationId, key, from, to } of changes) {
      const noun = nouns[table as keyof typeof nouns];
      if (noun === undefined || from === undefined) continue;
      // What never comes back under its id needs no version beyond its end.
      if (to === undefined && noun !== 'onboarding') continue;
      const ids = organizationId === undefined ? [key] : [organizationId, key];
      const [earlier, later] = [versionIn(before, noun, ...ids), versionIn(after, noun, ...ids)];
      assert.ok(later > earlier, `${noun} ${ids.join()}`);
    }
  },

  'inv-38: a grant that is changed or taken away is another version'({ before, after, changes }) {
    for (const { table, organizationId = '', key, from = [], to = [] } of changes) {
      if (table !== 'grants') continue;
      const later = to as readonly AccessGrant[];
      for (const grant of from as readonly AccessGrant[]) {
        if (later.includes(grant)) continue;
        const ids = [organizationId, key, grant.applicationId];
        const version = versionIn(after, 'grant', ...ids);
        assert.ok(version > versionIn(before, 'grant', ...ids), ids.join());
      }
    }
  },

  'inv-38: a member who comes back is another version'({ arena, changes }) {
    for (const { table, organizationId = '', key, from, to } of changes) {
      if (table !== 'members') continue;
      const name = `${organizationId} ${key}`;
      if (to === undefined) arena.pastVersions.set(name, (from as Member).version);
      else if (from === undefined) {
        assert.ok((to as Member).version > (arena.pastVersions.get(name) ?? 0), name);
      }
    }
  },
};
