import { withManyMembers, type Seed } from '@tesserakit/mock-server';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tesserakit/elements/app-access-matrix.js';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import source from '../packages/elements/src/access/app-access-matrix.class.ts?raw';
import { withHostileNames } from '../packages/elements/trial/seeds.js';
import { classDocs } from './class-docs.js';
import { withLongTexts } from './long-texts.js';
import { paths, refused, refusedDeed, seed, silent, silentDeed, unreachable } from './scene.js';

const meta: Meta = {
  title: 'Access/Access matrix',
  component: 'tessera-app-access-matrix',
  parameters: { docs: { description: { component: classDocs(source) } } },
  render: () => html`<tessera-app-access-matrix></tessera-app-access-matrix>`,
};

export default meta;

type Story = StoryObj;

const day = 86_400_000;
const sixty = withManyMembers(seed, 'org_acme', 60);
const places = 'Aurora Baltic Cedar Delta Ember Fjord Granite Harbor Indigo Juniper'.split(' ');
const trades = ['Desk', 'Ledger', 'Parcel'];

/** The seed with thirty more applications in Acme, so that there is no room for words. */
const wide: Seed = {
  ...sixty,
  applications: [
    ...sixty.applications,
    ...further(({ applicationId, name }) => ({ applicationId, name, audience: 'b2b' as const })),
  ],
  roles: [
    ...sixty.roles,
    ...further(({ applicationId }) => ({
      roleId: `role_${applicationId}`,
      applicationId,
      key: 'user',
      name: 'User',
      description: 'Works with it.',
      permissions: ['use'],
    })),
  ],
  onboardings: [
    ...sixty.onboardings,
    ...further(({ applicationId }, place) => ({
      organizationId: 'org_acme',
      applicationId,
      status: 'active' as const,
      roleGroupIds: [],
      roleIds: [`role_${applicationId}`],
      defaultRoleIds: [`role_${applicationId}`],
      allowsRolelessAccess: false,
      exposedRoleGroupIds: [],
      ...(place % 5 === 0 && { seatLimit: 20 }),
    })),
  ],
  grants: [
    ...sixty.grants,
    ...sixty.members
      .filter(({ organizationId }) => organizationId === 'org_acme')
      .flatMap(({ userId }, row) =>
        further(({ applicationId }, place) => ({ applicationId, place }))
          .filter(({ place }) => (row * 7 + place * 3) % 5 === 0)
          .map(({ applicationId, place }) => ({
            userId,
            organizationId: 'org_acme',
            applicationId,
            roles: [
              {
                roleId: `role_${applicationId}`,
                source: place % 2 === 0 ? ('default' as const) : ('direct' as const),
              },
            ],
          })),
      ),
  ],
};

function further<T>(
  make: (application: { applicationId: string; name: string }, place: number) => T,
): T[] {
  return trades.flatMap((trade, group) =>
    places.map((place, number) => {
      const name = `${place} ${trade}`;
      return make(
        { applicationId: `app_${name.toLowerCase().replace(' ', '_')}`, name },
        group * places.length + number,
      );
    }),
  );
}

/** A role that is not available any more, and access that ends soon. */
const uneven: Seed = {
  ...sixty,
  roleGroups: sixty.roleGroups.map((group) => ({
    ...group,
    roleIds: group.roleIds.filter((roleId) => roleId !== 'role_flights_booking_agent'),
  })),
  grants: sixty.grants.map((grant, place) =>
    place % 4 === 3 ? { ...grant, expiresAt: Date.now() + 9 * day } : grant,
  ),
};

/** What a play does in the matrix: it presses what a person would. */
async function inMatrix(canvas: HTMLElement) {
  const matrix = canvas.querySelector('tessera-app-access-matrix')!.shadowRoot!;
  const find = <T extends HTMLElement>(selector: string) => matrix.querySelector<T>(selector);
  const shows = (selector: string) =>
    waitFor(() => expect(find(selector)).not.toBeNull(), { timeout: 5000 });
  await shows('.rows .cell');
  const at = (row: number, column: number) =>
    find(`[aria-rowindex="${row + 1}"] > [aria-colindex="${column + 1}"]`)!;
  return {
    shows,
    find,
    at,
    press: async (words: string) => {
      const named = () =>
        [...matrix.querySelectorAll('button')].find((one) =>
          one.textContent.trim().startsWith(words),
        );
      await waitFor(() => expect(named()).toBeDefined(), { timeout: 5000 });
      named()!.click();
    },
    withdraw: async (row: number, column: number) => {
      at(row, column).focus();
      await userEvent.keyboard('{Delete}');
      await shows('.bar');
    },
  };
}

