import assert from 'node:assert/strict';
import type { Arena } from '../arena.ts';
import type { Rules, Step } from '../step.ts';

/** All that opens something now, and what is kept of it. */
function liveSecrets({ world, keys }: Arena): Set<string> {
  const { sessions, codes, families } = world.authorization;
  return new Set([
    ...world.secrets.keys(),
    ...keys.map(({ secret }) => secret),
    ...world.mailbox.flatMap(({ link }) => link?.split('#')[1] ?? []),
    ...[...sessions.values()].map(({ secret }) => secret),
    ...codes.keys(),
    ...[...families.values()].map(({ current }) => current),
    ...[...world.passwords.values()].map(({ hash }) => hash),
  ]);
}

const shownOnce = /^(apiKeys\.create|directoryTokens\.(create|rotate))$/;

export const secretRules: Rules<Step> = {
  'inv-50: no answer holds a secret, but the one that makes it'({ arena, asked }) {
    const long = asked.text.match(/[\w-]{43,}/g);
    if (!long) return;
    const live = liveSecrets(arena);
    const told = long.filter((text) => live.has(text));
    const most = shownOnce.test(asked.operation) && asked.code === undefined ? 1 : 0;
    assert.ok(told.length <= most, `${asked.operation} tells ${told.length} secrets`);
  },
};
