/** `npm start`: the directory with its sign-in pages, and the example application, on two ports. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openHouse } from '@tesserakit/mock-server';
import { listen, serve } from '@tesserakit/mock-server/node';
import { buildExample, buildLoginPages } from '../build.ts';
import { customerApplication } from './customer-app/server.ts';
import type { ApplicationChoice } from './customer-app/src/configuration.ts';

export interface StartOptions {
  /** Port of the sign-in server; 0 for a free one. */
  readonly mockPort: number;
  /** Port of the example application; 0 for a free one. */
  readonly applicationPort: number;
  readonly seed?: string;
  /** Uses what was built before. */
  readonly built?: boolean;
}

export interface Started {
  readonly issuer: string;
  readonly application: string;
  /** Addresses of the people who can sign in. */
  readonly accounts: readonly string[];
  close(): Promise<void>;
}

const applications: readonly ApplicationChoice[] = [
  {
    key: 'flights',
    name: 'Flights',
    clientId: 'client_flights',
    purpose: 'Book and approve the journeys of your organization.',
  },
  {
    key: 'ledger',
    name: 'Ledger',
    clientId: 'client_ledger',
    purpose: 'The books of your organization.',
  },
  {
    key: 'rewards',
    name: 'Rewards',
    clientId: 'client_rewards',
    purpose: 'Points, for yourself or for your organization.',
  },
  {
    key: 'shop',
    name: 'Shop',
    clientId: 'client_shop',
    purpose: 'Luggage and more, for yourself.',
  },
];

/** @throws Error with a sentence for the person at the terminal, for a taken port or unknown seed. */
export async function start(options: StartOptions): Promise<Started> {
  // Asked before the pages are built: building them puts the process into production mode.
  const control = process.env['NODE_ENV'] !== 'production';
  const mockPort = options.mockPort || (await freePort());
  const applicationPort = options.applicationPort || (await freePort());
  const issuer = `http://localhost:${mockPort}`;
  const application = `http://localhost:${applicationPort}`;
  const house = openHouse(
    { name: options.seed ?? 'default' },
    { issuer, applicationOrigins: [application, `http://127.0.0.1:${applicationPort}`] },
  );
  if (!options.built) await Promise.all([buildLoginPages(), buildExample()]);
  const mock = await serve(house, {
    port: mockPort,
    control,
    flag: '--mock-port',
    loginPages: fileURLToPath(new URL('../packages/login/dist/pages', import.meta.url)),
  });
  const pages = fileURLToPath(new URL('customer-app/dist', import.meta.url));
  const own = await listen(customerApplication(pages, { issuer, applications }), {
    port: applicationPort,
    flag: '--port',
  }).catch(async (error: unknown) => {
    await mock.close();
    throw error;
  });
  return {
    issuer,
    application,
    accounts: [...house.world.passwords.keys()].flatMap(
      (userId) => house.world.users.get(userId)?.email ?? [],
    ),
    close: async () => {
      await Promise.all([mock.close(), own.close()]);
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

function portOf(flag: string, text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new Error(`${flag} takes a port from 0 to 65535, not "${text}".`);
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env['PORT'] ?? '4300' },
      'mock-port': { type: 'string', default: process.env['MOCK_PORT'] ?? '4400' },
      seed: { type: 'string', default: 'default' },
    },
  });
  const { issuer, application, accounts } = await start({
    applicationPort: portOf('--port', values.port),
    mockPort: portOf('--mock-port', values['mock-port']),
    seed: values.seed,
  });
  const shown = accounts.slice(0, 16);
  const width = Math.max(...shown.map((email) => email.length)) + 3;
  console.log(`
  Application       ${application}
  Portal            ${application}/portal/
  Sign-in server    ${issuer}

  Every password is Tessera-demo-1!

${shown.map((email) => `  ${email.padEnd(width)}${notes[email] ?? ''}`.trimEnd()).join('\n')}
${accounts.length > shown.length ? `  and ${accounts.length - shown.length} more\n` : ''}`);
}

const notes: Record<string, string> = {
  'both@acme.example': 'two organizations: is asked for which one they act',
  'admin@acme.example': 'administers Acme Travel',
  'agent@acme.example': 'one organization: is not asked; has no access to ?app=ledger',
  'admin@borealis.example': 'administers Borealis',
  'admin@cirrus.example': 'administers Cirrus Group',
  'user@cirrus.example': 'signs in at the provider of Cirrus Group for ?app=ledger',
  'creator@acme.example': 'may create managed organizations; has no application',
  'suspended@acme.example': 'membership suspended',
  'user@dormant.example': 'organization suspended',
  'shopper@mail.example': 'no organization, for ?app=shop',
  'platform@tessera.example': 'platform administrator',
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message.split('\n')[0] : String(error));
    process.exitCode = 1;
  });
}
