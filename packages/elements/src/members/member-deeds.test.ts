import type { Member } from '@tesserakit/contract';
import { seeds, withManyMembers } from '@tesserakit/mock-server';
import { aTimeout, expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../context/provider.js';
import { held, refusal, signIn, type SignIn } from '../../trial/backend.js';
import { nextEvent, show, textOf, until } from '../../trial/page.js';
import { withAdministrator, withHostileNames } from '../../trial/seeds.js';
import './member-table.js';

/** What is heard: marks that keep a name apart are not. */
const heard = (place: Element | null | undefined) => textOf(place).replace(/[\u2068\u2069]/g, '');

const isBulk = (request: Request) => new URL(request.url).pathname.endsWith('/members/bulk');
const many = withManyMembers(seeds.default, 'org_acme', 500);

describe('tessera-member-table, changing members', () => {
  async function setup(
    signedIn: SignIn = {},
    prepare: (backend: ReturnType<typeof signIn>) => void = () => {},
    content = html`<tessera-member-table></tessera-member-table>`,
    language = 'en',
  ) {
    const backend = signIn({ as: 'user_admin_acme', ...signedIn });
    prepare(backend);
    const provider = await show(backend, content, language);
    const table = provider.querySelector('tessera-member-table')!;
    const root = table.shadowRoot!;
    const one = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
    const rows = () => [...root.querySelectorAll<HTMLElement>('[part="row"]')];
    const row = (name: string) => rows().find((row) => textOf(row).includes(name));
    const buttons = (words: string) =>
      [...root.querySelectorAll<HTMLElement>('button, [role="menuitem"]')].filter((button) =>
        textOf(button).startsWith(words),
      );
    await until(() => rows().length > 0, 'rows');
    const press = async (words: string, within = '') => {
      const button = await until(
        () => buttons(words).find((button) => !within || button.closest(within)),
        `a button ${words}`,
      );
      button.click();
    };
    return {
      backend,
      provider,
      table,
      root,
      one,
      rows,
      row,
      press,
      buttons,
      status: (name: string) => textOf(row(name)?.querySelector('[data-column="status"]')),
      box: (name: string) => row(name)!.querySelector<HTMLInputElement>('.pick input')!,
      openMenu: async (name: string) => {
        row(name)!.querySelector<HTMLElement>('.more button')!.click();
        return until(() => one('.menu:popover-open'), 'an open menu');
      },
      select: async (...names: string[]) => {
        for (const name of names) row(name)!.querySelector<HTMLElement>('.pick input')!.click();
        await until(() => one('.selection'), 'a bar for those selected');
      },
      focused: () => textOf(root.activeElement),
      said: () => heard(one('[role="status"]')),
      memberships: () => [...(backend.world.members.get('org_acme')?.values() ?? [])],
    };
  }

  it('suspends a member from the menu, tells the host, and takes it back', async () => {
    const { table, openMenu, press, one, status, said } = await setup();
    const before = nextEvent(table, 'tessera-before-member-suspend');
    const fact = nextEvent(table, 'tessera-member-suspended');
    await openMenu('Tomás Ribeiro');
    await press('Suspend', '.menu');
    expect((await before).userIds).to.deep.equal(['user_agent_acme']);
    expect((await fact).organizationId).to.equal('org_acme');
    await until(() => status('Tomás Ribeiro') === 'Suspended', 'the new status');
    expect(said()).to.equal('Tomás Ribeiro is suspended.');
    await expect(one('.outcome')!).to.be.accessible();
    await press('Undo');
    await until(() => status('Tomás Ribeiro') === 'Active', 'the former status');
    expect(said()).to.equal('Tomás Ribeiro is active again.');
  }).timeout(15_000);

  it('lets the host stop it', async () => {
    const { table, backend, openMenu, press, status } = await setup();
    table.addEventListener('tessera-before-member-suspend', (event) => event.preventDefault());
    await openMenu('Tomás Ribeiro');
    const asked = backend.asked.length;
    await press('Suspend', '.menu');
    await aTimeout(0);
    expect(status('Tomás Ribeiro')).to.equal('Active');
    expect(backend.asked.length).to.equal(asked);
  });

  it('is used with the keyboard alone, and says why the last administrator cannot be suspended', async () => {
    const { row, one, focused, root, status } = await setup();
    row('Ingrid Solheim')!.querySelector<HTMLElement>('.more button')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => one('.menu:popover-open'), 'an open menu');
    await until(() => focused().startsWith('Suspend'), 'the focus on the first entry');
    const item = root.activeElement!;
    expect(item.getAttribute('aria-disabled')).to.equal('true');
    expect(textOf(item)).to.match(/^Suspend .{10}/);
    await expect(one('.menu')!).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    expect(status('Ingrid Solheim')).to.equal('Active');
    await sendKeys({ press: 'ArrowUp' });
    expect(focused()).to.match(/^Remove/);
    await sendKeys({ press: 'Escape' });
    await until(() => !one('.menu:popover-open'), 'a closed menu');
    expect(root.activeElement?.getAttribute('aria-label')).to.equal('Actions for Ingrid Solheim');
  });

  it('asks by name before it removes somebody, and stays open with the reason when refused', async () => {
    let broken = true;
    const { openMenu, press, one, row } = await setup({}, (backend) => {
      backend.answer = (request, pass) =>
        broken && request.method === 'DELETE' ? refusal(503, 'server_error') : pass();
    });
    await openMenu('Kwame Mensah');
    await press('Remove', '.menu');
    const dialog = await until(() => one<HTMLDialogElement>('dialog[open]'), 'a question');
    expect(heard(dialog)).to.contain('Remove Kwame Mensah?');
    await expect(dialog).to.be.accessible();
    await press('Remove', 'footer');
    await until(() => textOf(one('dialog [role="alert"]')), 'the reason');
    expect(dialog.open).to.equal(true);
    broken = false;
    await press('Remove', 'footer');
    await until(() => !row('Kwame Mensah'), 'one row less');
    expect(one('dialog[open]')).to.equal(null);
  });

  it('picks a range with Shift, and gives the toolbar back when the selection is cleared', async () => {
    const { table, box, select, one, root } = await setup();
    await select('Ingrid Solheim');
    box('Pavel Dvořák').dispatchEvent(
      new MouseEvent('click', { shiftKey: true, bubbles: true, cancelable: true }),
    );
    await until(() => textOf(one('.selection strong')) === '4 selected', 'four');
    expect(one('.toolbar')!.hidden).to.equal(true);
    await expect(table).to.be.accessible();
    root.querySelector<HTMLElement>('.selection [aria-label="Clear selection"]')!.click();
    await until(() => !one('.selection'), 'no bar');
    expect(one('.toolbar')!.hidden).to.equal(false);
  }).timeout(15_000);

  it('suspends 500 with three refusals among them, tries those again, and takes all back', async () => {
    const planted = new Set(['user_org_acme_7', 'user_org_acme_250', 'user_org_acme_499']);
    let broken = true;
    const { table, press, one, said, memberships, root } = await setup(
      { seed: many },
      (backend) => {
        backend.answer = async (request, pass) => {
          if (!broken || !isBulk(request)) return pass();
          const { userIds, ...rest } = (await request.clone().json()) as { userIds: string[] };
          const spared = userIds.filter((userId) => !planted.has(userId));
          const body = JSON.stringify({ ...rest, userIds: spared });
          const response = await pass(new Request(request, { body }));
          const { results } = (await response.json()) as { results: { userId: string }[] };
          const resultOf = new Map(results.map((result) => [result.userId, result]));
          return Response.json({
            results: userIds.map(
              (userId) =>
                resultOf.get(userId) ?? { userId, outcome: 'refused', code: 'server_error' },
            ),
          });
        };
      },
    );
    const suspended = () => memberships().filter(({ status }) => status === 'suspended').length;
    const before = suspended();
    root.querySelector<HTMLElement>('th.pick input')!.click();
    await press('Select all 506 matching');
    await until(() => textOf(one('.selection strong')) === '506 selected', 'all');
    await press('Suspend');
    await until(() => one('dialog[open]'), 'a question');
    expect(textOf(one('dialog'))).to.contain('Suspend 506 members?');
    await expect(one('dialog')!).to.be.accessible();
    const facts: string[] = [];
    table.addEventListener('tessera-member-suspended', ({ userIds }) => facts.push(...userIds));
    await press('Suspend 506 members');
    await until(() => one('.outcome'), 'an outcome');
    expect(said()).to.match(/members suspended\. \d+ were refused\.$/);
    expect(textOf(one('.results'))).to.contain('The server');
    expect(facts.length).to.be.greaterThan(400);
    expect(facts).not.to.include('user_org_acme_7');
    await expect(one('.outcome')!).to.be.accessible();
    broken = false;
    await press('Try ');
    await until(() => one('.outcome'), 'another outcome');
    await press('Undo');
    await until(() => /as before\./.test(said()), 'all as before');
    expect(before).to.be.greaterThan(0);
    expect(suspended()).to.equal(before);
  }).timeout(15_000);

  it('gives a role of an application to all that match but for those left out, and takes it back', async () => {
    const bodies: string[] = [];
    const asked = () => bodies.join();
    const { press, one, root, rows, backend, said } = await setup({ seed: many }, (backend) => {
      backend.answer = async (request, pass) => {
        if (request.method !== 'GET') bodies.push(request.url, await request.clone().text());
        return pass();
      };
    });
    const grants = () =>
      [...(backend.world.grants.get('org_acme')?.values() ?? [])]
        .flat()
        .map(({ userId, roles }) => `${userId} ${roles.map(({ roleId }) => roleId).join()}`)
        .toSorted();
    const before = grants();
    root.querySelector<HTMLElement>('th.pick input')!.click();
    await press('Select all 506 matching');
    const left = rows().find((row) => textOf(row).includes('person.'))!;
    const address = textOf(left.querySelector('.email'));
    const userId = address.replace('person.', 'user_org_acme_').replace('@acme.example', '');
    const ofLeft = () => grants().filter((grant) => grant.startsWith(`${userId} `));
    const leftBefore = ofLeft();
    left.querySelector<HTMLElement>('.pick input')!.click();
    await until(() => textOf(one('.selection strong')) === '505 selected', 'all but one');
    await press('Grant application');
    const choice = await until(() => one<HTMLSelectElement>('dialog[open] select'), 'a choice');
    await press('Grant to 505 members');
    await until(() => textOf(one('dialog [role="alert"]')), 'what is missing');
    const option = [...choice.options].find(({ disabled, value }) => value && !disabled)!;
    choice.value = option.value;
    choice.dispatchEvent(new Event('change'));
    await press('Grant to 505 members');
    await until(() => one('.outcome'), 'an outcome');
    expect(said()).to.contain('members have the access.');
    expect(grants()).not.to.deep.equal(before);
    expect(ofLeft()).to.deep.equal(leftBefore);
    expect(asked()).not.to.include(`"${userId}"`);
    await press('Undo');
    await until(() => said().includes('as before.'), 'all as before');
    expect(grants()).to.deep.equal(before);
  }).timeout(15_000);

  it('gives an organization role beside those that members have', async () => {
    const { select, press, one, memberships, said } = await setup();
    await select('Tomás Ribeiro', 'Noor Haddad');
    await press('Give role');
    const choice = await until(
      () =>
        (one<HTMLSelectElement>('dialog[open] select')?.options.length ?? 0) > 1 &&
        one<HTMLSelectElement>('dialog select'),
      'roles to choose from',
    );
    choice.value = 'organizationCreator';
    choice.dispatchEvent(new Event('change'));
    await press('Give role to 2 members');
    await until(() => said().startsWith('2 members have the role.'), 'the outcome');
    const rolesOf = (userId: string) =>
      memberships().find((member) => member.userId === userId)?.organizationRoleIds;
    expect(rolesOf('user_agent_acme')).to.include('organizationCreator');
    await press('Undo');
    await until(() => said().includes('as before.'), 'the former roles');
    expect(rolesOf('user_agent_acme')).to.deep.equal(['organizationMember']);
  });

  it('keeps those selected to whom nothing was done, and goes on when asked', async () => {
    let broken = true;
    const { select, press, one, said, status } = await setup({}, (backend) => {
      backend.answer = (request, pass) =>
        broken && isBulk(request) ? refusal(400, 'forbidden') : pass();
    });
    await select('Tomás Ribeiro', 'Noor Haddad');
    await press('Suspend');
    await press('Suspend 2 members');
    await until(() => textOf(one('.outcome [role="alert"]')), 'the reason');
    expect(textOf(one('.selection strong'))).to.equal('2 selected');
    broken = false;
    await press('Go on with 2');
    await until(() => said().startsWith('2 members suspended.'), 'the outcome');
    await until(() => status('Noor Haddad') === 'Suspended', 'the new status');
    expect(one('.selection')).to.equal(null);
  });

  it('forgets the selection, and what is under way, when another organization is in view', async () => {
    const answer = held();
    const seed = withAdministrator(seeds.default, 'user_both', 'org_acme');
    const { provider, select, press, one, rows } = await setup(
      { as: 'user_both', seed },
      (backend) => {
        backend.answer = async (request, pass) => {
          if (isBulk(request)) await answer.promise;
          return pass();
        };
      },
    );
    await select('Tomás Ribeiro');
    await press('Suspend');
    await press('Suspend 1 member');
    await until(() => one('progress'), 'the progress');
    await provider.switchTo('org_borealis');
    await until(() => !one('.selection') && rows().length > 0, 'the other organization');
    answer.release();
    await aTimeout(20);
    expect(one('.outcome')).to.equal(null);
    expect(one('.toolbar')!.hidden).to.equal(false);
  });

  it('shows nothing that changes members to those who only look, or what the backend cannot do', async () => {
    const looking = await setup(
      {},
      () => {},
      html`<tessera-member-table view-only></tessera-member-table>`,
    );
    expect(looking.one('.pick, .more')).to.equal(null);
    const lesser = await setup({}, ({ client }) => {
      const { capabilities } = client;
      Object.assign(client, {
        capabilities: async (...asked: Parameters<typeof capabilities>) => {
          const can = await capabilities(...asked);
          const { search, sorts, filters, total, pageLimit } = can.members;
          return { ...can, access: {}, members: { search, sorts, filters, total, pageLimit } };
        },
      });
    });
    expect(lesser.one('.pick, .more')).to.equal(null);
  });

  it('writes the rows and columns that are seen into a file', async () => {
    const files: File[] = [];
    const { one, root } = await setup(
      {},
      () => {},
      html`<tessera-member-table
        .columns=${['status', { name: 'seat', title: 'Seat', cell: (member: Member) => `=${member.userId}` }]}
        .download=${(file: File) => files.push(file)}
      ></tessera-member-table>`,
    );
    expect(textOf(one('[part="row"] [data-column="seat"]'))).to.equal('=user_admin_acme');
    root.querySelector<HTMLElement>('[aria-label="Export as CSV"]')!.click();
    await until(() => files.length > 0, 'a file');
    const [head, , , , last] = (await files[0]!.text()).split('\r\n');
    expect(head).to.equal('Name,Email,Status,Seat');
    expect(last).to.match(/^Pavel Dvořák,[^,]+,Suspended,"'=user_/);
  });

  it('shows and hides columns as a person chooses, and keeps the view in the address', async () => {
    let address = new URLSearchParams('tab=people&members.status=suspended');
    const router = {
      read: () => address,
      write: (parameters: URLSearchParams) => (address = parameters),
    };
    const { rows, one, root } = await setup(
      {},
      () => {},
      html`<tessera-member-table view-in-url .router=${router}></tessera-member-table>`,
    );
    await until(() => rows().length === 1, 'only who is suspended');
    one('.columns')!.click();
    await until(() => one('#columns:popover-open'), 'the choice of columns');
    const label = [...root.querySelectorAll('#columns label')].find(
      (label) => textOf(label) === 'Department',
    );
    (label as HTMLElement).click();
    await until(() => one('th[data-column="department"]'), 'the column');
    expect(address.get('members.columns')).to.contain('department');
    expect(address.get('tab')).to.equal('people');
  });

  it('goes back and forth with the address', async () => {
    let address = new URLSearchParams('members.search=ingrid');
    let went = () => {};
    const router = {
      read: () => address,
      write: (parameters: URLSearchParams) => (address = parameters),
      follow: (tell: () => void) => {
        went = tell;
        return () => (went = () => {});
      },
    };
    const { rows, one, table } = await setup(
      {},
      () => {},
      html`<tessera-member-table view-in-url .router=${router}></tessera-member-table>`,
    );
    const onlyShows = (name: string) =>
      until(() => rows().length === 1 && textOf(rows()[0]).includes(name), `only ${name}`);
    await onlyShows('Ingrid');
    address = new URLSearchParams('members.search=noor');
    went();
    await onlyShows('Noor');
    expect(one<HTMLInputElement>('.search input')!.value).to.equal('noor');
    table.remove();
    address = new URLSearchParams('members.search=pavel');
    went();
    expect(one<HTMLInputElement>('.search input')!.value).to.equal('noor');
  });

  it('speaks of those whose names try to break the page as of others', async () => {
    const title = document.title;
    const seed = withHostileNames(seeds.default, 'user_admin_acme', 'org_acme');
    const { rows, one, press, root } = await setup({ seed });
    const row = rows().find((row) => textOf(row).includes('<img src=x'))!;
    row.querySelector<HTMLElement>('.more button')!.click();
    await press('Remove', '.menu');
    const dialog = await until(() => one<HTMLDialogElement>('dialog[open]'), 'a question');
    expect(textOf(dialog.querySelector('h2'))).to.match(/^Remove \u2068<img .{50,60}\u2069\?$/);
    expect(root.querySelector('dialog img, dialog script, bdi *')).to.equal(null);
    expect(dialog.scrollWidth).to.equal(dialog.clientWidth);
    expect(document.title).to.equal(title);
  });

  it('opens a member for a host that listens', async () => {
    const { table, press } = await setup(
      {},
      () => {},
      html`<tessera-member-table openable></tessera-member-table>`,
    );
    const opened = nextEvent(table, 'tessera-member-opened');
    await press('Noor Haddad');
    expect((await opened).userId).to.equal('user_both');
  });

  it('does all of it in Arabic, too', async () => {
    const { table, select, one, openMenu } = await setup(
      {},
      () => {},
      html`<tessera-member-table></tessera-member-table>`,
      'ar',
    );
    await until(() => textOf(one('th[data-column]')) === 'الاسم', 'Arabic words');
    await openMenu('Noor Haddad');
    expect(textOf(one('.menu'))).to.contain('إزالة');
    await select('Tomás Ribeiro');
    expect(textOf(one('.selection'))).to.contain('إيقاف');
    expect(getComputedStyle(table).direction).to.equal('rtl');
    await expect(one('.selection')!).to.be.accessible();
  });
});
