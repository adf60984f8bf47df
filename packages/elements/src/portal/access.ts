import { html } from 'lit';
import '../access/app-access-matrix.js';
import type { PortalScreen } from './portal-stage.js';

/** Who may use what. */
export function begin(): PortalScreen {
  return {
    render: () => html`<tessera-app-access-matrix></tessera-app-access-matrix>`,
  };
}
