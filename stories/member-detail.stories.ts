import type { Seed } from '@tesserakit/mock-server';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tesserakit/elements/member-detail.js';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import source from '../packages/elements/src/members/member-detail.class.ts?raw';
import { withHostileNames } from '../packages/elements/trial/seeds.js';
import { classDocs } from './class-docs.js';
import { answered, paths, refused, refusedDeed, seed, silent, unreachable } from './scene.js';

const agent = 'user_agent_acme';

const shown = (userId: string) =>
  html`<tessera-member-detail user-id=${userId}></tessera-member-detail>`;

const meta: Meta = {
  title: 'Members/Member detail',
  component: 'tessera-member-detail',
  parameters: {
    docs: { description: { component: classDocs(source) } },
    scene: { organizationId: 'org_acme' },
  },
  render: () => shown(agent),
};

export default meta;

type Story = StoryObj;
type Scene = { canvasElement: HTMLElement };

const rootIn = ({ canvasElement }: Scene) =>
  canvasElement.querySelector('tessera-member-detail')!.shadowRoot!;

/** Presses what a selector finds, once it is there. */
async function press(scene: Scene, selector: string): Promise<void> {
  const found = () => rootIn(scene).querySelector<HTMLElement>(selector);
  await waitFor(() => expect(found()).not.toBeNull(), { timeout: 5000 });
  found()?.click();
}

async function says(scene: Scene, words: string): Promise<void> {
  await waitFor(() => expect(rootIn(scene).textContent).toContain(words), { timeout: 5000 });
}

async function asks(scene: Scene): Promise<void> {
  await waitFor(() => expect(rootIn(scene).querySelector('dialog:modal h2')).not.toBeNull());
}

/** The seed in which the agent's membership is another one. */
const withAgent = (some: Partial<Seed['members'][number]>): Seed => ({
  ...seed,
  members: seed.members.map((member) =>
    member.userId === agent && member.organizationId === 'org_acme'
      ? { ...member, ...some }
      : member,
  ),
});

const event = { outcome: 'success', actor: { type: 'user', id: 'user_both', name: 'Noor Haddad' } };
const about = { organizationId: 'org_acme', target: { type: 'member', id: agent } };

/** What the history shows: by people, programs and the system, known and unknown, done and refused. */
const history = [
  { ...event, ...about, eventId: '1', at: '2026-02-10T09:00:00Z', action: 'member.reactivate' },
  {
    ...event,
    ...about,
    eventId: '2',
    at: '2026-02-09T09:00:00Z',
    action: 'member.setOrganizationRoles',
    details: { from: ['organizationMember'], to: ['organizationAdmin', 'organizationMember'] },
  },
  {
    ...event,
    ...about,
    eventId: '3',
    at: '2026-02-08T09:00:00Z',
    action: 'member.remove',
    outcome: 'denied',
    code: 'last_administrator',
    actor: { type: 'apiKey', id: 'key_1' },
  },
  {
    ...event,
    ...about,
    eventId: '4',
    at: '2026-01-08T09:00:00Z',
    action: 'access.grant',
    applicationId: 'app_flights',
    details: { from: null, to: ['role_flights_booking_agent'] },
  },
  { ...event, ...about, eventId: '5', at: '2025-01-08T09:00:00Z', action: 'member.levitate' },
];

const sessions = [
  { name: 'Flights', authenticatedAt: '2026-02-10T09:00:00Z', methods: ['pwd', 'otp'] },
  { name: 'Admin Portal', authenticatedAt: '2026-02-09T09:00:00Z', methods: ['fed'] },
];

export const Ready: Story = {};

/** Every part is unfolded, and the conditions of entry of one application are shown. */
export const Unfolded: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      faults: [
        answered(`${paths.member}/sessions`, sessions),
        answered(`${paths.organization()}/audit`, history),
      ],
    },
  },
  play: async (scene) => {
    await press(scene, '[data-section="sessions"] .fold');
    await press(scene, '[data-section="history"] .fold');
    await press(scene, '[data-application="app_ledger"] .why');
    await says(scene, 'member.levitate');
    await says(scene, 'The person was given access');
  },
};

