import type { DirectoryClient } from '@tesserakit/client';
import type { Member } from '@tesserakit/contract';
import type { Words } from '../text/catalogue.js';
import { collectMembers, type MembersWanted } from './collect-members.js';
import { furtherText, worded, type ShownColumn } from './member-columns.js';
import { csvOf, download } from './member-export.js';
import type { MemberSelection } from './member-selection.js';
import { roleName } from './role-name.js';

/** The members of a table, wherever they are. */
export type MembersListed =
  | { readonly members: readonly Member[] }
  | { readonly client: DirectoryClient; readonly wanted: MembersWanted; readonly limit: number };

/** What an export needs to know of a table. */
export interface Exported {
  readonly listed: MembersListed;
  readonly columns: readonly ShownColumn[];
  readonly words: Words<'members' | 'roleNames'>;
  /** Only those who are selected; all that match otherwise. */
  readonly selection?: MemberSelection | undefined;
  readonly fileName: string;
  readonly signal: AbortSignal;
  /** How the file is given to a person; as browsers do it otherwise. */
  readonly download: ((file: File) => void) | undefined;
}

/** Writes the rows that a person looks at, all of them and in their order, with the columns they see. */
export async function exportMembers(exported: Exported): Promise<void> {
  const { columns, words, fileName, signal } = exported;
  const members = await rowsOf(exported);
  signal.throwIfAborted();
  const text = csvOf(
    members,
    columns.flatMap((column) => {
      const own = {
        title: column.title,
        text: (member: Member) => columnText(column, member, words),
      };
      const email = { title: words.members.email, text: (member: Member) => member.email };
      return column.name === 'name' ? [own, email] : [own];
    }),
  );
  (exported.download ?? download)(new File([text], `${fileName}.csv`, { type: 'text/csv' }));
}

async function rowsOf({ listed, selection, signal }: Exported): Promise<readonly Member[]> {
  if (selection && !selection.isAll) return selection.picked;
  if ('members' in listed) return listed.members;
  const { client, wanted, limit } = listed;
  const excepted = new Set(selection?.excepted);
  const keep = (member: Member) => (excepted.has(member.userId) ? undefined : member);
  return collectMembers(client, wanted, limit, keep, () => {}, signal);
}

/** A column of one member as plain text. */
function columnText(
  { name, own }: ShownColumn,
  member: Member,
  words: Words<'members' | 'roleNames'>,
): string {
  if (own) {
    if (own.text) return own.text(member);
    const content = own.cell(member);
    return typeof content === 'string' ? content : (content.textContent ?? '');
  }
  switch (name) {
    case 'name':
      return member.name;
    case 'status':
      return worded(words.members.statuses, member.status);
    case 'organizationRoles':
      return member.organizationRoles.map((role) => roleName(words, role)).join(', ');
    case 'access':
      return member.access
        .map(({ name, roles }) =>
          roles.length > 0 ? `${name}: ${roles.map((role) => role.name).join(', ')}` : name,
        )
        .join('; ');
    case 'lastSignInAt':
    case 'joinedAt':
      return member[name] ?? '';
    default:
      return furtherText(name, member, words);
  }
}
