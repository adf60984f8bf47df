import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tesserakit/elements/invite-dialog.js';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import source from '../packages/elements/src/invitations/invite-dialog.class.ts?raw';
import { hostileNames } from '../packages/elements/trial/seeds.js';
import { classDocs } from './class-docs.js';
import { withLongTexts } from './long-texts.js';
import {
  answered,
  paths,
  refused,
  refusedDeed,
  seed,
  silent,
  silentDeed,
  unreachableDeed,
} from './scene.js';

/** Opens the dialog of a story, and gives what a person does in it. */
async function opened(canvasElement: HTMLElement) {
  const element = canvasElement.querySelector('tessera-invite-dialog')!;
  const root = element.shadowRoot!;
  element.querySelector('button')!.click();
  await waitFor(() => expect(root.querySelector('dialog:modal h2')).not.toBeNull());
  const field = () => root.querySelector<HTMLTextAreaElement>('textarea');
  return {
    root,
    ready: () => waitFor(() => expect(element.matches(':state(loading)')).toBe(false)),
    paste: async (text: string) => {
      await waitFor(() => expect(field()).not.toBeNull());
      field()!.value = text;
      field()!.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' }));
    },
    invite: async () => {
      const button = () => root.querySelector<HTMLButtonElement>('footer .primary')!;
      await waitFor(() => expect(button().getAttribute('aria-disabled')).toBe('false'));
      button().click();
    },
    shows: (selector: string) =>
      waitFor(() => expect(root.querySelector(selector)).not.toBeNull(), { timeout: 5000 }),
  };
}

const people =
  'Ada Lovelace <ada@newcorp.example>, grace@newcorp.example; "Hopper, Linus" <linus@newcorp.example>';

const meta: Meta = {
  title: 'Members/Invite dialog',
  component: 'tessera-invite-dialog',
  parameters: { docs: { description: { component: classDocs(source) } } },
  render: () =>
    html`<tessera-invite-dialog
      ><button slot="trigger">Invite people</button></tessera-invite-dialog
    >`,
  play: async ({ canvasElement }) => {
    const { ready } = await opened(canvasElement);
    await ready();
  },
};

export default meta;

type Story = StoryObj;

/** The story in which these people are listed, and nothing is sent yet. */
const listing = (text: string): Story => ({
  play: async ({ canvasElement }) => {
    const { ready, paste, shows } = await opened(canvasElement);
    await ready();
    await paste(text);
    await shows('.token');
  },
});

/** The story in which these people were sent. */
const sending = (text: string, until: string): Story => ({
  play: async ({ canvasElement }) => {
    const { ready, paste, invite, shows } = await opened(canvasElement);
    await ready();
    await paste(text);
    await invite();
    await shows(until);
  },
});

export const Ready: Story = {};

export const Listed: Story = listing(people);

/** Each address says why it cannot be invited; the others can. */
export const Verdicts: Story = listing(
  'ada@newcorp.example, both@acme.example, linus@@newcorp, ADA@newcorp.example, nobody,',
);

/** Those in question stand first; the server takes a thousand at once, and the others after them. */
export const ManyAddresses: Story = listing(
  [...Array.from({ length: 1010 }, (_, index) => `person.${index}@newcorp.example`), 'x@@y'].join(
    '\n',
  ),
);

/** A list with a role for each: one that nobody knows is not sent. */
export const FromFile: Story = {
  play: async ({ canvasElement }) => {
    const { root, ready, shows } = await opened(canvasElement);
    await ready();
    const files = new DataTransfer();
    const rows = ['email,role', 'ada@newcorp.example,Administrator', 'bob@newcorp.example,King'];
    files.items.add(new File([rows.join('\n')], 'team.csv'));
    const input = root.querySelector<HTMLInputElement>('input[type="file"]')!;
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await shows('.token');
  },
};

/** More people than seats, and a role that the organization may not hand out. */
export const FewSeats: Story = {
  parameters: {
    scene: {
      seed: {
        ...seed,
        onboardings: seed.onboardings.map((onboarding) =>
          onboarding.organizationId === 'org_acme' && onboarding.applicationId === 'app_flights'
            ? { ...onboarding, seatLimit: 6, roleGroupIds: ['group_flights_front_office'] }
            : onboarding,
        ),
      },
    },
  },
  play: async ({ canvasElement }) => {
    const { root, ready, paste, shows } = await opened(canvasElement);
    await ready();
    root.querySelector('summary')?.click();
    await paste(people);
    await shows('.short');
  },
};

export const Invited: Story = sending(people, '.result.success');

/** Who was not invited stays, with the reason, and can be tried again alone. */
export const Partial: Story = sending(
  'ada@newcorp.example, agent@acme.example, suspended@acme.example, linus@@newcorp',
  '.result.danger',
);

