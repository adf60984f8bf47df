#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { openHouse } from './house.ts';
import { keepInFile } from './kept/file.ts';
import { serve } from './node.ts';
import { seedNames } from './seeds/index.ts';

const usage = `Usage: tessera-mock [--port 4400] [--seed default] [--random 1] [--file world.json] [--allow-production]
Seeds: ${seedNames.join(', ')}`;

/** Starts the server that the arguments describe, and says where it stands. */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env['PORT'] ?? '4400' },
      seed: { type: 'string', default: 'default' },
      random: { type: 'string', default: '1' },
      file: { type: 'string' },
      'allow-production': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const production = process.env['NODE_ENV'] === 'production';
  if (production && !values['allow-production']) {
    throw new Error('This is no server for production. Start it anyway with --allow-production.');
  }
  const port = numberOf('port', values.port, 1, 65_535);
  const random = numberOf('random', values.random, 0, 2 ** 32 - 1);
  const issuer = `http://localhost:${port}`;
  const house = openHouse({ name: values.seed, random }, { issuer });
  if (values.file !== undefined) await keepInFile(house, values.file);
  await serve(house, { port, loginPages: loginDirectory(), control: !production });
  console.log(`Tessera mock server (never for production): ${issuer}`);
  console.log(`Seed ${house.scenario.name}. People sign in with the password Tessera-demo-1!`);
  if (!production) console.log(`Scenarios, clock and faults: ${issuer}/dev/`);
  const { world } = house;
  for (const userId of world.passwords.keys()) {
    const user = world.users.get(userId);
    if (user) console.log(`  ${user.email}`);
  }
}

function numberOf(flag: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new Error(`--${flag} takes a number from ${least} to ${most}, not "${text}".`);
}

function loginDirectory(): string {
  return fileURLToPath(new URL('../../packages/login/dist/pages', import.meta.url));
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message.split('\n')[0] : String(error));
  process.exitCode = 1;
});
