import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createServer, createWorld, issueAccessToken, seedNamed } from '@tesserakit/mock-server';
import { listen } from '@tesserakit/mock-server/node';
import type { Browser, Page } from 'playwright-core';
import { start } from '../examples/start.ts';
import { bundle, gz } from './weight.ts';

/** Bytes until a person can use it, and bytes of what may come later. */
export interface FirstUse {
  readonly gz: number;
  readonly lazyGz: number;
}

interface Subject {
  readonly elements: readonly string[];
  /** Modules of the kit that are loaded as a whole. */
  readonly kept?: readonly string[];
  /** What stands in the tag of each of them. */
  readonly attributes?: string;
  /** Who looks at it; somebody of Borealis otherwise. */
  readonly person?: Person;
  /** Does what a person does first, and ends when it is there. */
  use(page: Page): Promise<void>;
}

const openSwitcher = async (page: Page) => {
  await page.getByRole('button', { name: /Borealis/ }).click();
  await page.getByRole('option', { name: /Acme Travel/ }).waitFor();
};
const seeMembers = (page: Page) =>
  page.getByRole('row').filter({ hasText: 'admin@borealis.example' }).waitFor();

const administrator = {
  userId: 'user_admin_acme',
  organizationId: 'org_acme',
  clientId: 'client_flights',
};

/** What is measured on a page with a provider over a real client. */
export const subjects = {
  /** What elements stand on: client, provider, and what every one that shows data shares with the others. */
  core: {
    elements: [],
    kept: [
      'data/context-controller',
      'data/deed',
      'data/pages',
      'data/resource',
      'text/text-controller',
      'theme/avatar',
      'theme/controls',
      'theme/dialog',
      'theme/notice',
    ],
    use: async (page) => {
      await page.waitForFunction(() => 'kept' in globalThis);
    },
  },
  'org-switcher': { elements: ['org-switcher'], use: openSwitcher },
  'org-profile': {
    elements: ['org-profile'],
    person: administrator,
    use: (page) => page.getByLabel('Slug').waitFor(),
  },
  'org-create': {
    elements: ['org-create'],
    person: administrator,
    use: (page) => page.getByLabel('Slug').waitFor(),
  },
  'org-tree': {
    elements: ['org-tree'],
    person: administrator,
    use: (page) => page.getByRole('row').filter({ hasText: 'Acme North' }).waitFor(),
  },
  /** The portal itself, on none of its screens: those are elements of their own. */
  'org-portal': {
    elements: ['org-portal'],
    attributes: 'base="/none/"',
    person: administrator,
    use: async (page) => {
      await page.getByRole('button', { name: /Acme Travel/ }).waitFor();
      await page.getByRole('link', { name: 'Members' }).waitFor();
    },
  },
  'org-portal-overview': {
    elements: ['org-portal'],
    person: administrator,
    use: (page) => page.getByRole('link', { name: /1 invitation/ }).waitFor(),
  },
  'member-table': { elements: ['member-table'], use: seeMembers },
  'member-detail': {
    elements: ['member-detail'],
    attributes: 'user-id="user_agent_acme"',
    person: administrator,
    use: (page) => page.getByRole('button', { name: 'Suspend' }).waitFor(),
  },
  'app-access-matrix': {
    elements: ['app-access-matrix'],
    person: administrator,
    use: (page) => page.getByRole('gridcell').first().waitFor(),
  },
  'access-explainer': {
    elements: ['access-explainer'],
    attributes: 'user-id="user_agent_acme" application-id="app_flights"',
    person: administrator,
    use: (page) => page.getByRole('heading', { name: /may enter/ }).waitFor(),
  },
  'app-launcher': {
    elements: ['app-launcher'],
    person: administrator,
    use: (page) => page.getByRole('link', { name: /Flights/ }).waitFor(),
  },
  'application-list': {
    elements: ['application-list'],
    person: administrator,
    use: (page) => page.getByRole('listitem').filter({ hasText: 'Ledger' }).waitFor(),
  },
  'role-editor': {
    elements: ['role-editor'],
    attributes: 'application-id="app_flights"',
    person: administrator,
    use: (page) => page.getByRole('checkbox').first().waitFor(),
  },
  'role-assigner': {
    elements: ['role-assigner'],
    attributes: 'user-id="user_agent_acme"',
    person: administrator,
    use: (page) => page.getByRole('checkbox').first().waitFor(),
  },
  'invite-dialog': {
    elements: ['invite-dialog'],
    attributes: 'open',
    person: administrator,
    use: async (page) => {
      await page.getByRole('textbox').first().fill('ada@newcorp.example');
      await page.getByRole('checkbox').first().waitFor();
    },
  },
  'invitation-table': {
    elements: ['invitation-table'],
    person: administrator,
    use: (page) => page.getByRole('row').filter({ hasText: 'invited@newcorp.example' }).waitFor(),
  },
  kit: {
    elements: ['org-switcher', 'member-table'],
    use: async (page) => {
      await seeMembers(page);
      await openSwitcher(page);
    },
  },
} satisfies Readonly<Record<string, Subject>>;

