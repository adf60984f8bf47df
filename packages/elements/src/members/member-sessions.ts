import type { Member, MemberSession } from '@tesserakit/contract';
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { DeedController } from '../data/deed.js';
import { ResourceController } from '../data/resource.js';
import type { Words } from '../text/catalogue.js';
import { memberRecordWords } from '../text/member-records.js';
import { spokenMoment } from '../text/moments.js';
import { TextController } from '../text/text-controller.js';
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
  readonly #text: TextController<'memberRecords'>;
  readonly #deed: DeedController;
  readonly #sessions: ResourceController<{ readonly items: readonly MemberSession[] }>;

  constructor(host: MemberHost & ReactiveElement, view: MemberInView, isOpen: () => boolean) {
    this.#view = view;
    this.#text = new TextController(host, { memberRecords: memberRecordWords });
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
    const { memberRecords } = this.#text.words;
    if (!value && error) return sectionFailure(words, error, () => this.#sessions.reload());
    if (!value) return skeletonLines(words);
    const refusal = deedRefusal(words, this.#deed.error, this.#view.wait);
    if (value.items.length === 0) {
      return html`<p class="muted" id="no-sessions" tabindex="-1">${memberRecords.noSessions}</p>
        ${refusal}`;
    }
    return html`<ul class="list">
        ${value.items.map((session) => oneSession(this.#text.words, session))}
      </ul>
      ${refusal}
      ${
        this.#view.can?.sessions?.end
          ? html`<div class="buttons">
                ${deedButton(words, {
                  id: 'end-sessions',
                  label: memberRecords.endSessions,
                  verdict: member.actions['member.endSessions'],
                  busy: this.#deed.busy,
                  run: () => void this.#end(member),
                })}
              </div>
              <p class="hint">${memberRecords.endSessionsHint}</p>`
          : nothing
      }`;
  }

  async #end({ version }: Member): Promise<void> {
    const { organizationId = '', userId = '' } = this.#view.asked ?? {};
    const done = await this.#view.change(this.#deed, {
      subject: `end sessions ${version}`,
      before: new BeforeMemberSessionsEndEvent(organizationId, userId),
      after: new MemberSessionsEndedEvent(organizationId, userId),
      task: ({ client, ...scope }, options) =>
        client.members.endSessions({ ...scope, version }, options),
      outcome: this.#text.words.memberRecords.sessionsEnded,
    });
    // The button goes with the sessions.
    if (done) this.#view.focusOn('[data-section="sessions"] .fold');
  }
}

function oneSession(
  words: Words<'memberRecords'>,
  { name, authenticatedAt, methods }: MemberSession,
) {
  const { memberRecords, language, common } = words;
  const when = spokenMoment(authenticatedAt, language);
  const ways = new Intl.ListFormat(language).format(
    methods.map((method) => named(memberRecords.methods, method)),
  );
  return html`<li>
    <bdi class="truncated strong" title=${name}>${name}</bdi>
    <p class="hint">
      <time datetime=${authenticatedAt} title=${when?.absolute ?? ''}
        >${when ? memberRecords.signedIn(when.relative) : common.unknown}</time
      >${ways ? html` · <bdi>${ways}</bdi>` : nothing}
    </p>
  </li>`;
}
