import type { Member, MemberSession } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { DeedController } from '../data/deed.js';
import { ResourceController } from '../data/resource.js';
import { spokenMoment } from '../text/moments.js';
import type { FoldedContent } from './folded-section.js';
import { BeforeMemberSessionsEndEvent, MemberSessionsEndedEvent } from './member-detail-events.js';
import type { MemberHost, MemberInView } from './member-in-view.js';
import {
  deedButton,
  deedRefusal,
  named,
  sectionFailure,
  skeletonLines,
  type DetailWords,
} from './member-section.js';

/** Where the member acts for the organization now; asked for when it is unfolded. */
export class MemberSessions implements FoldedContent {
  readonly #view: MemberInView;
  readonly #deed: DeedController;
  readonly #sessions: ResourceController<{ readonly items: readonly MemberSession[] }>;

  constructor(host: MemberHost, view: MemberInView, isOpen: () => boolean) {
    this.#view = view;
    this.#deed = new DeedController(host);
    this.#sessions = new ResourceController(host, () =>
      isOpen() && view.member
        ? view.question(['sessions', view.asked?.userId], ({ client, ...scope }, signal) =>
            client.members.listSessions(scope, { signal }),
          )
        : undefined,
    );
  }

  forget(): void {
    this.#deed.forget();
  }

  content(words: DetailWords, member: Member): TemplateResult {
    const { value, error } = this.#sessions;
    const { memberDetail } = words;
    if (!value && error) return sectionFailure(words, error, () => this.#sessions.reload());
    if (!value) return skeletonLines(words);
    const refusal = deedRefusal(words, this.#deed.error, this.#view.wait);
    if (value.items.length === 0) {
      return html`<p class="muted" id="no-sessions" tabindex="-1">${memberDetail.noSessions}</p>
        ${refusal}`;
    }
    return html`<ul class="list">
        ${value.items.map((session) => oneSession(words, session))}
      </ul>
      ${refusal}
      ${
        this.#view.can?.sessions?.end
          ? html`<div class="buttons">
                ${deedButton(words, {
                  id: 'end-sessions',
                  label: memberDetail.endSessions,
                  verdict: member.actions['member.endSessions'],
                  busy: this.#deed.busy,
                  run: () => void this.#end(words, member),
                })}
              </div>
              <p class="hint">${memberDetail.endSessionsHint}</p>`
          : nothing
      }`;
  }

  async #end(words: DetailWords, { version }: Member): Promise<void> {
    const { organizationId = '', userId = '' } = this.#view.asked ?? {};
    const done = await this.#view.change(this.#deed, {
      subject: `end sessions ${version}`,
      before: new BeforeMemberSessionsEndEvent(organizationId, userId),
      after: new MemberSessionsEndedEvent(organizationId, userId),
      task: ({ client, ...scope }, options) =>
        client.members.endSessions({ ...scope, version }, options),
      outcome: words.memberDetail.sessionsEnded,
    });
    // The button goes with the sessions.
    if (done) this.#view.focusOn('[data-section="sessions"] .fold');
  }
}

function oneSession(words: DetailWords, { name, authenticatedAt, methods }: MemberSession) {
  const { memberDetail, language, common } = words;
  const when = spokenMoment(authenticatedAt, language);
  const ways = new Intl.ListFormat(language).format(
    methods.map((method) => named(memberDetail.methods, method)),
  );
  return html`<li>
    <bdi class="truncated strong" title=${name}>${name}</bdi>
    <p class="hint">
      <time datetime=${authenticatedAt} title=${when?.absolute ?? ''}
        >${when ? memberDetail.signedIn(when.relative) : common.unknown}</time
      >${ways ? html` · <bdi>${ways}</bdi>` : nothing}
    </p>
  </li>`;
}
