import { seeds, type Seed } from '@tesserakit/mock-server';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tesserakit/elements/app-launcher.js';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import source from '../packages/elements/src/applications/app-launcher.class.ts?raw';
import { classDocs } from './class-docs.js';
import { answered, paths, refused, seed, silent, unreachable } from './scene.js';

const agent = { person: 'user_agent_acme' };

const meta: Meta = {
  title: 'Access/App launcher',
  component: 'tessera-app-launcher',
  parameters: {
    docs: { description: { component: classDocs(source) } },
    scene: { organizationId: 'org_acme' },
  },
  globals: agent,
  render: () => html`<tessera-app-launcher></tessera-app-launcher>`,
};

export default meta;

type Story = StoryObj;

export const Ready: Story = {};

/** The host takes requests for access. */
export const Requestable: Story = {
  render: () => html`<tessera-app-launcher requestable></tessera-app-launcher>`,
};

export const Requested: Story = {
  ...Requestable,
  play: async ({ canvasElement }) => {
    const button = () =>
      rootOf(canvasElement).querySelector<HTMLElement>('.ways .button:last-child');
    await waitFor(() => expect(button()).not.toBeNull(), { timeout: 5000 });
    button()!.click();
    await waitFor(() => expect(button()).toHaveAttribute('aria-disabled', 'true'));
  },
};

/** Why one is closed, on request. */
export const Explained: Story = {
  play: async ({ canvasElement }) => {
    const one = (selector: string) => rootOf(canvasElement).querySelector<HTMLElement>(selector);
    await waitFor(() => expect(one('.why')).not.toBeNull(), { timeout: 5000 });
    one('.why')!.click();
    await waitFor(() =>
      expect(one('tessera-access-explainer')?.shadowRoot?.querySelector('#title')).toBeTruthy(),
    );
  },
};

const names = ['Hotels', 'Rail', 'Fleet', 'Expenses', 'Visas', 'Reports', 'Loyalty', 'Archive'];
const manyIds = Array.from({ length: 48 }, (_, index) => `app_many_${index}`);
const many: Seed = {
  ...seed,
  applications: [
    ...seed.applications,
    ...manyIds.map((applicationId, index) => ({
      applicationId,
      name: `${names[index % names.length]} ${Math.floor(index / names.length) + 1}`,
      audience: 'b2b' as const,
      launchUrl: `https://${applicationId.replaceAll('_', '-')}.example/`,
    })),
  ],
  onboardings: [
    ...seed.onboardings,
    ...manyIds.map((applicationId) => ({
      organizationId: 'org_acme',
      applicationId,
      status: 'active' as const,
      roleGroupIds: [],
      roleIds: [],
      defaultRoleIds: [],
      allowsRolelessAccess: true,
      exposedRoleGroupIds: [],
    })),
  ],
  grants: [
    ...seed.grants,
    ...manyIds.slice(0, 30).map((applicationId) => ({
      ...{ userId: 'user_agent_acme', organizationId: 'org_acme', applicationId },
      roles: [],
    })),
  ],
};

/** Above a dozen they are searched. */
export const ManyApplications: Story = {
  parameters: { scene: { seed: many, organizationId: 'org_acme' } },
};

export const Loading: Story = {
  parameters: {
    loading: true,
    scene: { organizationId: 'org_acme', faults: [silent(paths.access)] },
  },
};

export const NoApplications: Story = {
  parameters: { scene: { organizationId: 'org_acme', faults: [answered(paths.access, [])] } },
};

export const NothingOpen: Story = { globals: { person: 'user_creator_acme' } };

/** Who looks after an organization enters its applications no more than others do. */
export const NoMember: Story = {
  parameters: {
    scene: { organizationId: 'org_acme', faults: [refused(paths.access, 404, 'not_found')] },
  },
};

export const NoPermission: Story = {
  parameters: {
    scene: { organizationId: 'org_acme', faults: [refused(paths.access, 403, 'forbidden')] },
  },
};

export const ServerFails: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      faults: [refused(paths.access, 400, 'validation_failed')],
    },
  },
};

export const NetworkFails: Story = {
  parameters: { scene: { organizationId: 'org_acme', faults: [unreachable(paths.access)] } },
};

/** What is open is known; the addresses and pictures are missing. */
export const Partly: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      faults: [refused(paths.applications, 400, 'validation_failed')],
    },
  },
};

/** Markup, turned direction, 300 letters, piled marks, emoji and addresses that are scripts. */
export const HostileNames: Story = {
  globals: { person: 'user_both' },
  parameters: { scene: { seed: seeds.hostile, organizationId: 'org_acme' } },
  play: async ({ canvasElement }) => {
    const root = rootOf(canvasElement);
    await waitFor(() => expect(root.querySelector('.closed')).not.toBeNull(), { timeout: 5000 });
    await expect(root.querySelector('bdi > *, a[href^="javascript"]')).toBeNull();
  },
};

export const Arabic: Story = { ...Requestable, globals: { ...agent, language: 'ar' } };

export const Dark: Story = { ...Requestable, globals: { ...agent, theme: 'dark' } };

export const Compact: Story = { globals: { ...agent, density: 'compact' } };

export const Narrow: Story = {
  render: () => html`<div class="narrow"><tessera-app-launcher></tessera-app-launcher></div>`,
};

function rootOf(place: HTMLElement): ShadowRoot {
  return place.querySelector('tessera-app-launcher')!.shadowRoot!;
}
