import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tesserakit/elements/org-picker.js';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import source from '../packages/elements/src/organizations/org-picker.class.ts?raw';
import {
  withClosedDoors,
  withHostileNames,
  withInvitation,
  withOrganizations,
} from '../packages/elements/trial/seeds.js';
import { classDocs } from './class-docs.js';
import { answered, paths, refused, seed, silent, unreachable } from './scene.js';

const meta: Meta = {
  title: 'Organizations/Organization picker',
  component: 'tessera-org-picker',
  parameters: { docs: { description: { component: classDocs(source) } } },
  render: () =>
    html`<div class="column"><tessera-org-picker value="org_borealis"></tessera-org-picker></div>`,
};

export default meta;

type Story = StoryObj;

export const Ready: Story = {};

export const Loading: Story = {
  parameters: { loading: true, scene: { faults: [silent(paths.organizations)] } },
};

export const NoOrganization: Story = {
  parameters: { scene: { faults: [answered(paths.organizations, [])] } },
};

export const OneOrganization: Story = { globals: { person: 'user_admin_acme' } };

/** Suspended, or without access: listed, with the reason, and not to be chosen. */
export const ClosedDoors: Story = {
  parameters: { scene: { seed: withClosedDoors(seed, 'user_both') } },
  play: async ({ canvasElement }) => {
    const picker = canvasElement.querySelector('tessera-org-picker')!;
    const closed = () =>
      picker.shadowRoot!.querySelectorAll<HTMLElement>('[role="option"][aria-disabled="true"]');
    await waitFor(() => expect(closed().length).toBe(2));
    closed()[0]!.click();
    await expect(picker.value).toBe('org_borealis');
  },
};

/** Above seven there is a search, which asks the server; the rest comes as a person scrolls. */
export const ThreeHundredOrganizations: Story = {
  parameters: { scene: { seed: withOrganizations(seed, 'user_both', 300) } },
};

/** However many there are, a few are drawn. The source stands for a backend of one's own. */
export const HundredThousandOrganizations: Story = {
  render: () => {
    const total = 100_000;
    const search = async (_: string, cursor = '0') => {
      const start = Number(cursor);
      const end = Math.min(total, start + 100);
      const items = Array.from({ length: end - start }, (_, index) => ({
        organizationId: `org_${start + index}`,
        name: `Organization ${start + index + 1}`,
        status: 'active',
        entry: true as const,
        roles: [],
      }));
      return { items, nextCursor: end < total ? String(end) : null, total };
    };
    return html`<div class="column">
      <tessera-org-picker .source=${{ search }}></tessera-org-picker>
    </div>`;
  },
  play: async ({ canvasElement }) => {
    const picker = canvasElement.querySelector('tessera-org-picker')!.shadowRoot!;
    await waitFor(() => expect(picker.querySelector('[role="option"]')).not.toBeNull());
    await expect(picker.querySelectorAll('[role="option"]').length).toBeLessThan(60);
  },
};

export const PersonalAccount: Story = {
  render: () =>
    html`<div class="column"><tessera-org-picker personal value=""></tessera-org-picker></div>`,
};

/** Below the organizations: what else is open to the person. */
export const Invited: Story = {
  parameters: { scene: { seed: withInvitation(seed, 'user_both', 'org_cirrus') } },
  render: () => html`<div class="column"><tessera-org-picker offers></tessera-org-picker></div>`,
  play: async ({ canvasElement }) => {
    const picker = canvasElement.querySelector('tessera-org-picker')!.shadowRoot!;
    await waitFor(() => expect(picker.querySelector('.offers li')).not.toBeNull());
  },
};

/** Organizations can be chosen while the invitations are missing. */
export const InvitationsFail: Story = {
  parameters: { scene: { faults: [refused(paths.ownInvitations, 503, 'server_error')] } },
  render: () => html`<div class="column"><tessera-org-picker offers></tessera-org-picker></div>`,
};

export const NothingFound: Story = {
  parameters: { scene: { seed: withOrganizations(seed, 'user_both', 30) } },
  play: async ({ canvasElement }) => {
    const picker = canvasElement.querySelector('tessera-org-picker')!.shadowRoot!;
    await waitFor(() => expect(picker.querySelector('input')).not.toBeNull());
    const field = picker.querySelector('input')!;
    field.value = 'nothing of this name';
    field.dispatchEvent(new InputEvent('input'));
    await waitFor(() => expect(picker.querySelector('.notice')).not.toBeNull());
  },
};

export const ServerFails: Story = {
  parameters: { scene: { faults: [refused(paths.organizations, 500, 'server_error')] } },
};

export const NetworkFails: Story = {
  parameters: { scene: { faults: [unreachable(paths.organizations)] } },
};

/** Markup, turned direction, 300 letters, piled marks and emoji are text like any other. */
export const HostileNames: Story = {
  parameters: { scene: { seed: withHostileNames(seed, 'user_both', 'org_acme') } },
};

/** A server that is newer, or leaves out what it may. */
export const MissingAndUnknown: Story = {
  parameters: {
    scene: {
      faults: [
        answered(paths.organizations, [
          {
            organizationId: 'org_1',
            name: 'Aurora Foods',
            status: 'active',
            entry: true,
            organizationRoles: [],
            roles: [],
          },
          {
            organizationId: 'org_2',
            name: 'Baltic Insurance',
            status: 'archived',
            entry: 'reason_of_tomorrow',
            organizationRoles: [],
            roles: [],
          },
        ]),
      ],
    },
  },
};

export const Arabic: Story = { globals: { language: 'ar' } };

export const Dark: Story = {
  globals: { theme: 'dark' },
  parameters: { scene: { seed: withClosedDoors(seed, 'user_both') } },
};

export const Compact: Story = {
  globals: { density: 'compact' },
  parameters: { scene: { seed: withOrganizations(seed, 'user_both', 9) } },
};

export const Narrow: Story = {
  parameters: { scene: { seed: withHostileNames(seed, 'user_both', 'org_acme') } },
  render: () => html`<div class="narrow"><tessera-org-picker></tessera-org-picker></div>`,
};
