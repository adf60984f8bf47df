import { html } from 'lit';
import { faultMatrix } from '../../trial/fault-matrix.js';
import type { Hand } from '../../trial/hand.js';
import '../context/provider.js';
import './application-list.js';

const platform = { as: 'user_platform', portal: true };
const closed = { forbidden: /does not show applications/ };

const change = async ({ press }: Hand) => press(/^Change$/);

faultMatrix('tessera-application-list', {
  source: 'applications/application-list',
  content: html`<tessera-application-list></tessera-application-list>`,
  signedIn: platform,
  ready: 'Ledger',
  reads: {
    capabilities: { words: closed },
    'organizations.get': { isAid: ['forbidden'] },
    'applications.list': { words: closed },
    // A sign-in of its own has its name in a connection; without it, it is told without a name.
    'connections.list': { ask: change, isAid: true },
    'applications.listAll': {
      ask: ({ press }) => press(/^Add an application$/),
      ready: 'Rewards',
    },
    'roleGroups.list': { ask: change, ready: 'With Approver' },
    'roles.list': { ask: change, ready: 'With Approver' },
  },
  writes: {
    'onboardings.setDefaults': {
      signedIn: { as: 'user_both' },
      act: async ({ press, tick }) => {
        await press(/^Default roles$/);
        await tick(/^Booking agent/);
        await press(/^Save$/);
      },
      keeps: (sight) => sight.isTicked(/^Booking agent/),
      done: /The default roles of Flights are changed/,
    },
    'onboardings.create': {
      act: async ({ press, choose, tick }) => {
        await press(/^Add an application$/);
        await choose(/^Application$/, /^Rewards$/);
        await tick(/^Members may enter without/);
        await press(/^Add application$/);
      },
      keeps: (sight) => sight.field(/^Application$/)?.value === 'app_rewards',
      done: /The organization has Rewards now/,
    },
    'onboardings.previewUpdate': {
      act: async (hand) => {
        await change(hand);
        await hand.tick(/^Members may enter without/);
        await hand.press(/^Save$/);
      },
      keeps: (sight) => sight.isTicked(/^Members may enter without/),
      done: /What the organization has of Flights is changed/,
    },
    'onboardings.update': {
      act: async (hand) => {
        await change(hand);
        await hand.tick(/^Members may enter without/);
        await hand.press(/^Save$/);
      },
      done: /What the organization has of Flights is changed/,
    },
    'onboardings.previewWithdraw': {
      act: async ({ press }) => press(/^Withdraw$/),
      done: /members lose Viewer/,
    },
    'onboardings.withdraw': {
      act: async ({ press }) => {
        await press(/^Withdraw$/);
        await press(/^Withdraw application$/);
      },
      done: /The organization no longer has Flights/,
    },
    'managedOrganizations.previewExpose': {
      act: async ({ press, tick }) => {
        await press(/^Hand on$/);
        await tick(/^Approvals/);
        await press(/^Save$/);
      },
      keeps: (sight) => sight.isTicked(/^Approvals/),
      done: /What is handed on of Flights is changed/,
    },
    'managedOrganizations.expose': {
      act: async ({ press, tick }) => {
        await press(/^Hand on$/);
        await tick(/^Approvals/);
        await press(/^Save$/);
      },
      done: /What is handed on of Flights is changed/,
    },
  },
});
