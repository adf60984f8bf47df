import { seeds } from '@tesserakit/mock-server';
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../context/provider.js';
import { held, refusal, signIn, type SignIn } from '../../trial/backend.js';
import { nextEvent, show, textOf, until } from '../../trial/page.js';
import {
  hostileNames,
  withClosedDoors,
  withHostileNames,
  withOrganizations,
} from '../../trial/seeds.js';
import { cacheOf } from '../data/query.js';
import './org-picker.js';
import type { TesseraOrgPicker } from './org-picker.js';

const isList = (request: Request) => new URL(request.url).pathname.endsWith('/organizations');

function questionsTo(picker: TesseraOrgPicker) {
  const root = picker.shadowRoot!;
  const options = () => [...root.querySelectorAll<HTMLElement>('[role="option"]')];
  const one = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
  return {
    picker,
    root,
    one,
    options,
    names: () => options().map((option) => textOf(option.querySelector('.name'))),
    option: (name: string) => options().find((option) => textOf(option).includes(name)),
    active: () => textOf(one('[data-active] .name')),
    notice: () => textOf(one('.notice')),
    ready: () => until(() => options().length > 0, 'options'),
    type: async (words: string) => {
      const field = await until(() => one<HTMLInputElement>('input'), 'a search field');
      field.value = words;
      field.dispatchEvent(new InputEvent('input'));
    },
  };
}

/** What coming back to the tab does: asks for everything on the page again. */
const reload = (client: object) =>
  Promise.all(
    cacheOf(client)
      .getQueryCache()
      .getAll()
      .map((query) => query.fetch()),
  );

