import type { Application } from '@tesserakit/contract';
import { csvOf, download } from '../members/member-export.js';
import type { Words } from '../text/catalogue.js';
import type { MatrixDraft } from './matrix-draft.js';
import type { Target } from './matrix-rules.js';

type FileWords = Words<'accessMatrix' | 'accessEditing'>;

/** Cells as a table of text, members by applications, as they are to be after all that is chosen. */
interface Table {
  readonly applications: readonly Application[];
  readonly rows: readonly (readonly [name: string, email: string, ...roles: string[]])[];
}

function tableOf(words: FileWords, draft: MatrixDraft, targets: readonly Target[]): Table {
  const columns = new Map<string, Application>();
  for (const { application } of targets) columns.set(application.applicationId, application);
  const applications = [...columns.values()];
  const targetsOfMember = new Map<string, Target[]>();
  for (const target of targets) {
    const { userId } = target.member;
    targetsOfMember.set(userId, [...(targetsOfMember.get(userId) ?? []), target]);
  }
  const rows = [...targetsOfMember.values()].map((some) => {
    const { name, email } = some[0]!.member;
    const cells = new Map(some.map((target) => [target.application.applicationId, target]));
    const roles = applications.map(({ applicationId }) => {
      const target = cells.get(applicationId);
      return target ? textOf(words, draft, target) : '';
    });
    return [name, email, ...roles] as const;
  });
  return { applications, rows: rows as unknown as Table['rows'] };
}

function textOf({ accessMatrix }: FileWords, draft: MatrixDraft, target: Target): string {
  const { granted, roleIds } = draft.chosenIn(target);
  if (!granted) return '';
  if (roleIds.length === 0) return accessMatrix.withoutRole;
  const { roles } = target.application;
  return roleIds
    .map((roleId) => roles.find((role) => role.roleId === roleId)?.name ?? roleId)
    .join('; ');
}

/** A file of all cells, for spreadsheets. */
export function saveFile(
  words: FileWords,
  draft: MatrixDraft,
  targets: readonly Target[],
  give: ((file: File) => void) | undefined,
): void {
  const { applications, rows } = tableOf(words, draft, targets);
  const titles = [
    words.accessMatrix.member,
    words.accessEditing.email,
    ...applications.map(({ name }) => name),
  ];
  const columns = titles.map((title, column) => ({
    title,
    text: (row: Table['rows'][number]) => row[column] ?? '',
  }));
  const file = new File([csvOf(rows, columns)], `${words.accessMatrix.title}.csv`, {
    type: 'text/csv',
  });
  (give ?? download)(file);
}

/** What a spreadsheet would take for the beginning of a formula. */
const formula = /^[=+\-@]/;

/** Cells as spreadsheets paste them: tabs and lines, and nothing that is taken for a formula. */
export function pasted(words: FileWords, draft: MatrixDraft, targets: readonly Target[]): string {
  const { applications, rows } = tableOf(words, draft, targets);
  const lines = [
    [words.accessMatrix.member, words.accessEditing.email, ...applications.map(({ name }) => name)],
    ...rows,
  ];
  return lines.map((line) => line.map(cell).join('\t')).join('\n');
}

function cell(text: string): string {
  const plain = text.replace(/[\t\r\n]+/g, ' ');
  return formula.test(plain) ? `'${plain}` : plain;
}
