import type { Operation } from '@tesserakit/contract';
import type { Assertion, Connection } from '@tesserakit/domain';
import { arrive, type Arriving } from '../../directory/federated-sign-in.ts';
import { beginSession } from '../../login/sessions.ts';
import type { Arena } from './arena.ts';
import { attempt, observe } from './attempt.ts';
import type { Hand } from './hand.ts';
import type { Kind } from './kinds.ts';
import { pictureOf } from './picture.ts';
import { federationRules } from './rules/federation.ts';
import { enter } from './sign-in.ts';
import { hold } from './step.ts';

const platform = { userId: 'user_platform', clientId: 'admin-portal', platform: true };

/** Somebody whom an identity provider sends back: mostly in order, sometimes with something wrong. */
function arriving(hand: Hand): Arriving | undefined {
  const { picture, pick, chance, id } = hand;
  const connections = [...picture.connections.values()].flatMap((all) => [...all.values()]);
  const active = connections.filter(({ status }) => status === 'active');
  const connection = pick(chance(85) && active.length > 0 ? active : connections);
  if (!connection) return undefined;
  const { organizationId, connectionId } = connection;
  const passage = { organizationId, connectionId: chance(95) ? connectionId : id(undefined) };
  const applicationId =
    (chance(90) ? connection.applicationId : undefined) ?? hand.applicationId(organizationId);
  const assertion = assertionOf(hand, connection);
  const user = picture.userIdsByEmail.get(assertion.email?.toLowerCase() ?? '');
  const present = chance(25) ? (chance(60) ? user : pick(picture.users.keys())) : undefined;
  return { passage, assertion, applicationId, present };
}

function assertionOf(
  { picture, pick, chance, number, some }: Hand,
  { organizationId, issuer }: Connection,
): Assertion {
  const known = chance(40) ? pick(picture.identities.values()) : undefined;
  const inside = (picture.members.get(organizationId)?.keys() ?? []) as Iterable<string>;
  const userId = pick(chance(70) ? inside : picture.users.keys()) ?? '';
  const email = pick([
    picture.users.get(known?.userId ?? userId)?.email,
    picture.users.get(userId)?.email.toUpperCase(),
    `person${number(6)}@alpha.example`,
    `person${number(6)}@alpha-one.example`,
    `somebody@${pick(['beta.example', 'x.alpha.example', 'gmail.com']) ?? ''}`,
    undefined,
  ]);
  return {
    issuer: chance(94) ? issuer : `https://${pick(['idp', 'other']) ?? ''}.example/saml`,
    subject: known?.subject ?? `${pick(['sub', 'Sub']) ?? ''}-${number(12)}`,
    ...(email !== undefined && { email }),
    emailVerified: chance(90),
    groups: some(['desk', 'control', 'green', 'Desk']),
  };
}

/** Comes in, and holds what comes of it to the rules. The session is another one each time. */
async function comeIn(hand: Hand, some: Arriving) {
  const { arena } = hand;
  const { world } = arena;
  const { result, ...moment } = await observe(arena, async () => {
    const arrived = arrive(world, some);
    const { user } = arrived;
    const session = user && beginSession(world, undefined, user.userId, some.passage);
    return { ...arrived, session };
  });
  hold(federationRules, {
    ...moment,
    arriving: some,
    userId: result.user?.userId,
    code: result.code,
  });
  return result;
}

/** Comes in through a connection, and then goes on for its organization or tries another. */
async function signInThrough(hand: Hand) {
  const { arena, chance, pick } = hand;
  const some = arriving(hand);
  if (!some) return undefined;
  const { code, session } = await comeIn(hand, some);
  if (!session) return code;
  const { passage, applicationId } = some;
  const clientId = applicationId.replace('app_', 'client_');
  if (!arena.world.clients.has(clientId)) return true;
  const picture = pictureOf(arena.world);
  const organizationId = chance(60) ? passage.organizationId : pick(picture.organizations.keys());
  await enter(hand, session, { clientId, organizationId });
  return true;
}

/** Ways in which a connection is over, each with the way back where there is one. */
const ends: readonly { end: Operation; again?: Operation }[] = [
  { end: 'connections.disable', again: 'connections.enable' },
  { end: 'connections.disable', again: 'connections.enable' },
  { end: 'organizations.suspend', again: 'organizations.reactivate' },
  { end: 'organizations.suspend', again: 'organizations.reactivate' },
  { end: 'connections.delete' },
];

/** Something happens to the connection while the person is with the identity provider. */
async function comeBackTooLate(hand: Hand) {
  const { arena, picture, pick } = hand;
  const some = arriving(hand);
  const { end, again } = pick(ends) ?? {};
  const { organizationId = '', connectionId = '' } = some?.passage ?? {};
  const active = picture.connections.get(organizationId)?.get(connectionId)?.status === 'active';
  if (!some || !end || !active || (await asPlatform(arena, end, some)) !== true) return undefined;
  const { code } = await comeIn(hand, some);
  if (again) await asPlatform(arena, again, some);
  return code ?? true;
}

/** What the platform does to a connection or its organization, with a look at the impact. */
async function asPlatform(arena: Arena, operation: Operation, { passage }: Arriving) {
  const { organizationId, connectionId } = passage;
  const parameters = {
    organizationId,
    ...(operation.startsWith('connections.') && { connectionId }),
  };
  const common = { asker: platform, parameters, headers: {}, body: undefined };
  const deletes = operation === 'connections.delete';
  const preview = { ...common, operation: 'connections.previewDelete' as const, query: {} };
  const query = deletes ? { impact: String((await arena.ask(preview)).answer['token']) } : {};
  return (await attempt(arena, { ...common, operation, query })).code ?? (true as const);
}

/** Coming in through the identity providers of organizations. */
export const federationKinds: readonly Kind[] = [
  { name: 'sign in through a connection', weight: 10, run: signInThrough },
  {
    name: 'come back through a connection too late',
    weight: 2,
    always: 'refused',
    run: comeBackTooLate,
  },
];
