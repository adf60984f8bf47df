import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { msw } from 'msw/vite';
import { build, defaultClientConditions, preview } from 'vite';

/** A page of `pages/`, built from the sources as they are and put behind a port. */
export interface ServedPage {
  readonly address: string;
  close(): Promise<void>;
}

/** @param proxy origins of servers that answer below the page's own, by the beginning of the path */
export async function servePage(
  name: string,
  outputDir: string,
  proxy: Readonly<Record<string, string>> = {},
): Promise<ServedPage> {
  const root = join(import.meta.dirname, 'pages', name);
  const outDir = join(outputDir, name);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [msw({ mode: 'worker-only' })],
    resolve: { conditions: ['tessera-source', ...defaultClientConditions] },
    build: { outDir, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  const server = await preview({
    root,
    configFile: false,
    build: { outDir },
    preview: { port: 0, proxy },
  });
  const { port } = server.httpServer.address() as AddressInfo;
  return { address: `http://localhost:${port}/`, close: () => server.close() };
}
