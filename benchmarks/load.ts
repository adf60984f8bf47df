import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';

/** Requests to send to this machine: each connection sends its next one when it has its answer. */
export interface Load {
  readonly port: number;
  /** Asked for in turn. */
  readonly paths: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly milliseconds: number;
}

/** A process of its own that sends requests, so that what is measured has a core to itself. */
export interface Loader {
  /** Answers per second; rejects where one of them was not 200. */
  rateOf(load: Load): Promise<number>;
  stop(): void;
}

export function startLoader(): Loader {
  const child = fork(fileURLToPath(import.meta.url), { serialization: 'advanced' });
  const ended = once(child, 'exit').then(() => ['The loader has ended.']);
  return {
    rateOf: async (load) => {
      child.send(load);
      const [told] = (await Promise.race([once(child, 'message'), ended])) as [number | string];
      if (typeof told === 'string') throw new Error(told);
      return told;
    },
    stop: () => {
      child.kill();
    },
  };
}

async function rate({ port, paths, headers, connections, milliseconds }: Load): Promise<number> {
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const requests = paths.map((path) => Buffer.from(`GET ${path} HTTP/1.1\r\n${head}\r\n`));
  const begin = performance.now();
  let sent = 0;
  let answered = 0;
  const next = () => {
    if (performance.now() - begin >= milliseconds) return undefined;
    sent += 1;
    return requests[(sent - 1) % requests.length];
  };
  const stayAwake = awake();
  await Promise.all(
    Array.from({ length: connections }, () =>
      converse(port, next, () => {
        answered += 1;
      }),
    ),
  );
  stayAwake.end();
  return (answered / (performance.now() - begin)) * 1000;
}

/**
 * Keeps this process from sleeping: to wake it would be work for the server that answers, and the
 * more of it the longer the server takes.
 */
function awake(): { end(): void } {
  let turn: NodeJS.Immediate;
  const again = () => {
    turn = setImmediate(again);
  };
  again();
  return {
    end: () => {
      clearImmediate(turn);
    },
  };
}

/** Sends over one connection until there is no next request, and reads no more than it has to. */
function converse(
  port: number,
  next: () => Buffer | undefined,
  answered: () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let head = '';
    let missing = 0;
    const send = () => {
      const request = next();
      if (request) socket.write(request);
      else socket.end(resolve);
    };
    socket.on('connect', send).on('error', reject);
    socket.on('close', () => {
      reject(new Error('The connection was lost.'));
    });
    socket.on('data', (chunk) => {
      if (missing > 0) {
        missing -= chunk.length;
      } else {
        const before = head.length;
        head += chunk.toString('latin1', 0, 4096);
        const end = head.indexOf('\r\n\r\n');
        if (end === -1) return;
        const length = lengthOf(head.slice(0, end));
        if (length === undefined) {
          socket.destroy(new Error(`This is no answer to count: ${head}`));
          return;
        }
        missing = length - (before + chunk.length - end - 4);
        head = '';
      }
      if (missing > 0) return;
      answered();
      send();
    });
  });
}

/** Bytes of the body that comes after the head of a good answer; `undefined` for any other. */
export function lengthOf(head: string): number | undefined {
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? [];
  return head.startsWith('HTTP/1.1 200 ') && length !== undefined ? Number(length) : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.on('disconnect', () => process.exit());
  process.on('message', (load: Load) => {
    rate(load).then(
      (answers) => process.send?.(answers),
      (error: unknown) => process.send?.(String(error)),
    );
  });
}
