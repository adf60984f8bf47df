import { createClient, type DirectoryClient } from '@tesserakit/client';
import { createWorld, issueAccessToken, seeds, type Seed } from '@tesserakit/mock-server';
import { handlersOf } from '@tesserakit/mock-server/msw';
import { delay, http, HttpResponse, type RequestHandler } from 'msw';
import { withAdministrator } from '../packages/elements/trial/seeds.js';
import { disguise, disguisedSeed } from './hostile-texts.js';

/** What a story's world begins with, and how its server misbehaves. */
export interface Scene {
  readonly seed?: Seed;
  /** The organization in view; where the person is no member, their first one. */
  readonly organizationId?: string;
  readonly faults?: readonly Fault[];
}

/**
 * A server's misbehaviour, as a handler that stands before those of the world. What it makes up
 * itself goes through `disguised`, for the hostile scenario.
 */
export type Fault = (baseUrl: string, disguised: <Data>(data: Data) => Data) => RequestHandler;

/** How the toolbar turns a scene: with its own texts, or with hostile ones in their place. */
export type Scenario = 'own' | 'hostile';

/** What the elements of a story talk to. */
export interface Backend {
  readonly client: DirectoryClient;
  readonly organizationId: string;
}

/** The seed of the stories: the person of the toolbar administers two organizations at first. */
export const seed = withAdministrator(seeds.default, 'user_both', 'org_acme');

/** Who can be chosen in the toolbar: everybody who is a member somewhere, or runs the platform. */
export const people = seed.users.filter(
  ({ userId, platformAdministrator }) =>
    platformAdministrator || seed.members.some((member) => member.userId === userId),
);

/**
 * A world of its own for one story, so that the stories of a page do not disturb each other, with
 * one person signed in, and the handlers that answer from it.
 */
export function stage(
  scene: Scene,
  userId: string,
  baseUrl: string,
  scenario: Scenario = 'own',
): { backend: Backend; handlers: RequestHandler[] } {
  const disguised = scenario === 'hostile' ? disguise() : <Data>(data: Data) => data;
  const begin = disguisedSeed(scene.seed ?? seed, disguised);
  const world = createWorld(begin);
  const own = begin.members.filter((member) => member.userId === userId);
  const first = own.find((member) => member.organizationId === scene.organizationId) ?? own[0];
  const isPlatform = world.users.get(userId)?.platformAdministrator === true;
  const client = createClient({
    baseUrl: `${baseUrl}/api/v1`,
    identity: () => `${baseUrl} ${userId}`,
    // Whoever runs the platform acts for no organization, and reaches all.
    getToken: ({ organizationId }) =>
      isPlatform
        ? issueAccessToken(world, userId, undefined, 'admin-portal')
        : issueAccessToken(world, userId, organizationId),
  });
  const organizationId = isPlatform ? scene.organizationId : first?.organizationId;
  return {
    backend: { client, organizationId: organizationId ?? '' },
    handlers: [
      ...(scene.faults ?? []).map((fault) => fault(baseUrl, disguised)),
      ...handlersOf(world, { baseUrl }),
    ],
  };
}

/** Paths of the reference protocol, as MSW matches them. */
export const paths = {
  organizations: '/api/v1/organizations',
  organization: (organizationId = ':organizationId') => `/api/v1/organizations/${organizationId}`,
  members: '/api/v1/organizations/:organizationId/members',
  member: '/api/v1/organizations/:organizationId/members/:userId',
  access: '/api/v1/organizations/:organizationId/members/:userId/access',
  accessMatrix: '/api/v1/organizations/:organizationId/access',
  grant: '/api/v1/organizations/:organizationId/members/:userId/access/:applicationId',
  explanation:
    '/api/v1/organizations/:organizationId/members/:userId/access/:applicationId/explain',
  managedOrganizations: '/api/v1/organizations/:organizationId/managed-organizations',
  ownInvitations: '/api/v1/me/invitations',
  invitations: '/api/v1/organizations/:organizationId/invitations',
  applications: '/api/v1/organizations/:organizationId/applications',
  organizationRoles: '/api/v1/organizations/:organizationId/organization-roles',
  roles: '/api/v1/tenant/applications/:applicationId/roles',
  roleGroups: '/api/v1/tenant/applications/:applicationId/role-groups',
};

/** The server never answers. */
export function silent(path: string): Fault {
  return (baseUrl) =>
    http.get(baseUrl + path, async () => {
      await delay('infinite');
    });
}

/** There is no way to the server. */
export function unreachable(path: string): Fault {
  return (baseUrl) => http.get(baseUrl + path, () => HttpResponse.error());
}

/** The server refuses with a problem document (RFC 9457). */
export function refused(path: string, status: number, code: string): Fault {
  return (baseUrl) => http.get(baseUrl + path, () => problem(status, code));
}

function problem(status: number, code: string, headers: Record<string, string> = {}) {
  return HttpResponse.json(
    { type: 'about:blank', title: code, status, code, requestId: 'request_4f7a09' },
    { status, headers: { 'Content-Type': 'application/problem+json', ...headers } },
  );
}

/** The server answers with these items in one page. */
export function answered(path: string, items: readonly object[]): Fault {
  return (baseUrl, disguised) =>
    http.get(baseUrl + path, () =>
      HttpResponse.json({ items: disguised(items), nextCursor: null, total: items.length }),
    );
}

/** The first page comes, and no other. */
export function refusedFurther(path: string): Fault {
  return (baseUrl) =>
    http.get(baseUrl + path, ({ request }) =>
      request.url.includes('cursor=') ? HttpResponse.json({}, { status: 502 }) : undefined,
    );
}

/** Every deed below a path is met by this; what is only asked for passes. */
function onDeed(path: string, answer: () => Response | Promise<Response>): Fault {
  return (baseUrl) => {
    const meet = ({ request }: { request: Request }) =>
      request.method === 'GET' ? undefined : answer();
    return http.all(`${baseUrl}${path}*`, meet);
  };
}

/** The server refuses every deed below a path, for so many seconds where that is given. */
export function refusedDeed(
  path: string,
  status: number,
  code: string,
  retryAfter?: number,
): Fault {
  const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  return onDeed(path, () => problem(status, code, headers));
}

/** There is no way to the server for any deed below a path. */
export function unreachableDeed(path: string): Fault {
  return onDeed(path, () => HttpResponse.error());
}

/** The server never answers a deed below a path. */
export function silentDeed(path: string): Fault {
  return onDeed(path, async () => {
    await delay('infinite');
    return HttpResponse.error();
  });
}
