import * as v from 'valibot';
import type { ServerApplication } from '../application.ts';
import { parsed } from '../handlers/operations.ts';
import type { Conditions } from './conditions.ts';

const most = 1000;
const secret = /^(code|state|nonce|tx)$|token|secret|verifier|password/i;
const query = v.strictObject({
  since: v.optional(v.pipe(v.string(), v.digits(), v.toNumber()), '0'),
});

/** One request that was answered, or whose connection was lost. */
export interface LoggedRequest {
  /** Counted from 1; later ones have higher numbers. */
  readonly number: number;
  readonly method: string;
  /** With its query, but without the values that let somebody in. */
  readonly path: string;
  /** Absent when the connection was lost. */
  readonly status?: number;
  /** Milliseconds until the answer. */
  readonly ms: number;
  readonly requestId: string;
}

/** The last 1,000 requests, oldest first. */
export interface RequestLog {
  readonly items: readonly LoggedRequest[];
  add(request: Omit<LoggedRequest, 'number'>): void;
  clear(): void;
}

export function newRequestLog(): RequestLog {
  let items: LoggedRequest[] = [];
  let number = 0;
  return {
    get items() {
      return items;
    },
    add: (request) => {
      number += 1;
      items.push({ number, ...request });
      if (items.length > most) items.shift();
    },
    clear: () => {
      items = [];
    },
  };
}

/** Notes every request that comes after it in the chain: no bodies, no headers, no tokens. */
export function keepLog(server: ServerApplication, { requests }: Conditions): void {
  server.use(async (context, next) => {
    const begin = performance.now();
    let answered = false;
    try {
      await next();
      answered = true;
    } finally {
      requests.add({
        method: context.req.method,
        path: pathOf(context.req.url),
        ...(answered && { status: context.res.status }),
        ms: Math.round(performance.now() - begin),
        requestId: context.var.requestId,
      });
    }
  });
}

function pathOf(address: string): string {
  const { pathname, searchParams } = new URL(address);
  for (const name of new Set(searchParams.keys())) {
    if (secret.test(name)) searchParams.set(name, 'redacted');
  }
  const path = pathname.replace(/^\/login\/api\/[^/]+/, '/login/api/redacted');
  return searchParams.size === 0 ? path : `${path}?${searchParams}`;
}

/**
 * `GET /dev/requests` answers the log as a list, oldest first; with `?since=`, what has a higher
 * number. `DELETE` empties it, and numbers go on.
 */
export function mountRequestLog(server: ServerApplication, { requests }: Conditions): void {
  server.get('/dev/requests', ({ req }) => {
    const { since } = parsed(query, req.query());
    return Response.json(requests.items.filter(({ number }) => number > since));
  });
  server.delete('/dev/requests', () => {
    requests.clear();
    return Response.json([]);
  });
}
