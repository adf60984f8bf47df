import { routes, type Operation } from '@tesserakit/contract';
import { createServer } from '@tesserakit/mock-server';
import { handlersOf } from '@tesserakit/mock-server/msw';
import { setupWorker } from 'msw/browser';
import {
  legalAnswer,
  type LegalAnswer,
  type Way,
} from '../../../mock-server/src/trial/legal-answer.ts';

/** Where the worker answers; behind it, there is nothing. */
const baseUrl = new URL('/directory', document.baseURI).href;
const worker = setupWorker();
const started = worker.start({
  quiet: true,
  onUnhandledFrame: 'bypass',
  serviceWorker: { url: new URL('/mockServiceWorker.js', document.baseURI).href },
});

const ways: Record<'page' | 'worker', Way> = {
  page: (world, request) => createServer(world).fetch(request),
  worker: async (world, request) => {
    await started;
    worker.resetHandlers(...handlersOf(world, { baseUrl }));
    const { method, headers } = request;
    const body = method === 'GET' ? undefined : await request.text();
    return fetch(request.url.replace(world.issuer, baseUrl), {
      method,
      headers,
      ...(body && { body }),
    });
  },
};

/** What the legal request of every operation is answered, one after the other. */
async function answers(way: keyof typeof ways): Promise<Record<string, LegalAnswer>> {
  const all: Record<string, LegalAnswer> = {};
  for (const operation of Object.keys(routes) as Operation[]) {
    all[operation] = await legalAnswer(operation, ways[way]);
  }
  return all;
}

declare global {
  interface Window {
    answers: typeof answers;
  }
}

window.answers = answers;
