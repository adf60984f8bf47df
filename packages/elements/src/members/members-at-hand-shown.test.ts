import type { Member } from '@tesserakit/contract';
import { expect, fixture, html } from '@open-wc/testing';
import { textOf, until } from '../../trial/page.js';
import './member-table.js';

const firstNames = ['Ada', 'Noor', 'Zoë', 'Kwame'];

const members = (count: number): Member[] =>
  Array.from({ length: count }, (_, row) => ({
    userId: `user_${row}`,
    organizationId: 'org_acme',
    email: `person.${row}@acme.example`,
    name: `${firstNames[row % firstNames.length]} ${row}`,
    status: row % 10 === 9 ? 'suspended' : 'active',
    organizationRoles: [{ roleId: 'org_member', name: 'Member' }],
    access: [],
    actions: {},
  }));

describe('tessera-member-table with members at hand', () => {
  async function setup(of: number | readonly Member[]) {
    const shown = typeof of === 'number' ? members(of) : of;
    const table = await fixture<HTMLElementTagNameMap['tessera-member-table']>(
      html`<tessera-member-table .members=${shown}></tessera-member-table>`,
    );
    const root = table.shadowRoot!;
    const names = () => [...root.querySelectorAll('.rows .name')].map((name) => textOf(name));
    return {
      table,
      root,
      names,
      rows: () => [...root.querySelectorAll('[part="row"]')],
      first: (name: string) => until(() => names()[0] === name, `${name} as the first`),
      search: (word: string) => {
        const field = root.querySelector<HTMLInputElement>('.search input')!;
        field.value = word;
        field.dispatchEvent(new InputEvent('input'));
      },
      sortBy: (column: string) =>
        root.querySelector<HTMLElement>(`th[data-column="${column}"] button`)!.click(),
    };
  }

  it('shows them at once and in the order given, without any backend', async () => {
    const { table, root, names } = await setup(10_000);
    expect(names().slice(0, 3)).to.deep.equal(['Ada 0', 'Noor 1', 'Zoë 2']);
    expect(textOf(root.querySelector('.count'))).to.equal('10,000 members');
    expect(root.querySelector('table')?.getAttribute('aria-rowcount')).to.equal('10001');
    expect(root.querySelector('th[aria-sort="ascending"]')).to.equal(null);
    await expect(table).to.be.accessible();
  });

  it('searches as one types, filters and sorts them itself', async () => {
    const { root, first, search, sortBy } = await setup(2000);
    search('noor');
    await first('Noor 1');
    expect(textOf(root.querySelector('[role="status"]'))).to.equal('500 members');
    const status = root.querySelector<HTMLSelectElement>('select[aria-label="Status"]')!;
    status.value = 'suspended';
    status.dispatchEvent(new Event('change'));
    await first('Noor 9');
    search('');
    sortBy('name');
    await first('Kwame 1019');
    sortBy('name');
    await first('Noor 989');
    expect(root.querySelector('th[aria-sort="descending"]')?.textContent).to.contain('Name');
  });

  it('has as many nodes for a hundred thousand as for a thousand', async () => {
    const nodesOf = async (count: number) => {
      const { root } = await setup(new Array<Member>(count).fill(members(1)[0]!));
      return root.querySelectorAll('*').length;
    };
    expect(await nodesOf(100_000)).to.equal(await nodesOf(1000));
  });

  it('reaches the last of a million', async () => {
    const [someone, last] = members(2);
    const million = new Array<Member>(1_000_000).fill(someone!);
    million[999_999] = last!;
    const { root, rows } = await setup(million);
    const viewport = root.querySelector('.viewport')!;
    viewport.scrollTop = viewport.scrollHeight;
    await until(() => textOf(rows().at(-1)).includes('Noor 1'), 'the last member');
    expect(rows().at(-1)?.getAttribute('aria-rowindex')).to.equal('1000001');
    expect(rows().length).to.be.lessThan(40);
  });
});
