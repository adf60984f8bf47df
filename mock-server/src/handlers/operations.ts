import { routes, type Operation } from '@tesserakit/contract';
import type { Context } from 'hono';
import * as v from 'valibot';
import type { ServerApplication } from '../application.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { authenticate, type Caller } from './caller.ts';
import { applications } from './applications.ts';
import { me } from './me.ts';
import { members } from './members.ts';
import { organizations } from './organizations.ts';

type Routes = typeof routes;

type QueryOf<O extends Operation> = Routes[O] extends { query: infer Q extends v.GenericSchema }
  ? v.InferOutput<Q>
  : Record<never, never>;

/** One request to the reference protocol: parsed, and from a person who is known. */
export interface Call<O extends Operation> {
  readonly world: World;
  readonly caller: Caller;
  /** A parameter of the path. */
  path(name: string): string;
  readonly query: QueryOf<O>;
}

/** Find, ask, change, answer: one function per operation, refusing by throwing {@link Refusal}. */
export type Handlers<O extends Operation = Operation> = {
  readonly [Name in O]: (
    call: Call<Name>,
  ) => v.InferInput<Routes[Name]['answer']> | Promise<v.InferInput<Routes[Name]['answer']>>;
};

const handlers: Handlers = { ...me, ...organizations, ...members, ...applications };

/** Where the reference protocol begins, below the issuer. */
export const apiPath = '/api/v1';

/** Answers every operation of the contract. */
export function mountOperations(server: ServerApplication, world: World): void {
  for (const operation of Object.keys(routes) as Operation[]) mount(server, world, operation);
}

function mount<O extends Operation>(server: ServerApplication, world: World, operation: O): void {
  const route = routes[operation];
  const path = `${apiPath}${route.path.replace(/\{(\w+)\}/g, ':$1')}`;
  server.on(route.method, path, async (context) => {
    const caller = await authenticate(world, context.req.raw);
    const handle: Handlers<O>[O] = handlers[operation];
    const answer = await handle({
      world,
      caller,
      path: (name) => context.req.param(name) ?? '',
      query: queryOf(context, 'query' in route ? route.query : v.strictObject({})) as QueryOf<O>,
    });
    return Response.json(world.wire(operation, answer));
  });
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
