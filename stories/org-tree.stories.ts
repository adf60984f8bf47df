import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tesserakit/elements/org-tree.js';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import source from '../packages/elements/src/organizations/org-tree.class.ts?raw';
import { hostileNames, withBranches } from '../packages/elements/trial/seeds.js';
import { classDocs } from './class-docs.js';
import { paths, refused, refusedDeed, seed, silent, unreachable } from './scene.js';

const meta: Meta = {
  title: 'Organizations/Managed organizations',
  component: 'tessera-org-tree',
  parameters: {
    docs: { description: { component: classDocs(source) } },
    scene: { organizationId: 'org_acme' },
  },
  render: () => html`<tessera-org-tree></tessera-org-tree>`,
};

export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const treeIn = async (canvas: HTMLElement): Promise<ShadowRoot> => {
  const root = canvas.querySelector('tessera-org-tree')!.shadowRoot!;
  await waitFor(() => expect(root.querySelectorAll('[part="row"]').length).toBeGreaterThan(1));
  return root;
};

const expanded: Play = async ({ canvasElement }) => {
  const root = await treeIn(canvasElement);
  root.querySelectorAll<HTMLElement>('.twist')[1]!.click();
  await waitFor(() => expect(root.querySelectorAll('[part="row"]').length).toBe(3));
};

/** Opens the menu of a row, and chooses from it what stands at a place; -1 for the last. */
const choose =
  (row: number, item?: number): Play =>
  async ({ canvasElement, viewMode }) => {
    const root = await treeIn(canvasElement);
    if (viewMode !== 'story') return;
    root.querySelectorAll<HTMLElement>('.rows .more button')[row]!.click();
    const items = () => [...root.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    await waitFor(() => expect(items().length).toBeGreaterThan(0));
    if (item === undefined) return;
    items().at(item)!.click();
    await waitFor(() => expect(root.querySelector('dialog[open]')).not.toBeNull());
  };

export const Ready: Story = {};

export const Expanded: Story = { play: expanded };

export const Loading: Story = {
  parameters: {
    loading: true,
    scene: { organizationId: 'org_acme', faults: [silent(paths.managedOrganizations)] },
  },
};

export const Empty: Story = { parameters: { scene: { organizationId: 'org_borealis' } } };

export const NoPermission: Story = { globals: { person: 'user_agent_acme' } };

export const ServerFails: Story = {
  parameters: { scene: { faults: [refused(paths.managedOrganizations, 500, 'server_error')] } },
};

export const NetworkFails: Story = {
  parameters: { scene: { faults: [unreachable(paths.managedOrganizations)] } },
};

export const Menu: Story = { play: choose(1) };

export const ExposingRoleGroups: Story = { play: choose(0, -1) };

export const ChangingRoleGroups: Story = { play: choose(1, 2) };

export const CreatingOneBelow: Story = { play: choose(1, 1) };

export const Suspending: Story = { play: choose(1, -1) };

export const SuspensionFails: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      faults: [refusedDeed(paths.organization(), 503, 'server_error')],
    },
  },
  play: async (context) => {
    await choose(1, -1)(context);
    if (context.viewMode !== 'story') return;
    const root = await treeIn(context.canvasElement);
    root.querySelector<HTMLElement>('dialog .sure')!.click();
    await waitFor(() => expect(root.querySelector('dialog .refusal')).not.toBeNull());
  },
};

/** What hangs below a suspended organization is shut out with it. */
export const SuspensionChain: Story = {
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
  play: expanded,
};

export const Thousands: Story = {
  parameters: { scene: { organizationId: 'org_acme', seed: withBranches(seed, 3000) } },
};

/** A search looks at all levels, and says who manages what was found. */
export const Found: Story = {
  play: async ({ canvasElement }) => {
    const root = await treeIn(canvasElement);
    const field = root.querySelector<HTMLInputElement>('input[type="search"]')!;
    field.value = 'oslo';
    field.dispatchEvent(new InputEvent('input'));
    await waitFor(() => expect(root.querySelectorAll('[part="row"]').length).toBe(1));
  },
};

export const Hostile: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      seed: withBranches(seed, hostileNames.length, (number) => hostileNames[number - 1] ?? ''),
    },
  },
};

export const Arabic: Story = { globals: { language: 'ar' }, play: expanded };

export const Dark: Story = { globals: { theme: 'dark' }, play: expanded };

export const Compact: Story = { globals: { density: 'compact' }, play: expanded };

export const Narrow: Story = {
  render: () => html`<div class="narrow"><tessera-org-tree></tessera-org-tree></div>`,
  play: expanded,
};
