import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { ownPaths } from '@tesserakit/elements/org-portal.js';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import source from '../packages/elements/src/portal/org-portal.class.ts?raw';
import { classDocs } from './class-docs.js';
import { paths, refused, seed, silent, unreachable } from './scene.js';

const portal = (path = '') =>
  html`<tessera-org-portal .router=${ownPaths(path)}></tessera-org-portal>`;

const meta: Meta = {
  title: 'Organizations/Portal',
  component: 'tessera-org-portal',
  parameters: {
    layout: 'fullscreen',
    docs: { description: { component: classDocs(source) } },
    scene: { organizationId: 'org_acme' },
  },
  render: () => portal(),
};

export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const rootOf = (canvas: HTMLElement): ShadowRoot =>
  canvas.querySelector('tessera-org-portal')!.shadowRoot!;

/** Waits until a part of the portal is there. */
const there =
  (selector: string): Play =>
  async ({ canvasElement }) => {
    const root = rootOf(canvasElement);
    await waitFor(() => expect(root.querySelector(selector)).not.toBeNull());
  };

/** Waits until an element of a screen has something to show. */
const shown =
  (tag: string, selector: string): Play =>
  async ({ canvasElement }) => {
    const root = rootOf(canvasElement);
    const found = () => root.querySelector(tag)?.shadowRoot?.querySelector(selector) ?? null;
    await waitFor(() => expect(found()).not.toBeNull(), { timeout: 5000 });
  };

const actForNorth: Play = async ({ canvasElement }) => {
  const root = rootOf(canvasElement);
  await waitFor(() => expect(root.querySelectorAll('nav a').length).toBeGreaterThan(1));
  await canvasElement.querySelector('tessera-provider')!.actFor('org_acme_north');
  await waitFor(() => expect(root.querySelector('.banner button')).not.toBeNull());
};

const acting: Play = async (context) => {
  await actForNorth(context);
  await there('.limits')(context);
};

export const Overview: Story = { play: there('.rows a') };

export const Members: Story = {
  render: () => portal('members'),
  play: shown('tessera-member-table', 'tbody [part="row"]'),
};

export const Member: Story = {
  render: () => portal('members/user_agent_acme'),
  play: shown('tessera-member-detail', 'article'),
};

export const Invitations: Story = {
  render: () => portal('invitations'),
  play: shown('tessera-invitation-table', '[part="row"]'),
};

export const Roles: Story = {
  render: () => portal('roles/app_flights'),
  play: shown('tessera-role-editor', '[part="cell"]'),
};

export const Access: Story = {
  render: () => portal('access'),
  play: shown('tessera-app-access-matrix', '[part="row"]'),
};

export const Applications: Story = {
  render: () => portal('applications'),
  play: there('.rows a'),
};

export const WhoMayEnter: Story = {
  render: () => portal('applications/app_flights/user_agent_acme'),
  play: shown('tessera-access-explainer', '#title'),
};

export const ManagedOrganizations: Story = {
  render: () => portal('organizations'),
  play: shown('tessera-org-tree', '[part="row"]'),
};

export const Settings: Story = {
  render: () => portal('settings'),
  play: shown('tessera-org-profile', 'section'),
};

export const Loading: Story = {
  parameters: {
    loading: true,
    scene: { organizationId: 'org_acme', faults: [silent(paths.organization('org_acme'))] },
  },
};

export const ServerFails: Story = {
  parameters: {
    scene: { faults: [refused(paths.organization(), 500, 'server_error')] },
  },
  play: there('.notice'),
};

export const NetworkFails: Story = {
  parameters: { scene: { faults: [unreachable(paths.organization())] } },
  play: there('.notice'),
};

/** One of the numbers cannot be had; the others stand there. */
export const PartlyFails: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      faults: [refused(paths.invitations, 500, 'server_error')],
    },
  },
  play: there('.partly'),
};

export const NoSuchPage: Story = { render: () => portal('nowhere'), play: there('.notice') };

/** A plain member sees what they may use, and the organization as it is. */
export const ReadOnly: Story = {
  globals: { person: 'user_agent_acme' },
  play: there('tessera-app-launcher'),
};

export const NoPermission: Story = {
  globals: { person: 'user_agent_acme' },
  render: () => portal('members'),
  play: there('.notice'),
};

/** Somebody who may look at the members, and not change them. */
export const LookOnly: Story = {
  globals: { person: 'user_creator_acme' },
  render: () => portal('members'),
  play: there('.note'),
};

/** The person looks after an organization that theirs manages. */
export const ActingFor: Story = { render: () => portal('access'), play: acting };

/** Whoever looks after a suspended organization from above sees what that means. */
export const Suspended: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      seed: {
        ...seed,
        organizations: seed.organizations.map((organization) =>
          organization.organizationId === 'org_acme_north'
            ? { ...organization, status: 'suspended' }
            : organization,
        ),
      },
    },
  },
  play: async (context) => {
    await actForNorth(context);
    await there('.rows .danger')(context);
  },
};

/** Seats run out. */
export const SeatsTaken: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      seed: {
        ...seed,
        onboardings: seed.onboardings.map((onboarding) => ({ ...onboarding, seatLimit: 4 })),
      },
    },
  },
  play: there('.rows progress'),
};

export const Arabic: Story = { globals: { language: 'ar' }, play: there('.rows a') };

export const Dark: Story = { globals: { theme: 'dark' }, play: there('.rows a') };

export const Compact: Story = { globals: { density: 'compact' }, play: there('.rows a') };

export const Narrow: Story = {
  render: () => html`<div class="narrow">${portal()}</div>`,
  play: async (context) => {
    await there('.rows a')(context);
    rootOf(context.canvasElement).querySelector<HTMLElement>('.menu')!.click();
  },
};
