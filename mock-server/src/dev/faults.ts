import { routes, type Operation } from '@tesserakit/contract';
import * as v from 'valibot';
import type { ServerApplication } from '../application.ts';
import { apiPath } from '../handlers/operations.ts';
import { jsonBody } from './json-body.ts';
import type { Conditions } from './conditions.ts';

const kinds = ['status', 'timeout', 'dropped', 'truncated', 'out-of-order', 'html'] as const;
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const fault = v.strictObject({
  route: v.pipe(
    v.string(),
    v.maxLength(200),
    v.check((route) => isOperation(route) || /^[/*]/.test(route), 'No operation, and no path.'),
  ),
  method: v.optional(v.picklist(methods)),
  kind: v.picklist(kinds),
  status: v.optional(whole(400, 599)),
  retryAfter: v.optional(whole(0, 86_400)),
  rate: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  times: v.optional(whole(1, 1_000_000)),
});

/**
 * How some requests go wrong. `route` is an operation of the contract (`members.list`) or a path in
 * which `*` stands for one segment and `**` for any number; `rate` is the share of requests, all by
 * default; `times` is after how many it ends.
 *
 * - `status`: a refusal with that status (503), and `Retry-After` where given; nothing is done
 * - `html`: the error page of something in between, with that status (502); nothing is done
 * - `timeout`: no answer until the caller gives up; nothing is done
 * - `dropped`: it is done, and the connection is lost before the answer
 * - `truncated`: it is done, and half of the answer comes
 * - `out-of-order`: it is done, and every second answer waits until the next one has gone
 */
export type Fault = v.InferOutput<typeof fault>;

/** A fault in force, with what it has done so far. */
export interface FaultInForce {
  readonly fault: Fault;
  readonly method: string | undefined;
  readonly pattern: RegExp;
  applied: number;
  /** How many answers came to be put out of order. */
  answers: number;
  /** Lets the answer go that waits for the next. */
  release: (() => void) | undefined;
  /** Tells when the fault is no longer in force. */
  readonly over: AbortController;
}

export interface Faults {
  readonly list: readonly Fault[];
  /** Puts others in force; requests that the former hold back are let go. */
  replace(faults: readonly Fault[]): void;
  /** The first fault that meets such a request, counted as applied. */
  meet(method: string, path: string, random: () => number): FaultInForce | undefined;
}

export function newFaults(): Faults {
  let inForce: readonly FaultInForce[] = [];
  return {
    get list() {
      return inForce.map((one) => one.fault);
    },
    replace: (faults) => {
      const before = inForce;
      inForce = faults.map(putInForce);
      for (const { over } of before) over.abort();
    },
    meet: (method, path, random) => {
      const met = inForce.find((one) => {
        const { rate = 1, times = Infinity } = one.fault;
        return (
          (one.method === undefined || one.method === method) &&
          one.pattern.test(path) &&
          one.applied < times &&
          (rate === 1 || random() < rate)
        );
      });
      if (met) met.applied += 1;
      return met;
    },
  };
}

function putInForce(fault: Fault): FaultInForce {
  const operation = isOperation(fault.route) ? routes[fault.route] : undefined;
  const glob = operation ? apiPath + operation.path.replace(/\{\w+\}/g, '*') : fault.route;
  return {
    fault,
    method: fault.method ?? operation?.method,
    pattern: patternOf(glob),
    applied: 0,
    answers: 0,
    release: undefined,
    over: new AbortController(),
  };
}

function isOperation(route: string): route is Operation {
  return Object.hasOwn(routes, route);
}

function patternOf(glob: string): RegExp {
  const escaped = glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*+/g, (stars) => (stars === '*' ? '[^/]*' : '.*'))}$`);
}

/** `GET /dev/faults` answers the list of faults, `PUT` replaces it, `DELETE` empties it. */
export function mountFaults(server: ServerApplication, { faults }: Conditions): void {
  server.get('/dev/faults', () => Response.json(faults.list));
  server.put('/dev/faults', async ({ req }) => {
    faults.replace(await jsonBody(req.raw, v.array(fault)));
    return Response.json(faults.list);
  });
  server.delete('/dev/faults', () => {
    faults.replace([]);
    return Response.json(faults.list);
  });
}
