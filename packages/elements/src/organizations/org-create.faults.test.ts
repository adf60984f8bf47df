import { html } from 'lit';
import type { Backend } from '../../trial/backend.js';
import { faultMatrix, type Writing } from '../../trial/fault-matrix.js';
import '../context/provider.js';
import './org-create.js';
import './org-switcher.js';

const create: Writing = {
  act: async ({ press, type }) => {
    await type(/^Name/, 'Acme South');
    await press(/^Create organization$/);
  },
  again: ({ press }) => press(/^Create organization$/),
  keeps: (sight) => sight.field(/^Name/)?.value === 'Acme South',
  done: /Acme South is created/,
};

/** The switcher tells which organization is in view, which is nothing to a root. */
const root = html`<tessera-org-switcher></tessera-org-switcher>
  <tessera-org-create root></tessera-org-create>`;

/** The person makes organizations for the platform. */
function platform({ client, world }: Backend): void {
  const users = [...world.users.values()];
  Object.assign(client.users, {
    list: () => Promise.resolve({ items: users, nextCursor: null, total: users.length }),
  });
  Object.assign(client.organizations, {
    slugAvailable: () => Promise.resolve({ available: true }),
    create: () => Promise.resolve({ organizationId: 'org_new' }),
  });
}

faultMatrix('tessera-org-create', {
  source: 'organizations/org-create',
  content: html`<tessera-org-create></tessera-org-create>`,
  ready: 'managed by Acme Travel',
  reads: {
    capabilities: {},
    'organizations.get': {},
    'applications.list': {},
    'organizations.slugAvailable': {
      ask: ({ type }) => type(/^Slug/, 'acme-south'),
      ready: 'is free',
      isAid: true,
    },
  },
  writes: {
    'managedOrganizations.create': create,
    'organizations.create': {
      ...create,
      content: root,
      ready: 'Acme Travel',
      prepare: platform,
    },
    'users.list': {
      content: root,
      ready: 'Acme Travel',
      prepare: platform,
      act: async ({ press, type }) => {
        await type(/^Name/, 'Acme South');
        await type(/^First administrator/, 'agent@acme.example');
        await press(/^Create organization$/);
      },
      again: ({ press }) => press(/^Create organization$/),
      keeps: (sight) => sight.field(/^First administrator/)?.value === 'agent@acme.example',
      done: /Acme South is created/,
    },
    'invitations.create': {
      act: async ({ press, type }) => {
        await type(/^Name/, 'Acme South');
        await type(/^First administrator/, 'boss@south.example');
        await press(/^Create organization$/);
      },
      done: /boss@south.example is invited/,
    },
  },
});
