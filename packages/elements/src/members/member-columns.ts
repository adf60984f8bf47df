import type { Member } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { spokenMoment } from '../text/moments.js';
import { columns3Icon } from '../theme/icons.js';
import { roleName } from './role-name.js';

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

/** Tells which columns a person wants to see. */
export function columnChoice(
  { members }: Words<'members'>,
  { offered, shown }: MemberColumns,
  choose: (names: readonly string[]) => void,
): TemplateResult {
  const names = shown.map(({ name }) => name);
  const toggled = (name: string) =>
    names.includes(name) ? names.filter((one) => one !== name) : [...names, name];
  return html`<button
      class="button quiet icon-only columns"
      type="button"
      popovertarget="columns"
      aria-label=${members.chooseColumns}
      title=${members.chooseColumns}
    >
      ${columns3Icon}
    </button>
    <div class="popover" id="columns" popover role="group" aria-label=${members.chooseColumns}>
      ${offered
        .filter(({ name }) => name !== 'name')
        .map(
          ({ name, title }) =>
            html`<label>
              <input
                type="checkbox"
                .checked=${names.includes(name)}
                @change=${() => choose(toggled(name))}
              />
              <bdi>${title}</bdi>
            </label>`,
        )}
    </div>`;
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
  const text = columnText({ name, title: '' }, member, words);
  return html`<bdi class="truncated" title=${text}>${text}</bdi>`;
}

/** A column of one member as plain text, as an export writes it. */
export function columnText({ name, own }: ShownColumn, member: Member, words: Known): string {
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
    case 'source':
      return member.source ? worded(words.members.sources, member.source) : '';
    case 'lastSignInAt':
    case 'joinedAt':
    case 'title':
    case 'department':
      return member[name] ?? '';
    default:
      return '';
  }
}

function worded(words: Record<string, string>, word: string): string {
  return (Object.hasOwn(words, word) && words[word]) || word;
}

function nameOf(column: ColumnName | MemberColumn): string {
  return typeof column === 'string' ? column : column.name;
}
