import type { Seed } from '@tesserakit/mock-server';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TesseraProvider } from '@tesserakit/elements/provider.js';
import '@tesserakit/elements/role-assigner.js';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import source from '../packages/elements/src/roles/role-assigner.class.ts?raw';
import { hostileNames } from '../packages/elements/trial/seeds.js';
import { classDocs } from './class-docs.js';
import { withLongTexts } from './long-texts.js';
import { answered, paths, refused, refusedDeed, seed, silent, unreachable } from './scene.js';

const flights = {
  organizationId: 'org_acme',
  userId: 'user_agent_acme',
  applicationId: 'app_flights',
};

const shares = {
  app_flights: { roleGroupIds: ['group_flights_front_office'] },
  app_ledger: { allowsRolelessAccess: true },
};

/** The agent has roles from everywhere, one of them for three weeks; Approver is out of reach. */
const mixed: Seed = {
  ...seed,
  grants: [
    ...seed.grants.filter(({ userId }) => userId !== flights.userId),
    {
      ...flights,
      roles: [
        { roleId: 'role_flights_viewer', source: 'default' },
        { roleId: 'role_flights_booking_agent', source: 'direct' },
        {
          roleId: 'role_flights_after_sales',
          source: 'idp-group',
          expiresAt: Date.now() + 22 * 86_400_000,
        },
      ],
    },
  ],
  onboardings: seed.onboardings.map((share) =>
    share.organizationId === 'org_acme'
      ? { ...share, ...shares[share.applicationId as keyof typeof shares] }
      : share,
  ),
  organizationRoles: [
    { roleId: 'role_auditor', name: 'Auditor', permissions: ['audit:read', 'members:read'] },
  ],
};

const meta: Meta = {
  title: 'Roles/Role assigner',
  component: 'tessera-role-assigner',
  parameters: {
    docs: { description: { component: classDocs(source) } },
    scene: { seed: mixed, organizationId: 'org_acme' },
  },
  render: () => html`<tessera-role-assigner user-id="user_agent_acme"></tessera-role-assigner>`,
};

export default meta;

type Story = StoryObj;

export const Ready: Story = {};

/** What would change, before it is saved. */
export const Unsaved: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'role_auditor', 'role_flights_viewer', 'role_ledger_reader');
  },
};

/** One part is saved; the other is kept with the reason. */
export const SavedInPart: Story = {
  parameters: {
    scene: {
      seed: mixed,
      organizationId: 'org_acme',
      faults: [refusedDeed(paths.grant, 409, 'seat_limit_reached')],
    },
  },
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'role_auditor', 'role_ledger_reader');
    await press(canvasElement, 'Save');
    await waitFor(() => expect(rootOf(canvasElement).querySelector('.refusals')).not.toBeNull());
  },
};

/** Somebody else was faster: both sides, and nothing overwritten. */
export const ChangedMeanwhile: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'role_flights_viewer');
    const provider = canvasElement.querySelector<TesseraProvider>('tessera-provider')!;
    await provider.client!.access.grant({ ...flights, roleIds: ['role_flights_viewer'] });
    await press(canvasElement, 'Save');
    await waitFor(() => expect(rootOf(canvasElement).querySelector('.contest')).not.toBeNull());
  },
};

export const Loading: Story = {
  parameters: {
    loading: true,
    scene: { organizationId: 'org_acme', faults: [silent(paths.member)] },
  },
};

export const NobodyChosen: Story = {
  render: () => html`<tessera-role-assigner></tessera-role-assigner>`,
};

export const NoApplications: Story = {
  parameters: { scene: { organizationId: 'org_acme', faults: [answered(paths.access, [])] } },
};

/** The server fails for good; the request can be quoted to those who run it. */
export const ServerFails: Story = {
  parameters: {
    scene: { organizationId: 'org_acme', faults: [refused(paths.member, 500, 'server_error')] },
  },
};

export const NetworkFails: Story = {
  parameters: { scene: { organizationId: 'org_acme', faults: [unreachable(paths.member)] } },
};

/** What has come can be worked with; the rest can be tried again. */
export const ApplicationsFail: Story = {
  parameters: {
    scene: { organizationId: 'org_acme', faults: [refused(paths.access, 500, 'server_error')] },
  },
};

/** Who may not see the roles of others is told so. */
export const NoPermission: Story = {
  globals: { person: 'user_agent_acme' },
  render: () => html`<tessera-role-assigner user-id="user_admin_acme"></tessera-role-assigner>`,
};

/** Who sees members but not what they may use is shown the one and told about the other. */
export const OnlyTheOrganization: Story = { globals: { person: 'user_creator_acme' } };

/** One's own roles, without the right to change them. */
export const OnesOwn: Story = { globals: { person: 'user_agent_acme' } };

const helpdesk: Seed = {
  ...seed,
  organizationRoles: [
    {
      roleId: 'role_helpdesk',
      name: 'Helpdesk',
      permissions: [
        'organization:read',
        'members:read',
        'organization-roles:assign',
        'access:read',
        'access:grant',
      ],
    },
  ],
  members: seed.members.map((member) =>
    member.userId === 'user_both' && member.organizationId === 'org_acme'
      ? { ...member, organizationRoleIds: ['role_helpdesk'] }
      : member,
  ),
};

