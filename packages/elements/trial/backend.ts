import { createClient, type DirectoryClient } from '@tesserakit/client';
import {
  createServer,
  createWorld,
  issueAccessToken,
  seeds,
  type Seed,
  type World,
} from '@tesserakit/mock-server';

type Answer = (
  request: Request,
  pass: (instead?: Request) => Promise<Response>,
) => Response | Promise<Response>;

/** A directory of one's own with one person signed in to it. */
export interface Backend {
  readonly world: World;
  readonly client: DirectoryClient;
  /** The organization that the person acts for at first. */
  readonly organizationId: string;
  /** Every request so far, oldest first. */
  readonly asked: readonly URL[];
  /** Answers instead of the server; `pass` gives the server's answer, also to another request. */
  answer: Answer;
}

export interface SignIn {
  /** A seeded person. */
  readonly as?: string;
  readonly seed?: Seed;
  readonly organizationId?: string;
  /** In the Admin Portal: a platform administrator acts for no organization, and reaches all. */
  readonly portal?: boolean;
}

/** A new world with a person in it, and the client of the kit that speaks to it, without a port. */
export function signIn({
  as: userId = 'user_both',
  seed = seeds.default,
  organizationId = seed.members.find((member) => member.userId === userId)?.organizationId ?? '',
  portal = false,
}: SignIn = {}): Backend {
  const world = createWorld(seed);
  const server = createServer(world);
  const asked: URL[] = [];
  const backend: Backend = {
    world,
    organizationId,
    asked,
    answer: (_, pass) => pass(),
    client: createClient({
      baseUrl: `${world.issuer}/api/v1`,
      identity: () => `${world.issuer} ${userId}`,
      getToken: (scope) =>
        portal
          ? issueAccessToken(world, userId, undefined, 'admin-portal')
          : issueAccessToken(world, userId, scope.organizationId),
      fetch: async (input, init) => {
        const request = new Request(input, init);
        asked.push(new URL(request.url));
        return backend.answer(request, async (instead = request) => server.fetch(instead));
      },
    }),
  };
  return backend;
}

/** A refusal as the contract words it (RFC 9457). */
export function refusal(status: number, code: string): Response {
  return Response.json(
    { type: 'about:blank', title: code, status, code, requestId: 'request_7' },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}

/** A promise and the hand that keeps it: for answers that come when the test says so. */
export function held() {
  let release = (): void => {};
  const promise = new Promise<void>((resolve) => (release = resolve));
  return { promise, release };
}
