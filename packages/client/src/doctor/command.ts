#!/usr/bin/env node
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { DirectoryClient } from '../directory.ts';
import { examine } from './examination.ts';
import { table } from './finding.ts';

const usage = `Usage: tessera doctor --client ./my-client.js --organization <id>

The module's default export is a DirectoryClient, or a function that makes one. It is only read from.
Ends with 1 where something is broken.`;

/** What a module of the person at the terminal exports. */
interface ClientModule {
  readonly default?: DirectoryClient | (() => DirectoryClient | Promise<DirectoryClient>);
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      client: { type: 'string' },
      organization: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { client, organization, help } = values;
  if (help) {
    console.log(usage);
    return;
  }
  if (positionals.join() !== 'doctor' || client === undefined || organization === undefined) {
    throw new Error(usage);
  }
  const findings = await examine(await clientFrom(client), organization);
  console.log(table(findings));
  if (findings.some(({ verdict }) => verdict === 'broken')) process.exitCode = 1;
}

async function clientFrom(file: string): Promise<DirectoryClient> {
  const module = (await import(pathToFileURL(resolve(file)).href)) as ClientModule;
  const made = typeof module.default === 'function' ? await module.default() : module.default;
  if (typeof made?.capabilities !== 'function') {
    throw new Error(`${file} has no DirectoryClient as its default export.`);
  }
  return made;
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
