import type { ServerApplication } from '../application.ts';
import type { House } from '../house.ts';

/** Opening these changes the state of a sign-in. */
const signIn = /^\/(authorize|logout|login\/api\/.*)$/;

/**
 * Lets the requests below a path take turns with those that are sent elsewhere to the same world,
 * where it is kept.
 */
export function takeTurns(server: ServerApplication, { keeping }: House, path: string): void {
  if (!keeping) return;
  server.use(path, ({ req }, next) =>
    changesNothing(req.raw) ? keeping.read(next) : keeping.write(next),
  );
}

function changesNothing({ method, url }: Request): boolean {
  return /^(GET|HEAD|OPTIONS)$/.test(method) && !signIn.test(new URL(url).pathname);
}
