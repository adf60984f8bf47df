import { seeds } from '@tesserakit/mock-server';
import { html } from 'lit';
import { faultMatrix, type Writing } from '../../trial/fault-matrix.js';
import { withAdministrator, withInvitation } from '../../trial/seeds.js';
import '../context/provider.js';
import './org-picker.js';
import './org-switcher.js';

const seed = withInvitation(
  withAdministrator(seeds.default, 'user_both', 'org_acme'),
  'user_both',
  'org_cirrus',
);

/** The switcher tells which organization is in view; the choice is the same in each. */
const content = html`<tessera-org-switcher></tessera-org-switcher>
  <tessera-org-picker offers personal></tessera-org-picker>`;

const accept: Writing = {
  ready: 'Invited by',
  act: ({ press }) => press(/^Accept the invitation to Cirrus Group$/),
  again: ({ press }) => press(/^Try again$/),
  done: /You have joined Cirrus Group/,
};

faultMatrix('tessera-org-picker', {
  source: 'organizations/org-picker',
  signedIn: { as: 'user_both', seed, organizationId: 'org_acme' },
  isTenants: true,
  content,
  ready: 'Borealis',
  reads: {
    'organizations.list': {},
    'me.get': { isAid: true },
    'invitations.listOwn': { isAid: ['forbidden'] },
  },
  writes: {
    'invitations.accept': accept,
    'invitations.decline': {
      ...accept,
      act: async ({ press }) => {
        await press(/^Decline the invitation to Cirrus Group$/);
        await press(/^Decline$/);
      },
      done: /You have declined the invitation to/,
    },
  },
});
