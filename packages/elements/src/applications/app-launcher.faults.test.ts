import { html } from 'lit';
import { faultMatrix } from '../../trial/fault-matrix.js';
import '../context/provider.js';
import './app-launcher.js';

const closed = { forbidden: /does not show applications/ };

faultMatrix('tessera-app-launcher', {
  source: 'applications/app-launcher',
  content: html`<tessera-app-launcher></tessera-app-launcher>`,
  ready: 'Ledger',
  reads: {
    capabilities: { words: closed },
    'me.get': { words: closed },
    'access.list': { words: closed },
    // Without it, applications stand there without their pictures.
    'applications.list': { isAid: ['forbidden'] },
  },
});
