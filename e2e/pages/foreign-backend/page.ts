import { createBetterAuthClient } from '@tesserakit/client-better-auth';
import '@tesserakit/elements/invitation-table.js';
import '@tesserakit/elements/invite-dialog.js';
import '@tesserakit/elements/member-table.js';
import '@tesserakit/elements/provider.js';
import '@tesserakit/elements/role-assigner.js';

/** Who is signed in, in which organization, with which invitation: the host's own matter. */
const {
  user = '',
  token = '',
  organization = '',
  invitation,
} = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
const baseUrl = `${location.origin}/api/auth`;

const client = createBetterAuthClient({
  baseUrl,
  identity: () => `${baseUrl} ${user}`,
  getHeaders: async () => ({ Authorization: `Bearer ${token}` }),
  invitationLink: (invitationId) => `${location.origin}/#invitation=${invitationId}`,
});
const provider = document.querySelector('tessera-provider')!;
const assigner = document.querySelector('tessera-role-assigner')!;
const join = document.querySelector<HTMLButtonElement>('#join')!;

function enter(organizationId: string): void {
  Object.assign(provider, { client, organizationId });
}

provider.addEventListener('tessera-member-opened', ({ userId }) => {
  Object.assign(assigner, { userId, hidden: false });
});
join.addEventListener('click', () => {
  void client.invitations.accept({ token: invitation ?? '' }).then(({ organizationId }) => {
    join.hidden = true;
    enter(organizationId);
  });
});

if (invitation === undefined) enter(organization);
else join.hidden = false;
