import { seeds, type Seed } from '@tesserakit/mock-server';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TesseraProvider } from '@tesserakit/elements/provider.js';
import '@tesserakit/elements/application-list.js';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import source from '../packages/elements/src/applications/application-list.class.ts?raw';
import { classDocs } from './class-docs.js';
import { answered, paths, refused, refusedDeed, seed, silent, unreachable } from './scene.js';

const platform = { person: 'user_platform' };

const meta: Meta = {
  title: 'Applications/Application list',
  component: 'tessera-application-list',
  parameters: {
    docs: { description: { component: classDocs(source) } },
    scene: { organizationId: 'org_acme' },
  },
  render: () => html`<tessera-application-list></tessera-application-list>`,
};

export default meta;

type Story = StoryObj;

/** An administrator chooses default roles, and what organizations below may have. */
export const Ready: Story = {};

/** Whoever runs the platform gives, changes and withdraws. */
export const Platform: Story = { globals: platform };

const rich: Seed = {
  ...seed,
  onboardings: seed.onboardings.map((share) => {
    if (share.organizationId !== 'org_acme') return share;
    return share.applicationId === 'app_flights'
      ? { ...share, seatLimit: 4, roleIds: ['role_flights_after_sales'] }
      : { ...share, status: 'suspended', allowsRolelessAccess: true, defaultRoleIds: [] };
  }),
};

/** All seats taken, single roles, entry without a role, and one that is suspended. */
export const Everything: Story = {
  globals: platform,
  parameters: { scene: { seed: rich, organizationId: 'org_acme' } },
};

export const Changing: Story = {
  globals: platform,
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[data-deed="update"]');
    await seen(canvasElement, '[data-field="groups"] input');
  },
};

/** What members lose stands there before anything is done. */
export const Impact: Story = {
  globals: platform,
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[data-deed="update"]');
    await press(canvasElement, 'input[value="group_flights_approvals"]');
    await press(canvasElement, '[data-go]:not([aria-disabled])');
    await seen(canvasElement, '.impact li');
  },
};

export const Withdrawing: Story = {
  globals: platform,
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[data-deed="withdraw"]');
    await seen(canvasElement, '.impact li');
  },
};

export const Adding: Story = {
  globals: platform,
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[data-deed="onboard"]');
    await seen(canvasElement, '#application');
  },
};

export const ChoosingDefaults: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[data-deed="setDefaults"]');
    await seen(canvasElement, '[data-field="defaults"] input');
  },
};

export const HandingOn: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[data-deed="expose"]');
    await seen(canvasElement, '[data-field="exposed"] input');
  },
};

/** The deed was refused; the choice is kept. */
export const Refused: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      faults: [refusedDeed(paths.applications, 429, 'rate_limited', 60)],
    },
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[data-deed="setDefaults"]');
    await press(canvasElement, '[data-field="defaults"] label:nth-of-type(2) input');
    await press(canvasElement, '[data-go]:not([aria-disabled])');
    await seen(canvasElement, 'dialog .refusal');
  },
};

/** An organization that looks after another gives it what it hands on itself. */
export const FromAbove: Story = {
  play: async ({ canvasElement }) => {
    const provider = canvasElement.querySelector<TesseraProvider>('tessera-provider')!;
    await seen(canvasElement, '.rows:not(.skeleton)');
    await provider.actFor('org_acme_north');
    await seen(canvasElement, '[data-deed="withdraw"]');
  },
};

/** Who can only look is told so, and who decides. */
export const ReadOnly: Story = { globals: { person: 'user_agent_acme' } };

export const ViewOnly: Story = {
  globals: platform,
  render: () => html`<tessera-application-list view-only></tessera-application-list>`,
};

export const Loading: Story = {
  parameters: {
    loading: true,
    scene: { organizationId: 'org_acme', faults: [silent(paths.applications)] },
  },
};

export const NoApplications: Story = {
  globals: platform,
  parameters: { scene: { organizationId: 'org_acme', faults: [answered(paths.applications, [])] } },
};

export const NoPermission: Story = {
  parameters: {
    scene: { organizationId: 'org_acme', faults: [refused(paths.applications, 403, 'forbidden')] },
  },
};

export const ServerFails: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      faults: [refused(paths.applications, 400, 'validation_failed')],
    },
  },
};

export const NetworkFails: Story = {
  parameters: { scene: { organizationId: 'org_acme', faults: [unreachable(paths.applications)] } },
};

/** The applications are there; what can be done about them could not be loaded. */
export const Partly: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      faults: [refused(paths.organization(), 400, 'validation_failed')],
    },
  },
};

/** Markup, turned direction, 300 letters, piled marks and emoji are text like any other. */
export const HostileNames: Story = {
  globals: { person: 'user_platform' },
  parameters: { scene: { seed: seeds.hostile, organizationId: 'org_acme' } },
  play: async ({ canvasElement }) => {
    await seen(canvasElement, '.rows:not(.skeleton)');
    await expect(rootOf(canvasElement).querySelector('bdi > *, .name > *')).toBeNull();
  },
};

export const Arabic: Story = { ...Impact, globals: { ...platform, language: 'ar' } };

export const Dark: Story = { ...Impact, globals: { ...platform, theme: 'dark' } };

export const Compact: Story = { globals: { ...platform, density: 'compact' } };

export const Narrow: Story = {
  globals: platform,
  render: () =>
    html`<div class="narrow"><tessera-application-list></tessera-application-list></div>`,
};

function rootOf(place: HTMLElement): ShadowRoot {
  return place.querySelector('tessera-application-list')!.shadowRoot!;
}

async function seen(place: HTMLElement, selector: string): Promise<HTMLElement> {
  const one = () => rootOf(place).querySelector<HTMLElement>(selector);
  await waitFor(() => expect(one()).not.toBeNull(), { timeout: 5000 });
  return one()!;
}

async function press(place: HTMLElement, selector: string): Promise<void> {
  (await seen(place, selector)).click();
}
