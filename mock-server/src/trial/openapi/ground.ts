import { routes, type Operation } from '@tesserakit/contract';
import { issueAccessToken } from '../../oidc/access-token.ts';
import { newSigningKeys } from '../../oidc/keys.ts';
import { Refusal } from '../../refusal.ts';
import { seeds } from '../../seeds/index.ts';
import { createServer } from '../../server.ts';
import { directoryOf } from '../../snapshot.ts';
import { createWorld, type World } from '../../world.ts';
import { legalRequests, type LegalRequest } from '../legal-requests.ts';
import { verifier } from '../browser.ts';
import { challengeOf } from '../../oidc/pkce.ts';
import type { Attempt } from './attempts.ts';
import { documented, leadsTo, type DocumentedOperation } from './document.ts';

/** Keys take longest of all to make, and with the same ones a token is good in every world. */
const signingKeys = newSigningKeys();

function newWorld(): World {
  const world = createWorld(seeds.default, { now: () => Date.parse('2026-03-01T09:00:00Z') });
  Object.assign(world.authorization, { keys: signingKeys });
  return world;
}

const signer = newWorld();

async function bearer(userId: string, organizationId?: string, clientId?: string) {
  return `Bearer ${await issueAccessToken(signer, userId, organizationId, clientId)}`;
}

const callers = {
  administrator: await bearer('user_admin_acme', 'org_acme'),
  platform: await bearer('user_platform', undefined, 'admin-portal'),
  invited: await bearer('user_invited', undefined, 'client_rewards'),
  creator: await bearer('user_creator_acme', 'org_acme'),
  agent: await bearer('user_agent_acme', 'org_acme'),
  suspended: await bearer('user_suspended_acme', 'org_acme'),
  borealis: await bearer('user_both', 'org_borealis'),
  dormant: await bearer('user_dormant', 'org_dormant'),
  forged: `${await bearer('user_platform', undefined, 'admin-portal')}x`,
  key: 'Bearer tsk_nothing-of-the-kind',
  basic: 'Basic YTpi',
  nobody: undefined,
} as const;

export type CallerName = keyof typeof callers;
export const callerNames = Object.keys(callers) as readonly CallerName[];

const codeChallenge = await challengeOf(verifier);
const cookie = 'tessera_tx_tx_trial=secret';

/** A sign-in that somebody is in the middle of. */
function beginSignIn({ authorization, now }: World): undefined {
  authorization.sessions.set('session_both', {
    sid: 'session_both',
    secret: 'a-secret-of-a-browser',
    userId: 'user_both',
    authenticatedAt: now(),
    methods: ['pwd'],
    expiresAt: now() + 3_600_000,
  });
  authorization.transactions.set('tx_trial', {
    transactionId: 'tx_trial',
    secret: 'secret',
    challenge: 'challenge',
    createdAt: now(),
    request: {
      clientId: 'client_flights',
      redirectUri: 'http://localhost:4300/callback',
      codeChallenge,
      scope: ['openid'],
      prompt: new Set(),
    },
    stage: { at: 'select_organization', sid: 'session_both' },
  });
}

const transaction = { parameters: { transactionId: 'tx_trial' }, prepare: beginSignIn };

const ofLogin: Readonly<Record<string, LegalRequest>> = {
  'login.open': transaction,
  'login.submit': { ...transaction, body: { action: 'restart' } },
  'login.follow': { ...transaction, body: { secret: 'tsl_of-no-link' } },
  'login.organizations': transaction,
};

const isOperation = (name: string): name is Operation => name in routes;

function legalOf(name: string): LegalRequest {
  const request = isOperation(name) ? legalRequests[name] : ofLogin[name];
  if (!request) throw new TypeError(`There is no legal request for ${name}.`);
  return request;
}

/** The body of the legal request, where it is known beforehand. */
export function legalBodyOf(name: string): unknown {
  return legalOf(name).body;
}

/** What was sent and answered, and whether the directory is another one now. */
export interface Outcome {
  readonly request: Request;
  /** The operation that the address leads to, which a hostile path may have changed. */
  readonly reached: DocumentedOperation | undefined;
  readonly response: Response;
  readonly text: string;
  readonly changed: boolean;
}

/** One world, and attempts on it one after the other. */
export function openGround() {
  const world = newWorld();
  const server = createServer(world);
  let directory: string | undefined;
  return {
    world,
    async attempt(attempt: Attempt): Promise<Outcome> {
      const { prepare, ...plain } = legalOf(attempt.operation);
      const rest = await prepared(world, prepare);
      if (prepare) directory = undefined;
      const request = written(world, attempt, { ...plain, ...rest });
      const before = (directory ??= JSON.stringify(directoryOf(world)));
      const response = await server.fetch(request.clone());
      const text = await response.text();
      directory = JSON.stringify(directoryOf(world));
      return {
        request,
        reached: leadsTo(request.method, new URL(request.url)),
        response,
        text,
        changed: directory !== before,
      };
    },
  };
}

/** What was there to be prepared may be gone by now; then there is nothing to prepare. */
async function prepared(world: World, prepare: LegalRequest['prepare']) {
  try {
    return await prepare?.(world);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function written(world: World, attempt: Attempt, legal: LegalRequest): Request {
  const { caller = legal.as ?? 'administrator', segments = {}, type, headers } = attempt;
  const operation = documented.find(({ name }) => name === attempt.operation);
  if (!operation) throw new TypeError(`The document does not describe ${attempt.operation}.`);
  const { method } = operation;
  const path = operation.path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => segments[name] ?? encodeURIComponent(legal.parameters?.[name] ?? 'x'),
  );
  const query = attempt.query ?? new URLSearchParams(legal.query).toString();
  const usual = legal.body === undefined ? undefined : JSON.stringify(legal.body);
  const body = method === 'GET' ? undefined : (attempt.text ?? usual);
  const authorization = callers[caller];
  return new Request(`${world.issuer}${path}${query && `?${query}`}`, {
    method,
    headers: {
      ...(authorization !== undefined && { Authorization: authorization }),
      ...(operation.name.startsWith('login.') && { Cookie: cookie }),
      ...(body !== undefined && { 'Content-Type': type ?? 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
}
