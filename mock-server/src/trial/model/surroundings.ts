import assert from 'node:assert/strict';
import type { Operation } from '@tesserakit/contract';
import { countWrite } from '../../directory/versions.ts';
import { exportWorld, restore } from '../../snapshot.ts';
import type { Arena, Asked, Question } from './arena.ts';
import { attempt, observe } from './attempt.ts';
import type { Hand } from './hand.ts';
import type { Kind } from './kinds.ts';
import { accessIn } from './naive.ts';
import { pictureOf } from './picture.ts';
import { isWrite, operations, requestOf } from './requests/index.ts';

const minute = 60_000;
const writes = operations.map(({ operation }) => operation).filter(isWrite);

const outcomeOf = ({ code }: Asked): string | true => code ?? true;

async function advance({ arena, pick }: Hand): Promise<true> {
  const step = pick([1, 1, 5, 5, 20, 60, 60, 240, 1500, 3000]) ?? 1;
  await observe(arena, async () => arena.world.moveClock(step * minute));
  return true;
}

/** A person follows a link of a mail: from then on their address is known to be theirs. */
async function proveAddress({ arena, picture, pick }: Hand) {
  const unproved = [...picture.users.values()].filter((user) => !user.emailVerified);
  const user = pick(unproved);
  if (!user) return undefined;
  await observe(arena, async () => {
    arena.world.users.set(user.userId, { ...user, emailVerified: true });
    countWrite(arena.world, 'user', user.userId);
  });
  return true;
}

/** Somebody sets the record that proves a domain, or takes all records away. */
async function changeRecords({ arena, picture, pick, chance }: Hand): Promise<true | undefined> {
  const { dns } = arena.world;
  const domains = [...picture.domains.values()].flatMap((all) => [...all.values()]);
  const domain = pick(domains);
  if (!domain) return undefined;
  const { name } = domain;
  if (chance(25)) dns.delete(`_tessera.${name}`);
  else {
    const tokens = domains
      .filter((one) => one.name === name)
      .flatMap(({ domainId }) => picture.domainChallenges.get(domainId)?.token ?? []);
    const token = pick(tokens);
    if (token === undefined) return undefined;
    dns.set(`_tessera.${name}`, ['v=spf1 -all', `tessera-verification=${token}`]);
  }
  return true;
}

/** The server ends and begins again with what was written down. */
async function restart({ arena }: Hand): Promise<true> {
  const { world } = arena;
  const written = await exportWorld(world);
  restore(world, written);
  assert.deepEqual(await exportWorld(world), written, 'inv-47');
  return true;
}

/** The answer is lost on its way: the same request with the same key has the same answer again. */
async function loseAnswer(hand: Hand) {
  const { arena, pick, number } = hand;
  const request = keyed(
    hand,
    await requestOf(hand, pick(writes) ?? 'members.update'),
    number(0x10000),
  );
  const first = await attempt(arena, request);
  const { result: second, changes } = await observe(arena, () => arena.ask(request));
  if (first.code === 'rate_limited' || first.code === 'unauthenticated') return first.code;
  assert.deepEqual(changes, [], 'inv-39: it was done twice');
  // Whoever has just left, or ended their own key, is nobody any more.
  if (second.code === 'unauthenticated') return second.code;
  assert.equal(second.status, first.status, 'inv-39');
  assert.equal(withoutId(second), withoutId(first), 'inv-39');
  return outcomeOf(second);
}

/** The same key for another request. */
async function reuseKey(hand: Hand) {
  const { arena, pick, number } = hand;
  const first = keyed(
    hand,
    await requestOf(hand, pick(writes) ?? 'members.update'),
    number(0x10000),
  );
  const { code } = await attempt(arena, first);
  if (code === 'rate_limited' || code === 'unauthenticated') return undefined;
  const { result, changes } = await observe(arena, () =>
    arena.ask({ ...first, headers: { ...first.headers, 'If-Match': '"77"' } }),
  );
  assert.deepEqual(changes, [], 'inv-39');
  if (result.code === 'unauthenticated') return result.code;
  assert.equal(result.code, 'idempotency_mismatch', 'inv-39');
  return result.code;
}

