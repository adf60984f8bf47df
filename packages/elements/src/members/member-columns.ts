import type { Member } from '@tesserakit/contract';
import { html, nothing } from 'lit';
import type { Words } from '../text/catalogue.js';
import { spokenMoment } from '../text/moments.js';

/** A column that the table knows. */
export type ColumnName = keyof Words<'members'>['members']['columns'];

/** A column that a host brings. */
export interface MemberColumn {
  /** Names it among the columns, and in the address of a saved view. */
  readonly name: string;
  readonly title: string;
  /** What stands in the cell: text, or a node of the host's own. */
  cell(member: Member): string | Node;
  /** What an export writes; without it, the text of the cell. */
  text?(member: Member): string;
}

/** A column as it stands in the table. */
export interface ShownColumn {
  readonly name: string;
  readonly title: string;
  /** What the host brings. */
  readonly own?: MemberColumn | undefined;
}

type Known = Words<'members' | 'roleNames'>;

const usual = ['name', 'status', 'organizationRoles', 'access', 'lastSignInAt'] as const;
const further = ['title', 'department', 'joinedAt', 'source'] as const;

/** Which columns there are to choose from, which of them are shown, and both in order. */
export class MemberColumns {
  readonly offered: readonly ShownColumn[];
  readonly shown: readonly ShownColumn[];
  /** Whether they are those that are shown everywhere, for which rows are drawn fastest. */
  readonly areUsual: boolean;
  /** How many of those shown are not among the usual ones: each is a further line of a card. */
  readonly further: number;

  /**
   * @param wanted what the host wants to be shown; those that the table knows by itself otherwise.
   * @param chosen the names that a person chose to see.
   */
  constructor(
    { members }: Known,
    wanted: readonly (ColumnName | MemberColumn)[] | undefined,
    chosen: readonly string[] | undefined,
  ) {
    const all = [
      ...new Set<ColumnName | MemberColumn>(['name', ...(wanted ?? [...usual, ...further])]),
    ];
    this.offered = all.map((column) =>
      typeof column === 'string'
        ? { name: column, title: members.columns[column] }
        : { name: column.name, title: column.title, own: column },
    );
    const seen = new Set<string>(chosen ?? wanted?.map(nameOf) ?? usual).add('name');
    this.shown = this.offered.filter(({ name }) => seen.has(name));
    this.further = this.shown.filter(
      ({ name }) => !(usual as readonly string[]).includes(name),
    ).length;
    this.areUsual = this.shown.map(({ name }) => name).join() === usual.join();
  }
}

/** What the cell of a column that is not one of the usual shows. */
export function furtherCell({ name, own }: ShownColumn, member: Member, words: Known): unknown {
  if (own) {
    const content = own.cell(member);
    return typeof content === 'string'
      ? html`<bdi class="truncated" title=${content}>${content}</bdi>`
      : content;
  }
  if (name === 'joinedAt') {
    const spoken = spokenMoment(member.joinedAt, words.language);
    return spoken
      ? html`<time datetime=${member.joinedAt ?? ''} title=${spoken.absolute}
          >${spoken.relative}</time
        >`
      : nothing;
  }
  const text = furtherText(name, member, words);
  return html`<bdi class="truncated" title=${text}>${text}</bdi>`;
}

/** A column that is not among the usual, as plain text. */
export function furtherText(name: string, member: Member, { members }: Known): string {
  if (name === 'source') return member.source ? worded(members.sources, member.source) : '';
  return name === 'title' || name === 'department' ? (member[name] ?? '') : '';
}

export function worded(words: Record<string, string>, word: string): string {
  return (Object.hasOwn(words, word) && words[word]) || word;
}

function nameOf(column: ColumnName | MemberColumn): string {
  return typeof column === 'string' ? column : column.name;
}
