import { withManyMembers } from '@tesserakit/mock-server';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tesserakit/elements/member-table.js';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import source from '../packages/elements/src/members/member-table.class.ts?raw';
import { withHostileNames } from '../packages/elements/trial/seeds.js';
import { classDocs } from './class-docs.js';
import { answered, paths, refused, refusedFurther, seed, silent, unreachable } from './scene.js';

const meta: Meta = {
  title: 'Members/Member table',
  component: 'tessera-member-table',
  parameters: { docs: { description: { component: classDocs(source) } } },
  render: () => html`<tessera-member-table></tessera-member-table>`,
};

export default meta;

type Story = StoryObj;

export const Ready: Story = {};

export const Loading: Story = {
  parameters: { loading: true, scene: { faults: [silent(paths.members)] } },
};

export const NobodyYet: Story = {
  parameters: { scene: { faults: [answered(paths.members, [])] } },
};

/** What a person typed fits nobody: the way back is one press away. */
export const NobodyMatches: Story = {
  play: async ({ canvasElement }) => {
    const table = canvasElement.querySelector('tessera-member-table')!.shadowRoot!;
    const field = () => table.querySelector<HTMLInputElement>('.search input')!;
    await waitFor(() => expect(field()).not.toBeNull());
    field().value = 'nobody of this name';
    field().dispatchEvent(new InputEvent('input'));
    await waitFor(() => expect(table.querySelector('.notice button')).not.toBeNull());
  },
};

/** The server fails for good; the request can be quoted to those who run it. */
export const ServerFails: Story = {
  parameters: { scene: { faults: [refused(paths.members, 500, 'server_error')] } },
};

export const NetworkFails: Story = {
  parameters: { scene: { faults: [unreachable(paths.members)] } },
};

export const NextPageFails: Story = {
  parameters: {
    scene: {
      seed: withManyMembers(seed, 'org_acme', 80),
      faults: [refusedFurther(paths.members)],
    },
  },
  play: async ({ canvasElement }) => {
    const table = canvasElement.querySelector('tessera-member-table')!.shadowRoot!;
    await waitFor(
      () => {
        const viewport = table.querySelector('.viewport');
        viewport?.scrollTo({ top: viewport.scrollHeight });
        return expect(table.textContent).toContain('More members could not be loaded.');
      },
      { timeout: 5000 },
    );
  },
};

/** Who may not see the members is told so; nothing is shown that could not be used. */
export const NoPermission: Story = { globals: { person: 'user_agent_acme' } };

/** Rows come and go while a person scrolls; the page holds a few dozen at any moment. */
export const TenThousandMembers: Story = {
  parameters: { scene: { seed: withManyMembers(seed, 'org_acme', 10_000) } },
};

/** Markup, turned direction, 300 letters, piled marks and emoji are text like any other. */
export const HostileNames: Story = {
  parameters: { scene: { seed: withHostileNames(seed, 'user_both', 'org_acme') } },
  play: async ({ canvasElement }) => {
    const table = canvasElement.querySelector('tessera-member-table')!.shadowRoot!;
    await waitFor(() => expect(table.querySelector('[part="row"]')).not.toBeNull());
    await expect(table.querySelector('bdi > *')).toBeNull();
  },
};

const bare = {
  organizationId: 'org_acme',
  organizationRoles: [],
  source: 'direct',
  access: [],
  version: 1,
  actions: {},
};

/** A server that is newer, or leaves out what it may: words appear as they came. */
export const MissingAndUnknown: Story = {
  parameters: {
    scene: {
      faults: [
        answered(paths.members, [
          { ...bare, userId: 'user_1', email: 'no.name@acme.example', status: 'active' },
          {
            ...bare,
            userId: 'user_2',
            email: 'unknown.status@acme.example',
            name: 'Nadia Weber',
            status: 'quarantined',
            lastSignInAt: 'some day',
          },
          {
            ...bare,
            userId: 'user_3',
            email: 'many.roles@acme.example',
            name: 'Emil Lindqvist',
            status: 'pending',
            organizationRoles: ['Auditor', 'Buyer', 'Planner', 'Trainer', 'Reviewer'].map(
              (name) => ({ roleId: `role_${name}`, name }),
            ),
          },
        ]),
      ],
    },
  },
};

export const Arabic: Story = { globals: { language: 'ar' } };

export const Dark: Story = { globals: { theme: 'dark' } };

export const Compact: Story = { globals: { density: 'compact' } };

/** Below 640 pixels of its own width each row becomes a card. */
export const Narrow: Story = {
  render: () => html`<div class="narrow"><tessera-member-table></tessera-member-table></div>`,
};
