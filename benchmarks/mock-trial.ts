import { fileURLToPath } from 'node:url';
import { createServer, createWorld, issueAccessToken } from '@tesserakit/mock-server';
import { large } from '../mock-server/src/seeds/large.ts';
import { searchesOf } from './figures.ts';
import { askOverPort, type PortFigures } from './port.ts';

const rounds = 300;
const warmUp = 30;
const memberships = 1_000_000;
const place = 'org_acme';
/** As many searches as people who come back to what they looked for may share. */
const repeatedSearches = 40;

/** What one process found out: times in milliseconds, memory in MB. */
export interface Trial {
  /** From the start of the process to its first list. */
  readonly start: Measured;
  readonly whole?: WholeTrial;
}

export interface Measured {
  readonly times: readonly number[];
  /** When they had been taken. */
  readonly rss: number;
}

export interface WholeTrial {
  readonly list: Measured;
  readonly access: Measured;
  readonly write: Measured;
  readonly listAfterWrite: Measured;
  readonly port: PortFigures;
  readonly portWithNewWords: PortFigures;
}

async function trial(whole: boolean): Promise<Trial> {
  const world = createWorld(large({ memberships }));
  const server = createServer(world);
  const token = await issueAccessToken(world, 'user_admin_acme', place);
  const headers = { Authorization: `Bearer ${token}` };
  const timeOf = async (path: string, init: RequestInit = {}) => {
    const begin = performance.now();
    const request = new Request(`${world.issuer}/api/v1${path}`, {
      ...init,
      headers: { ...headers, 'Content-Type': 'application/json' },
    });
    const answer = await server.fetch(request);
    await answer.text();
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}.`);
    return performance.now() - begin;
  };
  const all = `/organizations/${place}/members`;
  const firstPage = `${all}?status=active&sort=name&limit=25&search=`;
  await timeOf(firstPage);
  const start = { times: [performance.now()], rss: rss() };
  if (!whole) return { start };

  const names = [...world.users.values()].map((user) => user.name);
  const searches = searchesOf(names, 2 * (rounds + warmUp)).map(
    (search) => firstPage + encodeURIComponent(search),
  );
  const nextSearch = () => searches.pop()!;
  const list = await repeat(() => timeOf(nextSearch()));
  const access = await repeat(() => timeOf('/me'));
  const written: number[] = [];
  let number = 0;
  const listAfterWrite = await repeat(async () => {
    number += 1;
    const body = JSON.stringify({ title: `Title ${number}` });
    written.push(await timeOf(`${all}/user_acme_${number * 251}`, { method: 'PATCH', body }));
    return timeOf(nextSearch());
  });
  const write = { times: written.slice(warmUp), rss: listAfterWrite.rss };

  const pathsOf = (words: readonly string[]) =>
    words.map((word) => `/api/v1${firstPage}${encodeURIComponent(word)}`);
  const port = await askOverPort(world, pathsOf(searchesOf(names, repeatedSearches)), headers);
  const portWithNewWords = await askOverPort(world, pathsOf(searchesOf(names, rounds)), headers);
  return { start, whole: { list, access, write, listAfterWrite, port, portWithNewWords } };
}

async function repeat(task: () => Promise<number>): Promise<Measured> {
  const times: number[] = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    const time = await task();
    if (round >= 0) times.push(time);
  }
  return { times, rss: rss() };
}

function rss(): number {
  return process.memoryUsage().rss / 1e6;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await trial(process.argv.includes('whole'))));
}
