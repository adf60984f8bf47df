import type { DirectoryClient } from '@tesserakit/client';

const known = new WeakMap<DirectoryClient, Map<string, DirectoryClient>>();

/**
 * A client for what an organization looks after: asked about another organization, it acts from
 * this one. The same for the same two, so that what was loaded is found again.
 */
export function actingClient(client: DirectoryClient, actingFrom: string): DirectoryClient {
  const all = known.get(client) ?? new Map<string, DirectoryClient>();
  known.set(client, all);
  const acting = all.get(actingFrom) ?? actingFor(client, actingFrom);
  all.set(actingFrom, acting);
  return acting;
}

type Method = (parameters?: object, ...rest: unknown[]) => unknown;

function actingFor(client: DirectoryClient, actingFrom: string): DirectoryClient {
  const from = (method: Method, owner: object): Method => {
    return (parameters, ...rest) =>
      method.call(owner, withActingFrom(parameters, actingFrom), ...rest);
  };
  const namespaces = new Map<object, object>();
  const namespace = (methods: object) => {
    const acting =
      namespaces.get(methods) ??
      new Proxy(methods, {
        get: (target, name) => {
          const method: unknown = Reflect.get(target, name);
          return typeof method === 'function' ? from(method as Method, target) : method;
        },
      });
    namespaces.set(methods, acting);
    return acting;
  };
  const acting: object = new Proxy(
    {},
    {
      get: (_, name) => {
        const part: unknown = Reflect.get(client, name);
        if (typeof part === 'object' && part) return namespace(part);
        return typeof part === 'function' ? from(part as Method, client) : part;
      },
    },
  );
  return acting as DirectoryClient;
}

function withActingFrom(parameters: object | undefined, actingFrom: string): object | undefined {
  const { organizationId } = (parameters ?? {}) as { organizationId?: string | undefined };
  if (organizationId === undefined || organizationId === actingFrom) return parameters;
  return { actingFrom, ...parameters };
}
