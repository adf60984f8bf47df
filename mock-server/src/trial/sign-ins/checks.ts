import assert from 'node:assert/strict';
import type { LoginStep } from '@tesserakit/contract';
import { hour, isAlive, type KnownSession, type Stage, type Tab } from './stage.ts';
import { demandsTwo, entriesOf, mayEnter, type UserId } from './truth.ts';

/**
 * Looks at the code that a sign-in may have given, and demands that everything that leads to one was
 * done in it: no code without a proof, a choice, a consent, or access at this moment.
 */
export function lookForCode(stage: Stage, tab: Tab, redirectTo: string): void {
  const code = new URL(redirectTo).searchParams.get('code');
  if (code === null || stage.codes.some((one) => one.code === code)) return;
  const { world, revoked, consents } = stage;
  const entry = world.authorization.codes.get(code)?.entry;
  assert.ok(entry, 'the code is known to the server');
  const { session, clientId, requested, chosen, allowed, prompt } = tab;
  const userId = entry.userId as UserId;
  const { organizationId } = entry;
  assert.ok(session && isAlive(stage, session), 'somebody has proved who they are');
  assert.equal(userId, session.userId, 'the code is for whoever proved it');
  assert.equal(entry.clientId, clientId);
  assert.ok(mayEnter(userId, clientId, organizationId, revoked), 'they have access at this moment');
  const factorAt = factorOf(tab, session, world.now());
  if (demandsTwo(organizationId, revoked)) {
    assert.ok(factorAt !== undefined, 'they have proved a second factor, as lately as it takes');
  }
  if (requested !== undefined) {
    assert.equal(organizationId, requested, 'it is for the organization that was asked for');
  } else if (organizationId !== undefined && organizationId !== chosen) {
    const only = entriesOf(userId, clientId, revoked);
    // Where it was the only one when the person came, others that came since are no question.
    const wasOnly = only.length === 1 || stage.turns !== tab.turns;
    assert.ok(wasOnly && prompt !== 'select_account', 'the person was asked');
  }
  const consent = JSON.stringify([userId, clientId, organizationId]);
  const allowedHere = allowed === (organizationId ?? null);
  if (prompt === 'consent') assert.ok(allowedHere, 'the person allowed it');
  else if (clientId === 'client_trip_reports') {
    assert.ok(allowedHere || consents.has(consent), 'the person allowed it, here or before');
  }
  if (allowedHere) consents.add(consent);
  stage.codes.push({
    code,
    clientId,
    userId,
    organizationId,
    session,
    factorAt,
    issuedAt: world.now(),
    lineage: undefined,
  });
}

/** When a second factor was proved, if that is new enough for what is asked. */
function factorOf({ prompt, maxAge, beganAt }: Tab, { factorAt }: KnownSession, now: number) {
  const oldest = maxAge === undefined ? 0 : now - maxAge * 1000;
  const since = Math.min(prompt === 'login' ? beganAt : oldest, beganAt);
  const counts = factorAt !== undefined && now - factorAt < 12 * hour && factorAt >= since;
  return counts ? factorAt : undefined;
}

/** Every code that there is was given where it was looked for. */
export function everyCodeIsKnown({ world, codes }: Stage): void {
  for (const code of world.authorization.codes.keys()) {
    assert.ok(
      codes.some((one) => one.code === code),
      'a code came from nowhere',
    );
  }
}

/** What a step may show is what the person may know by then. */
export function lookAt(stage: Stage, tab: Tab, step: LoginStep): void {
  if (step.step === 'done') lookForCode(stage, tab, step.redirectTo);
  const { session, clientId } = tab;
  if (step.step === 'select_organization') {
    assert.ok(session && isAlive(stage, session), 'organizations are told to somebody known');
    const told = step.organizations.items.map(({ organizationId }) => organizationId);
    const allowed = entriesOf(session.userId, clientId, stage.revoked);
    assert.deepEqual([...told].sort(), [...allowed].sort());
  }
  if (step.step === 'consent' || step.step === 'no_access') {
    assert.ok(session && isAlive(stage, session), 'nothing is told to somebody unknown');
  }
}
