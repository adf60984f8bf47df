import type { AccessRow, Application } from '@tesserakit/contract';

/** What the pointer is told of a cell with so many roles. */
export const titles = ['No access', 'Viewer', 'Viewer and Editor', 'Viewer, Editor, and Approver'];

/** The markup of a cell with so many roles. */
export const cells = titles.map((title, count) =>
  count === 0
    ? `<div class="cell" title="${title}"><span class="mark"></span></div>`
    : `<div class="cell given" title="${title}"><span class="mark">${count}</span></div>`,
);

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark]!);

export function initialsOf(name: string): string {
  const words = name.split(' ');
  return words[0]![0]! + words.at(-1)![0]!;
}

export function hueOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash >>> 8) % 360;
}

/** The inside of a row's head. */
export function whoOf(member: AccessRow): string {
  const [name, email] = [escaped(member.name), escaped(member.email)];
  return `<span class="avatar round" aria-hidden="true" data-initials="${escaped(initialsOf(member.name))}" style="--_hue:${hueOf(member.userId)}"></span><span title="${name}\n${email}"><bdi class="truncated name">${name}</bdi><bdi class="truncated muted email">${email}</bdi></span>`;
}

/** A column's head. */
export function headOf({ name, applicationId }: Application): string {
  const called = escaped(name);
  return `<div class="cell" title="${called}"><span class="avatar square" aria-hidden="true" data-initials="${initialsOf(name)}" style="--_hue:${hueOf(applicationId)}"></span><bdi class="truncated">${called}</bdi></div>`;
}