function keyed({ arena }: Hand, request: Question, number: number): Question {
  const key = `key-${number}-${arena.world.audit.length}`;
  return { ...request, headers: { 'Idempotency-Key': key } };
}

const withoutId = ({ text }: Asked) => text.replace(/"requestId":"\w+"/, '');

/** Operations that look at the version of what they write. */
const versioned = writes.filter((operation) =>
  /^members\.(update|suspend|reactivate|remove|setOrganizationRoles)$|^access\.(grant|withdraw)$|^invitations\.(resend|revoke)$/.test(
    operation,
  ),
);

/** Somebody looked at another version than the one that there is. */
async function writeStale(hand: Hand) {
  const request = await requestOf(hand, hand.pick(versioned) ?? 'members.update');
  const asked = await attempt(hand.arena, { ...request, headers: { 'If-Match': '"9999"' } });
  assert.notEqual(asked.code, undefined, 'inv-38: a stale write was done');
  return outcomeOf(asked);
}

/** Somebody looked at the version that there is. */
async function writeFresh(hand: Hand) {
  const request = await requestOf(hand, 'members.update');
  const { organizationId = '', userId = '' } = request.parameters;
  const version = hand.picture.members.get(organizationId)?.get(userId)?.version ?? 1;
  const asked = await attempt(hand.arena, { ...request, headers: { 'If-Match': `"${version}"` } });
  assert.notEqual(asked.code, 'version_conflict', 'inv-38');
  return outcomeOf(asked);
}

/** Who is suspended and let in again has exactly what they had. */
async function suspendAndReactivate(hand: Hand) {
  const { arena } = hand;
  const first = await attempt(arena, await requestOf(hand, 'members.suspend'));
  if (first.code !== undefined) return first.code;
  const second = await attempt(arena, { ...first, operation: 'members.reactivate' });
  assert.equal(second.code, undefined, 'inv-44');
  const { organizationId = '', userId = '' } = first.parameters;
  for (const applicationId of hand.picture.applications.keys()) {
    assert.deepEqual(
      accessIn(pictureOf(arena.world), userId, organizationId, applicationId),
      accessIn(hand.picture, userId, organizationId, applicationId),
      'inv-44',
    );
  }
  return true;
}

/** Somebody has less than when they made a key; the key is tried all the same. */
async function outgrowKey({ arena, pick }: Hand) {
  const key = pick(
    arena.keys.filter(({ apiKeyId, organizationId }) =>
      arena.world.apiKeys.get(organizationId)?.has(apiKeyId),
    ),
  );
  if (!key) return undefined;
  const { organizationId, apiKeyId, createdBy, secret } = key;
  const { userId } = createdBy;
  const common = { query: {}, headers: {} };
  const platform = { userId: 'user_platform', clientId: 'admin-portal', platform: true };
  const less = await attempt(arena, {
    ...common,
    operation: 'members.setOrganizationRoles',
    asker: platform,
    parameters: { organizationId, userId },
    body: { organizationRoleIds: ['organizationMember'] },
  });
  if (less.code !== undefined) return less.code;
  const asker = { userId, organizationId, clientId: apiKeyId, platform: false, key: secret };
  const operation = pick(['members.list', 'audit.list', 'domains.list', 'apiKeys.list'] as const);
  const asked = await attempt(arena, {
    ...common,
    operation: operation ?? 'members.list',
    asker,
    parameters: { organizationId },
    body: undefined,
  });
  assert.notEqual(asked.code, undefined, 'a key does more than its maker');
  return asked.code;
}

const lists: readonly Operation[] = ['members.list', 'invitations.list', 'audit.list'];

