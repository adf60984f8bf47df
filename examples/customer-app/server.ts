import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Configuration } from './src/configuration.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves the built application under a strict content security policy. */
export function customerApplication(
  directory: string,
  configuration: Configuration,
): (request: Request) => Promise<Response> {
  const { origin } = new URL(configuration.issuer);
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' https:",
    `connect-src 'self' ${origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/configuration.json') return Response.json(configuration);
    // Whatever stands below the portal is a screen of it, which the page finds by itself.
    const isPage = pathname === '/' || pathname === '/callback' || pathname.startsWith('/portal/');
    const file = isPage ? '/index.html' : pathname;
    const body = await readFile(join(directory, normalize(file))).catch(() => undefined);
    if (!body) return new Response('Not found', { status: 404 });
    return new Response(new Uint8Array(body), {
      headers: {
        'Content-Type': types[extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': policy,
        'Cache-Control': file.startsWith('/assets/')
          ? 'public, max-age=31536000, immutable'
          : 'no-store',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  };
}
