import {
  loginAction,
  loginFollowing,
  loginOrganizationsQuery,
  type LoginAction,
} from '@tesserakit/contract';
import * as v from 'valibot';
import type { ServerApplication } from '../application.ts';
import { bodyOf } from '../body.ts';
import { parsed } from '../handlers/operations.ts';
import { formOf } from '../oidc/parameters.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { follow } from './follow.ts';
import { demandSameOrigin } from './same-origin.ts';
import { currentSession, sessionCookie } from './sessions.ts';
import { choicesAt, stepOf } from './step-view.ts';
import { move } from './steps.ts';
import { sweep } from './sweep.ts';
import { findTransaction, isOver, transactionCookie, type Transaction } from './transaction.ts';

/** What the login pages ask of the server, each about one sign-in of the browser that asks. */
export function mountLogin(server: ServerApplication, world: World): void {
  server.post('/login/api/:transactionId/follow', async ({ req }) => {
    demandSameOrigin(world, req.raw);
    sweep(world);
    const { secret } = parsed(loginFollowing, await jsonIn(req.raw));
    const transaction = await follow(world, req.raw, secret, req.param('transactionId'));
    const { transactionId } = transaction;
    const headers = { 'Set-Cookie': transactionCookie(world, transaction) };
    return Response.json({ transactionId }, { headers });
  });

  server.get('/login/api/:transactionId', async (context) => {
    const transaction = findTransaction(world, context.req.raw, context.req.param('transactionId'));
    return Response.json(await answerOf(world, transaction));
  });

  server.post('/login/api/:transactionId', async (context) => {
    const request = context.req.raw;
    demandSameOrigin(world, request);
    const action = await actionOf(request);
    const transaction = findTransaction(world, request, context.req.param('transactionId'));
    const session =
      transaction && (await move(world, transaction, action, currentSession(world, request)));
    const answer = Response.json(await answerOf(world, transaction));
    if (session) answer.headers.set('Set-Cookie', sessionCookie(world, session));
    return answer;
  });

  server.get('/login/api/:transactionId/organizations', async (context) => {
    const transaction = findTransaction(world, context.req.raw, context.req.param('transactionId'));
    const query = parsed(loginOrganizationsQuery, context.req.query());
    const page = transaction && (await choicesAt(world, transaction, query));
    if (!page) throw new Refusal('not_found');
    return Response.json(page);
  });

  // The first form of the page as a browser sends it before any script has run.
  server.post('/login/', async (context) => {
    const request = context.req.raw;
    demandSameOrigin(world, request);
    const transactionId = context.req.query('tx') ?? '';
    // The cookie of the sign-in is not sent here. It is not needed either: naming an address proves
    // nothing and mails no more than it may be mailed, and whoever goes on needs the cookie.
    const transaction = world.authorization.transactions.get(transactionId);
    const identifier = (await formOf(request))?.values.get('identifier');
    const action = v.safeParse(loginAction, { action: 'identify', identifier });
    if (transaction && !isOver(world, transaction) && action.success)
      await move(world, transaction, action.output, undefined);
    const { pathname, search } = new URL(request.url);
    return new Response(null, { status: 303, headers: { Location: `${pathname}${search}` } });
  });
}

async function answerOf(world: World, transaction: Transaction | undefined) {
  return transaction ? stepOf(world, transaction) : { step: 'expired' as const };
}

async function actionOf(request: Request): Promise<LoginAction> {
  return parsed(loginAction, await jsonIn(request));
}

async function jsonIn(request: Request): Promise<unknown> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refusal('validation_failed');
  return jsonOf((await bodyOf(request)) ?? '');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
