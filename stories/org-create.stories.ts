import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tesserakit/elements/org-create.js';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import source from '../packages/elements/src/organizations/org-create.class.ts?raw';
import { classDocs } from './class-docs.js';
import { paths, refused, refusedDeed, silent, silentDeed, unreachable } from './scene.js';

const meta: Meta = {
  title: 'Organizations/Organization creation',
  component: 'tessera-org-create',
  parameters: {
    docs: { description: { component: classDocs(source) } },
    scene: { organizationId: 'org_acme' },
  },
  render: () => html`<tessera-org-create></tessera-org-create>`,
};

export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const within = (canvas: HTMLElement) => canvas.querySelector('tessera-org-create')!.shadowRoot!;

async function type(root: ShadowRoot, id: string, text: string): Promise<void> {
  await waitFor(() => expect(root.querySelector(`#${id}`)).not.toBeNull());
  const field = root.querySelector<HTMLInputElement>(`#${id}`)!;
  field.value = text;
  field.dispatchEvent(new InputEvent('input'));
}

const create =
  (email = ''): Play =>
  async ({ canvasElement }) => {
    const root = within(canvasElement);
    await type(root, 'name-field', 'Acme South');
    await waitFor(() => expect(root.querySelector('.slug.free')).not.toBeNull());
    if (email) await type(root, 'email', email);
    root.querySelector<HTMLElement>('form .primary')!.click();
  };

export const Ready: Story = {};

export const Loading: Story = {
  parameters: {
    loading: true,
    scene: { organizationId: 'org_acme', faults: [silent(paths.applications)] },
  },
};

export const NoPermission: Story = { globals: { person: 'user_agent_acme' } };

export const LoadingFails: Story = {
  parameters: { scene: { faults: [refused(paths.applications, 500, 'server_error')] } },
};

export const NetworkFails: Story = {
  parameters: { scene: { faults: [unreachable(paths.applications)] } },
};

export const SlugTaken: Story = {
  play: async ({ canvasElement }) => {
    const root = within(canvasElement);
    await type(root, 'name-field', 'Borealis');
    await waitFor(() => expect(root.querySelector('.slug.refusal')).not.toBeNull());
  },
};

export const Created: Story = {
  play: async (context) => {
    await create('boss@south.example')(context);
    const root = within(context.canvasElement);
    await waitFor(() => expect(root.querySelector('.created')).not.toBeNull());
  },
};

export const Creating: Story = {
  parameters: {
    scene: { organizationId: 'org_acme', faults: [silentDeed(paths.managedOrganizations)] },
  },
  play: create(),
};

export const CreationFails: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      faults: [refusedDeed(paths.managedOrganizations, 422, 'depth_exceeded')],
    },
  },
  play: create(),
};

/** It is made; that nobody could be invited is told beside it. */
export const InvitationFails: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      faults: [refusedDeed(paths.invitations, 503, 'server_error')],
    },
  },
  play: create('boss@south.example'),
};

/** A person makes their own, as a step of signing up. */
export const SelfService: Story = {
  render: () =>
    html`<tessera-org-create
      .creator=${{ create: () => Promise.resolve({ organizationId: 'org_own' }) }}
    ></tessera-org-create>`,
};

export const Arabic: Story = { globals: { language: 'ar' } };

export const Dark: Story = { globals: { theme: 'dark' } };

export const Narrow: Story = {
  render: () => html`<div class="narrow"><tessera-org-create></tessera-org-create></div>`,
};
