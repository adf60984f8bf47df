import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DirectoryClient } from '@tesserakit/client';
import { createBetterAuthClient } from '../index.ts';
import { startRealServer, type Person, type RealServer } from './real-server.ts';

/** People who signed up once, in a database that each test opens a copy of. */
export interface Town {
  readonly owner: Person;
  readonly admin: Person;
  readonly plain: Person;
  readonly colleague: Person;
  readonly stranger: Person;
  /** Of the owner, with all but the stranger. */
  readonly organizationId: string;
  readonly strangersOrganizationId: string;
  open(): Promise<OpenTown>;
  end(): Promise<void>;
}

export interface OpenTown {
  readonly server: RealServer;
  clientOf(person: Person): DirectoryClient;
}

export async function settleTown(): Promise<Town> {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-better-auth-'));
  const settled = join(folder, 'settled.sqlite');
  const server = await startRealServer(settled);
  const owner = await server.signUp('Olga Owner');
  const admin = await server.signUp('Ann Admin');
  const plain = await server.signUp('Pia Plain');
  const colleague = await server.signUp('Carl Colleague');
  const stranger = await server.signUp('Stella Stranger');
  const organizationId = await server.found(owner, 'Acme Travel');
  await server.found(owner, 'Borealis');
  const strangersOrganizationId = await server.found(stranger, 'Cirrus Group');
  await server.join(organizationId, admin, 'member,admin');
  await server.join(organizationId, plain, 'member');
  await server.join(organizationId, colleague, 'member');
  await server.stop();
  return {
    owner,
    admin,
    plain,
    colleague,
    stranger,
    organizationId,
    strangersOrganizationId,
    open: async () => {
      const copy = join(folder, `${crypto.randomUUID()}.sqlite`);
      await copyFile(settled, copy);
      const server = await startRealServer(copy);
      return { server, clientOf: (person) => clientOn(server, person) };
    },
    end: () => rm(folder, { recursive: true, force: true }),
  };
}

function clientOn(server: RealServer, person: Person): DirectoryClient {
  return createBetterAuthClient({
    baseUrl: server.baseUrl,
    identity: () => `${server.baseUrl} ${person.userId}`,
    getHeaders: async () => server.headersOf(person),
    invitationLink: (invitationId) => `https://app.example/join/${invitationId}`,
  });
}
