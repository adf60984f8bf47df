/** A column of a table of text. */
export interface CsvColumn<T> {
  readonly title: string;
  text(row: T): string;
}

/** What a spreadsheet would take for the beginning of a formula. */
const formula = /^[=+\-@\t\r]/;

/**
 * A table as CSV (RFC 4180) of exactly these rows and columns, in UTF-8 that spreadsheets recognize.
 * Nothing in it is ever taken for a formula: such a cell begins with an apostrophe.
 */
export function csvOf<T>(rows: Iterable<T>, columns: readonly CsvColumn<T>[]): string {
  const lines = [columns.map(({ title }) => cell(title)).join(',')];
  for (const row of rows) lines.push(columns.map((column) => cell(column.text(row))).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n\t']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Gives a person a file, as browsers do; a host may do it otherwise. */
export function download(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // Later, because some browsers read the file only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