describe('tessera-org-picker', () => {
  async function setup(
    signedIn: SignIn = {},
    prepare: (backend: ReturnType<typeof signIn>) => void = () => {},
  ) {
    const backend = signIn({ as: 'user_both', ...signedIn });
    prepare(backend);
    const provider = await show(
      backend,
      html`<form><tessera-org-picker name="organization"></tessera-org-picker></form>`,
    );
    const form = provider.querySelector('form')!;
    return {
      backend,
      provider,
      form,
      ...questionsTo(provider.querySelector('tessera-org-picker')!),
    };
  }

  const many = withOrganizations(seeds.default, 'user_both', 60);

  it('lists where a person may work, with their roles, last used first', async () => {
    const { ready, names, option, options, picker, one } = await setup();
    await ready();
    expect(names()).to.deep.equal(['Borealis', 'Acme Travel']);
    expect(textOf(option('Borealis'))).to.match(/Administrator.+Approver/);
    expect(textOf(options()[0])).to.contain('Last used');
    expect(textOf(options()[1])).not.to.contain('Last used');
    expect(one('input')).to.equal(null);
    await expect(picker).to.be.accessible();
  });

  it('tells a screen reader how many there are', async () => {
    const { ready, one } = await setup();
    await ready();
    expect(textOf(one('[role="status"]'))).to.equal('2 organizations');
  });

  it('tells once which organization was chosen, and hands it to the form', async () => {
    const { ready, option, picker, form } = await setup();
    await ready();
    expect(new FormData(form).has('organization')).to.equal(false);
    setTimeout(() => option('Borealis')?.click());
    const chosen = await nextEvent(picker, 'tessera-organization-chosen');
    expect(chosen.organizationId).to.equal('org_borealis');
    await picker.updateComplete;
    expect(new FormData(form).get('organization')).to.equal('org_borealis');
    expect(option('Borealis')?.getAttribute('aria-selected')).to.equal('true');
    expect(option('Acme Travel')?.getAttribute('aria-selected')).to.equal('false');
  });

  it('lists where a person cannot enter, says why, and does not let them choose it', async () => {
    const seed = withClosedDoors(seeds.default, 'user_both');
    const { ready, option, picker } = await setup({ seed });
    await ready();
    expect(textOf(option('Dormant Ltd'))).to.contain('This organization is suspended.');
    expect(textOf(option('Cirrus Group'))).to.contain('This account has no access here.');
    expect(option('Dormant Ltd')?.getAttribute('aria-disabled')).to.equal('true');
    let chosen = 0;
    picker.addEventListener('tessera-organization-chosen', () => (chosen += 1));
    option('Dormant Ltd')?.click();
    expect(chosen).to.equal(0);
    expect(picker.value).to.equal(undefined);
    await expect(picker).to.be.accessible();
  });

  it('lets a person go through the list with the keys of a listbox', async () => {
    const { ready, picker, active, one } = await setup();
    await ready();
    picker.focus();
    await until(() => active() === 'Borealis', 'the first option');
    await sendKeys({ press: 'ArrowDown' });
    expect(active()).to.equal('Acme Travel');
    expect(one('[role="listbox"]')?.getAttribute('aria-activedescendant')).to.equal('option-1');
    await sendKeys({ press: 'Home' });
    expect(active()).to.equal('Borealis');
    await sendKeys({ press: 'a' });
    expect(active()).to.equal('Acme Travel');
    await sendKeys({ press: 'Enter' });
    expect(picker.value).to.equal('org_acme');
  });

  it('does not choose by key what cannot be entered', async () => {
    const seed = withClosedDoors(seeds.default, 'user_both');
    const { ready, picker, active } = await setup({ seed });
    await ready();
    picker.focus();
    await sendKeys({ press: 'd' });
    expect(active()).to.equal('Dormant Ltd');
    await sendKeys({ press: 'Enter' });
    expect(picker.value).to.equal(undefined);
  });

  it('lets a person search on the server when there are more than seven', async () => {
    const { backend, ready, type, names, picker, notice } = await setup({ seed: many });
    await ready();
    await type('bal');
    await type('baltic foods');
    await until(
      () => names().every((name) => /^Baltic Foods/.test(name)),
      'the organizations found',
    );
    const searches = backend.asked.map((url) => url.searchParams.get('search')).filter(Boolean);
    expect(searches).to.deep.equal(['baltic foods']);
    await expect(picker).to.be.accessible();
    await type('nothing of the kind');
    await until(() => notice().includes('Nothing found for “nothing of the kind”'), 'a notice');
    await expect(picker).to.be.accessible();
  });

  it('moves the active option from within the search field and chooses by Enter', async () => {
    const { ready, picker, one, active } = await setup({ seed: many });
    await ready();
    picker.focus();
    expect(picker.shadowRoot?.activeElement?.matches('input')).to.equal(true);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    expect(active()).to.equal('Acme Travel');
    expect(one('input')?.getAttribute('aria-activedescendant')).to.equal('option-1');
    await sendKeys({ press: 'Enter' });
    expect(picker.value).to.equal('org_acme');
  });

  it('chooses nothing by Enter while what was typed is not answered yet', async () => {
    const { type, ready, names, one, picker, backend } = await setup({ seed: many });
    await ready();
    await type('aurora');
    await until(() => names()[0]?.startsWith('Aurora'), 'what was found first');
    one('input')?.focus();
    const answer = held();
    backend.answer = async (request, pass) => {
      if (isList(request)) await answer.promise;
      return pass();
    };
    await type('kestrel');
    await sendKeys({ press: 'Enter' });
    await until(() => one('.list')?.ariaBusy === 'true', 'a question under way');
    await sendKeys({ press: 'Enter' });
    expect(picker.value).to.equal(undefined);
    answer.release();
    await until(() => names()[0]?.startsWith('Kestrel'), 'what was found next');
    await sendKeys({ press: 'Enter' });
    expect(picker.value).to.match(/^org_many_/);
  });

  it('keeps the search field and the focus in it when the search is cleared', async () => {
    const { type, ready, names, one, root } = await setup({ seed: many });
    await ready();
    await type('acme travel');
    await until(() => names().length === 1, 'the one that was found');
    const field = one<HTMLInputElement>('input');
    field?.focus();
    await type('');
    await until(() => names().length > 7, 'all of them');
    expect(one('input')).to.equal(field);
    expect(root.activeElement).to.equal(field);
  });

  it('keeps to the option the keyboard is at when others come before it', async () => {
    const { ready, names, active, picker, backend } = await setup();
    await ready();
    picker.focus();
    await sendKeys({ press: 'End' });
    await until(() => active() === 'Acme Travel', 'the second option');
    backend.answer = async (request, pass) => {
      const response = await pass();
      if (!isList(request)) return response;
      const page = (await response.json()) as { items: object[]; total: number };
      const newcomer = { ...page.items[0], organizationId: 'org_new', name: 'Aardvark' };
      return Response.json({ ...page, items: [newcomer, ...page.items], total: page.total + 1 });
    };
    await reload(backend.client);
    await until(() => names()[0] === 'Aardvark', 'the newcomer');
    expect(active()).to.equal('Acme Travel');
    await sendKeys({ press: 'Enter' });
    expect(picker.value).to.equal('org_acme');
  });

  it('is what a form expects of a field: reset, required, switched off', async () => {
    const { ready, option, picker, form } = await setup();
    await ready();
    picker.required = true;
    await picker.updateComplete;
    expect(form.checkValidity()).to.equal(false);
    const submitted: unknown[] = [];
    picker.addEventListener('tessera-organization-chosen', () =>
      submitted.push(new FormData(form).get('organization')),
    );
    option('Borealis')?.click();
    expect(submitted).to.deep.equal(['org_borealis']);
    await picker.updateComplete;
    expect(form.checkValidity()).to.equal(true);
    form.reset();
    expect(picker.value).to.equal(undefined);
    picker.disabled = true;
    option('Borealis')?.click();
    expect(picker.value).to.equal(undefined);
  });

  it('loads more as a person scrolls to the end', async () => {
    const { ready, options, one, backend } = await setup({ seed: many });
    await ready();
    expect(options()[0]?.getAttribute('aria-setsize')).to.equal('62');
    expect(
      backend.asked.filter(({ pathname }) => pathname.endsWith('/organizations')).length,
    ).to.equal(1);
    const list = one('.list')!;
    await until(() => {
      list.scrollTop = list.scrollHeight;
      return options().at(-1)?.getAttribute('aria-posinset') === '62';
    }, 'the last organization');
  });

  it('O23: draws a few of a hundred thousand, wherever a person is in the list', async () => {
    const total = 100_000;
    const choiceAt = (index: number) => ({
      organizationId: `org_${index}`,
      name: `Organization ${index}`,
      status: 'active',
      entry: true as const,
      roles: [],
    });
    const asked: number[] = [];
    const source = {
      search: async (_: string, cursor: string | undefined) => {
        const start = Number(cursor ?? 0);
        asked.push(start);
        const items = Array.from({ length: 1000 }, (_, index) => choiceAt(start + index));
        const end = start + 1000;
        return { items, nextCursor: end < total ? String(end) : null, total };
      },
    };
    const picker = await fixture<TesseraOrgPicker>(
      html`<tessera-org-picker .source=${source}></tessera-org-picker>`,
    );
    const { ready, options, one, names, active } = questionsTo(picker);
    await ready();
    const list = one('.list')!;
    let most = options().length;
    for (let page = 1; page <= 5; page += 1) {
      await until(() => {
        list.scrollTop = list.scrollHeight;
        most = Math.max(most, options().length);
        return asked.length > page;
      }, `page ${page}`);
    }
    expect(most).to.be.below(60);
    expect(options()[0]?.getAttribute('aria-setsize')).to.equal('100000');
    list.scrollTop = 0;
    await until(() => names()[0] === 'Organization 0', 'the first one');
    picker.focus();
    for (let times = 0; times < 12; times += 1) await sendKeys({ press: 'PageDown' });
    await until(() => active() === 'Organization 119', 'one far down');
    expect(one('input')?.getAttribute('aria-activedescendant')).to.equal('option-119');
    expect(one('#option-119')?.getAttribute('aria-posinset')).to.equal('120');
    expect(options().length).to.be.below(60);
  });

  it('says how to get one when a person has none', async () => {
    const { notice, one, picker } = await setup({}, (backend) => {
      backend.answer = (request, pass) =>
        isList(request) ? Response.json({ items: [], nextCursor: null, total: 0 }) : pass();
    });
    await until(() => one('.notice'), 'a notice');
    expect(notice()).to.contain('No organization yet');
    await expect(picker).to.be.accessible();
  });

  it('says what went wrong, and tries again when asked', async () => {
    let broken = true;
    const { one, notice, ready, picker } = await setup({}, (backend) => {
      backend.answer = (request, pass) =>
        broken && isList(request) ? refusal(403, 'organization_suspended') : pass();
    });
    await until(() => one('[role="alert"]'), 'an alert');
    expect(notice()).to.contain('This organization is suspended.');
    expect(notice()).to.contain('request_7');
    await expect(picker).to.be.accessible();
    broken = false;
    one('.notice button')?.click();
    await ready();
  });

  it('shows names that try to break the page as the text they are', async () => {
    const title = document.title;
    const seed = withHostileNames(seeds.default, 'user_both', 'org_acme');
    const { ready, names, root } = await setup({ seed });
    await ready();
    expect(names()).to.include(textOf({ textContent: hostileNames[0] } as Element));
    expect(root.querySelectorAll('script, img[onerror], bdi *').length).to.equal(0);
    expect(document.title).to.equal(title);
    const list = root.querySelector('.list')!;
    expect(list.scrollWidth).to.equal(list.clientWidth);
  });

  it('offers the personal account first, and hands it to the form as an empty value', async () => {
    const { picker, ready, names, form, option, active } = await setup();
    picker.personal = true;
    await ready();
    await until(() => names()[0] === 'Personal account', 'the personal account');
    expect(names()).to.deep.equal(['Personal account', 'Borealis', 'Acme Travel']);
    await until(() => textOf(option('Personal account')).includes('Noor Haddad'), 'who it is');
    expect(option('Borealis')?.getAttribute('aria-setsize')).to.equal('3');
    picker.focus();
    await sendKeys({ press: 'p' });
    expect(active()).to.equal('Personal account');
    const chosen = nextEvent(picker, 'tessera-organization-chosen');
    await sendKeys({ press: 'Enter' });
    expect((await chosen).organizationId).to.equal('');
    expect(new FormData(form).get('organization')).to.equal('');
    await expect(picker).to.be.accessible();
  });

  it('asks a source of its own where there is no token yet', async () => {
    const choice = {
      organizationId: 'org_1',
      name: 'Aurora Foods',
      status: 'active',
      entry: true as const,
      organizationRoles: [],
      roles: [],
    };
    const source = { search: async () => ({ items: [choice], nextCursor: null, total: 1 }) };
    const picker = await fixture<TesseraOrgPicker>(
      html`<tessera-org-picker .source=${source}></tessera-org-picker>`,
    );
    const { ready, names } = questionsTo(picker);
    await ready();
    expect(names()).to.deep.equal(['Aurora Foods']);
  });

  it('survives a source that breaks every promise', async () => {
    for (const fail of [
      () => {
        throw new Error('at once');
      },
      () => Promise.reject(new Error('later')),
      () => Promise.reject('a text'),
    ]) {
      const picker = await fixture<TesseraOrgPicker>(
        html`<tessera-org-picker .source=${{ search: fail }}></tessera-org-picker>`,
      );
      const { one, notice } = questionsTo(picker);
      await until(() => one('[role="alert"]'), 'an alert');
      expect(notice()).to.contain('The server sent an answer that cannot be read.');
    }
  });
});
