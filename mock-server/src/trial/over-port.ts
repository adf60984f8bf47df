import { serve } from '../node.ts';
import type { World } from '../world.ts';

/** Sends a request to a world through a port that is there for it alone. */
export async function overPort(world: World, request: Request): Promise<Response> {
  const { port, close } = await serve(world, { port: 0, hosts: ['127.0.0.1'] });
  try {
    const { pathname, search } = new URL(request.url);
    const { method, headers } = request;
    const body = method === 'GET' ? undefined : await request.text();
    const response = await fetch(`http://127.0.0.1:${port}${pathname}${search}`, {
      method,
      headers,
      ...(body && { body }),
    });
    return new Response(await response.text(), response);
  } finally {
    await close();
  }
}
