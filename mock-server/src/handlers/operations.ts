import { routes, type Impact, type Operation, type Route } from '@tesserakit/contract';
import { isPersonal } from '@tesserakit/domain';
import type { Context } from 'hono';
import * as v from 'valibot';
import type { ServerApplication } from '../application.ts';
import { bodyOf } from '../body.ts';
import { recordRefusal, type Deed } from '../directory/deed.ts';
import { impactOf } from '../directory/impact.ts';
import { bytesOfAnswer } from '../directory/remembered.ts';
import { readyAnswer } from '../ready-answer.ts';
import { Refusal } from '../refusal.ts';
import { digestOf } from '../secrets.ts';
import type { World } from '../world.ts';
import { access } from './access.ts';
import { apiKeys } from './api-keys.ts';
import { applications } from './applications.ts';
import { audit } from './audit.ts';
import { connections } from './connections.ts';
import { directoryTokens } from './directory-tokens.ts';
import { domains } from './domains.ts';
import { invitations } from './invitations.ts';
import { managedOrganizations } from './managed-organizations.ts';
import { me } from './me.ts';
import { members } from './members.ts';
import { onboardings } from './onboardings.ts';
import { organizationRoles } from './organization-roles.ts';
import { organizations } from './organizations.ts';
import { roleGroups } from './role-groups.ts';
import { roles } from './roles.ts';
import { sessions } from './sessions.ts';
import { users } from './users.ts';
import { authenticate, type Caller } from './caller.ts';
import { once } from './idempotency.ts';

type AllRoutes = typeof routes;

type Output<S> = S extends v.GenericSchema ? v.InferOutput<S> : Record<never, never>;
type Part<O extends Operation, Name extends 'query' | 'body'> = Output<
  AllRoutes[O] extends Record<Name, infer S> ? S : undefined
>;

/** One request to the reference protocol: parsed, and from somebody who is known. */
export interface Call<O extends Operation> {
  readonly world: World;
  readonly caller: Caller;
  /** The caller as they stand after a wait, who then does the deed; refused like one who calls anew. */
  callerNow(): Promise<Caller>;
  /** A parameter of the path. */
  path(name: string): string;
  readonly query: Part<O, 'query'>;
  readonly body: Part<O, 'body'>;
  /** Refuses with `version_conflict` when the caller looked at another version than this one. */
  expectVersion(version: number): void;
  /** Does a deed as a whole or, when something refuses it, not at all. */
  write<T>(task: (deed: Deed) => T): T;
  /** What a deed would do, with its token; nothing is done. */
  preview(task: (deed: Deed) => void): Impact;
  /** Does a deed for each item as if it were alone; who is refused is told why. */
  each<T>(
    items: readonly T[],
    task: (deed: Deed, item: T) => void,
    targetOf: (item: T) => { type: string; id: string },
  ): { outcome: 'done' | 'refused'; code?: string }[];
}

/** Find, ask, change, answer: one function per operation, refusing by throwing {@link Refusal}. */
export type Handlers<O extends Operation = Operation> = {
  readonly [Name in O]: (
    call: Call<Name>,
  ) => v.InferInput<AllRoutes[Name]['answer']> | Promise<v.InferInput<AllRoutes[Name]['answer']>>;
};

const handlers: Handlers = {
  ...me,
  ...sessions,
  ...organizations,
  ...managedOrganizations,
  ...members,
  ...invitations,
  ...access,
  ...organizationRoles,
  ...applications,
  ...onboardings,
  ...roles,
  ...roleGroups,
  ...domains,
  ...connections,
  ...directoryTokens,
  ...apiKeys,
  ...users,
  ...audit,
};

/** Where the reference protocol begins, below the issuer. */
export const apiPath = '/api/v1';

const json = { 'Content-Type': 'application/json' };

/** Bytes that the body of a write may have. */
const largestBody = 1024 * 1024;

/** Answers every operation of the contract. */
export function mountOperations(server: ServerApplication, world: World): void {
  for (const operation of Object.keys(routes) as Operation[]) mount(server, world, operation);
}

function mount<O extends Operation>(server: ServerApplication, world: World, operation: O): void {
  const route: Route = routes[operation];
  const path = `${apiPath}${route.path.replace(/\{(\w+)\}/g, ':$1')}`;
  server.on(route.method, path, async (context) => {
    // The router takes an address that ends with a slash for the one without, which would make
    // `DELETE …/members/..` the end of the organization.
    if (context.req.path.endsWith('/')) throw new Refusal('not_found');
    const asking = await askingOf(world, route, context);
    try {
      const text = route.method === 'GET' ? '' : await textOf(context.req.raw);
      const answer = await keyed(world, asking.caller, operation, context, text, async () => {
        // Who sends slowly is judged as they stand when all of it is there.
        if (route.method !== 'GET') Object.assign(asking, await askingOf(world, route, context));
        const call = callOf(asking, route, context, text);
        const handle: Handlers<O>[O] = handlers[operation];
        return handle(call as unknown as Call<O>);
      });
      return readyAnswer(bytesOfAnswer(world.wire(operation, answer)), json);
    } catch (error) {
      if (error instanceof Refusal && route.action) {
        recordRefusal(asking.deed, refusedIn(asking.deed, route.action, context), error.code);
      }
      throw error;
    }
  });
}

