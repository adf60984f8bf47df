import type { AuditEvent, Member, MemberAccess } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { moment, named, reasonFor, type DetailWords } from './member-section.js';

/** What is known of the member, to name what an event names by id. */
export interface KnownNames {
  readonly member: Member;
  readonly access: readonly MemberAccess[];
}

/** One event in words: what happened, by whom, and when. */
export function happening(
  words: DetailWords & Words<'memberRecords'>,
  event: AuditEvent,
  known: KnownNames,
): TemplateResult {
  const { memberRecords } = words;
  const { action, outcome, code, at } = event;
  const facts = [applicationOf(event, known), detailsOf(words, event, known)].filter(Boolean);
  return html`<li>
    <div class="line">
      ${outcome === 'denied' ? html`<span class="chip warning">${memberRecords.refused}</span>` : nothing}
      <bdi>${named(memberRecords.happenings, action)}</bdi>
      ${facts.map((fact) => html`<span class="muted">·</span> <bdi class="fact">${fact}</bdi>`)}
    </div>
    <p class="hint">
      ${memberRecords.by} ${actorOf(words, event)} · ${moment(words, at)}
      ${outcome === 'denied' && code ? html` · ${reasonFor(words, code)}` : nothing}
    </p>
  </li>`;
}

function actorOf({ memberRecords }: Words<'memberRecords'>, { actor, organizationId }: AuditEvent) {
  const name = actor.name?.trim() || named(memberRecords.actors, actor.type);
  const isFromAbove =
    actor.organizationId !== undefined &&
    organizationId !== undefined &&
    actor.organizationId !== organizationId;
  return html`<bdi>${name}</bdi>${isFromAbove ? html` (${memberRecords.fromAbove})` : nothing}`;
}

function applicationOf({ applicationId }: AuditEvent, { member, access }: KnownNames) {
  return [...access, ...member.access].find((one) => one.applicationId === applicationId)?.name;
}

/** What was changed, as far as it can be named; ids say nothing to a person. */
function detailsOf(words: DetailWords, { details }: AuditEvent, known: KnownNames) {
  const fields: Record<string, string> = words.memberDetail.fields;
  const changed = namesOf(details?.['changed'], (field) => fields[field]);
  const names = changed ?? namesOf(details?.['to'], (id) => roleNameOf(words, id, known));
  return names && new Intl.ListFormat(words.language).format(names);
}

function namesOf(ids: unknown, nameOf: (id: string) => string | undefined): string[] | undefined {
  if (!Array.isArray(ids) || ids.length === 0) return undefined;
  const names = ids.map((id) => (typeof id === 'string' ? nameOf(id) : undefined));
  return names.every((name) => name !== undefined) ? names : undefined;
}

function roleNameOf({ roleNames }: DetailWords, id: string, { member, access }: KnownNames) {
  if (Object.hasOwn(roleNames.builtIn, id)) return roleNames.builtIn[id];
  const roles = [...member.organizationRoles, ...access.flatMap(({ roles }) => roles)];
  return roles.find(({ roleId }) => roleId === id)?.name;
}
