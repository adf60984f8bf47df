import type { Invitation } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PagesController } from '../data/pages.js';
import type { Words } from '../text/catalogue.js';
import { retryButton } from '../theme/retry.js';
import { skeletonRows } from '../theme/table.js';
import { columnHeads, invitationRow } from './invitation-rows.js';
import type { InvitationChoice, RowMenu } from './invitation-table-menu.js';

type BodyWords = Words<'invitationList' | 'roleNames'>;

/** What the rows have beside the invitations. */
export interface BodyState {
  /** What can be done with each invitation, by its id. */
  readonly choices: ReadonlyMap<string, readonly InvitationChoice[]>;
  readonly menu: RowMenu;
  /** The invitation with which something is being done. */
  readonly busyId: string | undefined;
}

/** The table, or its shape while the first invitations are on their way. */
export function tableBody(
  words: BodyWords,
  { ready, items, total, outdated }: PagesController<Invitation>,
  { choices, menu, busyId }: BodyState,
): TemplateResult {
  const { title } = words.invitationList;
  const actions = !ready || [...choices.values()].some((choice) => choice.length > 0);
  const row = (invitation: Invitation, index: number) => {
    const { invitationId } = invitation;
    const state = {
      index,
      busy: busyId === invitationId,
      menuOpen: choices.get(invitationId)?.length ? menu.rowId === invitationId : undefined,
      openMenu: (trigger: HTMLElement) => void menu.toggle(invitationId, trigger),
    };
    return invitationRow(words, invitation, state, actions);
  };
  return html`<div class="viewport" part="viewport" tabindex="0" role="group" aria-label=${title}>
    <table
      role="table"
      aria-rowcount=${total === null ? -1 : total + 1}
      aria-busy=${!ready || outdated}
    >
      <caption class="hidden">
        ${title}
      </caption>
      <thead role="rowgroup">
        ${columnHeads(words, actions)}
      </thead>
      <tbody role="rowgroup">
        ${ready ? nothing : skeletonRows()}
        ${repeat(items, ({ invitationId }) => invitationId, row)}
      </tbody>
    </table>
  </div>`;
}

/** The way to more invitations, as long as there are any. */
export function moreBar(
  words: BodyWords,
  invitations: PagesController<Invitation>,
): TemplateResult | typeof nothing {
  const { invitationList, errors } = words;
  const { ready, hasMore, loadingMore, failedMore, error, items, total } = invitations;
  if (!ready || !hasMore) return nothing;
  const show = () => (failedMore ? invitations.retry() : invitations.more());
  return html`<div class="more">
    ${retryButton(words, {
      error: failedMore ? error : undefined,
      label: loadingMore ? invitationList.loadingMore : invitationList.more,
      busy: loadingMore,
      run: show,
    })}
    ${
      failedMore && error
        ? html`<span class="refusal" role="alert"
            >${invitationList.moreFailed} ${errors[error.code]}</span
          >`
        : nothing
    }
    ${
      total === null
        ? nothing
        : html`<span class="muted">${invitationList.shown(items.length, total)}</span>`
    }
  </div>`;
}
