import { html } from 'lit';
import { faultMatrix } from '../../trial/fault-matrix.js';
import '../context/provider.js';
import './access-explainer.js';

const explainer = (userId: string) =>
  html`<tessera-access-explainer
    user-id=${userId}
    application-id="app_flights"
  ></tessera-access-explainer>`;

const closed = { forbidden: /Only administrators/ };

faultMatrix('tessera-access-explainer', {
  source: 'access/access-explainer',
  content: explainer('user_suspended_acme'),
  ready: 'Pavel Dvořák may not enter Flights',
  reads: {
    capabilities: { words: closed },
    'access.explain': { words: closed },
    // The reasons say enough without a name.
    'members.get': { isAid: true, ready: 'The membership is suspended' },
  },
  writes: {
    'members.reactivate': {
      act: ({ press }) => press(/^Reactivate$/),
      done: /Done\. The door is open\./,
    },
    'members.update': {
      content: explainer('user_agent_acme'),
      ready: 'Tomás Ribeiro may not enter Flights',
      prepare: ({ world }) => {
        const members = world.members.get('org_acme')!;
        const member = members.get('user_agent_acme')!;
        members.set('user_agent_acme', { ...member, expiresAt: world.now() - 1 });
      },
      act: ({ press }) => press(/^Take the end away$/),
      done: /Done\. The door is open\./,
    },
  },
});
