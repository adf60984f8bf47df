import type { DirectoryClient } from '@tesserakit/client';

/** One call of a method. */
export interface Called {
  /** As `members.list`. */
  readonly method: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string | undefined;
  /** How it ended; `undefined` while it is under way. */
  outcome?: 'answered' | 'failed';
}

/** What comes in the way of a call. `pass` asks the server. */
export type Obstacle = (pass: () => Promise<unknown>, call: Called) => Promise<unknown>;

/** A client whose methods can be obstructed, one at a time, and that tells what was called. */
export interface Breakable {
  readonly client: DirectoryClient;
  /** Every call so far, oldest first. */
  readonly calls: readonly Called[];
  /** Puts something in the way of all further calls of one method, and of no other. */
  obstruct(method: string, obstacle: Obstacle): void;
  /** Nothing is in the way any more. */
  mend(): void;
}

type Method = (...sent: unknown[]) => unknown;

export function breakable(client: DirectoryClient): Breakable {
  const calls: Called[] = [];
  let obstructed: { method: string; obstacle: Obstacle } | undefined;
  const guarded =
    (method: string, run: Method) =>
    async (...sent: unknown[]) => {
      const [input, options] = sent as [Called['input'], { idempotencyKey?: string } | undefined];
      const call: Called = { method, input, idempotencyKey: options?.idempotencyKey };
      calls.push(call);
      const pass = async () => run(...sent);
      try {
        const answer = await (obstructed?.method === method
          ? obstructed.obstacle(pass, call)
          : pass());
        call.outcome = 'answered';
        return answer;
      } catch (error) {
        call.outcome = 'failed';
        throw error;
      }
    };
  const namespace = (noun: string, methods: object) =>
    new Proxy(methods, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        return typeof method === 'function'
          ? guarded(`${noun}.${String(name)}`, (method as Method).bind(target))
          : method;
      },
    });
  const whole = new Proxy(client, {
    get: (target, name) => {
      const part: unknown = Reflect.get(target, name);
      if (name === 'capabilities') return guarded('capabilities', (part as Method).bind(target));
      if (typeof part === 'function') return part.bind(target) as unknown;
      return typeof part === 'object' && part ? namespace(String(name), part) : part;
    },
  });
  return {
    client: whole,
    calls,
    obstruct: (method, obstacle) => (obstructed = { method, obstacle }),
    mend: () => (obstructed = undefined),
  };
}
