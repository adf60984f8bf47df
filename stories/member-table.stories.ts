import { withManyMembers } from '@tesserakit/mock-server';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tesserakit/elements/member-table.js';
import type { Member } from '@tesserakit/contract';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import source from '../packages/elements/src/members/member-table.class.ts?raw';
import { withHostileNames } from '../packages/elements/trial/seeds.js';
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
} from './scene.js';

const meta: Meta = {
  title: 'Members/Member table',
  component: 'tessera-member-table',
  parameters: { docs: { description: { component: classDocs(source) } } },
  render: () => html`<tessera-member-table></tessera-member-table>`,
};

export default meta;

type Story = StoryObj;

const sixty = withManyMembers(seed, 'org_acme', 60);

/** Some from a directory, some for a time. */
const mixed = {
  ...sixty,
  members: sixty.members.map((member, place) => ({
    ...member,
    ...(place % 3 === 0 && { source: 'scim' as const }),
    ...(place % 4 === 1 && { expiresAt: Date.parse('2031-12-24T12:00:00Z') }),
  })),
};

/** As a host's own application would have loaded them. */
const atHand: readonly Member[] = sixty.members
  .filter(({ organizationId }) => organizationId === 'org_acme')
  .map(({ userId, organizationId, status, title, department }) => {
    const { name = '', email = '' } = sixty.users.find((user) => user.userId === userId) ?? {};
    return {
      ...{ userId, organizationId, name, email, status, source: 'direct', version: 1, actions: {} },
      ...{ ...(title && { title }), ...(department && { department }), access: [] },
      organizationRoles: [{ roleId: 'organizationMember', name: 'Member' }],
    };
  });

/** What a play does in the table: it presses what a person would. */
async function inTable(canvas: HTMLElement) {
  const table = canvas.querySelector('tessera-member-table')!.shadowRoot!;
  const find = <T extends HTMLElement>(selector: string) => table.querySelector<T>(selector);
  const shows = (selector: string) =>
    waitFor(() => expect(find(selector)).not.toBeNull(), { timeout: 5000 });
  await shows('[part="row"] .more button');
  return {
    shows,
    find,
    press: async (selector: string) => {
      await shows(selector);
      find(selector)!.click();
    },
    pick: (count: number) => {
      for (const box of [...table.querySelectorAll<HTMLElement>('td.pick input')].slice(0, count)) {
        box.click();
      }
    },
  };
}

export const Ready: Story = {};

/** Who comes from a directory, and whose time is limited, is told beside name and status. */
export const DirectoryAndTime: Story = { parameters: { scene: { seed: mixed } } };

/** What can be done to a member; what cannot, with the reason. */
export const Menu: Story = {
  play: async ({ canvasElement }) => {
    const { press, shows } = await inTable(canvasElement);
    await press('[part="row"] .more button');
    await shows('.menu:popover-open [role="menuitem"]');
  },
};

export const RemovalQuestion: Story = {
  play: async ({ canvasElement }) => {
    const { press, shows } = await inTable(canvasElement);
    await press('[part="row"]:nth-child(2) .more button');
    await press('.menu:popover-open .grave');
    await shows('dialog[open]');
  },
};

export const Selected: Story = {
  parameters: { scene: { seed: mixed } },
  play: async ({ canvasElement }) => {
    const { pick, shows } = await inTable(canvasElement);
    pick(4);
    await shows('.selection');
  },
};

/** All that match are a question, not a list; those who are given up are its exceptions. */
export const AllMatchingSelected: Story = {
  parameters: { scene: { seed: mixed } },
  play: async ({ canvasElement }) => {
    const { pick, press, shows } = await inTable(canvasElement);
    await press('th.pick input');
    await press('.selection .all');
    pick(1);
    await shows('.selection strong');
  },
};

export const BulkQuestion: Story = {
  parameters: { scene: { seed: mixed } },
  play: async ({ canvasElement }) => {
    const { pick, press, shows } = await inTable(canvasElement);
    pick(9);
    await press('.deeds .grave');
    await shows('dialog[open]');
  },
};

/** The server takes its time; a person can stop between two parts. */
export const BulkUnderWay: Story = {
  parameters: { scene: { seed: mixed, faults: [silentDeed(paths.members)] } },
  play: async ({ canvasElement }) => {
    const { pick, press, shows } = await inTable(canvasElement);
    pick(3);
    await press('.deeds .button');
    await press('dialog[open] .primary');
    await shows('progress');
  },
};

/** Who was refused is told by name, with the reason; the others can be taken back. */
export const BulkPartlyRefused: Story = {
  parameters: { scene: { seed: mixed } },
  play: async ({ canvasElement }) => {
    const { press, shows } = await inTable(canvasElement);
    await press('th.pick input');
    await press('.deeds .button');
    await press('dialog[open] .primary');
    await shows('.results li');
  },
};

/** Nothing was done; whoever was selected still is. */
export const BulkFails: Story = {
  parameters: { scene: { seed: mixed, faults: [refusedDeed(paths.members, 403, 'forbidden')] } },
  play: async ({ canvasElement }) => {
    const { pick, press, shows } = await inTable(canvasElement);
    pick(3);
    await press('.deeds .button');
    await press('dialog[open] .primary');
    await shows('.outcome [role="alert"]');
  },
};

/** The last change can be taken back where there is a way back. */
export const Suspended: Story = {
  play: async ({ canvasElement }) => {
    const { press, shows } = await inTable(canvasElement);
    await press('[part="row"]:nth-child(2) .more button');
    await press('.menu:popover-open [role="menuitem"]');
    await shows('.outcome');
  },
};

/** A column of the host's own between those that the table knows. */
export const OwnColumn: Story = {
  render: () =>
    html`<tessera-member-table
      openable
      .columns=${[
        'name',
        { name: 'seat', title: 'Seat', cell: ({ userId }: Member) => userId.slice(-3) },
        'department',
        'status',
      ]}
    ></tessera-member-table>`,
};

export const ColumnChoice: Story = {
  play: async ({ canvasElement }) => {
    const { press, shows } = await inTable(canvasElement);
    await press('.columns');
    await shows('#columns:popover-open');
  },
};

/** Members are shown without what changes them. */
export const ReadOnly: Story = {
  render: () => html`<tessera-member-table view-only></tessera-member-table>`,
};

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

/** Names, roles and addresses in words that no line has room for. */
export const LongText: Story = { parameters: { scene: { seed: withLongTexts(mixed) } } };

/** Members that the host has already: shown, searched and sorted without asking anybody. */
export const MembersAtHand: Story = {
  render: () => html`<tessera-member-table .members=${atHand}></tessera-member-table>`,
  play: async ({ canvasElement }) => {
    const table = canvasElement.querySelector('tessera-member-table')!.shadowRoot!;
    await waitFor(() => expect(table.querySelectorAll('[part="row"]').length).toBeGreaterThan(5));
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

export const NarrowSelected: Story = {
  ...Narrow,
  parameters: { scene: { seed: mixed } },
  play: async ({ canvasElement }) => {
    const { pick, shows } = await inTable(canvasElement);
    pick(2);
    await shows('.selection');
  },
};

export const ArabicSelected: Story = {
  globals: { language: 'ar' },
  parameters: { scene: { seed: mixed } },
  play: async ({ canvasElement }) => {
    const { pick, shows } = await inTable(canvasElement);
    pick(3);
    await shows('.selection');
  },
};

export const DarkMenu: Story = { ...Menu, globals: { theme: 'dark' } };
