import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createServer, createWorld, issueAccessToken, seedNamed } from '@tesserakit/mock-server';
import type { Row } from './row.ts';

const starts = 5;
const rounds = 300;
const warmUp = 30;
const place = 'org_acme';

/** What one process found out: times in milliseconds, memory in MB. */
interface Trial {
  /** From the start of the process to its first list. */
  readonly start: number;
  /** When the first list had been answered. */
  readonly startRss: number;
  readonly list: readonly number[];
  readonly listRss: number;
  readonly access: readonly number[];
  readonly accessRss: number;
}

/**
 * The mock server in process, with one organization of 100,000 members: the first list of a new
 * process (`start`); a page of 25, searched with another word each time, filtered by status and
 * sorted by name (`list`); who a person is and what they may do (`access`).
 */
export async function mock(): Promise<Row[]> {
  const trials: Trial[] = [];
  for (let done = 0; done < starts; done += 1) trials.push(await inOwnProcess(done === 0));
  const [first] = trials;
  const row = (subject: string, metric: string, value: number, unit: string): Row => {
    return { bench: 'mock', subject, metric, value: Number(value.toFixed(2)), unit };
  };
  const rows = (subject: string, times: readonly number[], rss: number) => [
    row(subject, 'p50', quantile(times, 0.5), 'ms'),
    row(subject, 'p99', quantile(times, 0.99), 'ms'),
    row(subject, 'rss', rss, 'MB'),
  ];
  return [
    ...rows('list', first!.list, first!.listRss),
    ...rows('access', first!.access, first!.accessRss),
    ...rows(
      'start',
      trials.map((trial) => trial.start),
      quantile(
        trials.map((trial) => trial.startRss),
        0.5,
      ),
    ),
  ];
}

async function inOwnProcess(whole: boolean): Promise<Trial> {
  const words = ['--conditions=tessera-source', fileURLToPath(import.meta.url)];
  if (whole) words.push('whole');
  const { stdout } = await promisify(execFile)(process.execPath, words);
  return JSON.parse(stdout) as Trial;
}

async function trial(whole: boolean): Promise<Trial> {
  const world = createWorld(seedNamed('large'));
  const server = createServer(world);
  const token = await issueAccessToken(world, 'user_admin_acme', place);
  const headers = { Authorization: `Bearer ${token}` };
  const timeOf = async (path: string) => {
    const begin = performance.now();
    const answer = await server.fetch(new Request(`${world.issuer}/api/v1${path}`, { headers }));
    await answer.text();
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}.`);
    return performance.now() - begin;
  };
  const timesOf = async (path: (round: number) => string) => {
    const times: number[] = [];
    for (let round = -warmUp; round < (whole ? rounds : -warmUp); round += 1) {
      const time = await timeOf(path(round + warmUp));
      if (round >= 0) times.push(time);
    }
    return times;
  };

  const words = searchesOf([...world.users.values()].map((user) => user.name));
  const members = `/organizations/${place}/members?status=active&sort=name&limit=25&search=`;
  await timeOf(members);
  const start = performance.now();
  const startRss = rss();
  const list = await timesOf((round) => members + encodeURIComponent(words[round]!));
  const listRss = rss();
  const access = await timesOf(() => '/me');
  return { start, startRss, list, listRss, access, accessRss: rss() };
}

/** Parts of people's names as somebody types them, none of them twice. */
function searchesOf(names: readonly string[]): string[] {
  const parts = names.flatMap((name) => name.split(/[ -]/));
  const lengths = [3, 4, 5, 6, 2, 7];
  const searches = new Set<string>();
  for (let number = 0; searches.size < rounds + warmUp; number += 1) {
    const part = parts[(number * 7919) % parts.length]!.slice(0, lengths[number % lengths.length]);
    searches.add(number % 5 === 0 ? `${part} ${parts[number % parts.length]!.slice(0, 3)}` : part);
  }
  return [...searches];
}

function rss(): number {
  return process.memoryUsage().rss / 1e6;
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await trial(process.argv.includes('whole'))));
}
