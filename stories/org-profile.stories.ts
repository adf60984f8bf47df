import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tesserakit/elements/org-profile.js';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import source from '../packages/elements/src/organizations/org-profile.class.ts?raw';
import { hostileNames, withHostileNames } from '../packages/elements/trial/seeds.js';
import { classDocs } from './class-docs.js';
import { paths, refused, refusedDeed, seed, silent, silentDeed, unreachable } from './scene.js';

const meta: Meta = {
  title: 'Organizations/Organization profile',
  component: 'tessera-org-profile',
  parameters: {
    docs: { description: { component: classDocs(source) } },
    scene: { organizationId: 'org_acme' },
  },
  render: () => html`<tessera-org-profile></tessera-org-profile>`,
};

export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const profileIn = async (canvas: HTMLElement): Promise<ShadowRoot> => {
  const root = canvas.querySelector('tessera-org-profile')!.shadowRoot!;
  await waitFor(() => expect(root.querySelector('article')).not.toBeNull());
  return root;
};

/** Types into a field, as a person does. */
async function type(root: ShadowRoot, id: string, text: string): Promise<void> {
  const field = root.querySelector<HTMLInputElement>(`#${id}`)!;
  field.value = text;
  field.dispatchEvent(new InputEvent('input'));
  await waitFor(() => expect(root.querySelector('.buttons')).not.toBeNull());
}

const rename: Play = async ({ canvasElement }) => {
  const root = await profileIn(canvasElement);
  await type(root, 'name-field', 'Acme Voyages');
  root.querySelector<HTMLElement>('.buttons .primary')!.click();
};

const ask =
  (deed: string): Play =>
  async ({ canvasElement, viewMode }) => {
    const root = await profileIn(canvasElement);
    if (viewMode !== 'story') return;
    root.querySelector<HTMLElement>(`#${deed}`)!.click();
    await waitFor(() => expect(root.querySelector('dialog[open]')).not.toBeNull());
  };

export const Ready: Story = {};

export const Loading: Story = {
  parameters: {
    loading: true,
    scene: { organizationId: 'org_acme', faults: [silent(paths.organization())] },
  },
};

export const ReadOnly: Story = { globals: { person: 'user_agent_acme' } };

export const ServerFails: Story = {
  parameters: { scene: { faults: [refused(paths.organization(), 500, 'server_error')] } },
};

export const NetworkFails: Story = {
  parameters: { scene: { faults: [unreachable(paths.organization())] } },
};

export const NotFound: Story = {
  parameters: { scene: { faults: [refused(paths.organization(), 404, 'not_found')] } },
};

/** The colour counts at once; it is said where it is hard to see. */
export const PaleColour: Story = {
  play: async ({ canvasElement }) => {
    const root = await profileIn(canvasElement);
    await type(root, 'colour', '#ffd54a');
    await expect(root.querySelector('.warning')).not.toBeNull();
  },
};

export const SlugTaken: Story = {
  play: async ({ canvasElement }) => {
    const root = await profileIn(canvasElement);
    await type(root, 'slug-field', 'borealis');
    await waitFor(() => expect(root.querySelector('.slug.refusal')).not.toBeNull());
  },
};

/** Only what is in a file counts. */
export const LogoFile: Story = {
  render: () =>
    html`<tessera-org-profile
      .storeLogo=${() => Promise.resolve('https://pictures.example/logo.png')}
    ></tessera-org-profile>`,
  play: async ({ canvasElement }) => {
    const root = await profileIn(canvasElement);
    const input = root.querySelector<HTMLInputElement>('input[type="file"]')!;
    const transfer = new DataTransfer();
    transfer.items.add(new File(['<svg/>'], 'logo.png', { type: 'image/png' }));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change'));
    await waitFor(() => expect(root.querySelector('#file-fault')).not.toBeNull());
  },
};

export const SaveFails: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      faults: [refusedDeed(paths.organization(), 503, 'server_error')],
    },
  },
  play: rename,
};

export const SaveTooOften: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      faults: [refusedDeed(paths.organization(), 429, 'rate_limited', 30)],
    },
  },
  play: rename,
};

export const Saving: Story = {
  parameters: {
    scene: { organizationId: 'org_acme', faults: [silentDeed(paths.organization())] },
  },
  play: rename,
};

export const Leaving: Story = { globals: { person: 'user_agent_acme' }, play: ask('leave') };

export const TransferringOwnership: Story = { play: ask('transfer') };

/** What goes with it is shown first; its name has to be typed. */
export const Deleting: Story = { play: ask('remove') };

export const ActingForManaged: Story = {
  play: async ({ canvasElement }) => {
    const provider = canvasElement.querySelector('tessera-provider')!;
    await profileIn(canvasElement);
    await provider.actFor('org_acme_north');
    const root = await profileIn(canvasElement);
    await waitFor(() => expect(root.querySelector('#stand')).not.toBeNull());
  },
};

export const Hostile: Story = {
  parameters: {
    scene: {
      seed: withHostileNames(seed, 'user_both', 'org_acme'),
      organizationId: `org_hostile_${hostileNames.findIndex((name) => name.length === 300)}`,
    },
  },
};

export const Arabic: Story = { globals: { language: 'ar' } };

export const Dark: Story = { globals: { theme: 'dark' } };

export const Compact: Story = { globals: { density: 'compact' } };

export const Narrow: Story = {
  render: () => html`<div class="narrow"><tessera-org-profile></tessera-org-profile></div>`,
};
