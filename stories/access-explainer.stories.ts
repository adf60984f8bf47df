import type { Seed } from '@tesserakit/mock-server';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tesserakit/elements/access-explainer.js';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import source from '../packages/elements/src/access/access-explainer.class.ts?raw';
import { hostileNames } from '../packages/elements/trial/seeds.js';
import { classDocs } from './class-docs.js';
import { paths, refused, refusedDeed, seed, silent, silentDeed, unreachable } from './scene.js';

const day = 86_400_000;
const about = { userId: 'user_agent_acme', organizationId: 'org_acme' };
const flights = { ...about, applicationId: 'app_flights' };

/** The agent has roles from everywhere; one has ended, one is not the organization's to give. */
const mixed: Seed = {
  ...seed,
  grants: [
    ...seed.grants.filter(({ userId }) => userId !== flights.userId),
    {
      ...flights,
      roles: [
        { roleId: 'role_flights_viewer', source: 'default' },
        { roleId: 'role_flights_booking_agent', source: 'idp-group' },
        {
          roleId: 'role_flights_after_sales',
          source: 'direct',
          expiresAt: Date.now() - 3 * day,
        },
        { roleId: 'role_flights_approver', source: 'parent' },
      ],
    },
  ],
  onboardings: seed.onboardings.map((share) =>
    share.organizationId === 'org_acme' && share.applicationId === 'app_flights'
      ? { ...share, roleGroupIds: ['group_flights_front_office'] }
      : share,
  ),
};

const explainer = (userId = about.userId, applicationId = 'app_flights') =>
  html`<tessera-access-explainer
    user-id=${userId}
    application-id=${applicationId}
  ></tessera-access-explainer>`;

const meta: Meta = {
  title: 'Access/Access explainer',
  component: 'tessera-access-explainer',
  parameters: {
    docs: { description: { component: classDocs(source) } },
    scene: { seed: mixed, organizationId: 'org_acme' },
  },
  render: () => explainer(),
};

export default meta;

type Story = StoryObj;

export const Ready: Story = {};

/** The door is closed, and the person who looks can open it. */
export const Closed: Story = { render: () => explainer('user_suspended_acme') };

/** Whoever opens the door is told that it is open. */
export const Opened: Story = {
  ...Closed,
  play: async ({ canvasElement }) => {
    const button = () => rootOf(canvasElement).querySelector<HTMLElement>('.remedies button');
    await waitFor(() => expect(button()).not.toBeNull(), { timeout: 5000 });
    button()!.click();
    await waitFor(() => expect(rootOf(canvasElement).querySelector('.remedies')).toBeNull());
  },
};

/** A role is missing; it can be chosen here. */
export const ChoosingRoles: Story = {
  render: () => explainer(about.userId, 'app_ledger'),
  play: async ({ canvasElement }) => {
    const one = (selector: string) => rootOf(canvasElement).querySelector<HTMLElement>(selector);
    await waitFor(() => expect(one('.remedies button')).not.toBeNull(), { timeout: 5000 });
    one('.remedies button')!.click();
    await waitFor(() =>
      expect(one('tessera-role-assigner')?.shadowRoot?.querySelector('.role')).toBeTruthy(),
    );
  },
};

/** Much is in the way at once; who can do what about it stands there in words. */
export const MuchInTheWay: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      seed: {
        ...mixed,
        users: mixed.users.map((user) =>
          user.userId === 'user_suspended_acme' ? { ...user, status: 'disabled' } : user,
        ),
        grants: mixed.grants.filter(({ userId }) => userId !== 'user_suspended_acme'),
        applications: mixed.applications.map((application) =>
          application.applicationId === 'app_flights'
            ? { ...application, status: 'disabled' }
            : application,
        ),
      },
    },
  },
  render: () => explainer('user_suspended_acme'),
};

/** One's own access, without the right to change it. */
export const ReadOnly: Story = {
  globals: { person: 'user_agent_acme' },
  render: () => explainer(about.userId, 'app_ledger'),
};

export const Loading: Story = {
  parameters: {
    loading: true,
    scene: { organizationId: 'org_acme', faults: [silent(paths.explanation)] },
  },
};

export const NobodyChosen: Story = {
  render: () => html`<tessera-access-explainer></tessera-access-explainer>`,
};

export const NotThere: Story = { render: () => explainer('user_nobody') };

export const NoPermission: Story = {
  globals: { person: 'user_agent_acme' },
  render: () => explainer('user_admin_acme'),
};

export const ServerFails: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      faults: [refused(paths.explanation, 400, 'validation_failed')],
    },
  },
};

export const NetworkFails: Story = {
  parameters: {
    scene: { organizationId: 'org_acme', faults: [unreachable(paths.explanation)] },
  },
};

/** The reasons stand there without the person's name. */
export const NameFails: Story = {
  parameters: {
    scene: { organizationId: 'org_acme', faults: [refused(paths.member, 403, 'forbidden')] },
  },
};

/** The act was refused; the reason stands below it. */
export const DeedRefused: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      faults: [refusedDeed(paths.members, 429, 'rate_limited', 60)],
    },
  },
  render: () => explainer('user_suspended_acme'),
  play: async ({ canvasElement }) => {
    const one = (selector: string) => rootOf(canvasElement).querySelector<HTMLElement>(selector);
    await waitFor(() => expect(one('.remedies button')).not.toBeNull(), { timeout: 5000 });
    one('.remedies button')!.click();
    await waitFor(() => expect(one('.refusal')).not.toBeNull());
  },
};

export const DeedUnderWay: Story = {
  parameters: { scene: { organizationId: 'org_acme', faults: [silentDeed(paths.members)] } },
  render: () => explainer('user_suspended_acme'),
  play: async ({ canvasElement }) => {
    const button = () => rootOf(canvasElement).querySelector<HTMLElement>('.remedies button');
    await waitFor(() => expect(button()).not.toBeNull(), { timeout: 5000 });
    button()!.click();
    await waitFor(() => expect(button()).toHaveAttribute('aria-disabled', 'true'));
  },
};

/** Markup, turned direction, 300 letters, piled marks and emoji are text like any other. */
export const HostileNames: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      seed: {
        ...mixed,
        users: mixed.users.map((user) =>
          user.userId === about.userId ? { ...user, name: hostileNames[0] ?? '' } : user,
        ),
        applications: mixed.applications.map((application) =>
          application.applicationId === 'app_flights'
            ? { ...application, name: hostileNames[2] ?? '' }
            : application,
        ),
        roles: mixed.roles.map((role, index) => {
          const name = hostileNames[index % hostileNames.length] ?? '';
          return { ...role, name, permissions: [name] };
        }),
      },
    },
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(rootOf(canvasElement).querySelector('#title')).not.toBeNull(), {
      timeout: 5000,
    });
    await expect(rootOf(canvasElement).querySelector('bdi > *, h2 > *, code > *')).toBeNull();
  },
};

export const Arabic: Story = { ...Closed, globals: { language: 'ar' } };

export const Dark: Story = { ...Closed, globals: { theme: 'dark' } };

export const Compact: Story = { globals: { density: 'compact' } };

export const Narrow: Story = {
  render: () => html`<div class="narrow">${explainer('user_suspended_acme')}</div>`,
};

function rootOf(place: HTMLElement): ShadowRoot {
  return place.querySelector('tessera-access-explainer')!.shadowRoot!;
}
