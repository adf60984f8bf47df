import type { Row } from './row.ts';

/** Most of what does not vary from one run to the next, of the member table over 100,000 members. */
const limits: Readonly<Record<string, number>> = { heap: 4, blank: 0 };

/** A sentence for each limit that the member table is above, and for each figure that is missing. */
export function overLimits(rows: readonly Row[]): string[] {
  const valueOf = (subject: string, metric: string) =>
    rows.find((row) => row.subject === subject && row.metric === metric)?.value;
  const complaints = Object.entries(limits).flatMap(([metric, most]) => {
    const value = valueOf('100000 tessera', metric);
    if (value === undefined) return [`The ${metric} of the member table was not measured`];
    return value > most ? [`The ${metric} of the member table is ${value}, above ${most}`] : [];
  });
  const [few, many] = ['1000 tessera', '100000 tessera'].map((one) => valueOf(one, 'nodes'));
  // A cell has a chip more or less, depending on who is in sight.
  if (!few || !many || Math.abs(many - few) > few / 10) {
    complaints.push(`The member table has ${few} nodes for few members and ${many} for many`);
  }
  if (valueOf('1000000 tessera', 'last-reached') !== 1) {
    complaints.push('The last of a million members was not reached');
  }
  return complaints;
}
