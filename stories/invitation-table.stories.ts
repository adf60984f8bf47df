import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tesserakit/elements/invitation-table.js';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import source from '../packages/elements/src/invitations/invitation-table.class.ts?raw';
import {
  hostileAddresses,
  inEveryState,
  manyInvitations,
  withInvitations,
} from '../packages/elements/trial/invitations.js';
import { classDocs } from './class-docs.js';
import { withLongTexts } from './long-texts.js';
import {
  answered,
  paths,
  refused,
  refusedDeed,
  refusedFurther,
  seed,
  silent,
  silentDeed,
  unreachable,
  unreachableDeed,
} from './scene.js';

const every = withInvitations(seed, 'org_acme', inEveryState);

const meta: Meta = {
  title: 'Invitations/Invitation table',
  component: 'tessera-invitation-table',
  parameters: {
    docs: { description: { component: classDocs(source) } },
    scene: { seed: every, organizationId: 'org_acme' },
  },
  render: () => html`<tessera-invitation-table></tessera-invitation-table>`,
};

export default meta;

type Story = StoryObj;

/** Opens the menu of the first invitation and chooses in it. */
async function choose(canvas: HTMLElement, verb: 'resend' | 'revoke'): Promise<ShadowRoot> {
  const root = canvas.querySelector('tessera-invitation-table')!.shadowRoot!;
  const find = (selector: string) => root.querySelector<HTMLElement>(selector);
  await waitFor(() => expect(find('[aria-haspopup="menu"]')).not.toBeNull());
  find('[aria-haspopup="menu"]')!.click();
  await waitFor(() => expect(find('.menu:popover-open')).not.toBeNull());
  find(verb === 'revoke' ? '.menu > .grave' : '.menu > button')!.click();
  return root;
}

async function revoke(canvas: HTMLElement): Promise<ShadowRoot> {
  const root = await choose(canvas, 'revoke');
  await waitFor(() => expect(root.querySelector('dialog[open]')).not.toBeNull());
  return root;
}

export const Ready: Story = {};

export const Loading: Story = {
  parameters: { loading: true, scene: { faults: [silent(paths.invitations)] } },
};

export const NobodyInvited: Story = {
  parameters: { scene: { faults: [answered(paths.invitations, [])] } },
};

/** What a person typed fits nobody: the way back is one press away. */
export const NobodyMatches: Story = {
  play: async ({ canvasElement }) => {
    const table = canvasElement.querySelector('tessera-invitation-table')!.shadowRoot!;
    const field = () => table.querySelector<HTMLInputElement>('.search input')!;
    await waitFor(() => expect(field()).not.toBeNull());
    field().value = 'nobody@nowhere.example';
    field().dispatchEvent(new InputEvent('input'));
    await waitFor(() => expect(table.querySelector('.notice button')).not.toBeNull());
  },
};

/** Who may not see the invitations is told so. */
export const NoPermission: Story = { globals: { person: 'user_agent_acme' } };

/** Who may look but not invite reads beside each action why it cannot be done. */
export const ReadOnly: Story = {
  parameters: {
    scene: {
      faults: [
        answered(paths.invitations, [
          {
            invitationId: 'invitation_1',
            organizationId: 'org_acme',
            email: 'guest@newcorp.example',
            status: 'pending',
            organizationRoles: [{ roleId: 'organizationMember', name: 'Member' }],
            access: [],
            invitedBy: { userId: 'user_admin_acme', name: 'Ingrid Solheim' },
            createdAt: new Date(Date.now() - 3_600_000).toISOString(),
            expiresAt: new Date(Date.now() + 169_200_000).toISOString(),
            version: 1,
            actions: { 'invitation.resend': 'forbidden', 'invitation.revoke': 'forbidden' },
          },
        ]),
      ],
    },
  },
  play: async ({ canvasElement }) => {
    const root = await choose(canvasElement, 'resend');
    await expect(root.querySelectorAll('[role="menuitem"][aria-disabled="true"]').length).toBe(2);
  },
};

export const ServerFails: Story = {
  parameters: { scene: { faults: [refused(paths.invitations, 500, 'server_error')] } },
};

export const NetworkFails: Story = {
  parameters: { scene: { faults: [unreachable(paths.invitations)] } },
};

/** Five hundred come fifty at a time. */
export const FiveHundred: Story = {
  parameters: { scene: { seed: withInvitations(seed, 'org_acme', manyInvitations(500)) } },
};

