import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { toNodeHandler } from 'better-auth/node';
import { bearer, organization } from 'better-auth/plugins';

/** A person who is signed in. */
export interface Person {
  readonly userId: string;
  readonly email: string;
  readonly cookie: string;
  readonly token: string;
}

export interface RawMember {
  readonly id: string;
  readonly userId: string;
  readonly role: string;
}

/** A real better-auth server on a port of this machine. */
export interface RealServer {
  readonly baseUrl: string;
  /** What a page of the server's own origin would send. */
  headersOf(person: Person): Record<string, string>;
  signUp(name: string): Promise<Person>;
  /** Makes an organization whose owner the person is, and answers its id. */
  found(owner: Person, name: string): Promise<string>;
  /** Makes the person a member, as the host's own backend would. */
  join(organizationId: string, person: Person, role: string): Promise<void>;
  /** The members as the server itself lists them. */
  membersOf(person: Person, organizationId: string): Promise<readonly RawMember[]>;
  /** Whether the server does what is sent to its organization plugin. */
  post(person: Person, path: string, body: object): Promise<boolean>;
  activate(person: Person, organizationId: string): Promise<void>;
  /** What the session has as its active organization. */
  activeOrganization(person: Person): Promise<string | null | undefined>;
  /** Rows of the database itself. */
  rows(query: string, ...values: string[]): readonly Record<string, unknown>[];
  stop(): Promise<void>;
}

/**
 * Starts one with an empty database, or with the one of the file.
 *
 * @param trustedOrigins of pages that stand before it
 */
export async function startRealServer(
  file = ':memory:',
  trustedOrigins: string[] = [],
): Promise<RealServer> {
  const database = new DatabaseSync(file);
  const port = createServer();
  await new Promise<void>((resolve) => port.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(port.address() as AddressInfo).port}`;
  const auth = betterAuth({
    database,
    baseURL: origin,
    trustedOrigins,
    secret: 'a secret that protects nothing but a test',
    emailAndPassword: { enabled: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [organization(), bearer()],
  });
  await (await getMigrations(auth.options)).runMigrations();
  port.on('request', toNodeHandler(auth));

  const headersOf = ({ cookie }: Person) => ({ Cookie: cookie, Origin: origin });
  const asked = (person: Person) => new Headers(headersOf(person));
  return {
    headersOf,
    baseUrl: `${origin}/api/auth`,
    signUp: async (name) => {
      const email = `${name.toLowerCase().replace(/\W+/g, '.')}@mail.example`;
      const { headers, response } = await auth.api.signUpEmail({
        body: { name, email, password: 'a long enough password' },
        returnHeaders: true,
      });
      const cookie = headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ');
      const { user, token } = response;
      if (token === null) throw new Error('Signing up gave no session.');
      return { userId: user.id, email, cookie, token };
    },
    found: async (owner, name) => {
      const slug = name.toLowerCase().replace(/\W+/g, '-');
      const body = { name, slug, keepCurrentActiveOrganization: true };
      const made = await auth.api.createOrganization({ body, headers: asked(owner) });
      return made.id;
    },
    join: async (organizationId, { userId }, role) => {
      await auth.api.addMember({ body: { organizationId, userId, role: role as 'member' } });
    },
    membersOf: async (person, organizationId) => {
      const query = { organizationId };
      return (await auth.api.listMembers({ query, headers: asked(person) })).members;
    },
    post: async (person, path, body) => {
      const { ok } = await fetch(`${origin}/api/auth/organization/${path}`, {
        method: 'POST',
        headers: { ...headersOf(person), 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      return ok;
    },
    activate: async (person, organizationId) => {
      await auth.api.setActiveOrganization({ body: { organizationId }, headers: asked(person) });
    },
    activeOrganization: async (person) => {
      const answer = await auth.api.getSession({ headers: asked(person) });
      return answer?.session.activeOrganizationId;
    },
    rows: (query, ...values) => database.prepare(query).all(...values),
    stop: async () => {
      port.closeAllConnections();
      await new Promise((resolve) => port.close(resolve));
      database.close();
    },
  };
}
