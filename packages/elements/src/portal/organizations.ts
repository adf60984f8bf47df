import { html } from 'lit';
import '../organizations/org-tree.js';
import type { PortalScreen } from './portal-stage.js';

/** The organizations below. */
export function begin(): PortalScreen {
  return {
    render: () => html`<tessera-org-tree></tessera-org-tree>`,
  };
}
