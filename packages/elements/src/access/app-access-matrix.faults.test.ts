import { html } from 'lit';
import type { Backend } from '../../trial/backend.js';
import { faultMatrix } from '../../trial/fault-matrix.js';
import type { Hand } from '../../trial/hand.js';
import '../context/provider.js';
import './app-access-matrix.js';

const closed = { forbidden: /Only administrators see/ };

/** Gives somebody a role, and saves it. */
async function give({ press, tick }: Hand): Promise<void> {
  await press(/^Change roles of Tomás Ribeiro in Flights$/);
  await tick(/^Viewer/);
  await press(/^Done$/);
  await press(/^Save 1 change$/);
}

/** Somebody else gives another role before the first save arrives. */
function overtakenOnce({ client }: Backend): void {
  const { bulk, grant } = client.access;
  client.access.bulk = async (change, options) => {
    client.access.bulk = bulk;
    const { organizationId } = change;
    const about = { organizationId, userId: 'user_agent_acme', applicationId: 'app_flights' };
    await grant({ ...about, roleIds: ['role_flights_approver'] });
    return bulk(change, options);
  };
}

faultMatrix('tessera-app-access-matrix', {
  source: 'access/app-access-matrix',
  content: html`<tessera-app-access-matrix list></tessera-app-access-matrix>`,
  ready: 'agent@acme.example',
  reads: {
    capabilities: { words: closed },
    'applications.list': { words: closed },
    'access.matrix': { words: closed },
    // What is there now is in the grid's own next answer, too, as far as it is in sight.
    'access.list': {
      prepare: overtakenOnce,
      ask: give,
      isAid: true,
      isOnce: true,
      ready: 'Keep mine',
    },
  },
  writes: {
    'access.bulk': {
      act: give,
      keeps: ({ text }) => text.includes('1 unsaved change'),
      done: /1 change saved\./,
    },
  },
});