export const Loading: Story = {
  parameters: { loading: true, scene: { faults: [silent(paths.member)] } },
};

/** Who has not joined is known by the address alone. */
export const Pending: Story = { render: () => shown('user_invited') };

export const Suspended: Story = { render: () => shown('user_suspended_acme') };

export const TimeLimited: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      seed: withAgent({ expiresAt: Date.now() + 20 * 86_400_000, source: 'scim' }),
    },
  },
};

/** Administrators see of themselves what others do, and why they cannot shut themselves out. */
export const Oneself: Story = { render: () => shown('user_both') };

export const NobodyChosen: Story = { render: () => shown('') };

export const NoSuchMember: Story = { render: () => shown('user_dormant') };

/** Who may not see the members is told so. */
export const NoPermission: Story = {
  globals: { person: agent },
  render: () => shown('user_both'),
};

/** One's own membership can be looked at; what needs an administrator is off, with the reason. */
export const ReadOnly: Story = { globals: { person: agent } };

/** The server fails for good; the request can be quoted to those who run it. */
export const ServerFails: Story = {
  parameters: { scene: { faults: [refused(paths.member, 500, 'server_error')] } },
};

export const NetworkFails: Story = {
  parameters: { scene: { faults: [unreachable(paths.member)] } },
};

/** One part fails, and only that part. */
export const AccessFails: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      faults: [refused(paths.access, 409, 'organization_suspended')],
    },
  },
  play: async (scene) => says(scene, 'This part could not be loaded.'),
};

export const Editing: Story = {
  play: async (scene) => {
    await press(scene, '#edit-profile');
    await press(scene, '#edit-expiry');
    await waitFor(() => expect(rootIn(scene).querySelector('#expiry')).not.toBeNull());
  },
};

/** The end that was entered has passed: the field says so, and keeps it. */
export const EndInThePast: Story = {
  play: async (scene) => {
    await press(scene, '#edit-expiry');
    await waitFor(() => expect(rootIn(scene).querySelector('#expiry')).not.toBeNull());
    const field = rootIn(scene).querySelector<HTMLInputElement>('#expiry')!;
    field.value = '2001-03-01T12:30';
    field.dispatchEvent(new Event('change'));
    field.form?.requestSubmit();
    await says(scene, 'This moment has passed.');
  },
};

/** Before somebody is removed, the person is named. */
export const Removing: Story = {
  play: async (scene) => {
    await press(scene, '#remove');
    await asks(scene);
  },
};

export const RemovalFails: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      faults: [refusedDeed(paths.member, 409, 'last_administrator')],
    },
  },
  play: async (scene) => {
    await press(scene, '#remove');
    await press(scene, 'dialog[open] .danger');
    await says(scene, 'at least one active administrator');
  },
};

/** Before ownership goes over, it is said what both become. */
export const Transferring: Story = {
  play: async (scene) => {
    await press(scene, '#transfer');
    await asks(scene);
  },
};

/** Markup is text like any other. */
export const HostileName: Story = {
  parameters: { scene: { seed: withHostileNames(seed, 'user_both', 'org_acme') } },
  render: () => shown('user_hostile_0'),
  play: async (scene) => {
    await says(scene, '<script>');
    await expect(rootIn(scene).querySelector('bdi > *')).toBeNull();
  },
};

/** A name of 300 letters without a break, and an address as long. */
export const LongText: Story = {
  parameters: { scene: { seed: withHostileNames(seed, 'user_both', 'org_acme') } },
  render: () => shown('user_hostile_2'),
};

export const Arabic: Story = { globals: { language: 'ar' } };

export const Dark: Story = { globals: { theme: 'dark' } };

/** Below 640 pixels of its own width the parts stand below their headings. */
export const Narrow: Story = {
  render: () => html`<div class="narrow">${shown(agent)}</div>`,
};
