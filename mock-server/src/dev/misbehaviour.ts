import { errorCodes, errorStatus, travels } from '@tesserakit/domain';
import type { ServerApplication } from '../application.ts';
import { ConnectionLost } from '../connection-lost.ts';
import { problemAnswer, Refusal } from '../refusal.ts';
import type { Conditions } from './conditions.ts';
import type { Fault, FaultInForce } from './faults.ts';
import { nextDelay } from './latency.ts';
import { pause } from './pause.ts';

/** Holds back and breaks what comes after it in the chain, as the conditions say. */
export function misbehave(server: ServerApplication, conditions: Conditions): void {
  const { faults, over, random } = conditions;
  server.use(async (context, next) => {
    const { method, path, raw } = context.req;
    const met = faults.meet(method, path, random);
    const delay = nextDelay(conditions);
    if (delay > 0) await pause([raw.signal, over], delay);
    raw.signal.throwIfAborted();
    if (!met) return next();
    const { kind } = met.fault;
    if (kind === 'status') return refusalOf(met.fault, context.var.requestId);
    if (kind === 'html') return errorPage(met.fault);
    if (kind === 'timeout') return silence(met, raw.signal);
    await next();
    if (kind === 'dropped') throw new ConnectionLost();
    if (kind === 'truncated') context.res = await halfOf(context.res);
    else await turn(met, raw.signal);
    return undefined;
  });
}

function refusalOf({ status = 503, retryAfter }: Fault, requestId: string): Response {
  const code = errorCodes.find((code) => travels(code) && errorStatus(code) === status);
  const answer = problemAnswer(new Refusal(code ?? 'server_error'), requestId, status);
  if (retryAfter !== undefined) answer.headers.set('Retry-After', String(retryAfter));
  return answer;
}

function errorPage({ status = 502, retryAfter }: Fault): Response {
  return new Response('<!doctype html><title>Bad Gateway</title><h1>Bad Gateway</h1>', {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    },
  });
}

async function silence({ over }: FaultInForce, signal: AbortSignal): Promise<never> {
  await pause([signal, over.signal]);
  signal.throwIfAborted();
  throw new ConnectionLost();
}

async function halfOf(answer: Response): Promise<Response> {
  if (answer.body === null) return answer;
  const text = await answer.text();
  return new Response(text.slice(0, text.length / 2), answer);
}

/** Lets the first answer go, holds the second until the third has gone, and so on. */
async function turn(met: FaultInForce, signal: AbortSignal): Promise<void> {
  met.answers += 1;
  if (met.answers % 2 === 1) {
    // By then, this answer is on its way.
    if (met.release) setTimeout(met.release);
    met.release = undefined;
  } else {
    const gone = new AbortController();
    met.release = () => {
      gone.abort();
    };
    await pause([gone.signal, met.over.signal, signal]);
    signal.throwIfAborted();
  }
}
