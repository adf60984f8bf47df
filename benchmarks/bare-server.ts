import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** What is answered to requests for one path. */
export interface Recorded {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A process of its own with nothing but `node:http`, which answers with what was recorded. */
export async function startBareServer(
  recorded: readonly Recorded[],
): Promise<{ readonly port: number; stop(): void }> {
  const child = fork(fileURLToPath(import.meta.url), { serialization: 'advanced' });
  child.send(recorded);
  const [port] = (await once(child, 'message')) as [number];
  return {
    port,
    stop: () => {
      child.kill();
    },
  };
}

function serve(recorded: readonly Recorded[]): void {
  const answers = new Map(
    recorded.map(({ path, headers, body }) => [path, { headers, body: Buffer.from(body) }]),
  );
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '');
    if (answer) response.writeHead(200, answer.headers).end(answer.body);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.on('disconnect', () => process.exit());
  process.once('message', serve);
}
