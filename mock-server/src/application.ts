import type { Hono } from 'hono';

/** What the parts of the server are mounted on; each request is known by an id. */
export type ServerApplication = Hono<{ Variables: { requestId: string } }>;
