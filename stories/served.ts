import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const place = '/docs/storybook/';
const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface ServedStorybook {
  readonly address: string;
  /** What the worker should have answered, or what is missing from the build. */
  readonly strays: readonly string[];
  close(): void;
}

/** A built Storybook, served below another path than that of a site. */
export async function serveStorybook(built: string): Promise<ServedStorybook> {
  const strays: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(pathname.replace(place, '/'));
    readFile(join(built, path)).then(
      (content) => {
        response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'text/plain' });
        response.end(content);
      },
      () => {
        strays.push(pathname);
        response.writeHead(404).end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}${place}`,
    strays,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
