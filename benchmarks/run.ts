/** `npm run bench [-- sizes|lists|matrix|mock|picker] [--json] [--check]`: a table of figures, or the rows; `--check` fails above a budget or limit. */
import { parseArgs } from 'node:util';
import { buildLoginPages } from '../build.ts';
import { overLimits } from './list-limits.ts';
import { lists } from './lists.ts';
import { overMatrixLimits } from './matrix-limits.ts';
import { matrix } from './matrix.ts';
import { mock } from './mock.ts';
import { overPickerLimits, picker } from './picker.ts';
import { tableOf, type Row } from './row.ts';
import { overBudget, sizes } from './sizes.ts';

const benches: Record<string, () => Promise<Row[]>> = {
  sizes: async () => {
    await buildLoginPages();
    return sizes();
  },
  lists,
  matrix,
  mock,
  picker,
};

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, check: { type: 'boolean' } },
  });
  const unknown = positionals.find((name) => !Object.hasOwn(benches, name));
  if (unknown !== undefined) {
    throw new Error(
      `There is no bench "${unknown}". There are: ${Object.keys(benches).join(', ')}.`,
    );
  }
  const asked = (name: string) => positionals.length === 0 || positionals.includes(name);
  const rows: Row[] = [];
  for (const [name, bench] of Object.entries(benches)) {
    if (asked(name)) rows.push(...(await bench()));
  }
  console.log(values.json ? JSON.stringify(rows, null, 2) : tableOf(rows));
  const complaints = values.check
    ? [
        ...(asked('sizes') ? overBudget(rows) : []),
        ...(asked('lists') ? overLimits(rows) : []),
        ...(asked('matrix') ? overMatrixLimits(rows) : []),
        ...(asked('picker') ? overPickerLimits(rows) : []),
      ]
    : [];
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exitCode = 1;
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
