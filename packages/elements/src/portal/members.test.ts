import { seeds } from '@tesserakit/mock-server';
import { expect, html } from '@open-wc/testing';
import '../context/provider.js';
import { ownPaths } from '../data/router.js';
import { held, signIn } from '../../trial/backend.js';
import { show, textOf, until } from '../../trial/page.js';
import { withAdministrator } from '../../trial/seeds.js';
import './org-portal.js';

describe('the members in a portal', function () {
  // Each screen is loaded when it is looked at for the first time.
  this.timeout(10_000);

  async function setup(start: string) {
    const seed = withAdministrator(seeds.default, 'user_both', 'org_acme');
    const backend = signIn({ as: 'user_both', seed, organizationId: 'org_acme' });
    const router = ownPaths(start);
    const provider = await show(
      backend,
      html`<tessera-org-portal .router=${router}></tessera-org-portal>`,
    );
    const root = provider.querySelector('tessera-org-portal')!.shadowRoot!;
    const table = () => root.querySelector('tessera-member-table')?.shadowRoot;
    const one = <T extends HTMLElement>(selector: string) => table()?.querySelector<T>(selector);
    const rows = () => [...(table()?.querySelectorAll<HTMLElement>('[part="row"]') ?? [])];
    const row = (name: string) => rows().find((one) => textOf(one).includes(name));
    return {
      backend,
      provider,
      router,
      one,
      row,
      only: (name: string) => until(() => rows().length === 1 && row(name), `only ${name}`),
      all: () => until(() => rows().length > 1, 'everybody'),
      async go(name: string) {
        const links = () => [...root.querySelectorAll<HTMLElement>('nav a.to')];
        (await until(() => links().find((link) => textOf(link) === name), name)).click();
        await until(() => textOf(root.querySelector('h1')) === name, `the screen ${name}`);
      },
      press: async (words: string) => {
        const buttons = () => [...(table()?.querySelectorAll<HTMLElement>('button') ?? [])];
        const is = (button: HTMLElement) => textOf(button).startsWith(words);
        (await until(() => buttons().find(is), `a button ${words}`)).click();
      },
    };
  }

  it('are as many as the address says each time that somebody goes there', async () => {
    const { only, all, go, one, router } = await setup('members?members.search=noor');
    await only('Noor');
    await go('Members');
    await all();
    expect(one<HTMLInputElement>('.search input')!.value).to.equal('');
    expect(router.read().toString()).to.equal('');
  });

  it('have what became of those that were changed when somebody looked elsewhere', async () => {
    const { all, row, go, press, one, backend } = await setup('members');
    await all();
    const answer = held();
    let isAsked = false;
    backend.answer = async (request, pass) => {
      if (request.method === 'GET') return pass();
      isAsked = true;
      await answer.promise;
      return pass();
    };
    for (const name of ['Tomás', 'Noor']) {
      const box = () => row(name)?.querySelector<HTMLElement>('.pick input');
      (await until(box, `the box of ${name}`)).click();
    }
    await press('Suspend');
    await until(() => one('dialog[open]'), 'a question');
    await press('Suspend 2 members');
    await until(() => isAsked, 'the deed');
    await go('Settings');
    answer.release();
    await go('Members');
    await until(
      () => textOf(one('.outcome')).includes('1 member suspended. 1 was refused.'),
      'the outcome',
    );
  });
});