/** Who asks, as they stood when somebody last looked, and what they do. */
interface Asking {
  caller: Caller;
  deed: Deed;
}

async function askingOf(world: World, { action }: Route, context: Context): Promise<Asking> {
  const caller = await authenticate(world, context.req.raw);
  const { actor, by } = caller;
  const forNobody = by.type === 'user' && action !== undefined && isPersonal(action);
  const deed: Deed = {
    world,
    actor,
    by: forNobody ? { type: by.type, id: by.id } : by,
    requestId: context.get('requestId') as string,
  };
  return { caller, deed };
}

function callOf(asking: Asking, route: Route, context: Context, text: string) {
  const { caller } = asking;
  const { world } = asking.deed;
  return {
    world,
    caller,
    callerNow: async () => {
      Object.assign(asking, await askingOf(world, route, context));
      return asking.caller;
    },
    path: (name: string) => context.req.param(name) ?? '',
    query: queryOf(context, route.query ?? v.strictObject({})),
    body: parsed(route.body ?? v.strictObject({}), jsonOf(text, context)),
    expectVersion: (version: number) => expectVersion(context.req.header('If-Match'), version),
    write: <T>(task: (deed: Deed) => T) => world.journal.atomically(() => task(asking.deed)),
    preview: (task: (deed: Deed) => void) => impactOf(asking.deed, task),
    each: <T>(
      items: readonly T[],
      task: (deed: Deed, item: T) => void,
      targetOf: (item: T) => { type: string; id: string },
    ) =>
      items.map((item) => {
        try {
          world.journal.atomically(() => task(asking.deed, item));
          return { outcome: 'done' as const };
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          const refused = refusedIn(asking.deed, route.action ?? '', context);
          recordRefusal(asking.deed, { ...refused, target: targetOf(item) }, error.code);
          return { outcome: 'refused' as const, code: error.code };
        }
      }),
  };
}

/** Answers a request with an idempotency key once; any other is answered each time. */
async function keyed<T>(
  world: World,
  caller: Caller,
  operation: Operation,
  { req }: Context,
  text: string,
  task: () => Promise<T>,
): Promise<T> {
  const key = req.header('Idempotency-Key');
  if (key === undefined || routes[operation].method === 'GET') return task();
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Refusal('validation_failed', [
      { field: 'Idempotency-Key', message: 'Up to 255 visible characters.' },
    ]);
  }
  const { actor, clientId } = caller;
  const { pathname, search } = new URL(req.url);
  const asked = [operation, pathname, search, text, req.header('If-Match') ?? ''];
  return once(
    world.idempotency,
    world.now(),
    {
      key: JSON.stringify([actor.userId, actor.organizationId ?? '', clientId, key]),
      // A digest, since what is asked can hold the secret of a link.
      fingerprint: await digestOf(JSON.stringify(asked)),
    },
    task,
  );
}

/** Where somebody was refused: in the organization that they acted for. */
function refusedIn({ by }: Deed, action: string, { req }: Context) {
  const own = by.organizationId;
  const ids = Object.entries(req.param() as Record<string, string>);
  const [type, id] = ids.at(-1) ?? [];
  return {
    action,
    ...(own !== undefined && { organizationId: own }),
    ...(type !== undefined &&
      id !== undefined && { target: { type: type.replace(/Id$/, ''), id: id.slice(0, 128) } }),
  };
}

/** Refuses what another version was looked at for (RFC 9110, section 13.1.1). */
function expectVersion(ifMatch: string | undefined, version: number): void {
  if (ifMatch === undefined || ifMatch === '*') return;
  const [, told] = /^"?(\d{1,15})"?$/.exec(ifMatch) ?? [];
  if (told === undefined) {
    throw new Refusal('validation_failed', [{ field: 'If-Match', message: 'This is no version.' }]);
  }
  if (Number(told) !== version) throw new Refusal('version_conflict');
}

async function textOf(request: Request): Promise<string> {
  const text = await bodyOf(request, largestBody);
  if (text === undefined) throw new Refusal('validation_failed');
  return text;
}

function jsonOf(text: string, { req }: Context): unknown {
  if (text === '') return {};
  const type = req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refusal('validation_failed');
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('validation_failed');
  }
}

function queryOf(context: Context, schema: v.GenericSchema): unknown {
  const given = context.req.queries();
  const repeated = Object.keys(given).filter((name) => (given[name]?.length ?? 0) > 1);
  if (repeated.length > 0) {
    throw new Refusal(
      'validation_failed',
      repeated.map((field) => ({ field, message: 'Given more than once.' })),
    );
  }
  return parsed(schema, context.req.query());
}

/** What the schema makes of an input; refuses with `validation_failed` and the fields at fault. */
export function parsed<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  throw new Refusal(
    'validation_failed',
    result.issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', message: issue.message })),
  );
}