export const NextPageFails: Story = {
  parameters: {
    scene: {
      seed: withInvitations(seed, 'org_acme', manyInvitations(120)),
      faults: [refusedFurther(paths.invitations)],
    },
  },
  play: async ({ canvasElement }) => {
    const table = canvasElement.querySelector('tessera-invitation-table')!.shadowRoot!;
    const more = () => table.querySelector<HTMLElement>('.more button');
    await waitFor(() => expect(more()).not.toBeNull());
    more()!.click();
    await waitFor(() => expect(table.textContent).toContain('More invitations could not be'), {
      timeout: 5000,
    });
  },
};

export const SentAgain: Story = {
  play: async ({ canvasElement }) => {
    const root = await choose(canvasElement, 'resend');
    await waitFor(() =>
      expect(root.querySelector('[role="status"]')?.textContent).toContain('Sent again to'),
    );
  },
};

export const Sending: Story = {
  parameters: { scene: { seed: every, faults: [silentDeed(paths.invitations)] } },
  play: async ({ canvasElement }) => {
    const root = await choose(canvasElement, 'resend');
    await waitFor(() => expect(root.querySelector('tr[aria-busy="true"]')).not.toBeNull());
  },
};

/** After too many mails the wait is told in words, and the button waits with the person. */
export const TooManyMails: Story = {
  parameters: {
    scene: { seed: every, faults: [refusedDeed(paths.invitations, 429, 'rate_limited', 3600)] },
  },
  play: async ({ canvasElement }) => {
    const root = await choose(canvasElement, 'resend');
    await waitFor(() => expect(root.querySelector('[role="timer"]')).not.toBeNull());
  },
};

/** Nobody knows whether the mail left: trying again sends it once. */
export const SendingFails: Story = {
  parameters: { scene: { seed: every, faults: [unreachableDeed(paths.invitations)] } },
  play: async ({ canvasElement }) => {
    const root = await choose(canvasElement, 'resend');
    await waitFor(() => expect(root.querySelector('[role="alert"]')).not.toBeNull());
  },
};

export const SomebodyElseChangedIt: Story = {
  parameters: {
    scene: { seed: every, faults: [refusedDeed(paths.invitations, 412, 'version_conflict')] },
  },
  play: async ({ canvasElement }) => {
    const root = await choose(canvasElement, 'resend');
    await waitFor(() => expect(root.textContent).toContain('in the meantime'));
  },
};

export const AskedBeforeRevoking: Story = {
  play: async ({ canvasElement }) => {
    await revoke(canvasElement);
  },
};

export const RevokingRefused: Story = {
  parameters: {
    scene: { seed: every, faults: [refusedDeed(paths.invitations, 403, 'escalation_refused')] },
  },
  play: async ({ canvasElement }) => {
    const root = await revoke(canvasElement);
    root.querySelector<HTMLElement>('dialog .danger')!.click();
    await waitFor(() => expect(root.querySelector('dialog [role="alert"]')).not.toBeNull());
  },
};

/** Markup, turned direction, 240 letters and piled marks are text like any other. */
export const HostileAddresses: Story = {
  parameters: { scene: { seed: withInvitations(seed, 'org_acme', hostileAddresses) } },
  play: async ({ canvasElement }) => {
    const root = await choose(canvasElement, 'resend');
    await waitFor(() =>
      expect(root.querySelector('[role="status"]')?.textContent).toContain('Sent again to'),
    );
    await expect(root.querySelector('bdi > *')).toBeNull();
  },
};

/** Addresses, people and roles in words that no line has room for. */
export const LongText: Story = { parameters: { scene: { seed: withLongTexts(every) } } };

const bare = {
  organizationId: 'org_acme',
  organizationRoles: [],
  access: [],
  invitedBy: { userId: 'user_1' },
  createdAt: 'some day',
  expiresAt: 'some day',
  version: 1,
  actions: {},
};

/** A server that is newer, says less, or gives the link: words appear as they came. */
export const MissingAndUnknown: Story = {
  parameters: {
    scene: {
      faults: [
        answered(paths.invitations, [
          { ...bare, invitationId: 'one', email: 'bounced@newcorp.example', status: 'failed' },
          { ...bare, invitationId: 'two', email: 'held@newcorp.example', status: 'quarantined' },
          {
            ...bare,
            invitationId: 'three',
            email: 'by.link@newcorp.example',
            status: 'pending',
            link: 'https://join.example/#secret',
            organizationRoles: ['Auditor', 'Buyer', 'Planner', 'Trainer'].map((name) => ({
              roleId: `role_${name}`,
              name,
            })),
            actions: { 'invitation.resend': 'moon_phase', 'invitation.revoke': true },
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
  render: () =>
    html`<div class="narrow"><tessera-invitation-table></tessera-invitation-table></div>`,
};
