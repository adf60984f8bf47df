import assert from 'node:assert/strict';
import { decodeJwt } from 'jose';
import type { BrowserSession, TokenFamily } from '../../authorization-state.ts';
import { beginSession, sessionCookie } from '../../login/sessions.ts';
import { redirectUri, usualRequest, verifier } from '../browser.ts';
import type { Arena } from './arena.ts';
import { observe } from './attempt.ts';
import type { Hand } from './hand.ts';
import type { Kind } from './kinds.ts';
import { accessIn, countsIn, type Proved } from './naive.ts';
import { pictureOf, type Picture } from './picture.ts';

/** For whom somebody acts where, and how they proved who they are, where that counts. */
interface Entry extends Partial<Proved> {
  readonly userId: string;
  readonly clientId: string;
  readonly organizationId?: string | undefined;
}

const applicationOf = (clientId: string) => clientId.replace('client_', 'app_');
const clients = ['client_red', 'client_green', 'client_blue'];

/** Whether the sets let somebody in. */
function isLetIn(picture: Picture, entry: Entry): boolean {
  const { userId, clientId, organizationId, methods, through } = entry;
  const applicationId = applicationOf(clientId);
  if (methods && !countsIn(picture, { methods, through }, organizationId, applicationId)) {
    return false;
  }
  if (organizationId !== undefined) {
    return accessIn(picture, userId, organizationId, applicationId) !== undefined;
  }
  const application = picture.applications.get(applicationId);
  const active = picture.users.get(userId)?.status === 'active';
  const open = application !== undefined && application.status !== 'disabled';
  return active && open && application.audience !== 'b2b';
}