/** Nobody changes somebody above them. */
export const SomebodyAbove: Story = {
  parameters: { scene: { seed: helpdesk, organizationId: 'org_acme' } },
  render: () => html`<tessera-role-assigner user-id="user_admin_acme"></tessera-role-assigner>`,
};

/** Nobody gives more than they have. */
export const RolesAbove: Story = {
  parameters: { scene: { seed: helpdesk, organizationId: 'org_acme' } },
};

/** Only what the member has, and nothing to change it with. */
export const ViewOnly: Story = {
  render: () =>
    html`<tessera-role-assigner view-only user-id="user_agent_acme"></tessera-role-assigner>`,
};

const many = Array.from({ length: 60 }, (_, index) => ({
  roleId: `role_many_${index}`,
  applicationId: 'app_flights',
  key: `many_${index}`,
  name: `${['Planner', 'Trainer', 'Buyer', 'Reviewer'][index % 4]} ${index + 1}`,
  description: index % 3 ? `Looks after region ${index + 1}.` : '',
  permissions: [`region-${index + 1}:read`, `region-${index + 1}:change`],
}));

/** Above a dozen roles are searched. */
export const ManyRoles: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      seed: {
        ...seed,
        roles: [...seed.roles, ...many],
        onboardings: seed.onboardings.map((share) =>
          share.applicationId === 'app_flights'
            ? { ...share, roleIds: many.slice(0, 50).map(({ roleId }) => roleId) }
            : share,
        ),
      },
    },
  },
};

/** Applications and roles in words that no line has room for. */
export const LongText: Story = {
  parameters: { scene: { seed: withLongTexts(mixed), organizationId: 'org_acme' } },
};

const strange = hostileNames.map((name, index) => ({
  roleId: `role_hostile_${index}`,
  applicationId: 'app_flights',
  key: `hostile_${index}`,
  name,
  description: index % 2 ? name : '',
  permissions: [name],
}));

/** Markup, turned direction, 300 letters, piled marks and emoji are text like any other. */
export const HostileNames: Story = {
  parameters: {
    scene: {
      organizationId: 'org_acme',
      seed: {
        ...seed,
        applications: seed.applications.map((application) =>
          application.applicationId === 'app_ledger'
            ? { ...application, name: hostileNames[2] ?? '' }
            : application,
        ),
        roles: [...seed.roles, ...strange],
        onboardings: seed.onboardings.map((share) =>
          share.applicationId === 'app_flights'
            ? { ...share, roleIds: strange.map(({ roleId }) => roleId) }
            : share,
        ),
        organizationRoles: [
          { roleId: 'role_hostile', name: hostileNames[0] ?? '', permissions: [] },
        ],
      },
    },
  },
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'role_hostile', ...strange.map(({ roleId }) => roleId));
    await expect(rootOf(canvasElement).querySelector('bdi > *')).toBeNull();
  },
};

/** A field of a host's own form: choices as properties, the value as JSON, no backend. */
export const InAForm: Story = {
  parameters: { provider: false },
  render: () =>
    html`<form @submit=${(event: Event) => event.preventDefault()}>
      <tessera-role-assigner
        name="roles"
        required
        value='{"organizationRoleIds":["organizationMember"],"access":[]}'
        .organizationRoles=${[
          { roleId: 'organizationMember', name: 'Member' },
          {
            roleId: 'organizationAdmin',
            name: 'Administrator',
            assignable: 'escalation_refused',
          },
        ]}
        .applications=${[
          {
            applicationId: 'app_desk',
            name: 'Desk',
            roles: [
              { roleId: 'reader', name: 'Reader', description: 'Reads tickets.' },
              { roleId: 'writer', name: 'Writer', description: 'Answers tickets.' },
            ],
          },
        ]}
      ></tessera-role-assigner>
    </form>`,
};

export const Arabic: Story = { ...Unsaved, globals: { language: 'ar' } };

export const Dark: Story = { ...Unsaved, globals: { theme: 'dark' } };

export const Compact: Story = { globals: { density: 'compact' } };

export const Narrow: Story = {
  ...ChangedMeanwhile,
  render: () =>
    html`<div class="narrow">
      <tessera-role-assigner user-id="user_agent_acme"></tessera-role-assigner>
    </div>`,
};

function rootOf(place: HTMLElement): ShadowRoot {
  return place.querySelector('tessera-role-assigner')!.shadowRoot!;
}

async function choose(place: HTMLElement, ...roleIds: readonly string[]): Promise<void> {
  const box = (roleId: string) =>
    rootOf(place).querySelector<HTMLInputElement>(`input[value="${roleId}"]`);
  for (const roleId of roleIds) {
    await waitFor(() => expect(box(roleId)).not.toBeNull(), { timeout: 5000 });
    box(roleId)!.click();
  }
  await waitFor(() => expect(rootOf(place).querySelector('.bar')).not.toBeNull());
}

async function press(place: HTMLElement, words: string): Promise<void> {
  const button = () =>
    [...rootOf(place).querySelectorAll('button')].find(
      ({ textContent }) => textContent.trim() === words,
    );
  await waitFor(() => expect(button()).not.toBeUndefined());
  button()!.click();
}
