import type { ServerApplication } from './application.ts';
import { pageHeaders, pageStylePath } from './page.ts';

const style = `:root {
  color-scheme: light dark;
  --text: light-dark(oklch(0.22 0.01 264), oklch(0.96 0.01 264));
  --muted: light-dark(oklch(0.5 0.01 264), oklch(0.72 0.01 264));
  --surface: light-dark(oklch(1 0 0), oklch(0.23 0.01 264));
  --page: light-dark(oklch(0.98 0.003 264), oklch(0.19 0.01 264));
  --border: light-dark(oklch(0.91 0.005 264), oklch(0.31 0.01 264));
  --accent: light-dark(oklch(0.53 0.19 264), oklch(0.72 0.14 264));
}

body {
  box-sizing: border-box;
  max-inline-size: 46rem;
  margin: 0 auto;
  padding: 2rem 1rem;
  overflow-wrap: anywhere;
  font: 0.875rem / 1.45 system-ui, sans-serif;
  color: var(--text);
  background: var(--page);
}

h1 {
  font-size: 1.25rem;
  font-weight: 600;
}

h2 {
  margin: 0;
  font-size: 1rem;
  font-weight: 600;
}

a {
  color: var(--accent);
}

:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}

code,
pre {
  font: 0.8125rem / 1.45 ui-monospace, monospace;
}

pre {
  white-space: pre-wrap;
}

article,
dl {
  margin-block: 0.75rem;
  padding: 1rem;
  border: 1px solid var(--border);
  border-radius: 6px;
  background: var(--surface);
}

article p {
  margin-block: 0.25rem;
  color: var(--muted);
}

dt {
  font-weight: 500;
}

dt + dd,
dd + dt {
  margin-block-start: 0.25rem;
}

dd {
  margin-inline-start: 0;
  margin-block-end: 0.75rem;
  color: var(--muted);
}
`;

/** Serves the style of {@link page}. */
export function mountPageStyle(server: ServerApplication): void {
  const headers = { ...pageHeaders, 'Content-Type': 'text/css; charset=utf-8' };
  server.get(pageStylePath, () => new Response(style, { headers }));
}
