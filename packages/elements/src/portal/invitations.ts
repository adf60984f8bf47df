import { html } from 'lit';
import '../invitations/invitation-table.js';
import '../invitations/invite-dialog.js';
import { addStyles } from '../theme/add-styles.js';
import { lookOnly } from './look-only.js';
import { noteStyles } from './look-only.styles.js';
import { inviteButton } from './members.js';
import { screenWords } from './screen-words.js';
import type { PortalScreen, PortalStage } from './portal-stage.js';

/** Those who were asked to join. */
export function begin(stage: PortalStage): PortalScreen {
  addStyles(stage.host, [noteStyles]);
  const words = screenWords(stage);
  return {
    action: () => inviteButton(stage, words()),
    render: () =>
      html`${lookOnly(stage, words(), 'member.invite')}
        <tessera-invitation-table></tessera-invitation-table>`,
  };
}