export const Ready: Story = {};

/** Many applications: marks with the number of roles, dots for what everybody gets. */
export const Many: Story = { parameters: { scene: { seed: wide } } };

/** Roles that are not available any more are hatched and locked; what ends soon has a dashed edge. */
export const OutsideAndEnding: Story = { parameters: { scene: { seed: uneven } } };

export const Editor: Story = {
  play: async ({ canvasElement }) => {
    const { at, shows } = await inMatrix(canvasElement);
    at(2, 1).click();
    await shows('.editor:popover-open input');
  },
};

/** Nobody widens their own access: the reason stands at each role. */
export const EditorRefuses: Story = {
  parameters: { scene: { seed: uneven } },
  play: async ({ canvasElement }) => {
    const { find, at, shows } = await inMatrix(canvasElement);
    const own = [...find('.rows')!.children].findIndex((row) =>
      row.textContent.includes('both@acme.example'),
    );
    if (own === -1) return;
    at(own + 1, 1).click();
    await shows('.editor:popover-open input');
  },
};

export const Selected: Story = {
  parameters: { scene: { seed: wide } },
  play: async ({ canvasElement }) => {
    const { at, shows } = await inMatrix(canvasElement);
    at(2, 2).focus();
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowRight}{/Shift}');
    await shows('.selection');
  },
};

/** What is changed and not saved, in the cells and one by one. */
export const Unsaved: Story = {
  parameters: { scene: { seed: wide } },
  play: async ({ canvasElement }) => {
    const { at, press, shows } = await inMatrix(canvasElement);
    at(0, 3).click();
    await press('Give access');
    await shows('.bar');
    await press('Show changes');
    await shows('.unsaved li');
  },
};

export const Saving: Story = {
  parameters: { scene: { faults: [silentDeed(paths.accessMatrix)] } },
  play: async ({ canvasElement }) => {
    const { withdraw, press, shows } = await inMatrix(canvasElement);
    await withdraw(3, 1);
    await press('Save');
    await shows('.bar progress');
  },
};

/** Nothing is lost; what has no answer is sent again as it was. */
export const NotSaved: Story = {
  parameters: { scene: { faults: [refusedDeed(paths.accessMatrix, 502, 'server_error')] } },
  play: async ({ canvasElement }) => {
    const { withdraw, press, shows } = await inMatrix(canvasElement);
    await withdraw(3, 1);
    await press('Save');
    await shows('.outcome .refusal');
  },
};

export const Saved: Story = {
  play: async ({ canvasElement }) => {
    const { withdraw, press, shows } = await inMatrix(canvasElement);
    await withdraw(4, 1);
    await press('Save');
    await shows('.outcome .summary');
  },
};

/** The same, to be read from top to bottom; on small screens always. */
export const AsList: Story = {
  render: () => html`<tessera-app-access-matrix list></tessera-app-access-matrix>`,
};

export const Loading: Story = {
  parameters: { loading: true, scene: { faults: [silent(paths.accessMatrix)] } },
};

export const NobodyFits: Story = {
  play: async ({ canvasElement }) => {
    const { find, shows } = await inMatrix(canvasElement);
    const field = find<HTMLInputElement>('.search input')!;
    await userEvent.type(field, 'nobody is called that');
    await shows('.notice');
  },
};

export const NoApplications: Story = {
  parameters: {
    scene: {
      seed: {
        ...seed,
        onboardings: seed.onboardings.filter(({ organizationId }) => organizationId !== 'org_acme'),
        grants: [],
      },
    },
  },
};

export const Failed: Story = {
  parameters: { scene: { faults: [refused(paths.accessMatrix, 501, 'unsupported')] } },
};

export const Offline: Story = {
  parameters: { scene: { faults: [unreachable(paths.accessMatrix)] } },
};

/** A plain member may not see who may use what. */
export const NoPermission: Story = {
  parameters: { scene: { faults: [refused(paths.accessMatrix, 403, 'forbidden')] } },
};

export const ReadOnly: Story = {
  render: () => html`<tessera-app-access-matrix view-only></tessera-app-access-matrix>`,
};

export const Hostile: Story = {
  parameters: { scene: { seed: withHostileNames(seed, 'user_both', 'org_acme') } },
};

export const LongText: Story = { parameters: { scene: { seed: withLongTexts(sixty) } } };
