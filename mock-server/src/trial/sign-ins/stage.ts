import { seeds } from '../../seeds/index.ts';
import { createServer } from '../../server.ts';
import { createWorld, type World } from '../../world.ts';
import { digestOfPassword } from './quick-password.ts';
import { trialBrowser } from '../browser.ts';
import type { ClientId, Revocation, UserId } from './truth.ts';
import { people } from './truth.ts';

/** A person who is signed in to one browser, as far as anybody can know who watched. */
export interface KnownSession {
  readonly userId: UserId;
  provedAt: number;
  /** When they last proved a second factor. */
  factorAt: number | undefined;
  ended: boolean;
}

/** A sign-in that was begun, with all that happened in it so far. */
export interface Tab {
  readonly browser: number;
  readonly transactionId: string;
  readonly clientId: ClientId;
  readonly requested: string | undefined;
  readonly prompt: string;
  /** Seconds. */
  readonly maxAge: number | undefined;
  readonly beganAt: number;
  /** How often access had been taken back or given again by then. */
  readonly turns: number;
  /** Whom the person named last. */
  named: UserId | undefined;
  /** Who is known here: by a proof in this tab, or in this browser before it was opened. */
  session: KnownSession | undefined;
  chosen: string | undefined;
  /** For which organization the person allowed it last; `null` for themselves. */
  allowed: string | null | undefined;
}

/** A code that was given, and what it has to stand for. */
export interface KnownCode {
  readonly code: string;
  readonly clientId: ClientId;
  readonly userId: UserId;
  readonly organizationId: string | undefined;
  readonly session: KnownSession;
  /** When the second factor was proved on which it rests; none where it rests on one. */
  readonly factorAt: number | undefined;
  readonly issuedAt: number;
  lineage: Lineage | undefined;
}

/** All that came from one code. */
export interface Lineage {
  ended: boolean;
}

/** A family of refresh tokens. */
export interface KnownFamily extends Pick<
  KnownCode,
  'clientId' | 'userId' | 'organizationId' | 'session' | 'factorAt'
> {
  readonly lineage: Lineage;
  readonly tokens: string[];
  ended: boolean;
}

export const hour = 3_600_000;
export const sessionLife = 12 * hour;
/** Of the one-time passwords of everybody here who has an app for them. */
export const totpSecret = 'TESSERADEMOTESSERADEMOTESSERADEM';
export const transactionLife = hour / 2;

/** A world with two browsers in front of it, and what is known of both. */
export interface Stage {
  readonly world: World;
  readonly server: ReturnType<typeof createServer>;
  readonly browsers: readonly ReturnType<typeof trialBrowser>[];
  readonly sessions: (KnownSession | undefined)[];
  readonly tabs: Tab[];
  readonly codes: KnownCode[];
  readonly families: KnownFamily[];
  /** Who allowed what for which organization. */
  readonly consents: Set<string>;
  /** One-time passwords by which somebody came in, with their names. */
  readonly usedCodes: Set<string>;
  readonly revoked: Set<Revocation>;
  /** How often that changed. */
  turns: number;
}

export async function openStage(): Promise<Stage> {
  const begin = Date.parse('2026-03-01T12:00:00Z');
  const world = createWorld(seeds.default, { now: () => begin });
  const quick = await digestOfPassword();
  for (const userId of Object.keys(people)) world.passwords.set(userId, quick);
  for (const userId of ['user_agent_acme', 'user_both']) {
    world.factors.set(userId, { totp: { secret: totpSecret, lastStep: 0 } });
  }
  const server = createServer(world);
  return {
    world,
    server,
    browsers: [trialBrowser(world, server), trialBrowser(world, server)],
    sessions: [undefined, undefined],
    tabs: [],
    codes: [],
    families: [],
    consents: new Set(),
    usedCodes: new Set(),
    revoked: new Set(),
    turns: 0,
  };
}

/** Whether a session still counts. */
export function isAlive({ world }: Stage, session: KnownSession | undefined): boolean {
  return session !== undefined && !session.ended && world.now() < session.provedAt + sessionLife;
}

/** Takes something back in the world, or gives it again. */
export function turn(stage: Stage, what: Revocation): void {
  const { world, revoked } = stage;
  stage.turns += 1;
  const gone = !revoked.has(what);
  if (gone) revoked.add(what);
  else revoked.delete(what);
  const seed = seeds.default;
  const status = gone ? ('suspended' as const) : ('active' as const);
  const disabled = gone ? ('disabled' as const) : ('active' as const);
  switch (what) {
    case 'both leaves Acme': {
      const member = seed.members.find(
        (one) => one.userId === 'user_both' && one.organizationId === 'org_acme',
      )!;
      const members = world.members.get('org_acme')!;
      if (gone) members.delete('user_both');
      else members.set('user_both', member);
      return;
    }
    case 'both loses the grant at Borealis': {
      const grants = world.grants.get('org_borealis')!;
      if (gone) grants.delete('user_both');
      else {
        const own = seed.grants.filter(
          (one) => one.userId === 'user_both' && one.organizationId === 'org_borealis',
        );
        grants.set('user_both', own);
      }
      return;
    }
    case 'agent is suspended at Acme': {
      const members = world.members.get('org_acme')!;
      members.set('user_agent_acme', { ...members.get('user_agent_acme')!, status });
      return;
    }
    case 'agent is disabled': {
      const user = world.users.get('user_agent_acme')!;
      world.users.set('user_agent_acme', { ...user, status: disabled });
      return;
    }
    case 'Acme is suspended': {
      const acme = world.organizations.get('org_acme')!;
      world.organizations.set('org_acme', { ...acme, status });
      return;
    }
    case 'Acme is content with one factor': {
      const acme = world.organizations.get('org_acme')!;
      const authentication = { requiresSecondFactor: gone };
      world.organizations.set('org_acme', { ...acme, authentication });
      return;
    }
    case 'Flights is paused at Borealis': {
      const shares = world.onboardings.get('org_borealis')!;
      shares.set('app_flights', { ...shares.get('app_flights')!, status });
      return;
    }
    case 'Flights is disabled':
    case 'Shop is disabled': {
      const id = what === 'Shop is disabled' ? 'app_shop' : 'app_flights';
      world.applications.set(id, { ...world.applications.get(id)!, status: disabled });
    }
  }
}
