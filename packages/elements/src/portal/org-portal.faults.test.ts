import { html } from 'lit';
import { ownPaths } from '../data/router.js';
import { faultMatrix } from '../../trial/fault-matrix.js';
import '../context/provider.js';
import './org-portal.js';

/** Begins at the same place each time, whatever has led away from there before. */
const doors = () =>
  html`<tessera-org-portal .router=${ownPaths('applications/app_flights')}></tessera-org-portal>`;

/** What the person may not have is not missed; what failed is. */
const isAid = ['forbidden'] as const;

faultMatrix('tessera-org-portal', {
  source: 'portal/org-portal',
  content: html`<tessera-org-portal></tessera-org-portal>`,
  ready: 'Acme Travel',
  reads: {
    capabilities: {},
    'organizations.get': {},
    'members.list': { isAid },
    'invitations.list': { isAid },
    'access.matrix': { isAid },
    'applications.list': { isAid },
    'managedOrganizations.list': { isAid },
    'me.get': {
      get content() {
        return doors();
      },
      ready: 'Acme Travel',
      isAid: true,
    },
    'members.list of those who may enter': {
      get content() {
        return doors();
      },
      ready: 'Tomás Ribeiro',
    },
  },
});
