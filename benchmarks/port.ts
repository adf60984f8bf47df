import type { World } from '@tesserakit/mock-server';
import { serve } from '@tesserakit/mock-server/node';
import { startBareServer, type Recorded } from './bare-server.ts';
import { quantile } from './figures.ts';
import { startLoader } from './load.ts';

const rounds = 7;
const milliseconds = 1000;
const connections = 8;

/** Answers per second of the mock server, and of a bare `node:http` server with the same answers. */
export interface PortFigures {
  readonly rps: number;
  /** The median of the rounds, in each of which both were asked one after the other. */
  readonly ratio: number;
}

/**
 * How many requests for these paths a world answers behind a port, one after the other over each of
 * eight connections. The bare server sends the very same bodies and headers out of a table.
 */
export async function askOverPort(
  world: World,
  paths: readonly string[],
  headers: Readonly<Record<string, string>>,
): Promise<PortFigures> {
  const server = await serve(world, { port: 0 });
  const bare = await startBareServer(await record(server.port, paths, headers));
  const loader = startLoader();
  const load = { paths, headers, connections, milliseconds };
  const rates: number[] = [];
  const ratios: number[] = [];
  try {
    for (let round = -1; round < rounds; round += 1) {
      const bareRate = await loader.rateOf({ ...load, port: bare.port });
      const rate = await loader.rateOf({ ...load, port: server.port });
      if (round < 0) continue;
      rates.push(rate);
      ratios.push(rate / bareRate);
    }
  } finally {
    loader.stop();
    bare.stop();
    await server.close();
  }
  return { rps: quantile(rates, 0.5), ratio: quantile(ratios, 0.5) };
}

/** Headers that a Node server adds by itself. */
const own = ['connection', 'date', 'keep-alive'];

async function record(
  port: number,
  paths: readonly string[],
  headers: Readonly<Record<string, string>>,
): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  for (const path of paths) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}.`);
    const sent = [...answer.headers].filter(([name]) => !own.includes(name));
    recorded.push({ path, headers: Object.fromEntries(sent), body: await answer.text() });
  }
  return recorded;
}
