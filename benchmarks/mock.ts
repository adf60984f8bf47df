import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { quantile } from './figures.ts';
import type { Measured, Trial } from './mock-trial.ts';
import type { PortFigures } from './port.ts';
import type { Row } from './row.ts';

const starts = 5;

/**
 * The mock server with 1,000 organizations, 1,000,000 memberships and 200 applications; one of the
 * organizations has 100,000 members. `rss` is the memory of the whole process by then.
 *
 * In process, through the server's `fetch`, with the token of an administrator:
 * - `start`: a new process until its first list was answered
 * - `list`: the first page of 25 of the largest organization, searched with another word each time,
 *   filtered by status and sorted by name, with the total
 * - `access`: who a person is and what they may do
 * - `write`: a member of the largest organization gets another title
 * - `list-after-write`: `list`, right after each of these
 *
 * Over a port of this machine, eight connections, as a ratio to a bare `node:http` server that sends
 * the same bytes:
 * - `port`: `list`, where 40 searches come again and again and nothing is written in between, so
 *   that the page is ready; who calls and what they may do is judged each time
 * - `port-new-words`: the same where no page is ready, for every search comes after 299 others
 */
export async function mock(): Promise<Row[]> {
  const first = await inOwnProcess('whole');
  const { list, access, write, listAfterWrite, port, portWithNewWords } = first.whole!;
  const begun = [first.start];
  while (begun.length < starts) begun.push((await inOwnProcess('start')).start);
  const start = {
    times: begun.flatMap(({ times }) => times),
    rss: quantile(
      begun.map(({ rss }) => rss),
      0.5,
    ),
  };
  return [
    ...rowsOf('start', start),
    ...rowsOf('list', list),
    ...rowsOf('access', access),
    ...rowsOf('write', write),
    ...rowsOf('list-after-write', listAfterWrite),
    portRow('port', port),
    portRow('port-new-words', portWithNewWords),
  ];
}

function rowsOf(subject: string, { times, rss }: Measured): Row[] {
  return [
    row(subject, 'p50', quantile(times, 0.5), 'ms'),
    row(subject, 'p99', quantile(times, 0.99), 'ms'),
    row(subject, 'rss', rss, 'MB'),
  ];
}

function portRow(subject: string, { rps, ratio }: PortFigures): Row {
  return {
    ...row(subject, 'rps', Math.round(rps), '1/s'),
    ratio: Number(ratio.toFixed(3)),
    ratioTo: 'bare-node-http',
  };
}

function row(subject: string, metric: string, value: number, unit: string): Row {
  return { bench: 'mock', subject, metric, value: Number(value.toFixed(2)), unit };
}

async function inOwnProcess(part: 'whole' | 'start'): Promise<Trial> {
  const file = fileURLToPath(new URL('mock-trial.ts', import.meta.url));
  const words = ['--conditions=tessera-source', file, part];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  return JSON.parse(stdout) as Trial;
}