/** All pages of a list together hold each item once, as many as the total says. */
async function walkPages(hand: Hand) {
  const { arena, pick, number } = hand;
  const first = await requestOf(hand, pick(lists) ?? 'members.list');
  const query: Record<string, string> = { limit: String(2 + number(4)) };
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await attempt(arena, {
      ...first,
      query: { ...query, ...(cursor !== undefined && { cursor }) },
    });
    if (page.code !== undefined) return page.code;
    const { items, total, nextCursor } = page.answer as unknown as Page;
    ids.push(...items.map((item) => item.userId ?? item.invitationId ?? item.eventId ?? ''));
    if (nextCursor !== null) {
      cursor = nextCursor;
      continue;
    }
    assert.equal(new Set(ids).size, ids.length, 'inv-41: an item came twice');
    assert.equal(ids.length, total, 'inv-41');
    const { organizationId = '' } = first.parameters;
    if (first.operation === 'members.list') {
      const all = [...(hand.picture.members.get(organizationId)?.keys() ?? [])];
      assert.deepEqual(ids.sort(), all.sort(), 'inv-41: not everybody is in the list');
    }
    return true;
  }
}

interface Page {
  readonly items: readonly { userId?: string; invitationId?: string; eventId?: string }[];
  readonly total: number;
  readonly nextCursor: string | null;
}

/** What is good for one thing is tried for another. */
async function useAsAnother({ arena, picture, pick, number, oneself }: Hand) {
  const { world } = arena;
  const link = pick(world.mailbox)?.link?.split('#')[1];
  const family = pick(picture.families.values())?.current;
  const code = pick(world.authorization.codes.keys());
  const [digest] = pick(picture.secrets) ?? [];
  const secret = pick([link, family, code, digest].filter((one) => one !== undefined));
  if (secret === undefined) return undefined;
  const bearer = { headers: { Authorization: `Bearer ${secret}` } };
  const asker = oneself(pick(picture.users.keys()) ?? '');
  const tries: (() => Promise<Response>)[] = [
    () => arena.send('/api/v1/me', bearer),
    () => arena.send('/userinfo', bearer),
    async () =>
      arena.send('/api/v1/me/invitations/accept', {
        method: 'POST',
        headers: { Authorization: `Bearer ${await arena.tokenOf(asker)}` },
        body: { token: secret === link ? `tsk${secret.slice(3)}` : secret },
      }),
  ];
  const { result, changes } = await observe(arena, tries[number(tries.length)] ?? tries[0]!);
  assert.ok(!result.ok, 'inv-33');
  assert.deepEqual(changes, [], 'inv-33');
  return String(result.status);
}

/** Nobody in particular asks: the same answer for what there is and what there is not. */
async function askAsNobody(hand: Hand) {
  const request = await requestOf(hand, hand.pick(operations)?.operation ?? 'members.list');
  const asked = await withToken(hand.arena, request, hand.pick(['', 'x', 'tsk_nothing']) ?? '');
  assert.equal(asked.code, 'unauthenticated');
  return asked.code;
}

async function withToken(arena: Arena, request: Question, token: string): Promise<Asked> {
  return attempt(arena, { ...request, asker: { ...request.asker, key: token } });
}

/** What happens around the directory, and to requests on their way. */
export const surroundingKinds: readonly Kind[] = [
  { name: 'advance the clock', weight: 5, always: 'accepted', run: advance },
  { name: 'prove an address', weight: 2, always: 'accepted', run: proveAddress },
  { name: 'change the records of a domain', weight: 5, always: 'accepted', run: changeRecords },
  { name: 'restart', weight: 1, always: 'accepted', run: restart },
  { name: 'lose an answer and ask again', weight: 4, run: loseAnswer },
  { name: 'use a key for another request', weight: 1, always: 'refused', run: reuseKey },
  { name: 'write with a stale version', weight: 2, always: 'refused', run: writeStale },
  { name: 'write with the present version', weight: 1, run: writeFresh },
  { name: 'suspend a member and let them in', weight: 3, run: suspendAndReactivate },
  { name: 'outgrow a key', weight: 1, always: 'refused', run: outgrowKey },
  { name: 'walk through all pages', weight: 2, run: walkPages },
  { name: 'use a secret for something else', weight: 2, always: 'refused', run: useAsAnother },
  { name: 'ask as nobody', weight: 1, always: 'refused', run: askAsNobody },
];
