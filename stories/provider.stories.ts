import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tesserakit/elements/member-table.js';
import '@tesserakit/elements/org-switcher.js';
import '@tesserakit/elements/provider.js';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import source from '../packages/elements/src/context/provider.class.ts?raw';
import { classDocs } from './class-docs.js';
import type { Backend } from './scene.js';

const meta: Meta = {
  title: 'Context/Provider',
  component: 'tessera-provider',
  parameters: { provider: false, docs: { description: { component: classDocs(source) } } },
};

export default meta;

type Story = StoryObj;

const application = html`<div class="header"><tessera-org-switcher></tessera-org-switcher></div>
  <tessera-member-table></tessera-member-table>`;

/** A page with a backend: the switcher puts another organization in view, the table follows. */
export const Ready: Story = {
  render: (_, { loaded }) => {
    const { client, organizationId } = loaded.backend as Backend;
    return html`<tessera-provider .client=${client} .organizationId=${organizationId}
      >${application}</tessera-provider
    >`;
  },
  play: async ({ canvasElement }) => {
    const provider = canvasElement.querySelector('tessera-provider')!;
    const table = provider.querySelector('tessera-member-table')!.shadowRoot!;
    const rows = () => table.querySelectorAll('[part="row"]').length;
    await waitFor(() => expect(rows()).toBe(6));
    await provider.switchTo('org_borealis');
    await waitFor(() => expect(rows()).toBe(2));
  },
};

/** One attribute, no backend: made-up data that lives in the page, and says so. */
export const Demo: Story = {
  render: () => html`<tessera-provider demo>${application}</tessera-provider>`,
};

/** Neither client nor demo yet: the elements wait. */
export const WithoutClient: Story = {
  parameters: { loading: true },
  render: () => html`<tessera-provider>${application}</tessera-provider>`,
};

/** Two providers on one page know nothing of each other. */
export const TwoOrganizationsBeside: Story = {
  render: (_, { loaded }) => {
    const { client } = loaded.backend as Backend;
    return html`<div class="beside">
      ${['org_acme', 'org_borealis'].map(
        (organizationId) =>
          html`<tessera-provider .client=${client} .organizationId=${organizationId}
            >${application}</tessera-provider
          >`,
      )}
    </div>`;
  },
};

export const Arabic: Story = {
  globals: { language: 'ar' },
  render: () => html`<tessera-provider demo lang="ar">${application}</tessera-provider>`,
};

export const Dark: Story = {
  globals: { theme: 'dark' },
  render: () => html`<tessera-provider demo>${application}</tessera-provider>`,
};

export const Narrow: Story = {
  render: () =>
    html`<div class="narrow"><tessera-provider demo>${application}</tessera-provider></div>`,
};