interface Person {
  readonly userId: string;
  readonly organizationId: string;
  readonly clientId: string;
}

const someone: Person = {
  userId: 'user_both',
  organizationId: 'org_borealis',
  clientId: 'client_flights',
};

function sourceOf(module: string): string {
  return JSON.stringify(
    fileURLToPath(new URL(`../packages/elements/src/${module}.ts`, import.meta.url)),
  );
}

/** The scripts that a page with these elements loads until they can be used. */
export async function firstUse(
  browser: Browser,
  { elements, kept = [], attributes = '', person = someone, use }: Subject,
): Promise<FirstUse> {
  const world = createWorld(seedNamed('default'));
  const { userId, organizationId, clientId } = person;
  const token = await issueAccessToken(world, userId, organizationId, clientId);
  const { files, demo } = await bundle(`
    import { createClient } from '@tesserakit/client';
    import '@tesserakit/elements/provider.js';
    ${kept.map((file, at) => `import * as kept${at} from ${sourceOf(file)};`).join('\n')}
    globalThis.kept = [${kept.map((_, at) => `kept${at}`).join(', ')}];
    ${elements.map((name) => `import '@tesserakit/elements/${name}.js';`).join('\n')}
    document.querySelector('tessera-provider').client = createClient({
      baseUrl: location.origin + '/api/v1',
      getToken: async () => document.body.dataset.token,
      identity: () => 'person',
    });`);
  const tags = elements.map((name) => `<tessera-${name} ${attributes}></tessera-${name}>`).join('');
  const html = `<!doctype html><html lang="en"><title>First use</title>
    <body data-token="${token}">
    <tessera-provider organization-id="${organizationId}">${tags}</tessera-provider>
    <script type="module" src="/entry.js"></script>`;
  const directory = createServer(world);
  const server = await listen(
    async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/') return answer(html, 'text/html');
      const script = files.get(pathname.slice(1));
      return script === undefined ? directory.fetch(request) : answer(script, 'text/javascript');
    },
    { port: 0 },
  );
  try {
    const loaded = await scriptsUntil(browser, `http://localhost:${server.port}/`, use);
    const late = [...files].filter(([file]) => !loaded.has(file) && !demo.has(file));
    return {
      gz: total(loaded.values()),
      lazyGz: total(late.map(([, code]) => code)),
    };
  } finally {
    await server.close();
  }
}

/** The scripts of the hosted sign-in, as built, until a person can type their address. */
export async function loginFirstStep(browser: Browser): Promise<FirstUse> {
  const pages = fileURLToPath(new URL('../packages/login/dist/pages', import.meta.url));
  const { issuer, application, close } = await start({
    mockPort: 0,
    applicationPort: 0,
    built: true,
  });
  const request = new URLSearchParams({
    response_type: 'code',
    client_id: someone.clientId,
    redirect_uri: `${application}/callback`,
    scope: 'openid',
    state: 'state',
    nonce: 'nonce',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  });
  try {
    const loaded = await scriptsUntil(browser, `${issuer}/authorize?${request}`, async (page) => {
      await page.waitForLoadState('networkidle');
      await page.getByLabel('Email').fill('both@acme.example');
    });
    const names = await readdir(pages, { recursive: true });
    const late = names.filter((name) => name.endsWith('.js') && !loaded.has(name));
    const contents = await Promise.all(late.map((name) => readFile(`${pages}/${name}`)));
    return { gz: total(loaded.values()), lazyGz: total(contents) };
  } finally {
    await close();
  }
}

async function scriptsUntil(
  browser: Browser,
  address: string,
  use: (page: Page) => Promise<void>,
): Promise<Map<string, Uint8Array>> {
  const page = await browser.newPage();
  const scripts: Promise<[string, Uint8Array]>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    const file = new URL(response.url()).pathname.replace(/^\/(login\/)?/, '');
    scripts.push(response.body().then((body) => [file, body]));
  });
  try {
    await page.goto(address);
    await use(page);
    return new Map(await Promise.all(scripts));
  } finally {
    await page.close();
  }
}

function answer(body: string, type: string): Response {
  return new Response(body, { headers: { 'Content-Type': type } });
}

function total(contents: Iterable<string | Uint8Array>): number {
  return [...contents].reduce((sum, content) => sum + gz(content), 0);
}