export const Sending: Story = {
  parameters: { scene: { faults: [silentDeed(paths.invitations)] } },
  play: async ({ canvasElement }) => {
    const { ready, paste, invite } = await opened(canvasElement);
    await ready();
    await paste(people);
    await invite();
    const element = canvasElement.querySelector('tessera-invite-dialog')!;
    await waitFor(() => expect(element.matches(':state(sending)')).toBe(true));
  },
};

/** Nobody knows whether it was done: it can be sent again, and is done once. */
export const ServerFails: Story = {
  ...sending(people, '.banner.danger'),
  parameters: { scene: { faults: [refusedDeed(paths.invitations, 500, 'server_error')] } },
};

export const NetworkFails: Story = {
  ...sending(people, '.banner.danger'),
  parameters: { scene: { faults: [unreachableDeed(paths.invitations)] } },
};

export const TooManyRequests: Story = {
  ...sending(people, '.banner.danger'),
  parameters: { scene: { faults: [refusedDeed(paths.invitations, 429, 'rate_limited', 40)] } },
};

/** The application's own rule, in a cancelable event. */
export const Prevented: Story = {
  ...sending(people, '.banner.danger'),
  render: () =>
    html`<tessera-invite-dialog
      @tessera-before-members-invite=${(event: Event) => event.preventDefault()}
      ><button slot="trigger">Invite people</button></tessera-invite-dialog
    >`,
};

/** Closed by accident: the draft is there again, and can be discarded. */
export const DraftKept: Story = {
  play: async ({ canvasElement }) => {
    const { root, ready, paste, shows } = await opened(canvasElement);
    await ready();
    await paste(people);
    root.querySelector<HTMLElement>('header .button')!.click();
    await waitFor(() => expect(root.querySelector('dialog:modal')).toBeNull());
    await opened(canvasElement);
    await shows('.banner');
  },
};

export const DraftDiscarded: Story = {
  play: async ({ canvasElement }) => {
    const { root, ready, paste, shows } = await opened(canvasElement);
    await ready();
    await paste(people);
    await shows('.discard');
    root.querySelector<HTMLElement>('.discard')!.click();
    await shows('.banner');
  },
};

/** Addresses can be entered while there are no roles to choose from yet. */
export const Loading: Story = {
  parameters: {
    loading: true,
    scene: { faults: [silent(paths.organizationRoles), silent(paths.applications)] },
  },
  play: async ({ canvasElement }) => {
    const { paste, shows } = await opened(canvasElement);
    await paste(people);
    await shows('.skeleton');
  },
};

export const RolesFail: Story = {
  parameters: {
    scene: {
      faults: [
        refused(paths.organizationRoles, 403, 'forbidden'),
        refused(paths.applications, 403, 'forbidden'),
      ],
    },
  },
  play: async ({ canvasElement }) => {
    const { paste, shows } = await opened(canvasElement);
    await paste(people);
    await shows('#roles [role="alert"]');
  },
};

export const OrganizationFails: Story = {
  parameters: { scene: { faults: [refused(paths.organization(), 403, 'forbidden')] } },
  play: async ({ canvasElement }) => {
    const { shows } = await opened(canvasElement);
    await shows('.notice');
  },
};

/** No application is there to be handed out. */
export const NoApplications: Story = {
  parameters: { scene: { faults: [answered(paths.applications, [])] } },
};

/** Who may not invite is told who can. */
export const NoPermission: Story = {
  globals: { person: 'user_agent_acme' },
  play: async ({ canvasElement }) => {
    const { shows } = await opened(canvasElement);
    await shows('.notice');
  },
};

/** An organization, applications, roles and addresses that no line has room for. */
export const LongText: Story = {
  ...listing(
    `${'very.long.'.repeat(6)}ada@newcorp.example, ${'very.long.'.repeat(6)}grace@@newcorp`,
  ),
  parameters: { scene: { seed: withLongTexts(seed) } },
};

/** Markup, turned direction and 300 letters are text like any other. */
export const HostileNames: Story = {
  parameters: {
    scene: {
      seed: {
        ...seed,
        organizations: seed.organizations.map((organization) =>
          organization.organizationId === 'org_acme'
            ? { ...organization, name: hostileNames.slice(0, 3).join(' ') }
            : organization,
        ),
        applications: seed.applications.map((application, index) => ({
          ...application,
          name: hostileNames[index] ?? application.name,
        })),
        roles: seed.roles.map((role, index) => ({
          ...role,
          name: hostileNames[index % hostileNames.length] ?? role.name,
        })),
      },
    },
  },
  play: async ({ canvasElement }) => {
    const { root, ready, paste, shows } = await opened(canvasElement);
    await ready();
    for (const summary of root.querySelectorAll('summary')) summary.click();
    await paste(hostileNames.map((name) => `${name}@acme.example`).join('\n'));
    await shows('.token');
    await expect(root.querySelector('bdi > *, .truncated > *')).toBeNull();
  },
};

export const Arabic: Story = { ...listing(people), globals: { language: 'ar' } };

export const Dark: Story = { ...listing(people), globals: { theme: 'dark' } };

export const Compact: Story = { ...listing(people), globals: { density: 'compact' } };
