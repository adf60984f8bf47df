import { seeds, type Seed } from '@tesserakit/mock-server';
import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../context/provider.js';
import { held, refusal, signIn, type SignIn } from '../../trial/backend.js';
import { nextEvent, show, textOf, until } from '../../trial/page.js';
import { hostileNames, withBranches } from '../../trial/seeds.js';
import './org-tree.js';

describe('tessera-org-tree', () => {
  async function setup(signedIn: SignIn = {}, language = 'en') {
    const backend = signIn({ as: 'user_admin_acme', organizationId: 'org_acme', ...signedIn });
    const provider = await show(backend, html`<tessera-org-tree></tessera-org-tree>`, language);
    const tree = provider.querySelector('tessera-org-tree')!;
    const root = tree.shadowRoot!;
    const one = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
    const rows = () => [...root.querySelectorAll<HTMLElement>('[part="row"]')];
    const row = (name: string) => rows().find((row) => textOf(row.querySelector('.name')) === name);
    const item = (words: RegExp) =>
      [...root.querySelectorAll<HTMLElement>('[role="menuitem"]')].find((one) =>
        words.test(textOf(one)),
      );
    const focused = () =>
      textOf((root.activeElement as HTMLElement | null)?.querySelector('.name'));
    const shown = (name: string) => until(() => row(name), name);
    return {
      backend,
      provider,
      tree,
      root,
      one,
      rows,
      row,
      item,
      focused,
      shown,
      names: () => rows().map((row) => textOf(row.querySelector('.name'))),
      said: () => textOf(one('[role="status"].hidden')),
      expand: async (name: string) => {
        (await shown(name)).querySelector<HTMLElement>('.twist')?.click();
        await tree.updateComplete;
      },
      menu: async (name: string, words: RegExp) => {
        (await shown(name)).querySelector<HTMLElement>('.more button')?.click();
        const found = await until(() => item(words), String(words));
        found.click();
        await tree.updateComplete;
      },
      confirm: async () => {
        (await until(() => one('dialog[open] .sure'), 'the question')).click();
        await tree.updateComplete;
      },
      search: async (words: string) => {
        const field = await until(() => one<HTMLInputElement>('input[type="search"]'), 'a search');
        field.value = words;
        field.dispatchEvent(new InputEvent('input'));
      },
      organization: (id: string) => backend.world.organizations.get(id)!,
    };
  }

  it('shows what is right below, with what each may hand out, and asks for the rest when looked at', async () => {
    const { shown, row, names, expand, backend, tree } = await setup();
    const north = await shown('Acme North');
    expect(names()).to.deep.equal(['Acme Travel', 'Acme North']);
    expect(textOf(north)).to.contain('Flights: Front office');
    expect(textOf(north)).to.contain('1 below');
    expect(north.getAttribute('aria-level')).to.equal('2');
    expect(north.getAttribute('aria-expanded')).to.equal('false');
    await expect(tree).to.be.accessible();
    const asks = () =>
      backend.asked.filter(({ pathname }) => pathname.endsWith('north/managed-organizations'));
    expect(asks().length).to.equal(0);
    await expand('Acme North');
    const oslo = await shown('Acme North Oslo');
    expect(asks().length).to.equal(1);
    expect(oslo.getAttribute('aria-level')).to.equal('3');
    expect(oslo.hasAttribute('aria-expanded')).to.equal(false);
    await expand('Acme North');
    expect(row('Acme North Oslo')).to.equal(undefined);
    await expand('Acme North');
    await shown('Acme North Oslo');
    expect(asks().length).to.equal(1);
    await expect(tree).to.be.accessible();
  });

  it('can be gone through with the keys of a tree, and is one stop for Tab', async () => {
    const { shown, focused, root, row, one } = await setup();
    (await shown('Acme North')).focus();
    await sendKeys({ press: 'ArrowRight' });
    await shown('Acme North Oslo');
    expect(focused()).to.equal('Acme North');
    await sendKeys({ press: 'ArrowRight' });
    await until(() => focused() === 'Acme North Oslo', 'the first below');
    await sendKeys({ press: 'ArrowLeft' });
    await until(() => focused() === 'Acme North', 'the one above');
    await sendKeys({ press: 'ArrowLeft' });
    await until(() => !row('Acme North Oslo'), 'a closed row');
    await sendKeys({ press: 'Home' });
    await until(() => focused() === 'Acme Travel', 'the first');
    await sendKeys({ press: 'End' });
    await until(() => focused() === 'Acme North', 'the last');
    expect(root.querySelectorAll('[part="row"][tabindex="0"]').length).to.equal(1);
    await sendKeys({ press: 'Enter' });
    expect(root.activeElement?.getAttribute('aria-haspopup')).to.equal('menu');
    await sendKeys({ press: 'Enter' });
    await until(() => one('.menu:popover-open'), 'the menu');
    await sendKeys({ press: 'Escape' });
    await until(() => root.activeElement?.getAttribute('aria-haspopup') === 'menu', 'its button');
    await sendKeys({ press: 'ArrowLeft' });
    expect(focused()).to.equal('Acme North');
  });

  it('draws a few of thousands, and comes to the last one by key', async function () {
    this.timeout(20_000);
    const { shown, rows, focused, one, tree } = await setup({
      seed: withBranches(seeds.default, 2000),
    });
    (await shown('Acme Travel')).focus();
    let most = 0;
    for (let times = 0; times < 60 && focused() !== 'Branch 2000'; times += 1) {
      await sendKeys({ press: 'End' });
      await tree.updateComplete;
      await until(() => !rows().some((row) => !row.isConnected), 'rows at rest');
      most = Math.max(most, rows().length);
      await until(() => focused() !== '', 'a focused row');
      await new Promise((drawn) => requestAnimationFrame(drawn));
    }
    await until(() => focused() === 'Branch 2000', 'the last one');
    expect(most).to.be.below(60);
    expect(one('[part="row"]:focus')?.getAttribute('aria-setsize')).to.equal('2001');
  });

  it('finds organizations at all levels, and says who manages them', async () => {
    const { shown, search, names, row, backend, tree, root } = await setup();
    await shown('Acme North');
    await search('oslo');
    await until(() => names().join() === 'Acme North Oslo', 'what was found');
    expect(textOf(row('Acme North Oslo'))).to.match(/in .?Acme North/);
    const asked = backend.asked.map((url) => url.searchParams.get('search')).filter(Boolean);
    expect(asked).to.deep.equal(['oslo']);
    await expect(tree).to.be.accessible();
    await search('nothing of the kind');
    await until(() => textOf(root).includes('Nothing found for'), 'a notice');
    await search('');
    await shown('Acme North');
    expect(names()).to.deep.equal(['Acme Travel', 'Acme North']);
  });

  it('acts for an organization on behalf of the one in view', async () => {
    const { menu, provider, shown, names } = await setup();
    const switched = nextEvent(provider, 'tessera-organization-switched');
    await menu('Acme North', /^Act for it/);
    expect(await switched).to.include({ organizationId: 'org_acme_north', actingFrom: 'org_acme' });
    await shown('Acme North Oslo');
    expect(names()).to.deep.equal(['Acme North', 'Acme North Oslo']);
  });

  it('says why it stays where it is when one cannot act for an organization', async () => {
    const { menu, provider, backend, shown, root } = await setup();
    await shown('Acme North');
    backend.answer = (request, pass) =>
      request.url.endsWith('/org_acme_north') ? refusal(403, 'organization_suspended') : pass();
    await menu('Acme North', /^Act for it/);
    await until(() => textOf(root.querySelector('.refused')).includes('suspended'), 'the reason');
    expect(provider.organizationId).to.equal('org_acme');
  });

  it('suspends after a question, shows what is shut out with it, and lets it in again', async () => {
    const { menu, confirm, organization, expand, shown, said, tree, row, provider } = await setup();
    await expand('Acme North');
    await shown('Acme North Oslo');
    const suspended = nextEvent(provider, 'tessera-organization-suspended');
    await menu('Acme North', /^Suspend/);
    await expect(tree).to.be.accessible();
    await confirm();
    expect((await suspended).organizationId).to.equal('org_acme_north');
    expect(organization('org_acme_north').status).to.equal('suspended');
    await until(() => textOf(row('Acme North')).includes('Suspended'), 'the chip');
    await until(() => textOf(row('Acme North Oslo')).includes('Shut out'), 'the chain');
    expect(textOf(row('Acme North Oslo'))).to.contain('An organization above it is suspended.');
    expect(said()).to.equal('Acme North is suspended.');
    await expect(tree).to.be.accessible();
    await menu('Acme North', /^Reactivate/);
    await until(() => organization('org_acme_north').status === 'active', 'the end of it');
    await until(() => textOf(row('Acme North Oslo')).includes('Active'), 'the end of the chain');
  });

  it('exposes role groups, and says what is lost before it takes one back', async () => {
    const { menu, confirm, one, backend, tree, provider, root } = await setup();
    const exposed = () =>
      backend.world.onboardings.get('org_acme')?.get('app_flights')?.exposedRoleGroupIds;
    const tick = async (name: string) => {
      await until(() => one('dialog[open] fieldset input'), 'role groups');
      const label = [...root.querySelectorAll('dialog label')].find((one) => textOf(one) === name);
      label?.querySelector('input')?.click();
      await tree.updateComplete;
    };
    await menu('Acme Travel', /^Expose role groups/);
    await tick('Approvals');
    await expect(tree).to.be.accessible();
    const changed = nextEvent(provider, 'tessera-role-groups-changed');
    await confirm();
    expect(await changed).to.include({ organizationId: 'org_acme', applicationId: 'app_flights' });
    expect(exposed()).to.include('group_flights_approvals');

    await menu('Acme Travel', /^Expose role groups/);
    await tick('Front office');
    await confirm();
    await until(() => one('dialog[open] .impact'), 'what is lost');
    expect(exposed()).to.include('group_flights_front_office');
    await expect(tree).to.be.accessible();
    await confirm();
    await until(() => !exposed()?.includes('group_flights_front_office'), 'the end of it');
  });

  it('gives an organization role groups of those that are exposed, and no others', async () => {
    const { menu, confirm, one, root, tree, row, backend } = await setup();
    await menu('Acme North', /^Change role groups/);
    await until(() => one('dialog[open] fieldset input'), 'role groups');
    const choices = [...root.querySelectorAll('dialog fieldset label')].map((one) => textOf(one));
    expect(choices).to.deep.equal(['Front office']);
    one('dialog fieldset input')?.click();
    await tree.updateComplete;
    await confirm();
    await until(() => one('dialog[open] .impact'), 'what is lost');
    await confirm();
    await until(
      () => textOf(row('Acme North')).includes('Flights: no roles'),
      'nothing to hand out',
    );
    const share = backend.world.onboardings.get('org_acme_north')?.get('app_flights');
    expect(share?.roleGroupIds).to.deep.equal([]);
  });

  it('makes an organization below one of those, where the tree shows it then', async () => {
    const { menu, root, one, expand, shown, tree } = await setup();
    await menu('Acme North', /^Create one below/);
    const form = await until(() => one('tessera-org-create')?.shadowRoot, 'the form');
    const name = await until(() => form.querySelector<HTMLInputElement>('#name-field'), 'fields');
    expect(textOf(form)).to.match(/managed by .?Acme North/);
    name.value = 'Acme North Bergen';
    name.dispatchEvent(new InputEvent('input'));
    await until(() => /is free/.test(textOf(form)), 'a free slug');
    await expect(tree).to.be.accessible();
    form.querySelector<HTMLElement>('form .primary')?.click();
    await until(() => textOf(form).includes('is created'), 'the outcome');
    root.querySelector<HTMLElement>('dialog footer .button')?.click();
    await expand('Acme North');
    await shown('Acme North Bergen');
  });

  it('moves an organization for whoever may, after a look at what it takes away', async () => {
    const { shown, menu, confirm, one, root, backend, tree, provider } = await setup();
    await shown('Acme North');
    const { managedOrganizations, organizations } = backend.client;
    const list = managedOrganizations.list.bind(managedOrganizations);
    const moved: object[] = [];
    Object.assign(managedOrganizations, {
      list: async (...sent: Parameters<typeof list>) => {
        const page = await list(...sent);
        const items = page.items.map((item) => ({
          ...item,
          actions: { ...item.actions, 'organization.move': true },
        }));
        return { ...page, items };
      },
    });
    Object.assign(organizations, {
      listAll: async () => ({
        items: [{ organizationId: 'org_borealis', name: 'Borealis', actions: {} }],
        nextCursor: null,
        total: 1,
      }),
      previewMove: async () => ({ counts: {}, changes: [], roles: [], token: 'seen' }),
      move: async (move: object) => void moved.push(move),
    });
    tree.reload();
    await menu('Acme North', /^Move/);
    await until(() => textOf(one('dialog[open]')).includes('Borealis'), 'targets');
    root.querySelectorAll<HTMLElement>('dialog input[type="radio"]')[1]?.click();
    await tree.updateComplete;
    await expect(tree).to.be.accessible();
    await confirm();
    await until(() => textOf(one('dialog[open]')).includes('Nothing else changes'), 'the impact');
    const told = nextEvent(provider, 'tessera-organization-moved');
    await confirm();
    expect(await told).to.include({ parentOrganizationId: 'org_borealis' });
    expect(moved).to.deep.equal([
      {
        organizationId: 'org_acme_north',
        parentOrganizationId: 'org_borealis',
        version: 1,
        impact: 'seen',
        actingFrom: 'org_acme',
      },
    ]);
  });

  it('does not offer to move what the person may not move', async () => {
    const { shown, item } = await setup();
    (await shown('Acme North')).querySelector<HTMLElement>('.more button')?.click();
    await until(() => item(/^Suspend/), 'the menu');
    expect(item(/^Move/)).to.equal(undefined);
  });

  it('says who sees managed organizations, to who does not', async () => {
    const { root, tree } = await setup({ as: 'user_agent_acme' });
    await until(() => root.querySelector('.notice'), 'the reason');
    expect(textOf(root)).to.contain('Only who looks after managed organizations sees them');
    expect(tree.matches(':state(loading)')).to.equal(false);
    await expect(tree).to.be.accessible();
  });

  it('says so when there are none', async () => {
    const { root, tree } = await setup({
      as: 'user_admin_borealis',
      organizationId: 'org_borealis',
    });
    await until(() => textOf(root).includes('No managed organizations yet'), 'the notice');
    await expect(tree).to.be.accessible();
  });

  it('says in its place what could not be loaded, and asks for it again', async () => {
    const { shown, expand, backend, root } = await setup();
    await shown('Acme North');
    let broken = true;
    backend.answer = (request, pass) =>
      broken && request.url.includes('north/managed') ? refusal(403, 'forbidden') : pass();
    await expand('Acme North');
    await until(() => root.querySelector('.rest [role="alert"]'), 'the reason');
    broken = false;
    root.querySelector<HTMLElement>('.rest .button')?.click();
    await shown('Acme North Oslo');
  });

  it('T09: shows nothing of the former organization while the next is on its way', async () => {
    const { shown, provider, backend, root } = await setup({
      as: 'user_both',
      seed: administers(),
    });
    await shown('Acme North');
    const answer = held();
    backend.answer = async (request, pass) => {
      if (request.url.includes('org_borealis')) await answer.promise;
      return pass();
    };
    provider.organizationId = 'org_borealis';
    await until(() => !textOf(root).includes('Acme'), 'nothing of Acme');
    answer.release();
    await until(() => textOf(root).includes('No managed organizations yet'), 'Borealis');
    expect(textOf(root)).not.to.contain('Acme');
  });

  it('shows names that try to break the page as the text they are', async () => {
    const title = document.title;
    const seed = withBranches(
      seeds.default,
      hostileNames.length,
      (number) => hostileNames[number - 1] ?? '',
    );
    const { shown, root, tree, rows } = await setup({ seed });
    await shown('Acme North');
    await until(() => rows().length > hostileNames.length, 'all of them');
    expect(root.querySelectorAll('script, img[onerror], bdi *').length).to.equal(0);
    expect(document.title).to.equal(title);
    expect(tree.scrollWidth).to.equal(tree.clientWidth);
    await expect(tree).to.be.accessible();
  });

  it('speaks Arabic, and goes in to the left', async () => {
    const { shown, root, focused, tree } = await setup({}, 'ar');
    (await shown('Acme North')).focus();
    await until(() => textOf(root).includes('مؤسستك'), 'Arabic words');
    await sendKeys({ press: 'ArrowLeft' });
    await shown('Acme North Oslo');
    await sendKeys({ press: 'ArrowLeft' });
    await until(() => focused() === 'Acme North Oslo', 'the first below');
    await expect(tree).to.be.accessible();
  });
});

/** The seed in which the person of two organizations administers both. */
function administers(): Seed {
  return {
    ...seeds.default,
    members: seeds.default.members.map((member) =>
      member.userId === 'user_both'
        ? { ...member, organizationRoleIds: ['organizationAdmin'] }
        : member,
    ),
  };
}
