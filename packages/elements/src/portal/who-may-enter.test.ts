import { seeds } from '@tesserakit/mock-server';
import { expect, html } from '@open-wc/testing';
import '../context/provider.js';
import { ownPaths } from '../data/router.js';
import { held, signIn, type Backend } from '../../trial/backend.js';
import { show, textOf, until } from '../../trial/page.js';
import { withAdministrator } from '../../trial/seeds.js';
import './org-portal.js';

describe('who may enter an application', function () {
  // Each screen is loaded when it is looked at for the first time.
  this.timeout(10_000);

  async function setup(answer?: Backend['answer']) {
    const backend = signIn({
      as: 'user_both',
      seed: withAdministrator(seeds.default, 'user_both', 'org_acme'),
      organizationId: 'org_acme',
    });
    if (answer) backend.answer = answer;
    const provider = await show(
      backend,
      html`<tessera-org-portal
        .router=${ownPaths('applications/app_flights')}
      ></tessera-org-portal>`,
    );
    const root = provider.querySelector('tessera-org-portal')!.shadowRoot!;
    const people = () => [...root.querySelectorAll<HTMLElement>('.person')];
    const field = () => root.querySelector<HTMLInputElement>('.people input');
    const link = (path: string) =>
      until(() => root.querySelector<HTMLElement>(`.screen a[data-path="${path}"]`), path);
    return {
      backend,
      provider,
      root,
      people,
      field,
      isThere: (name: string) => people().some((one) => textOf(one).includes(name)),
      said: () => textOf(root.querySelector('.people [role="status"]')),
      more: () => root.querySelector<HTMLElement>('.people button'),
      async search(text: string) {
        const input = await until(field, 'the field');
        input.value = text;
        input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      },
      async go(application: string) {
        root.querySelector<HTMLElement>('nav a[data-path="applications"]')?.click();
        (await link(`applications/${application}`)).click();
        await until(field, 'the field');
      },
    };
  }

  it('is looked up anew for another application, and in another organization', async () => {
    const { provider, people, field, isThere, search, go } = await setup();
    await until(() => isThere('Tomás'), 'the people');
    await search('kwame');
    await until(() => people().length === 1 && isThere('Kwame'), 'Kwame alone');
    await go('app_ledger');
    expect(field()!.value).to.equal('');
    await until(() => isThere('Tomás'), 'everybody');
    // What was typed this moment does not arrive elsewhere, either.
    await search('kwame');
    await provider.switchTo('org_borealis');
    await go('app_flights');
    expect(field()!.value).to.equal('');
    await until(() => isThere('admin@borealis.example'), 'everybody of Borealis');
  });

  it('is found page by page where nobody can be searched for', async () => {
    const { people, more, field, root } = await setup(async (request, pass) => {
      const url = new URL(request.url);
      if (url.pathname.endsWith('/capabilities')) {
        const can = (await (await pass()).json()) as { members: object };
        return Response.json({ ...can, members: { ...can.members, search: false } });
      }
      if (url.searchParams.get('limit') !== '20') return pass();
      url.searchParams.set('limit', '4');
      return pass(new Request(url, request));
    });
    const button = await until(more, 'a button for more');
    expect([people().length, field(), textOf(button)]).to.deep.equal([4, null, 'Show more people']);
    button.focus();
    button.click();
    await until(() => people().length > 4 && !more(), 'the rest');
    expect(people().indexOf(root.activeElement as HTMLElement)).to.equal(4);
  });

  it('says that the people are on their way', async () => {
    const answer = held();
    const { said, isThere } = await setup(async (request, pass) => {
      if (request.url.includes('/members?')) await answer.promise;
      return pass();
    });
    await until(() => said() === 'Loading', 'what is on its way');
    answer.release();
    await until(() => isThere('Tomás') && said() === '', 'the people');
  });
});
