import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tesserakit/elements/org-switcher.js';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import source from '../packages/elements/src/organizations/org-switcher.class.ts?raw';
import {
  hostileNames,
  withClosedDoors,
  withHostileNames,
  withInvitation,
  withOrganizations,
} from '../packages/elements/trial/seeds.js';
import { classDocs } from './class-docs.js';
import { answered, paths, refused, seed, silent, unreachable } from './scene.js';

const meta: Meta = {
  title: 'Organizations/Organization switcher',
  component: 'tessera-org-switcher',
  parameters: { docs: { description: { component: classDocs(source) } } },
  render: () => html`<tessera-org-switcher></tessera-org-switcher>`,
};

export default meta;

type Story = StoryObj;

/** Only one popover is open on a page: on the documentation's page these stories stay closed. */
const opened: NonNullable<Story['play']> = async ({ canvasElement, viewMode }) => {
  if (viewMode !== 'story') return;
  const switcher = canvasElement.querySelector('tessera-org-switcher')!.shadowRoot!;
  switcher.querySelector<HTMLElement>('.trigger')!.click();
  await waitFor(() => expect(switcher.querySelector('tessera-org-picker')).not.toBeNull());
};

export const Ready: Story = {};

export const Open: Story = { play: opened };

export const Loading: Story = {
  parameters: { loading: true, scene: { faults: [silent(paths.organization())] } },
};

export const OrganizationFails: Story = {
  parameters: { scene: { faults: [refused(paths.organization(), 403, 'organization_suspended')] } },
};

export const ChoicesLoading: Story = {
  parameters: { loading: true, scene: { faults: [silent(paths.organizations)] } },
  play: opened,
};

export const ChoicesFail: Story = {
  parameters: { scene: { faults: [unreachable(paths.organizations)] } },
  play: opened,
};

export const NoChoice: Story = {
  parameters: { scene: { faults: [answered(paths.organizations, [])] } },
  play: opened,
};

export const OneOrganization: Story = { globals: { person: 'user_admin_acme' }, play: opened };

export const ClosedDoors: Story = {
  parameters: { scene: { seed: withClosedDoors(seed, 'user_both') } },
  play: opened,
};

export const ThreeHundredOrganizations: Story = {
  parameters: { scene: { seed: withOrganizations(seed, 'user_both', 300) } },
  play: opened,
};

/** The former organization stays in view, and the reason stands where the choice was made. */
export const SwitchFails: Story = {
  parameters: {
    scene: { faults: [refused(paths.organization('org_borealis'), 403, 'no_access')] },
  },
  play: async (context) => {
    if (context.viewMode !== 'story') return;
    await opened(context);
    const provider = context.canvasElement.querySelector('tessera-provider')!;
    const switcher = provider.querySelector('tessera-org-switcher')!.shadowRoot!;
    const options = () =>
      switcher
        .querySelector('tessera-org-picker')!
        .shadowRoot!.querySelectorAll<HTMLElement>('[role="option"]');
    await waitFor(() => expect(options().length).toBe(2));
    [...options()].find((option) => option.ariaSelected !== 'true')!.click();
    await waitFor(() => expect(switcher.querySelector('[role="alert"]')).not.toBeNull());
    await expect(provider.organizationId).toBe('org_acme');
  },
};

/** An organization that the one of the person manages: on whose behalf, and the way back. */
export const ActingFor: Story = {
  parameters: { scene: { organizationId: 'org_acme' } },
  play: async (context) => {
    const provider = context.canvasElement.querySelector('tessera-provider')!;
    await waitFor(() => expect(provider.client).toBeDefined());
    await provider.actFor('org_acme_north');
    await opened(context);
  },
};

export const PersonalAccount: Story = {
  render: () => html`<tessera-org-switcher personal></tessera-org-switcher>`,
  play: opened,
};

export const Entries: Story = {
  render: () =>
    html`<tessera-org-switcher create-href="#create" manage-href="#manage"></tessera-org-switcher>`,
  play: opened,
};

export const Invited: Story = {
  parameters: { scene: { seed: withInvitation(seed, 'user_both', 'org_cirrus') } },
  play: opened,
};

export const HostileNames: Story = {
  parameters: {
    scene: {
      seed: withHostileNames(seed, 'user_both', 'org_acme'),
      organizationId: `org_hostile_${hostileNames.findIndex((name) => name.length === 300)}`,
    },
  },
  play: opened,
};

export const Arabic: Story = { globals: { language: 'ar' }, play: opened };

export const Dark: Story = { globals: { theme: 'dark' }, play: opened };

export const Compact: Story = { globals: { density: 'compact' }, play: opened };

export const Narrow: Story = {
  render: () => html`<div class="narrow"><tessera-org-switcher></tessera-org-switcher></div>`,
  parameters: { scene: { seed: withOrganizations(seed, 'user_both', 12) } },
};
