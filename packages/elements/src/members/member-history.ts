import type { AuditEvent, Member } from '@tesserakit/contract';
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveElement,
  type TemplateResult,
} from 'lit';
import { PagesController } from '../data/pages.js';
import { memberRecordWords } from '../text/member-records.js';
import { TextController } from '../text/text-controller.js';
import { retryButton } from '../theme/retry.js';
import type { FoldedContent } from './folded-section.js';
import type { MemberAccessSection } from './member-access.js';
import { happening } from './member-happening.js';
import type { MemberHost, MemberInView } from './member-in-view.js';
import { sectionFailure, skeletonLines, type DetailWords } from './member-section.js';

/** What happened to the member, newest first, from the audit log; asked for when it is unfolded. */
export class MemberHistory implements FoldedContent, ReactiveController {
  readonly #host: MemberHost;
  readonly #view: MemberInView;
  readonly #text: TextController<'memberRecords'>;
  readonly #access: MemberAccessSection;
  readonly #pages: PagesController<AuditEvent>;
  readonly #isOpen: () => boolean;
  #wanted: string | undefined;

  constructor(
    host: MemberHost & ReactiveElement,
    view: MemberInView,
    access: MemberAccessSection,
    isOpen: () => boolean,
  ) {
    this.#host = host;
    this.#view = view;
    this.#text = new TextController(host, { memberRecords: memberRecordWords });
    this.#access = access;
    this.#isOpen = isOpen;
    this.#pages = new PagesController(host, () => this.#question());
    host.addController(this);
  }

  forget(): void {
    this.#wanted = undefined;
  }

  hostUpdated(): void {
    if (this.#wanted === undefined || this.#pages.loadingMore || this.#pages.error) return;
    const outcome = this.#wanted;
    this.#wanted = undefined;
    // The button has gone with the last page.
    if (!this.#pages.hasMore) this.#view.focusOn('.history');
    void this.#host.updateComplete.then(() => this.#view.say(outcome));
  }

  content(words: DetailWords, member: Member): TemplateResult {
    const { ready, error, items, outdated } = this.#pages;
    // Events about the person who was shown before are nobody's here.
    if (!ready || outdated) {
      return error
        ? sectionFailure(words, error, () => this.#pages.retry())
        : skeletonLines(words, 3);
    }
    const { memberRecords } = this.#text.words;
    if (items.length === 0) return html`<p class="muted">${memberRecords.noHistory}</p>`;
    const known = { member, access: this.#access.items };
    return html`<ol class="list history" tabindex="-1">
        ${items.map((event) => happening({ ...words, ...this.#text.words }, event, known))}
      </ol>
      ${this.#further(words)}`;
  }

  #further(words: DetailWords) {
    const { hasMore, loadingMore, failedMore, error } = this.#pages;
    const { memberRecords, common } = this.#text.words;
    if (!hasMore) return nothing;
    return html`${
        failedMore && error
          ? html`<p class="refusal" role="alert">
              ${memberRecords.moreFailed} ${words.errors[error.code]}
            </p>`
          : nothing
      }
      <div class="buttons">
        ${retryButton(words, {
          error: failedMore ? error : undefined,
          label: loadingMore ? common.loading : failedMore ? common.retry : memberRecords.more,
          busy: loadingMore,
          run: () => this.#more(),
        })}
      </div>`;
  }

  #more(): void {
    if (this.#pages.loadingMore) return;
    if (this.#pages.failedMore) this.#pages.retry();
    else this.#pages.more();
    this.#wanted = this.#text.words.memberRecords.loadedMore;
  }

  #question() {
    const { asked, member } = this.#view;
    if (!this.#isOpen() || !asked || !member) return undefined;
    const { client, organizationId, userId } = asked;
    return {
      owner: client,
      key: [client.identity(), organizationId, 'audit', { target: userId }] as const,
      fetch: (cursor: string | undefined, signal: AbortSignal) =>
        client.audit.list({ organizationId, target: userId, cursor, limit: 20 }, { signal }),
    };
  }
}
