import type { Member } from '@tesserakit/contract';
import { spokenMoment } from '../../packages/elements/src/text/moments.ts';

/** The parts that the cells of a row are made of, in the least work that gives the same look. */
export interface Parts {
  readonly initials: string;
  readonly hue: number;
  readonly tint: string;
  readonly icon: string;
  readonly status: string;
  readonly role: string;
  readonly moreRoles: string;
  readonly access: readonly string[];
  readonly moreAccess: string;
  readonly relative: string;
  readonly absolute: string;
}

const looks: Record<string, readonly [tint: string, icon: string, name: string]> = {
  active: ['success', '<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>', 'Active'],
  pending: ['info', '<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>', 'Pending'],
  suspended: [
    'warning',
    '<circle cx="12" cy="12" r="10"/><line x1="10" x2="10" y1="15" y2="9"/><line x1="14" x2="14" y1="15" y2="9"/>',
    'Suspended',
  ],
};

export function partsOf(member: Member): Parts {
  const words = member.name.split(' ');
  const [tint, icon, status] = looks[member.status]!;
  const roles = member.organizationRoles.map(({ name }) => name);
  const access = member.access.map(({ name, roles }) => `${name} · ${roles[0]!.name}`);
  const { relative, absolute } = spokenMoment(member.lastSignInAt, 'en')!;
  return {
    initials: words[0]![0]! + words.at(-1)![0]!,
    hue: hueOf(member.userId),
    tint,
    icon,
    status,
    role: roles[0]!,
    moreRoles: roles.slice(1).join(', '),
    access: access.slice(0, 3),
    moreAccess: access.slice(3).join(', '),
    relative,
    absolute,
  };
}

function hueOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash >>> 8) % 360;
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark]!);
const chip = (text: string) =>
  `<span class="chip" title="${escaped(text)}"><bdi class="truncated">${escaped(text)}</bdi></span>`;
const more = (rest: string) =>
  rest &&
  `<span class="chip" title="${escaped(rest)}"><bdi dir="ltr">+${rest.split(', ').length}</bdi><span class="hidden"> ${escaped(rest)}</span></span>`;

/** The markup inside of each cell, in the order of the columns. */
export function cellsOf(member: Member): string[] {
  const p = partsOf(member);
  const name = escaped(member.name);
  const email = escaped(member.email);
  return [
    `<div class="identity" title="${name}\n${email}"><span class="avatar round" aria-hidden="true" data-initials="${escaped(p.initials)}" style="--_hue:${p.hue}"></span><span><bdi class="truncated name">${name}</bdi><bdi class="truncated muted email">${email}</bdi></span></div>`,
    `<span class="chip ${p.tint}"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${p.icon}</svg><bdi class="truncated">${p.status}</bdi></span>`,
    `<span class="chips">${chip(p.role)}${more(p.moreRoles)}</span>`,
    p.access.length > 0
      ? `<span class="chips">${p.access.map(chip).join('')}${more(p.moreAccess)}</span>`
      : '<span class="muted">No access</span>',
    `<time datetime="${member.lastSignInAt}" title="${p.absolute}">${p.relative}</time>`,
  ];
}
