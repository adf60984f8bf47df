/** One figure. The names of benches, subjects and metrics are fixed: readers compare them over time. */
export interface Row {
  readonly bench: string;
  readonly subject: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  /** The value to that of what is named, measured in the same run. */
  readonly ratio?: number;
  readonly ratioTo?: string;
}

/** The rows as a person reads them: a line for each subject, a column for each metric. */
export function tableOf(rows: readonly Row[]): string {
  const metrics = [...new Set(rows.map(({ metric }) => metric))];
  const subjects = [...new Set(rows.map(({ subject }) => subject))];
  const cell = (subject: string, metric: string) => {
    const row = rows.find((one) => one.subject === subject && one.metric === metric);
    if (!row) return '';
    const ratio = row.ratio === undefined ? '' : ` (${row.ratio} × ${row.ratioTo})`;
    return `${row.value.toLocaleString('en')} ${row.unit}${ratio}`;
  };
  const lines = [
    ['', ...metrics],
    ...subjects.map((subject) => [subject, ...metrics.map((metric) => cell(subject, metric))]),
  ];
  const widths = lines[0]!.map((_, column) =>
    Math.max(...lines.map((line) => line[column]!.length)),
  );
  return lines
    .map((line) => {
      const [subject = '', ...cells] = line.map((text, column) =>
        column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!),
      );
      return [subject, ...cells].join('  ').trimEnd();
    })
    .join('\n');
}
