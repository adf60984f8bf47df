import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { page, pageHeaders } from './page.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Answers `/login/…` from a directory of built pages, each with a policy that lets nothing in from
 * elsewhere. Without the pages, says how to build them.
 */
export function loginPages(directory: string | undefined): (path: string) => Promise<Response> {
  const root = directory === undefined ? undefined : resolve(directory);
  return async (path) => {
    if (path === '/login') return redirectToFolder();
    // Where a mailed link leads to is the same page.
    const name = path === '/login/link' ? '' : path.slice('/login/'.length);
    const file = root === undefined ? undefined : fileAt(root, name);
    const content = file && (await readFile(file).catch(() => undefined));
    if (file && content) {
      return new Response(content, { headers: headersOf(file, path.startsWith('/login/assets/')) });
    }
    return path === '/login/'
      ? notBuilt()
      : page('Not found', '<p>There is no such page.</p>', 404);
  };
}

function fileAt(root: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0')) return undefined;
  const file = resolve(join(root, decoded === '' ? 'index.html' : decoded));
  return file.startsWith(root + sep) ? file : undefined;
}

function headersOf(file: string, isHashed: boolean): Record<string, string> {
  return {
    ...pageHeaders,
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

function redirectToFolder(): Response {
  return new Response(null, { status: 308, headers: { Location: '/login/' } });
}

function notBuilt(): Response {
  return page(
    'No login pages',
    '<p>Run <code>npm run build</code>, then load this again.</p>',
    503,
  );
}
