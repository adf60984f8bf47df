import { TesseraError } from '@tesserakit/client';
import type { ManagedOrganization } from '@tesserakit/contract';
import { html } from 'lit';
import type { Backend } from '../../trial/backend.js';
import { faultMatrix } from '../../trial/fault-matrix.js';
import type { Fault } from '../../trial/faults.js';
import type { Hand } from '../../trial/hand.js';
import '../context/provider.js';
import './org-tree.js';

/** Makes of the organizations below some that the person can move. */
function movable({ client }: Backend): void {
  const { list } = client.managedOrganizations;
  const withMoving = (one: ManagedOrganization) => ({
    ...one,
    actions: { ...one.actions, 'organization.move': true as const },
  });
  Object.assign(client.managedOrganizations, {
    list: async (...sent: Parameters<typeof list>) => {
      const page = await list(...sent);
      return { ...page, items: page.items.map(withMoving) };
    },
  });
  Object.assign(client.organizations, {
    listAll: () =>
      Promise.resolve({
        items: [{ organizationId: 'org_cirrus', name: 'Cirrus Group', actions: {} }],
        nextCursor: null,
        total: 1,
      }),
    previewMove: () => Promise.resolve({ counts: {}, changes: [], roles: [], token: 'seen' }),
    move: async ({ organizationId, version }: { organizationId: string; version?: number }) => {
      const now = await client.organizations.get({ organizationId, actingFrom: 'org_acme' });
      if (now.version !== version) throw new TesseraError('version_conflict');
      return now;
    },
  });
}

/** Takes a role group from an organization, or from those below it; what that does is shown. */
async function takeAway(kind: RegExp, { menu, press, tick, confirm }: Hand): Promise<void> {
  await menu('Acme North');
  await press(kind);
  await tick(/Front office/);
  await confirm(/^Save$/);
}

const limits = /^Change role groups$/;
const exposes = /^Expose role groups$/;
const allTheSame = /^Save all the same$/;

/** What somebody else has changed is looked at once more. */
async function goOn({ confirm }: Hand, fault: Fault): Promise<void> {
  if (fault === 'stale version') await confirm(/^Save$/);
  await confirm(allTheSame);
}

faultMatrix('tessera-org-tree', {
  source: 'organizations/org-tree',
  content: html`<tessera-org-tree></tessera-org-tree>`,
  ready: 'Acme North',
  reads: {
    capabilities: { words: { forbidden: /Only who looks after/ } },
    'organizations.get': { words: { forbidden: /Only who looks after/ } },
    'managedOrganizations.list': { words: { forbidden: /Only who looks after/ } },
    'applications.list': {
      ask: async ({ menu, press }) => {
        await menu('Acme North');
        await press(/^Change role groups$/);
      },
      ready: 'Front office',
    },
    'organizations.listAll': {
      prepare: movable,
      ask: async ({ menu, press }) => {
        await menu('Acme North');
        await press(/^Move$/);
      },
      ready: 'Cirrus Group',
    },
    'organizations.previewMove': {
      prepare: movable,
      ask: async ({ menu, press, tick, confirm }) => {
        await menu('Acme North');
        await press(/^Move$/);
        await tick(/Cirrus Group/);
        await confirm(/^Show what changes$/);
      },
      ready: 'Nothing else changes',
    },
  },
  writes: {
    'organizations.reactivate': {
      prepare: ({ world }) => {
        const north = world.organizations.get('org_acme_north')!;
        world.organizations.set('org_acme_north', { ...north, status: 'suspended' });
      },
      act: async ({ menu, press }) => {
        await menu('Acme North');
        await press(/^Reactivate$/);
      },
      done: /Acme North is active again/,
    },
    'organizations.suspend': {
      act: async ({ menu, press, confirm }) => {
        await menu('Acme North');
        await press(/^Suspend$/);
        await confirm(/^Suspend$/);
      },
      again: ({ confirm }) => confirm(/^Suspend$/),
      done: /Acme North is suspended/,
    },
    'organizations.move': {
      prepare: movable,
      act: async ({ menu, press, tick, confirm }) => {
        await menu('Acme North');
        await press(/^Move$/);
        await tick(/Cirrus Group/);
        await confirm(/^Show what changes$/);
        await confirm(/^Move$/);
      },
      again: ({ confirm }) => confirm(/^Move$/),
      done: /Acme North is moved/,
    },
    'managedOrganizations.previewSetRoleGroups': {
      act: (hand) => takeAway(limits, hand),
      again: ({ confirm }) => confirm(/^Save$/),
      done: /What else this does/,
    },
    'managedOrganizations.setRoleGroups': {
      act: async (hand) => {
        await takeAway(limits, hand);
        await hand.confirm(allTheSame);
      },
      again: goOn,
      done: /Role groups of Acme North saved/,
    },
    'managedOrganizations.previewExpose': {
      act: (hand) => takeAway(exposes, hand),
      again: ({ confirm }) => confirm(/^Save$/),
      done: /What else this does/,
    },
    'managedOrganizations.expose': {
      act: async (hand) => {
        await takeAway(exposes, hand);
        await hand.confirm(allTheSame);
      },
      again: goOn,
      done: /Exposed role groups of Acme North saved/,
    },
  },
});
