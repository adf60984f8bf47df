import { createClient } from '@tesserakit/client';
import '@tesserakit/elements/invitation-table.js';
import '@tesserakit/elements/invite-dialog.js';
import '@tesserakit/elements/member-table.js';
import '@tesserakit/elements/provider.js';
import {
  createServer,
  createWorld,
  issueAccessToken,
  seeds,
  withManyMembers,
} from '@tesserakit/mock-server';

const world = createWorld(withManyMembers(seeds.default, 'org_acme', 900));
const server = createServer(world);

interface Row {
  readonly userId: string;
}

/** Of the first grant to many, three come to nothing on the way. */
let failing = 3;

async function planted(request: Request): Promise<Response> {
  const { items } = (await request.clone().json()) as { items: Row[] };
  const lost = items.slice(0, failing);
  failing -= lost.length;
  const body = JSON.stringify({ items: items.slice(lost.length) });
  const answer = await server.fetch(new Request(request, { body }));
  const { results } = (await answer.json()) as { results: object[] };
  const refused = lost.map((row) => ({ ...row, outcome: 'refused', code: 'seat_limit_reached' }));
  return Response.json({ results: [...refused, ...results] });
}

const client = createClient({
  baseUrl: `${world.issuer}/api/v1`,
  identity: () => `${world.issuer} user_admin_acme`,
  getToken: ({ organizationId }) => issueAccessToken(world, 'user_admin_acme', organizationId),
  fetch: async (input, init) => {
    const request = new Request(input, init);
    if (failing > 0 && request.url.endsWith('/access/bulk')) return planted(request);
    return server.fetch(request);
  },
});

Object.assign(document.querySelector('tessera-provider')!, {
  client,
  organizationId: 'org_acme',
});

/** What became of the directory, as a journey asks for it. */
const directory = {
  invited: () =>
    [...(world.invitations.get('org_acme')?.values() ?? [])].map(
      ({ email, status, organizationRoleIds, applicationRoles }) => ({
        email,
        status,
        roles: [...organizationRoleIds, ...applicationRoles.flatMap(({ roleIds }) => roleIds)],
      }),
    ),
  mailsTo: (email: string) => world.mailbox.filter(({ to }) => to === email).length,
  statusOf: (userId: string) => world.members.get('org_acme')?.get(userId)?.status,
  holding: (roleId: string) =>
    [...(world.grants.get('org_acme')?.values() ?? [])].filter((grants) =>
      grants.some(({ roles }) => roles.some((role) => role.roleId === roleId)),
    ).length,
};

declare global {
  interface Window {
    directory: typeof directory;
  }
}

window.directory = directory;
