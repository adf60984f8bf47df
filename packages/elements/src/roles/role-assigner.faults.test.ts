import { html } from 'lit';
import { faultMatrix } from '../../trial/fault-matrix.js';
import type { Hand } from '../../trial/hand.js';
import '../context/provider.js';
import './role-assigner.js';

const choose = (role: RegExp) => async (hand: Hand) => {
  await hand.tick(role);
  await hand.press(/^Save$/);
};

faultMatrix('tessera-role-assigner', {
  source: 'roles/role-assigner',
  content: html`<tessera-role-assigner user-id="user_agent_acme"></tessera-role-assigner>`,
  ready: 'Booking agent',
  reads: {
    capabilities: { words: { forbidden: /Only administrators/ } },
    'members.get': { words: { forbidden: /Only administrators/ } },
    'organizationRoles.list': { ready: 'Creator' },
    'applications.list': { ready: 'Approver', words: { forbidden: /Only administrators/ } },
    'access.list': { words: { forbidden: /Only administrators/ } },
  },
  writes: {
    'members.setOrganizationRoles': {
      act: choose(/^Creator/),
      keeps: (sight) => sight.isTicked(/^Creator/),
      done: /Roles saved in/,
    },
    'access.grant': {
      act: choose(/^Approver/),
      keeps: (sight) => sight.isTicked(/^Approver/),
      done: /Roles saved in Flights/,
    },
    'access.withdraw': {
      act: choose(/^Booking agent/),
      keeps: (sight) => !sight.isTicked(/^Booking agent/),
      done: /Roles saved in Flights/,
    },
  },
});
