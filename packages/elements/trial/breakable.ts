import { TesseraError, type DirectoryClient } from '@tesserakit/client';
import type { ErrorCode } from '@tesserakit/domain';

/** A client whose methods can be made to fail, one at a time, and that tells which were called. */
export interface Breakable {
  readonly client: DirectoryClient;
  /** Every method that was called, as `members.list`. */
  readonly called: ReadonlySet<string>;
  /** Lets a method fail from now on, after the wait if there is one; nothing fails without a name. */
  fail(method?: string, code?: ErrorCode, wait?: Promise<unknown>): void;
}

export function breakable(client: DirectoryClient): Breakable {
  const called = new Set<string>();
  let fault: { method: string; code: ErrorCode; wait?: Promise<unknown> | undefined } | undefined;
  const guarded =
    (method: string, run: (...sent: unknown[]) => unknown) =>
    async (...sent: unknown[]) => {
      called.add(method);
      if (fault?.method !== method) return run(...sent);
      const { code, wait } = fault;
      await wait;
      throw new TesseraError(code, {
        requestId: 'request_7',
        ...(code === 'rate_limited' && { retryAfter: 60 }),
      });
    };
  const namespace = (noun: string, methods: object) =>
    new Proxy(methods, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        return typeof method === 'function'
          ? guarded(
              `${noun}.${String(name)}`,
              (method as (...sent: unknown[]) => unknown).bind(target),
            )
          : method;
      },
    });
  const whole = new Proxy(client, {
    get: (target, name) => {
      const part: unknown = Reflect.get(target, name);
      if (name === 'capabilities')
        return guarded('capabilities', (part as () => unknown).bind(target));
      if (typeof part === 'function') return part.bind(target) as unknown;
      return typeof part === 'object' && part ? namespace(String(name), part) : part;
    },
  });
  return {
    client: whole,
    called,
    fail: (method, code = 'server_error', wait) => {
      fault = method === undefined ? undefined : { method, code, wait };
    },
  };
}
