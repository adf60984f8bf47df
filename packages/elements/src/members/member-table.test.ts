import type { Member } from '@tesserakit/contract';
import { seeds, withManyMembers } from '@tesserakit/mock-server';
import { expect, html, nextFrame } from '@open-wc/testing';
import '../context/provider.js';
import { held, refusal, signIn, type SignIn } from '../../trial/backend.js';
import { show, textOf, until } from '../../trial/page.js';
import { hostileNames, withAdministrator, withHostileNames } from '../../trial/seeds.js';
import './member-table.js';

const everyone = [
  'Ingrid Solheim',
  'Kwame Mensah',
  'Noor Haddad',
  'Pavel Dvořák',
  'Tomás Ribeiro',
  // Who has not joined is known by the address alone, and stands last.
  'invited@newcorp.example',
];

const isList = (request: Request) => new URL(request.url).pathname.endsWith('/members');

describe('tessera-member-table', () => {
  async function setup(
    signedIn: SignIn = {},
    prepare: (backend: ReturnType<typeof signIn>) => void = () => {},
    language = 'en',
  ) {
    const backend = signIn({ as: 'user_admin_acme', ...signedIn });
    prepare(backend);
    const provider = await show(
      backend,
      html`<tessera-member-table></tessera-member-table>`,
      language,
    );
    const table = provider.querySelector('tessera-member-table')!;
    const root = table.shadowRoot!;
    const one = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
    const rows = () => [...root.querySelectorAll<HTMLElement>('[part="row"]')];
    const names = () => rows().map((row) => textOf(row.querySelector('.name')));
    return {
      backend,
      provider,
      table,
      root,
      one,
      rows,
      names,
      row: (name: string) => rows().find((row) => textOf(row).includes(name)),
      cell: (row: Element | undefined, column: string) =>
        textOf(row?.querySelector(`[data-column="${column}"]`)),
      notice: () => textOf(one('.notice')),
      press: (words: string) =>
        [...root.querySelectorAll('button')].find((button) => textOf(button) === words)?.click(),
      shows: (wanted: readonly string[]) =>
        until(
          () => names().join() === wanted.join(),
          `rows ${wanted.join()}, not ${names().join()}`,
        ),
      search: async (words: string) => {
        const field = await until(() => one<HTMLInputElement>('.search input'), 'a search field');
        field.value = words;
        field.dispatchEvent(new InputEvent('input'));
      },
      choose: async (label: string, option: string) => {
        const choice = await until(
          () => one<HTMLSelectElement>(`select[aria-label="${label}"]`),
          `a filter ${label}`,
        );
        const found = await until(
          () =>
            [...choice.options].find(
              ({ textContent }) => textOf({ textContent } as Element) === option,
            ),
          `an option ${option}`,
        );
        choice.value = found.value;
        choice.dispatchEvent(new Event('change'));
      },
      sortBy: async (column: string) => {
        const header = await until(
          () => one(`th[data-column="${column}"] button`),
          'a sort button',
        );
        header.click();
      },
    };
  }

  it('shows an administrator who is in the organization, with status, role and applications', async () => {
    const { shows, row, cell, table } = await setup();
    await shows(everyone);
    const agent = row('Tomás Ribeiro');
    expect(textOf(agent)).to.contain('agent@acme.example');
    expect(cell(agent, 'status')).to.equal('Active');
    expect(cell(agent, 'organizationRoles')).to.equal('Member');
    expect(cell(agent, 'access')).to.equal('Flights · Booking agent');
    expect(cell(row('invited@newcorp.example'), 'lastSignInAt')).to.equal('Never');
    expect(cell(row('invited@newcorp.example'), 'access')).to.equal('No access');
    await expect(table).to.be.accessible();
  });

  it('tells a screen reader how many there are, once they have come', async () => {
    const { shows, one, root } = await setup();
    expect(textOf(one('[role="status"]'))).to.equal('');
    await shows(everyone);
    expect(textOf(one('[role="status"]'))).to.equal('6 members');
    expect(textOf(one('caption'))).to.equal('6 members');
    expect(root.querySelector('table')?.getAttribute('aria-rowcount')).to.equal('7');
    expect(root.querySelector('table')?.getAttribute('aria-busy')).to.equal('false');
  });

  it('finds people by name or address, with one question for a word typed in one go', async () => {
    const { backend, shows, search } = await setup();
    await shows(everyone);
    for (const typed of ['n', 'no', 'noo', 'noor']) await search(typed);
    await shows(['Noor Haddad']);
    const searches = backend.asked.map((url) => url.searchParams.get('search')).filter(Boolean);
    expect(searches).to.deep.equal(['noor']);
    await search('AGENT@');
    await shows(['Tomás Ribeiro']);
  });

  it('filters by status and by the role in the organization or an application', async () => {
    const { shows, choose } = await setup();
    await choose('Status', 'Suspended');
    await shows(['Pavel Dvořák']);
    await choose('Status', 'Any status');
    await choose('Role', 'Creator');
    await shows(['Kwame Mensah']);
    await choose('Role', 'Booking agent');
    await shows(['Tomás Ribeiro']);
  });

  it('sorts by a column, and the other way round when asked again', async () => {
    const { shows, sortBy, one } = await setup();
    const order = () => one('th[data-column="name"]')?.getAttribute('aria-sort');
    await shows(everyone);
    await until(() => order() === 'ascending', 'a sorted column');
    await sortBy('name');
    await shows([...everyone.slice(0, -1).toReversed(), ...everyone.slice(-1)]);
    expect(order()).to.equal('descending');
    await sortBy('status');
    await until(() => order() === 'none', 'another sorted column');
    expect(one('th[data-column="status"]')?.getAttribute('aria-sort')).to.equal('ascending');
    expect(one('th[data-column="access"]')?.hasAttribute('aria-sort')).to.equal(false);
  });

  it('keeps ten thousand members at a few rows, and loads more while a person scrolls', async () => {
    const seed = withManyMembers(seeds.default, 'org_acme', 10_000);
    const { one, rows, root } = await setup({ seed });
    await until(() => rows().length > 0, 'rows');
    expect(root.querySelector('table')?.getAttribute('aria-rowcount')).to.equal('10007');
    const viewport = one('.viewport')!;
    const lastIndex = () => Number(rows().at(-1)?.getAttribute('aria-rowindex'));
    for (const index of [30, 60, 110]) {
      viewport.scrollTop = viewport.scrollHeight;
      await until(() => lastIndex() > index, `row ${index}`);
      expect(rows().length).to.be.lessThan(50);
    }
    expect(Number(rows()[0]?.getAttribute('aria-rowindex'))).to.be.greaterThan(2);
    const indexes = rows().map((row) => Number(row.getAttribute('aria-rowindex')));
    expect(indexes).to.deep.equal(indexes.toSorted((a, b) => a - b));
  });

  it('comes to rest with larger text, however the rows turn out', async () => {
    document.documentElement.style.fontSize = '24px';
    try {
      const { table, rows } = await setup({
        seed: withManyMembers(seeds.default, 'org_acme', 600),
      });
      await until(() => rows().length > 5, 'rows');
      table.style.width = '1000px';
      for (const top of [400, 1200, 90]) {
        table.shadowRoot!.querySelector('.viewport')!.scrollTop = top;
        await nextFrame();
      }
      let draws = 0;
      const observer = new MutationObserver(() => draws++);
      observer.observe(table.shadowRoot!, { subtree: true, childList: true, attributes: true });
      await nextFrame();
      await nextFrame();
      observer.disconnect();
      expect(draws).to.be.lessThan(5);
    } finally {
      document.documentElement.style.removeProperty('font-size');
    }
  });

  it('shows the shape of the table while the members are on their way', async () => {
    const answer = held();
    const { shows, table, root, one } = await setup({}, (backend) => {
      backend.answer = async (request, pass) => {
        if (isList(request)) await answer.promise;
        return pass();
      };
    });
    await until(() => table.matches(':state(loading)'), 'the state loading');
    expect(root.querySelectorAll('tr.skeleton').length).to.be.greaterThan(0);
    expect(root.querySelector('table')?.getAttribute('aria-busy')).to.equal('true');
    expect(one('.notice')).to.equal(null);
    await expect(table).to.be.accessible();
    answer.release();
    await shows(everyone);
    expect(table.matches(':state(loading)')).to.equal(false);
  });

  it('says what belongs here when there is nobody', async () => {
    const { notice, one, table } = await setup({}, (backend) => {
      backend.answer = (request, pass) =>
        isList(request) ? Response.json({ items: [], nextCursor: null, total: 0 }) : pass();
    });
    await until(() => one('.notice'), 'a notice');
    expect(notice()).to.contain('No members yet');
    await expect(table).to.be.accessible();
  });

  it('offers to clear the search when nobody matches', async () => {
    const { shows, search, choose, notice, press, one } = await setup();
    await choose('Status', 'Suspended');
    await search('nobody of that name');
    await until(() => notice().includes('No member matches'), 'a notice');
    press('Clear search and filters');
    await shows(everyone);
    expect(one<HTMLSelectElement>('select[aria-label="Status"]')?.value).to.equal('');
    expect(one<HTMLInputElement>('.search input')?.value).to.equal('');
  });

  it('says what went wrong and what to quote, and tries again when asked', async () => {
    let broken = true;
    const { shows, notice, press, one, table } = await setup({}, (backend) => {
      backend.answer = (request, pass) =>
        broken && isList(request) ? refusal(500, 'server_error') : pass();
    });
    const alert = await until(() => one('[role="alert"]'), 'an alert');
    expect(textOf(alert)).to.contain('Members could not be loaded');
    expect(notice()).to.contain('Nothing was changed.');
    expect(notice()).to.contain('request_7');
    await expect(table).to.be.accessible();
    broken = false;
    press('Try again');
    await shows(everyone);
  });

  it('tells a person without the permission why, and shows no field to search', async () => {
    const { notice, one, table } = await setup({ as: 'user_agent_acme' });
    await until(() => one('.notice'), 'a notice');
    expect(notice()).to.contain('Only administrators see the members');
    expect(one('input')).to.equal(null);
    await expect(table).to.be.accessible();
  });

  it('keeps the rows when the next page fails, and gets it when asked again', async () => {
    let broken = true;
    const seed = withManyMembers(seeds.default, 'org_acme', 80);
    const { one, rows, root, press } = await setup({ seed }, (backend) => {
      backend.answer = (request, pass) =>
        broken && request.url.includes('cursor=') ? refusal(403, 'organization_suspended') : pass();
    });
    const viewport = await until(() => rows().length > 0 && one('.viewport'), 'rows');
    const atEnd = () => {
      viewport.scrollTop = viewport.scrollHeight;
      return textOf(root).includes('More members could not be loaded.');
    };
    await until(atEnd, 'the failure of the next page');
    expect(rows().length).to.be.greaterThan(3);
    broken = false;
    press('Try again');
    await until(() => {
      viewport.scrollTop = viewport.scrollHeight;
      return rows().at(-1)?.getAttribute('aria-rowindex') === '87';
    }, 'the last member');
  });

  it('T09: shows no row of the former organization while the data of the next is on its way', async () => {
    const answer = held();
    const seed = withAdministrator(seeds.default, 'user_both', 'org_acme');
    const { backend, provider, shows, rows, search, one } = await setup({ as: 'user_both', seed });
    await search('noor');
    await shows(['Noor Haddad']);
    backend.answer = async (request, pass) => {
      if (isList(request)) await answer.promise;
      return pass();
    };
    await provider.switchTo('org_borealis');
    await provider.querySelector('tessera-member-table')!.updateComplete;
    expect(rows().length).to.equal(0);
    answer.release();
    await shows(['Aino Korhonen', 'Noor Haddad']);
    expect(one<HTMLInputElement>('.search input')?.value).to.equal('');
  });

  it('shows names that try to break the page as the text they are', async () => {
    const title = document.title;
    const seed = withHostileNames(seeds.default, 'user_admin_acme', 'org_acme');
    const { names, root, rows } = await setup({ seed });
    await until(() => rows().length > 0, 'rows');
    expect(names()).to.include(textOf({ textContent: hostileNames[0] } as Element));
    expect(root.querySelectorAll('script, [onerror], bdi *, a').length).to.equal(0);
    expect(
      [...root.querySelectorAll('img')].every((image) => image.src.startsWith('http')),
    ).to.equal(true);
    expect(document.title).to.equal(title);
    const heights = new Set(rows().map((row) => row.getBoundingClientRect().height));
    expect(heights.size).to.equal(1);
  });

  it('shows what it does not know as it came, and an address where a name is missing', async () => {
    const strange = (member: Member) => ({
      ...member,
      ...(member.name === 'Pavel Dvořák' && { status: 'quarantined', lastSignInAt: 'some day' }),
      ...(member.status === 'pending' && { name: undefined, status: 'constructor' }),
    });
    const { row, cell, rows } = await setup({}, (backend) => {
      backend.answer = async (request, pass) => {
        const response = await pass();
        if (!isList(request)) return response;
        const page = (await response.json()) as { items: Member[] };
        return Response.json({ ...page, items: page.items.map(strange) });
      };
    });
    await until(() => rows().length > 0, 'rows');
    const pavel = row('Pavel Dvořák');
    expect(cell(pavel, 'status')).to.equal('quarantined');
    expect(cell(pavel, 'lastSignInAt')).to.equal('Unknown');
    const lena = row('invited@newcorp.example');
    expect(textOf(lena?.querySelector('.name'))).to.equal('invited@newcorp.example');
    expect(cell(lena, 'status')).to.equal('constructor');
  });

  it('passes over the late answer to a search that was typed away', async () => {
    const late = held();
    const { backend, shows, search, names } = await setup();
    await shows(everyone);
    backend.answer = async (request, pass) => {
      if (request.url.includes('search=pavel')) await late.promise;
      return pass();
    };
    await search('pavel');
    await until(
      () => backend.asked.some((url) => url.search.includes('pavel')),
      'the first search',
    );
    await search('noor');
    await shows(['Noor Haddad']);
    late.release();
    await late.promise;
    await search('noor h');
    await until(
      () => backend.asked.some((url) => url.search.includes('noor+h')),
      'the last search',
    );
    expect(names()).to.deep.equal(['Noor Haddad']);
  });

  it('speaks Arabic, from right to left', async () => {
    const { shows, one, table } = await setup({}, () => {}, 'ar');
    await shows(everyone);
    await until(() => textOf(one('th[data-column]')) === 'الاسم', 'Arabic words');
    expect(getComputedStyle(table).direction).to.equal('rtl');
    await expect(table).to.be.accessible();
  });
});