async function askForTokens(arena: Arena, form: Record<string, string>) {
  const request = new Request(`${arena.world.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  const response = await arena.server.fetch(request);
  const body = (await response.json()) as Record<string, string>;
  return { body, code: response.ok ? undefined : (body['error'] ?? 'unknown') };
}

/** What tokens say is what the sets say at this moment (inv-28, inv-30, inv-35). */
function judgeTokens(picture: Picture, entry: Entry, tokens: Record<string, string>): void {
  const { userId, clientId, organizationId } = entry;
  const audience = picture.applications.get(applicationOf(clientId))?.audience;
  if (audience === 'b2b') assert.notEqual(organizationId, undefined, 'inv-35');
  if (audience === 'b2c') assert.equal(organizationId, undefined, 'inv-35');
  for (const name of ['access_token', 'id_token']) {
    const claims = decodeJwt(tokens[name] ?? '');
    assert.equal(claims.sub, userId);
    assert.equal(claims['org_id'], organizationId, 'inv-28');
    if (organizationId === undefined) {
      assert.ok(!('roles' in claims || 'permissions' in claims || 'org_roles' in claims), 'inv-30');
      continue;
    }
    const roleIds = accessIn(picture, userId, organizationId, applicationOf(clientId)) ?? [];
    const roles = [...roleIds].map((id) => picture.roles.get(id));
    const member = picture.members.get(organizationId)?.get(userId);
    const sorted = (list: unknown) => [...(list as string[])].sort();
    assert.deepEqual(sorted(claims['roles']), sorted(roles.map((role) => role?.key)), 'inv-30');
    assert.deepEqual(
      sorted(claims['permissions']),
      sorted(new Set(roles.flatMap((role) => role?.permissions ?? []))),
      'inv-30',
    );
    assert.deepEqual(claims['org_roles'], member?.organizationRoleIds, 'inv-30');
  }
}

/** Asks for a code silently, with a session; the application decides for which organization. */
async function signIn({ arena, picture, pick, chance, number }: Hand) {
  const { world } = arena;
  const clientId = pick(clients.filter((one) => world.clients.has(one))) ?? '';
  const granted = [...picture.grants].flatMap(([organizationId, table]) =>
    [...table.keys()].map((userId) => ({ userId, organizationId })),
  );
  const some = pick(granted);
  if (!some) return undefined;
  const userId = chance(85) ? some.userId : (pick(picture.users.keys()) ?? '');
  const organizationId = chance(80) ? some.organizationId : undefined;
  if (picture.users.get(userId)?.status !== 'active') return undefined;
  const present = pick(
    [...world.authorization.sessions.values()].filter(
      (one) => one.userId === userId && one.expiresAt > world.now(),
    ),
  );
  const session = present ?? beginSession(world, undefined, userId);
  const scope = number(3) === 0 ? 'openid offline_access' : 'openid';
  return enter({ arena }, session, { clientId, organizationId, scope });
}

/** Asks for a code and tokens with a session, without a question to the person. */
export async function enter(
  { arena }: Pick<Hand, 'arena'>,
  session: BrowserSession,
  asked: Pick<Entry, 'clientId' | 'organizationId'> & { scope?: string },
): Promise<string | true> {
  const { world, server } = arena;
  const { clientId, organizationId, scope = 'openid' } = asked;
  const { userId, methods, through } = session;
  const proof = { methods, through };
  const query = new URLSearchParams({
    ...(await usualRequest()),
    client_id: clientId,
    prompt: 'none',
    scope,
    ...(organizationId !== undefined && { org_id: organizationId }),
  });
  const { result, before } = await observe(arena, async () => {
    const response = await server.fetch(
      new Request(`${world.issuer}/authorize?${query.toString()}`, {
        headers: { Cookie: sessionCookie(world, session).split(';')[0] ?? '' },
      }),
    );
    const answer = new URL(response.headers.get('Location') ?? '').searchParams;
    const code = answer.get('code');
    if (code === null) return { body: {}, code: answer.get('error') ?? 'unknown' };
    return askForTokens(arena, {
      grant_type: 'authorization_code',
      client_id: clientId,
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    });
  });
  if (organizationId !== undefined) {
    const entry = { userId, clientId, organizationId, ...proof };
    assert.equal(result.code === undefined, isLetIn(before, entry), `inv-34: ${result.code}`);
  }
  if (result.code !== undefined) return result.code;
  const { org_id: chosen } = decodeJwt<{ org_id?: string }>(result.body['access_token'] ?? '');
  const entry = { userId, clientId, organizationId: chosen };
  assert.ok(isLetIn(before, { ...entry, ...proof }), 'inv-34');
  judgeTokens(before, entry, result.body);
  return true;
}

/** A code is good once; whoever brings it again ends what it gave. */
async function redeemAgain({ arena, pick }: Hand) {
  const { codes, families } = arena.world.authorization;
  const isKnown = ({ clientId }: Entry) => arena.world.clients.has(clientId);
  const [code, kept] =
    pick([...codes].filter(([, one]) => isKnown(one.entry) && one.familyId !== undefined)) ?? [];
  if (code === undefined || !kept) return undefined;
  const { result } = await observe(arena, () =>
    askForTokens(arena, {
      grant_type: 'authorization_code',
      client_id: kept.entry.clientId,
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    }),
  );
  assert.equal(result.code, 'invalid_grant', 'inv-31: a code was good twice');
  assert.ok(families.get(kept.familyId ?? '')?.revoked ?? true, 'inv-31: what it gave lives on');
  return result.code;
}

/** Whether the sets keep a refresh token good: its family, its session, and entry. */
function isKept({ sessions, now }: Picture, { revoked, expiresAt, entry }: TokenFamily): boolean {
  const session = sessions.get(entry.sid);
  const lasts = entry.scope.includes('offline_access') || (session && session.expiresAt > now);
  return !revoked && now < expiresAt && Boolean(lasts);
}

/** The families of clients that there are: those of another are refused as unknown. */
function familiesIn({ arena, picture }: Hand): Readonly<TokenFamily>[] {
  const { clients } = arena.world;
  return [...picture.families.values()].filter(({ entry }) => clients.has(entry.clientId));
}

async function refresh(hand: Hand) {
  const family = hand.pick(familiesIn(hand));
  return family && refreshWith(hand, family);
}

/** Time is all that ends a membership here: nothing but the next refresh can notice. */
async function outliveMembership(hand: Hand) {
  const { arena, pick } = hand;
  const family = pick(
    familiesIn(hand).filter((one) => isKept(hand.picture, one) && isLetIn(hand.picture, one.entry)),
  );
  const { userId, organizationId } = family?.entry ?? {};
  const { members } = arena.world;
  const member = members.get(organizationId ?? '')?.get(userId ?? '');
  if (!family || !member || member.organizationRoleIds.includes('organizationAdmin')) {
    return undefined;
  }
  const soon = arena.world.now() + 60_000;
  const next = { ...member, expiresAt: soon, version: member.version + 1 };
  await observe(arena, async () => members.get(member.organizationId)?.set(member.userId, next));
  await observe(arena, async () => arena.world.moveClock(60_000));
  const outcome = await refreshWith({ ...hand, picture: pictureOf(arena.world) }, family);
  assert.equal(outcome, 'invalid_grant', 'inv-29: it was refreshed');
  return outcome;
}

async function refreshWith({ arena, picture }: Hand, family: Readonly<TokenFamily>) {
  const { entry, current, familyId } = family;
  const { clientId: client_id } = entry;
  const { result, after } = await observe(arena, () =>
    askForTokens(arena, { grant_type: 'refresh_token', client_id, refresh_token: current }),
  );
  const kept = isKept(picture, family);
  const expected = kept && isLetIn(picture, entry);
  assert.equal(result.code === undefined, expected, `inv-29: ${result.code ?? 'refreshed'}`);
  if (result.code !== undefined) {
    if (kept) assert.ok(after.families.get(familyId)?.revoked, 'inv-29: the family lives on');
    return result.code;
  }
  judgeTokens(picture, entry, result.body);
  assert.notEqual(result.body['refresh_token'], current, 'inv-32');
  return true as const;
}

/** A used refresh token is in strange hands: it ends all that came from the same code. */
async function refreshUsed(hand: Hand) {
  const { arena, picture, pick } = hand;
  const current = new Map(familiesIn(hand).map((family) => [family.familyId, family.current]));
  const used = [...arena.world.authorization.refreshTokens].filter(
    ([token, familyId]) => current.has(familyId) && current.get(familyId) !== token,
  );
  const [refresh_token, familyId = ''] = pick(used) ?? [];
  const family = picture.families.get(familyId);
  if (refresh_token === undefined || !family) return undefined;
  const { clientId: client_id } = family.entry;
  const { result, after } = await observe(arena, () =>
    askForTokens(arena, { grant_type: 'refresh_token', client_id, refresh_token }),
  );
  assert.equal(result.code, 'invalid_grant', 'inv-32: a used token was good');
  for (const { rootId, revoked } of after.families.values()) {
    if (rootId === family.rootId) assert.ok(revoked, 'inv-32: the family lives on');
  }
  return result.code;
}

async function switchOrganization(hand: Hand) {
  const { arena, picture, pick, chance } = hand;
  const family = pick(familiesIn(hand));
  const own = [...picture.grants.keys()].filter(
    (id) =>
      id !== family?.entry.organizationId &&
      picture.grants.get(id)?.has(family?.entry.userId ?? ''),
  );
  const org_id = pick(chance(80) ? own : picture.organizations.keys());
  if (!family || org_id === undefined || org_id === family.entry.organizationId) return undefined;
  const { current: refresh_token, familyId } = family;
  const { clientId: client_id } = family.entry;
  const { result, after } = await observe(arena, () =>
    askForTokens(arena, { grant_type: 'refresh_token', client_id, refresh_token, org_id }),
  );
  const entry = { ...family.entry, organizationId: org_id };
  const expected = isKept(picture, family) && isLetIn(picture, entry);
  assert.equal(result.code === undefined, expected, `inv-29: ${result.code ?? 'switched'}`);
  assert.equal(after.families.get(familyId)?.current, refresh_token);
  if (result.code !== undefined) return result.code;
  judgeTokens(picture, entry, result.body);
  return true;
}

async function userinfo({ arena, picture, pick }: Hand) {
  const asker = pick(arena.remembered());
  if (!asker || asker.platform) return undefined;
  const Authorization = `Bearer ${await arena.tokenOf(asker)}`;
  const { result, changes } = await observe(arena, () =>
    arena.send('/userinfo', { headers: { Authorization } }),
  );
  assert.deepEqual(changes, []);
  assert.equal(result.ok, isLetIn(picture, asker), 'inv-29');
  return result.ok ? true : 'invalid_token';
}

async function revoke(hand: Hand) {
  const { arena, pick, chance } = hand;
  const family = pick(familiesIn(hand));
  if (!family) return undefined;
  const client_id = chance(80) ? family.entry.clientId : 'admin-portal';
  const { after } = await observe(arena, () =>
    arena.server.fetch(
      new Request(`${arena.world.issuer}/revoke`, {
        method: 'POST',
        body: new URLSearchParams({ client_id, token: family.current }),
      }),
    ),
  );
  const own = client_id === family.entry.clientId;
  const ended = after.families.get(family.familyId)?.revoked;
  assert.equal(ended, own || family.revoked);
  return own ? true : 'another client';
}

/** Signing in, and what comes of it. */
export const signInKinds: readonly Kind[] = [
  { name: 'sign in', weight: 6, run: signIn },
  { name: 'redeem a code again', weight: 1, always: 'refused', run: redeemAgain },
  { name: 'refresh', weight: 5, run: refresh },
  { name: 'outlive a membership', weight: 1, always: 'refused', run: outliveMembership },
  { name: 'refresh with a used token', weight: 1, always: 'refused', run: refreshUsed },
  { name: 'switch the organization', weight: 3, run: switchOrganization },
  { name: 'userinfo', weight: 2, run: userinfo },
  { name: 'revoke a token', weight: 1, run: revoke },
];
