import { TesseraError } from '@tesserakit/client';
import type { Organization } from '@tesserakit/contract';
import { html } from 'lit';
import type { Backend } from '../../trial/backend.js';
import { faultMatrix } from '../../trial/fault-matrix.js';
import '../context/provider.js';
import './org-profile.js';

/** Makes of the organization one that the person suspends and lets in again. */
function lookAfter({ client }: Backend, begin: 'active' | 'suspended' = 'active'): void {
  const { get } = client.organizations;
  let status = begin;
  const now = async (scope: { organizationId: string }): Promise<Organization> => {
    const organization = await get(scope);
    if (scope.organizationId !== 'org_acme') return organization;
    const [active, suspended] = [status === 'active', status === 'suspended'];
    const actions = {
      ...organization.actions,
      'organization.suspend': active || 'organization_suspended',
      'organization.reactivate': suspended || 'already_exists',
    };
    return { ...organization, status, actions };
  };
  const turn =
    (next: typeof status) =>
    async (scope: { organizationId: string; version?: number | undefined }) => {
      const organization = await get(scope);
      if (organization.version !== scope.version) throw new TesseraError('version_conflict');
      status = next;
      return now(scope);
    };
  Object.assign(client.organizations, {
    get: now,
    suspend: turn('suspended'),
    reactivate: turn('active'),
  });
}

faultMatrix('tessera-org-profile', {
  source: 'organizations/org-profile',
  content: html`<tessera-org-profile></tessera-org-profile>`,
  ready: 'Acme Travel',
  reads: {
    capabilities: {},
    'organizations.get': {},
    'organizations.slugAvailable': {
      ask: ({ type }) => type(/^Slug/, 'acme-voyages'),
      ready: 'is free',
      isAid: true,
    },
    'organizations.previewDelete': {
      ask: ({ press }) => press(/^Delete organization$/),
      ready: 'With it go',
    },
    'members.list': {
      ask: ({ press }) => press(/^Transfer ownership$/),
      ready: 'agent@acme.example',
    },
  },
  writes: {
    'organizations.update': {
      act: async ({ press, type }) => {
        await type(/^Name/, 'Acme Voyages');
        await press(/^Save$/);
      },
      again: ({ press }) => press(/^Save$/),
      keeps: (sight) => sight.field(/^Name/)?.value === 'Acme Voyages',
      done: /Saved\./,
    },
    'organizations.transferOwnership': {
      act: async ({ press, tick, confirm }) => {
        await press(/^Transfer ownership$/);
        await tick(/Tomás Ribeiro/);
        await confirm(/^Transfer ownership$/);
      },
      again: ({ confirm }) => confirm(/^Transfer ownership$/),
      done: /is the administrator now/,
    },
    'organizations.leave': {
      act: async ({ press, confirm }) => {
        await press(/^Leave organization$/);
        await confirm(/^Leave organization$/);
      },
      again: ({ confirm }) => confirm(/^Leave organization$/),
      isUnseen: true,
      done: /You have left/,
    },
    'organizations.suspend': {
      prepare: lookAfter,
      act: async ({ press, confirm }) => {
        await press(/^Suspend organization$/);
        await confirm(/^Suspend organization$/);
      },
      again: ({ confirm }) => confirm(/^Suspend organization$/),
      done: /Acme Travel is suspended\./,
    },
    'organizations.reactivate': {
      prepare: (backend) => lookAfter(backend, 'suspended'),
      act: ({ press }) => press(/^Reactivate organization$/),
      done: /Acme Travel is active again\./,
    },
    'organizations.delete': {
      act: async ({ press, type, confirm }) => {
        await press(/^Delete organization$/);
        await type(/^Type /, 'Acme Travel');
        await confirm(/^Delete organization$/);
      },
      again: ({ confirm }) => confirm(/^Delete organization$/),
      keeps: (sight) => sight.field(/^Type /)?.value === 'Acme Travel',
      done: /is deleted/,
    },
  },
});
