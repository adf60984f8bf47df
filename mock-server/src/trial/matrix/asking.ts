import { pathOf, routes, type Operation, type Route } from '@tesserakit/contract';
import { createServer } from '../../server.ts';
import { directoryOf } from '../../snapshot.ts';
import type { World } from '../../world.ts';
import { callers, type MatrixCaller } from './callers.ts';
import type { Aim, Row } from './rows.ts';
import { matrixWorld, userIdOf, type PlaceName } from './seed.ts';

/** An answer, and what the question did. */
export interface MatrixAnswer {
  readonly status: number;
  /** `ok`, or the code of the refusal. */
  readonly verdict: string;
  readonly text: string;
  /** Everything of the answer but request id and date, as text. */
  readonly bytes: string;
  readonly changed: boolean;
  readonly events: World['audit'];
}

/** One request, written down but for who makes it. */
export interface MatrixRequest {
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export function aimOf(caller: MatrixCaller, place: PlaceName, color: 'one' | 'two' = 'one'): Aim {
  return {
    place,
    organizationId: `org_${place}`,
    userId: userIdOf(place, 'agent'),
    color,
    applicationId: `app_${color}`,
    caller,
  };
}

export function requestOf(operation: Operation, row: Row, aim: Aim): MatrixRequest {
  const { place, organizationId, userId, applicationId } = aim;
  return {
    operation,
    parameters: {
      organizationId,
      userId,
      applicationId,
      invitationId: `invitation_${place}`,
      domainId: `domain_${place}`,
      connectionId: `connection_${place}`,
      directoryTokenId: `token_${place}`,
      apiKeyId: `key_${place}`,
      ...row.parameters?.(aim),
    },
    ...(row.query && { query: row.query }),
    ...(row.body && { body: row.body(aim) }),
  };
}

/** A world that is ready for a request, and asks it of it. */
export interface Ground {
  readonly world: World;
  ask(caller: MatrixCaller, request: MatrixRequest): Promise<MatrixAnswer>;
  /** Sends a path as it is written. */
  send(caller: MatrixCaller, request: MatrixRequest, path: string): Promise<MatrixAnswer>;
  /** With the token of its preview, where it takes one. */
  confirmed(request: MatrixRequest, row: Row): Promise<MatrixRequest>;
}

export function groundOf(row: Row, aim: Aim, suspended?: PlaceName): Ground {
  const world = matrixWorld();
  row.prepare?.(world, aim);
  const closed = suspended && world.organizations.get(`org_${suspended}`);
  if (closed) world.organizations.set(closed.organizationId, { ...closed, status: 'suspended' });
  const server = createServer(world);
  let directory = JSON.stringify(directoryOf(world));

  const send: Ground['send'] = async (caller, request, path) => {
    const logged = world.audit.length;
    const response = await server.fetch(written(world, caller, request, path));
    const text = await response.text();
    const after = JSON.stringify(directoryOf(world));
    const changed = after !== directory;
    directory = after;
    return {
      status: response.status,
      verdict: response.ok ? 'ok' : String((JSON.parse(text) as { code: unknown }).code),
      text,
      bytes: comparable(response, text),
      changed,
      events: world.audit.slice(logged),
    };
  };
  const ask: Ground['ask'] = (caller, request) => send(caller, request, addressOf(request));
  return {
    world,
    send,
    ask,
    async confirmed(request, { confirms }) {
      const [platform] = callers;
      if (!confirms || !platform) return request;
      const preview = { operation: confirms, parameters: request.parameters };
      const query = 'body' in request ? queryOf(request.body) : undefined;
      const { text } = await ask(platform, { ...preview, ...(query && { query }) });
      const { token } = JSON.parse(text) as { token?: string };
      return token === undefined ? request : { ...request, query: { impact: token } };
    },
  };
}

function queryOf(body: object | undefined): Readonly<Record<string, string>> | undefined {
  return (
    body && Object.fromEntries(Object.entries(body).map(([name, told]) => [name, String(told)]))
  );
}

function addressOf({ operation, parameters, query }: MatrixRequest): string {
  const search = new URLSearchParams(query).toString();
  return pathOf(operation, parameters) + (search && `?${search}`);
}

function written(
  world: World,
  { authorization }: MatrixCaller,
  { operation, body, headers }: MatrixRequest,
  path: string,
): Request {
  const { method }: Route = routes[operation];
  return new Request(`${world.issuer}/api/v1${path}`, {
    method,
    headers: {
      ...(authorization !== undefined && { Authorization: authorization }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

function comparable({ status, headers }: Response, text: string): string {
  const told = [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'date');
  return JSON.stringify([status, told, text.replace(/"requestId":"\w+"/, '')]);
}
