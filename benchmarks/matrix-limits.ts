import type { Row } from './row.ts';

/** Most of what does not vary from one run to the next. */
const limits: Readonly<Record<string, number>> = { heap: 40, blank: 0 };

/**
 * How much longer something may take than the floor takes. Times vary by a quarter from one run to
 * the next on a machine that does other things, too: only what is clearly above is complained about.
 */
const ratios: Readonly<Record<string, number>> = {
  'first-paint-cpu': 1.5,
  'vertical-cpu': 1.2,
  'horizontal-cpu': 1.2,
  'diagonal-cpu': 1.2,
};

const slack = 1.25;

/** A sentence for each limit that the matrix is above, and for each figure that is missing. */
export function overMatrixLimits(rows: readonly Row[]): string[] {
  const find = (subject: string, metric: string) =>
    rows.find((row) => row.subject === subject && row.metric === metric);
  const complaints: string[] = [];
  for (const [metric, most] of Object.entries(limits)) {
    const value = find('tessera', metric)?.value;
    const least = metric === 'heap' ? (find('floor', metric)?.value ?? 0) : 0;
    if (value === undefined) complaints.push(`The ${metric} of the matrix was not measured`);
    else if (value - least > most) {
      complaints.push(`The ${metric} of the matrix is ${value}, above ${most + least}`);
    }
  }
  for (const [metric, most] of Object.entries(ratios)) {
    const ratio = find('tessera', metric)?.ratio;
    if (ratio === undefined) complaints.push(`The ${metric} of the matrix was not measured`);
    else if (ratio > most * slack) {
      complaints.push(`The ${metric} of the matrix is ${ratio} × the floor, above ${most}`);
    }
  }
  return complaints;
}
