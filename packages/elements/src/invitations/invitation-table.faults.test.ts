import { html } from 'lit';
import { faultMatrix } from '../../trial/fault-matrix.js';
import type { Fault } from '../../trial/faults.js';
import type { Hand } from '../../trial/hand.js';
import '../context/provider.js';
import './invitation-table.js';

const resend = async ({ menu, press }: Hand) => {
  await menu('invited@newcorp.example');
  await press(/^Send again/);
};

const revoke = async ({ menu, press, confirm }: Hand) => {
  await menu('invited@newcorp.example');
  await press(/^Revoke/);
  await confirm(/^Revoke invitation$/);
};

/** After these it is begun anew, from what there is now. */
const over = new Set<Fault>(['forbidden', 'stale version']);

const changed = { version_conflict: /Somebody changed the invitation/ };

faultMatrix('tessera-invitation-table', {
  source: 'invitations/invitation-table',
  content: html`<tessera-invitation-table></tessera-invitation-table>`,
  ready: 'invited@newcorp.example',
  reads: {
    capabilities: { isAid: ['forbidden'] },
    'invitations.list': { words: { forbidden: /Only administrators/ } },
  },
  writes: {
    'invitations.resend': {
      act: resend,
      again: (hand, fault) => (over.has(fault) ? resend(hand) : hand.press(/^Try again$/)),
      words: changed,
      done: /Sent again to invited@newcorp.example/,
    },
    'invitations.revoke': {
      act: revoke,
      again: (hand, fault) =>
        fault === 'stale version' ? revoke(hand) : hand.press(/^Try again$/),
      words: changed,
      done: /Invitation of invited@newcorp.example revoked/,
    },
  },
});
