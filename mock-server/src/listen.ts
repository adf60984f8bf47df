import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectionLost } from './connection-lost.ts';
import { readyBodyOf } from './ready-answer.ts';

export interface ListenOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** The flag by which the person at the terminal chooses another port. */
  readonly flag?: string;
  /** Addresses to listen on; by default this machine only, under both of its names. */
  readonly hosts?: readonly string[];
}

/** Something behind a port. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Puts an application behind a port of this machine. Requests that name another host are refused
 * with 421, so that a foreign page cannot reach it by a name that leads here (DNS rebinding). Where
 * the application rejects because a connection is to be lost, the socket closes without an answer.
 *
 * @throws Error with a sentence for the person at the terminal when the port is taken.
 */
export async function listen(
  answer: (request: Request) => Response | Promise<Response>,
  options: ListenOptions,
): Promise<Listening> {
  const { flag = '--port', hosts = ['127.0.0.1', '::1'] } = options;
  const allowed = new Set<string>();
  const guarded = async (request: Request, { outgoing }: HttpBindings) => {
    if (!allowed.has(request.headers.get('Host') ?? '')) {
      return new Response('This server does not answer to that name.', { status: 421 });
    }
    try {
      const answered = await answer(request);
      const body = readyBodyOf(answered);
      if (body === undefined) return answered;
      const headers = ['Content-Length', String(body.byteLength)];
      for (const [name, value] of answered.headers) headers.push(name, value);
      outgoing.writeHead(answered.status, headers).end(body);
      return RESPONSE_ALREADY_SENT;
    } catch (error) {
      if (!(error instanceof ConnectionLost || request.signal.aborted)) throw error;
      outgoing.destroy();
      return RESPONSE_ALREADY_SENT;
    }
  };
  const listeners: HttpServer[] = [];
  let { port } = options;
  for (const host of hosts) {
    const listener = createAdaptorServer({
      fetch: (request, bindings) => guarded(request, bindings as HttpBindings),
      overrideGlobalObjects: false,
    }) as HttpServer;
    try {
      port = await bind(listener, port, host);
      listeners.push(listener);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A machine without IPv6 is served under its other address alone.
      const missing = code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT';
      if (missing && listeners.length > 0) continue;
      await Promise.all(listeners.map(close));
      const taken = `Port ${port} is taken. Choose another with ${flag}.`;
      throw code === 'EADDRINUSE' ? new Error(taken, { cause: error }) : error;
    }
  }
  for (const name of ['localhost', '127.0.0.1', '[::1]']) allowed.add(`${name}:${port}`);
  return {
    port,
    close: async () => {
      await Promise.all(listeners.map(close));
    },
  };
}

function bind(listener: HttpServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(port, host, () => {
      resolve((listener.address() as AddressInfo).port);
    });
  });
}

function close(listener: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    listener.close(() => {
      resolve();
    });
    listener.closeAllConnections();
  });
}
