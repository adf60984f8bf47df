import { html, nothing } from 'lit';
import { cache } from 'lit/directives/cache.js';
import '../invitations/invite-dialog.js';
import '../members/member-detail.js';
import '../members/member-table.js';
import type { MemberOpenedEvent } from '../members/member-opened-event.js';
import { addStyles } from '../theme/add-styles.js';
import type { Words } from '../text/catalogue.js';
import { userPlusIcon } from '../theme/icons.js';
import { lookOnly } from './look-only.js';
import { noteStyles } from './look-only.styles.js';
import { screenWords } from './screen-words.js';
import { pathOf } from './sections.js';
import type { PortalScreen, PortalStage } from './portal-stage.js';

/** The members, and each of them. */
export function begin(stage: PortalStage): PortalScreen {
  addStyles(stage.host, [noteStyles]);
  const words = screenWords(stage);
  const open = ({ userId }: MemberOpenedEvent) => stage.go(pathOf('members', userId));
  return {
    title: () => (stage.detail.length > 0 ? words().portalScreens.member : undefined),
    action: () => (stage.detail.length > 0 ? nothing : inviteButton(stage, words())),
    render() {
      const [userId] = stage.detail;
      return html`${cache(
        userId === undefined
          ? html`${lookOnly(stage, words(), 'member.invite')}
              <tessera-member-table
                openable
                view-in-url
                .router=${stage.view}
                @tessera-member-opened=${open}
              ></tessera-member-table>`
          : html`<tessera-member-detail .userId=${userId}></tessera-member-detail>`,
      )}`;
    },
  };
}

/** Opens the dialog that invites, for whoever may. */
export function inviteButton(stage: PortalStage, { portalScreens }: Words<'portalScreens'>) {
  if (!stage.can.invitations || stage.organization.actions['member.invite'] !== true)
    return nothing;
  return html`<tessera-invite-dialog>
    <button slot="trigger" type="button" class="button primary">
      ${userPlusIcon} ${portalScreens.invite}
    </button>
  </tessera-invite-dialog>`;
}
