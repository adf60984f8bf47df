import { startDemo } from '@tesserakit/mock-server/demo';

const demo = startDemo({ keep: 'journey', userId: 'user_admin_acme', organizationId: 'org_acme' });

async function ask(query: string, body?: unknown): Promise<Response> {
  const token = await demo.getToken({ organizationId: 'org_acme' });
  return demo.fetch(`${demo.baseUrl}/organizations/org_acme/invitations${query}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** What a person does in one tab. */
const tab = {
  invite: async (email: string) =>
    (await ask('', { email, organizationRoleIds: ['organizationMember'] })).status,
  invited: async () => {
    const { items } = (await (await ask('?limit=100')).json()) as { items: { email: string }[] };
    return items.map(({ email }) => email);
  },
  reset: () => demo.reset(),
};

declare global {
  interface Window {
    keptWorld: typeof tab;
  }
}

window.keptWorld = tab;
