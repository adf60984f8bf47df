import { html } from 'lit';
import '../organizations/org-profile.js';
import type { PortalScreen } from './portal-stage.js';

/** The organization itself. */
export function begin(): PortalScreen {
  return {
    render: () => html`<tessera-org-profile></tessera-org-profile>`,
  };
}
