import { html } from 'lit';
import type { Backend } from '../../trial/backend.js';
import { faultMatrix } from '../../trial/fault-matrix.js';
import { overtake } from '../../trial/faults.js';
import type { Hand, Sight } from '../../trial/hand.js';
import '../context/provider.js';
import './member-table.js';

let exported: File[] = [];

const tomas = /^Select Tomás Ribeiro/;
const keepsSelection = (sight: Sight) => sight.isTicked(tomas);

/** Gives a role of an application to somebody, as one of many. */
const grant =
  (person: RegExp, role: RegExp) =>
  async ({ tick, press, choose }: Hand) => {
    await tick(person);
    await press(/^Grant application$/);
    await choose(/^Role$/, role);
    await press(/^Grant to 1 member$/);
  };

const giveRole = async ({ tick, press, choose, confirm }: Hand) => {
  await tick(tomas);
  await press(/^Give role$/);
  await choose(/^Role$/, /Creator/);
  await confirm(/^Give role to 1 member$/);
};

/** Somebody else changes the member before the first attempt arrives. */
const overtakenOnce = ({ client, world }: Backend) => {
  const { setOrganizationRoles } = client.members;
  client.members.setOrganizationRoles = (change, options) => {
    client.members.setOrganizationRoles = setOrganizationRoles;
    overtake(world, 'members.setOrganizationRoles', change);
    return setOrganizationRoles(change, options);
  };
};

const fromMenu = (person: string, item: RegExp) => async (hand: Hand) => {
  await hand.menu(person);
  await hand.press(item);
};

faultMatrix('tessera-member-table', {
  source: 'members/member-table',
  content: html`<tessera-member-table
    .download=${(file: File) => exported.push(file)}
  ></tessera-member-table>`,
  ready: 'agent@acme.example',
  reads: {
    capabilities: { isAid: ['forbidden'] },
    'applications.list': { isAid: ['forbidden'] },
    'members.list': { words: { forbidden: /Only administrators/ } },
    'organizationRoles.list': {
      ask: async ({ tick, press }) => {
        await tick(tomas);
        await press(/^Give role$/);
      },
      ready: 'Creator',
    },
  },
  writes: {
    'members.suspend': {
      act: fromMenu('Tomás Ribeiro', /^Suspend/),
      done: /Tomás Ribeiro is suspended/,
    },
    'members.reactivate': {
      act: fromMenu('Pavel Dvořák', /^Reactivate/),
      done: /Pavel Dvořák is active again/,
    },
    'members.endSessions': {
      act: fromMenu('Tomás Ribeiro', /^End sessions/),
      done: /Tomás Ribeiro is signed out/,
    },
    'members.remove': {
      act: async (hand) => {
        await fromMenu('Tomás Ribeiro', /^Remove/)(hand);
        await hand.confirm(/^Remove$/);
      },
      again: ({ press }) => press(/^Remove$/),
      done: /Tomás Ribeiro is removed/,
    },
    'members.bulk': {
      act: async ({ tick, press, confirm }) => {
        await tick(tomas);
        await press(/^Suspend$/);
        await confirm(/^Suspend 1 member$/);
      },
      keeps: keepsSelection,
      done: /1 member suspended/,
    },
    'members.setOrganizationRoles': {
      act: giveRole,
      keeps: keepsSelection,
      done: /1 member has the role/,
    },
    'access.bulk': {
      act: grant(tomas, /Reader/),
      keeps: keepsSelection,
      done: /1 member has the access/,
    },
    'access.grant': {
      act: grant(tomas, /Viewer/),
      keeps: keepsSelection,
      done: /1 member has the access/,
    },
    'members.get after a conflict': {
      prepare: overtakenOnce,
      act: async (hand) => {
        await giveRole(hand);
        await hand.press(/^Try 1 again$/);
      },
      keeps: keepsSelection,
      done: /1 member has the role/,
    },
    'members.list for an export': {
      prepare: () => (exported = []),
      isMeant: ({ input }) => input['limit'] === 100,
      act: ({ press }) => press(/^Export as CSV$/),
      done: () => exported.length > 0,
    },
    'access.list what they have': {
      act: grant(tomas, /Viewer/),
      keeps: keepsSelection,
      done: /1 member has the access/,
    },
  },
});
