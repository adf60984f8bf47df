import type { Assertion } from '@tesserakit/domain';
import type { ServerApplication } from '../application.ts';
import { bodyOf } from '../body.ts';
import { oidcAnswer } from '../idp/answer.ts';
import { findTransaction } from '../login/transaction.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { depart, isSameBrowser } from './departure.ts';
import { readOidcAnswer, type BackChannel } from './oidc-answer.ts';
import { disbelieve, returnOf, unexpected, useUp, welcome } from './return.ts';
import type { Saml } from './saml.ts';
import { readSamlAnswer } from './saml-answer.ts';

/** Bytes that an answer by SAML may have. */
const longestAnswer = 256 * 1024;

/** The way to organizations' own identity providers, and back. */
export function mountFederation(server: ServerApplication, world: World, saml?: Saml): void {
  // To itself, since a service worker cannot be reached by those whom it serves.
  const ask: BackChannel = async (request) =>
    (await oidcAnswer(world, request)) ?? Response.json({ error: 'not_found' }, { status: 404 });

  server.get('/login/api/:transactionId/federation', async ({ req }) => {
    const transaction = findTransaction(world, req.raw, req.param('transactionId'));
    if (!transaction) throw new Refusal('not_found');
    return depart(world, transaction, saml);
  });

  server.get('/federation/:connectionId/callback', async ({ req, var: { requestId } }) => {
    const address = new URL(req.raw.url);
    const found = returnOf(world, req.param('connectionId'), address.searchParams.get('state'));
    if (!found || !isSameBrowser(req.raw, found.transaction.transactionId, found.departure)) {
      return unexpected(world, requestId);
    }
    const stage = useUp(found);
    const { connection, departure } = found;
    const assertion =
      connection?.status === 'active'
        ? await readable(readOidcAnswer(world, connection, departure, address, ask))
        : undefined;
    return assertion
      ? welcome(world, req.raw, found, stage, assertion, requestId)
      : disbelieve(world, found, stage, requestId);
  });

  // Sent by a form of the provider's site, so that the browser's own cookies are not with it.
  server.post('/federation/:connectionId/acs', async ({ req, var: { requestId } }) => {
    const form = new URLSearchParams((await bodyOf(req.raw, longestAnswer)) ?? '');
    const found = returnOf(world, req.param('connectionId'), form.get('RelayState'));
    const message = form.get('SAMLResponse');
    if (!found || found.departure.brought || message === null || !saml) {
      return unexpected(world, requestId);
    }
    const { connection, departure, transaction, stage } = found;
    const brought =
      connection?.status === 'active'
        ? await readable(readSamlAnswer(world, connection, departure, message, saml))
        : undefined;
    if (transaction.stage !== stage) return unexpected(world, requestId);
    const left = useUp(found);
    if (!brought) return disbelieve(world, found, left, requestId);
    transaction.stage = { ...left, departure: { ...departure, brought } };
    const address = new URL(`/federation/${req.param('connectionId')}/arrived`, world.issuer);
    address.searchParams.set('state', departure.state);
    return new Response(null, { status: 303, headers: { Location: address.href } });
  });

  server.get('/federation/:connectionId/arrived', ({ req, var: { requestId } }) => {
    const state = new URL(req.raw.url).searchParams.get('state');
    const found = returnOf(world, req.param('connectionId'), state);
    const brought = found?.departure.brought;
    const same = found && isSameBrowser(req.raw, found.transaction.transactionId, found.departure);
    if (!found || !brought || !same) return unexpected(world, requestId);
    return welcome(world, req.raw, found, useUp(found), brought, requestId);
  });
}

/** Whatever is wrong with an answer, it is not believed. */
async function readable(answer: Promise<Assertion | undefined>): Promise<Assertion | undefined> {
  try {
    return await answer;
  } catch {
    return undefined;
  }
}
