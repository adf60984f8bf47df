import type { Seed } from '@tesserakit/mock-server';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tesserakit/elements/role-editor.js';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import source from '../packages/elements/src/roles/role-editor.class.ts?raw';
import { hostileNames } from '../packages/elements/trial/seeds.js';
import { classDocs } from './class-docs.js';
import { answered, paths, refused, refusedDeed, seed, silent, unreachable } from './scene.js';

const platform = { person: 'user_platform' };

/** The tenant has a role of its own beside the built-in ones. */
const custom: Seed = {
  ...seed,
  organizationRoles: [
    { roleId: 'role_auditor', name: 'Auditor', permissions: ['audit:read', 'members:read'] },
  ],
};

const ofFlights = () =>
  html`<tessera-role-editor application-id="app_flights"></tessera-role-editor>`;
const ofOrganizations = () => html`<tessera-role-editor></tessera-role-editor>`;

const meta: Meta = {
  title: 'Roles/Role editor',
  component: 'tessera-role-editor',
  parameters: {
    docs: { description: { component: classDocs(source) } },
    scene: { seed: custom, organizationId: 'org_acme' },
  },
  globals: platform,
  render: ofFlights,
};

export default meta;

type Story = StoryObj;

export const Ready: Story = {};

export const OrganizationRoles: Story = { render: ofOrganizations };

/** Who has the roles is shown before they are saved. */
export const Impact: Story = {
  play: async ({ canvasElement }) => {
    await tick(canvasElement, 2, 1);
    await tick(canvasElement, 3, 3);
    await press(canvasElement, '[data-save]');
    await seen(canvasElement, '.bar .impact');
  },
};

/** One is saved; the other is kept with the reason. */
export const Refused: Story = {
  parameters: {
    scene: {
      seed: { ...custom, grants: [] },
      organizationId: 'org_acme',
      faults: [refusedDeed(`${paths.roles}/role_flights_viewer`, 429, 'rate_limited', 60)],
    },
  },
  play: async ({ canvasElement }) => {
    await tick(canvasElement, 2, 1);
    await tick(canvasElement, 3, 3);
    await press(canvasElement, '[data-save]');
    await seen(canvasElement, '.bar .refusal');
  },
};

export const Comparing: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[aria-pressed]');
    await seen(canvasElement, '.compared');
  },
};

export const Editing: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.head');
    await seen(canvasElement, 'dialog[open] #form-name');
  },
};

export const Deleting: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.head');
    await press(canvasElement, 'dialog[open] .destructive');
    await seen(canvasElement, 'dialog .impact li');
  },
};

export const EditingAGroup: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.groups li button');
    await seen(canvasElement, 'dialog[open] fieldset');
  },
};

/** An administrator sees what the roles of their organization allow. */
export const ReadOnly: Story = { globals: { person: 'user_both' } };

/** Built-in roles are nobody's to change. */
export const OrganizationRolesReadOnly: Story = {
  globals: { person: 'user_both' },
  render: ofOrganizations,
};

export const ViewOnly: Story = {
  render: () =>
    html`<tessera-role-editor view-only application-id="app_flights"></tessera-role-editor>`,
};

const words = ['trips', 'fares', 'seats', 'meals', 'bags', 'visas', 'cars', 'rooms'];
const many: Seed = {
  ...custom,
  roles: [
    ...custom.roles,
    ...Array.from({ length: 24 }, (_, index) => ({
      roleId: `role_many_${index}`,
      applicationId: 'app_flights',
      key: `many_${index}`,
      name: `${['Planner', 'Trainer', 'Buyer', 'Reviewer'][index % 4]} ${index + 1}`,
      description: '',
      permissions: words.map((word, at) => `${word}:${(index + at) % 3 ? 'read' : 'change'}`),
    })),
  ],
};

/** Many roles are scrolled; the names stay in sight. */
export const ManyRoles: Story = {
  parameters: { scene: { seed: many, organizationId: 'org_acme' } },
};

export const Loading: Story = {
  parameters: {
    loading: true,
    scene: { organizationId: 'org_acme', faults: [silent(paths.roles)] },
  },
};

export const NoRoles: Story = {
  parameters: { scene: { organizationId: 'org_acme', faults: [answered(paths.roles, [])] } },
};

export const NotThere: Story = {
  globals: { person: 'user_both' },
  render: () => html`<tessera-role-editor application-id="app_shop"></tessera-role-editor>`,
};

export const NoPermission: Story = {
  globals: { person: 'user_both' },
  parameters: {
    scene: {
      organizationId: 'org_acme',
      faults: [refused(paths.applications, 403, 'forbidden')],
    },
  },
};

export const ServerFails: Story = {
  parameters: {
    scene: { organizationId: 'org_acme', faults: [refused(paths.roles, 400, 'validation_failed')] },
  },
};

export const NetworkFails: Story = {
  parameters: { scene: { organizationId: 'org_acme', faults: [unreachable(paths.roles)] } },
};

/** The roles are there; the role groups could not be loaded. */
export const Partly: Story = {
  parameters: {
    scene: {
      seed: custom,
      organizationId: 'org_acme',
      faults: [refused(paths.roleGroups, 400, 'validation_failed')],
    },
  },
};

/** Markup, turned direction, 300 letters, piled marks and emoji are text like any other. */
export const HostileNames: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      seed: {
        ...custom,
        roles: custom.roles.map((role, index) => {
          const name = hostileNames[index % hostileNames.length] ?? '';
          return { ...role, name, description: name, permissions: [name] };
        }),
        roleGroups: custom.roleGroups.map((group) => ({ ...group, name: hostileNames[0] ?? '' })),
      },
    },
  },
  play: async ({ canvasElement }) => {
    await seen(canvasElement, '.groups li');
    await expect(rootOf(canvasElement).querySelector('bdi > *, code > *')).toBeNull();
  },
};

export const Arabic: Story = { ...Impact, globals: { ...platform, language: 'ar' } };

export const Dark: Story = { ...Impact, globals: { ...platform, theme: 'dark' } };

export const Compact: Story = { globals: { ...platform, density: 'compact' } };

export const Narrow: Story = {
  render: () => html`<div class="narrow">${ofFlights()}</div>`,
};

function rootOf(place: HTMLElement): ShadowRoot {
  return place.querySelector('tessera-role-editor')!.shadowRoot!;
}

async function seen(place: HTMLElement, selector: string): Promise<HTMLElement> {
  const one = () => rootOf(place).querySelector<HTMLElement>(selector);
  await waitFor(() => expect(one()).not.toBeNull(), { timeout: 5000 });
  return one()!;
}

async function press(place: HTMLElement, selector: string): Promise<void> {
  (await seen(place, selector)).click();
}

async function tick(place: HTMLElement, row: number, column: number): Promise<void> {
  await press(place, `input[data-row="${row}"][data-column="${column}"]`);
}
