import { html } from 'lit';
import type { Backend } from '../../trial/backend.js';
import { faultMatrix } from '../../trial/fault-matrix.js';
import type { Hand, Sight } from '../../trial/hand.js';
import '../context/provider.js';
import './invite-dialog.js';

const invite = async ({ type, press }: Hand) => {
  await type(/Email addresses/, 'ada@partner.example,');
  await type(/Message/, 'Welcome aboard');
  await press(/^Invite 1 person$/);
};

const keepsDraft = (sight: Sight) =>
  sight.text.includes('ada@partner.example') && sight.field(/Message/)?.value === 'Welcome aboard';

const again = ({ press }: Hand) => press(/^Invite 1 person$/);

/** A server that takes people one by one. */
const oneByOne = ({ client }: Backend) => {
  const { capabilities } = client;
  client.capabilities = async (scope, options) => {
    const { invitations, ...can } = await capabilities(scope, options);
    const { bulkLimit: _, ...others } = invitations ?? {};
    return { ...can, invitations: others as typeof invitations };
  };
};

faultMatrix('tessera-invite-dialog', {
  source: 'invitations/invite-dialog',
  content: html`<tessera-invite-dialog open></tessera-invite-dialog>`,
  ready: 'Invite people to Acme Travel',
  reads: {
    capabilities: {},
    'organizations.get': {},
    'organizationRoles.list': { ready: 'Creator' },
    'applications.list': { ready: 'Flights' },
    'me.get': { isAid: true },
  },
  writes: {
    'invitations.bulk': { act: invite, again, keeps: keepsDraft, done: /1 person invited/ },
    'invitations.create': {
      act: invite,
      again,
      keeps: keepsDraft,
      done: /1 person invited/,
      prepare: oneByOne,
    },
  },
});
