import type { Application, Organization } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { isolated } from '../text/open-words.js';
import { avatar } from '../theme/avatar.js';
import { circlePauseIcon, lockIcon } from '../theme/icons.js';

export type ListWords = Words<'applicationList'>;

/** What can be done to an application in the list, in the order of its buttons. */
export const rowDeeds = ['update', 'setDefaults', 'expose', 'withdraw'] as const;

export type RowDeed = (typeof rowDeeds)[number];

/** One application: what the organization has of it, and what this person may do about that. */
export function applicationRow(
  words: ListWords,
  application: Application,
  row: {
    /** Where it stands in the list. */
    readonly index: number;
    readonly deeds: readonly RowDeed[];
    /** The name of the connection by which members sign in to it, where this person may know it. */
    readonly connection: string | undefined;
    run(deed: RowDeed, opener: HTMLElement): void;
  },
): TemplateResult {
  const { applicationList } = words;
  const { applicationId, name, logoUrl, onboarding } = application;
  const { index } = row;
  return html`<li part="application" data-application=${applicationId}>
    <div class="head">
      ${avatar({ id: applicationId, name, picture: logoUrl }, 'square')}
      <strong class="name truncated" title=${name} id="name-${index}">${name}</strong>
      ${
        onboarding.status === 'suspended'
          ? html`<span class="chip warning">${circlePauseIcon} ${applicationList.suspended}</span>`
          : nothing
      }
      ${
        onboarding.fromParent
          ? html`<span class="chip">${applicationList.fromParent}</span>`
          : nothing
      }
      <div class="deeds">
        ${row.deeds.map(
          (deed) =>
            html`<button
              type="button"
              class="button ${deed === 'withdraw' ? 'quiet destructive' : ''}"
              data-deed=${deed}
              id="${deed}-${index}"
              aria-labelledby="${deed}-${index} name-${index}"
              @click=${(event: Event) => row.run(deed, event.currentTarget as HTMLElement)}
            >
              ${applicationList.deeds[deed]}
            </button>`,
        )}
      </div>
    </div>
    ${shareOf(words, application, row.connection)}
  </li>`;
}

function shareOf(
  words: ListWords,
  { onboarding, roles }: Application,
  connection: string | undefined,
) {
  const { applicationList } = words;
  const { roleGroups, roleIds, defaultRoleIds, exposedRoleGroups, seats } = onboarding;
  const names = (ids: readonly string[]) =>
    ids.map((id) => roles.find(({ roleId }) => roleId === id)?.name ?? id);
  return html`<dl>
    ${entry(
      applicationList.roleGroups,
      named(
        roleGroups.map(({ name }) => name),
        applicationList.noGroups,
      ),
    )}
    ${roleIds.length > 0 ? entry(applicationList.roles, named(names(roleIds), '')) : nothing}
    ${entry(applicationList.defaults, named(names(defaultRoleIds), applicationList.noDefaults))}
    ${
      exposedRoleGroups.length > 0
        ? entry(
            applicationList.exposed,
            named(
              exposedRoleGroups.map(({ name }) => name),
              '',
            ),
          )
        : nothing
    }
    ${entry(
      applicationList.entry,
      onboarding.allowsRolelessAccess ? applicationList.roleless : applicationList.roleNeeded,
    )}
    ${seats ? entry(applicationList.seats, taken(words, seats)) : nothing}
    ${
      onboarding.connectionId === undefined
        ? nothing
        : entry(
            applicationList.signIn,
            html`<bdi>${connection ?? applicationList.ownConnection}</bdi>`,
          )
    }
  </dl>`;
}

function entry(term: string, value: unknown) {
  return html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;
}

function named(names: readonly string[], none: string) {
  if (names.length === 0) return html`<span class="muted">${none}</span>`;
  return html`<ul class="chips">
    ${names.map((name) => html`<li class="chip" title=${name}><bdi class="truncated">${name}</bdi></li>`)}
  </ul>`;
}

function taken(
  { applicationList, language }: ListWords,
  { limit, used }: { readonly limit: number | null; readonly used: number },
) {
  const format = new Intl.NumberFormat(language);
  const isFull = limit !== null && used >= limit;
  return html`<span class=${isFull ? 'warning full' : ''}
    >${
      limit === null
        ? applicationList.seatsFree(format.format(used))
        : applicationList.seatsUsed(format.format(used), format.format(limit))
    }</span
  >`;
}

/** Who decides what this person may not: the platform, or who looks after the organization. */
export function decidedElsewhere(
  { applicationList }: ListWords,
  organization: Organization | undefined,
  mayAnything: boolean,
): TemplateResult {
  const parent = organization?.managedBy?.name;
  return html`<p class="note">
    ${lockIcon}
    <span>
      ${mayAnything ? nothing : applicationList.readOnly}
      ${parent === undefined ? applicationList.byPlatform : applicationList.byParent(isolated(parent))}
    </span>
  </p>`;
}
