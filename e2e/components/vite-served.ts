import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type InlineConfig, type ViteDevServer } from 'vite';

interface Context {
  readonly path: string;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  respond: boolean;
}

/**
 * Lets Vite serve everything but the test runner's own pages, so that the tests run on the same
 * resolver and transforms as the build. It has to be a `middleware`: one that is added when the
 * server starts comes after the runner's own file server, which answers a `.ts` file as a video.
 */
export function viteServed(config: InlineConfig) {
  let starting: Promise<ViteDevServer> | undefined;
  const start = () =>
    createServer({
      configFile: false,
      appType: 'custom',
      logLevel: 'warn',
      clearScreen: false,
      ...config,
      server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    });
  return {
    middleware: async (context: Context, next: () => Promise<void>): Promise<void> => {
      if (context.path === '/' || context.path.startsWith('/__web-')) return next();
      const server = await (starting ??= start());
      context.respond = false;
      context.res.statusCode = 200;
      server.middlewares(context.req, context.res, (error?: unknown) => {
        context.res.statusCode = error ? 500 : 404;
        context.res.end(error instanceof Error ? error.stack : 'not found');
      });
    },
    plugin: {
      name: 'vite-served',
      async serverStop(): Promise<void> {
        await (await starting)?.close();
      },
    },
  };
}
