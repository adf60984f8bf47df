import { seeds, type Seed } from '@tesserakit/mock-server';
import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../context/provider.js';
import { ownPaths, type PathRouter } from '../data/router.js';
import { held, refusal, signIn, type SignIn } from '../../trial/backend.js';
import { breakable } from '../../trial/breakable.js';
import { nextEvent, show, textOf, until } from '../../trial/page.js';
import { hostileNames, withAdministrator } from '../../trial/seeds.js';
import './org-portal.js';
import { loaders } from './screens.js';

/** A host's router, which can go back, and tells what became of the page's title. */
function hostRouter(start = '') {
  const paths = ownPaths(start);
  const steps = [start];
  const titles: string[] = [];
  const followers = new Set<() => void>();
  const router: PathRouter = {
    ...paths,
    href: (path) => `#/${path}`,
    go: (path, replacing) => {
      if (replacing) steps.pop();
      steps.push(path);
      paths.go(path);
    },
    follow: (went) => {
      followers.add(went);
      return () => followers.delete(went);
    },
    entitle: (title) => titles.push(title),
  };
  const back = () => {
    steps.pop();
    paths.go(steps.at(-1) ?? '');
    for (const went of followers) went();
  };
  return { router, steps, titles, back };
}

const all = [
  'Overview',
  'Members',
  'Invitations',
  'Roles',
  'Access',
  'Applications',
  'Managed organizations',
  'Settings',
];

describe('tessera-org-portal', function () {
  // Each screen is loaded when it is looked at for the first time.
  this.timeout(10_000);

  async function setup(signedIn: SignIn = {}, start = '', language = 'en') {
    const backend = signIn({ as: 'user_admin_acme', organizationId: 'org_acme', ...signedIn });
    const host = hostRouter(start);
    const provider = await show(
      backend,
      html`<tessera-org-portal .router=${host.router}></tessera-org-portal>`,
      language,
    );
    const portal = provider.querySelector('tessera-org-portal')!;
    const root = portal.shadowRoot!;
    const links = () => [...root.querySelectorAll<HTMLElement>('nav a.to')];
    const to = (name: string) => until(() => links().find((one) => textOf(one) === name), name);
    const heading = () => textOf(root.querySelector('h1'));
    const screen = () => textOf(root.querySelector('.screen'));
    const inside = (tag: string) => root.querySelector(tag)?.shadowRoot;
    return {
      ...host,
      backend,
      provider,
      portal,
      root,
      links,
      to,
      heading,
      screen,
      inside,
      names: () => links().map(textOf),
      current: () => links().find((one) => one.getAttribute('aria-current') === 'page'),
      shows: (words: string) => until(() => screen().includes(words), words),
      holds: (tag: string, words: string) =>
        until(() => textOf(inside(tag)).includes(words), `${words} in ${tag}`),
      isOnHeading: () => root.activeElement === root.querySelector('h1'),
    };
  }

  it('shows an administrator everything, and how the organization stands', async () => {
    const { names, to, heading, shows, current, portal, screen } = await setup();
    await to('Settings');
    expect(names()).to.deep.equal(all);
    expect(heading()).to.equal('Overview');
    expect(textOf(current())).to.equal('Overview');
    await shows('1 invitation waits for an answer');
    await shows('1 member is suspended');
    await shows('members have no application');
    expect(screen()).to.match(/Members 6/);
    expect(screen()).to.match(/Managed organizations 2/);
    await expect(portal).to.be.accessible();
  });

  it('goes to every screen by its link, with its own title, path and heading in focus', async () => {
    const { to, heading, current, steps, titles, isOnHeading } = await setup();
    for (const name of all.slice(1)) {
      (await to(name)).click();
      await until(() => heading() === name && isOnHeading(), `the heading ${name}`);
      expect(textOf(current())).to.equal(name);
      await until(() => titles.at(-1) === `${name} · Acme Travel`, 'the title of the page');
    }
    expect(steps).to.deep.equal([
      '',
      'members',
      'invitations',
      'roles',
      'access',
      'applications',
      'organizations',
      'settings',
    ]);
  });

  it('loads each screen with what it is about', async () => {
    const { to, holds } = await setup();
    const screens: readonly [string, string, string][] = [
      ['Members', 'tessera-member-table', 'agent@acme.example'],
      ['Invitations', 'tessera-invitation-table', 'invited@newcorp.example'],
      ['Roles', 'tessera-role-editor', 'see the organization'],
      ['Access', 'tessera-app-access-matrix', 'Booking agent'],
      ['Applications', 'tessera-application-list', 'Front office'],
      ['Managed organizations', 'tessera-org-tree', 'Acme North'],
      ['Settings', 'tessera-org-profile', 'Acme Travel'],
    ];
    for (const [name, tag, words] of screens) {
      (await to(name)).click();
      await holds(tag, words);
    }
  });

  it('opens a member from the table, and leads back', async () => {
    const { inside, holds, heading, steps, back, root } = await setup({}, 'members');
    await holds('tessera-member-table', 'Tomás Ribeiro');
    const rows = [...inside('tessera-member-table')!.querySelectorAll<HTMLElement>('[part="row"]')];
    const row = rows.find((one) => textOf(one).includes('Tomás Ribeiro'));
    row?.querySelector<HTMLElement>('.open-member')?.click();
    await holds('tessera-member-detail', 'agent@acme.example');
    expect(heading()).to.equal('Member');
    expect(steps.at(-1)).to.equal('members/user_agent_acme');
    expect(textOf(root.querySelector('.trail'))).to.equal('Members');
    back();
    await holds('tessera-member-table', 'Tomás Ribeiro');
    expect(heading()).to.equal('Members');
  });

  it('shows the screen that the path names at once, also a deep one', async () => {
    const { holds, heading, current } = await setup({}, 'members/user_agent_acme');
    await holds('tessera-member-detail', 'Tomás Ribeiro');
    expect(heading()).to.equal('Member');
    expect(textOf(current())).to.equal('Members');
  });

  it('takes the number of the overview to those that are meant', async () => {
    const { shows, root, inside, holds } = await setup();
    await shows('1 member is suspended');
    const concerns = [...root.querySelectorAll<HTMLElement>('.rows a')];
    concerns.find((one) => textOf(one).includes('suspended'))?.click();
    await holds('tessera-member-table', 'suspended@acme.example');
    await until(
      () => !textOf(inside('tessera-member-table')).includes('agent@acme.example'),
      'nobody else',
    );
  });

  it('explains why one person may enter an application, and another may not', async () => {
    const { holds, root, shows } = await setup({}, 'applications/app_flights');
    await holds('tessera-access-explainer', 'may enter');
    await shows('Kwame Mensah');
    const people = [...root.querySelectorAll<HTMLElement>('.person')];
    people.find((one) => textOf(one).includes('Kwame'))?.click();
    await holds('tessera-access-explainer', 'may not enter');
  });

  it('says that there is no such page, and leads to the overview', async () => {
    const { shows, root, heading, portal, titles } = await setup({}, 'nowhere/at/all');
    await shows('There is no such page');
    await until(() => titles.at(-1) === 'There is no such page · Acme Travel', 'the title');
    await expect(portal).to.be.accessible();
    root.querySelector<HTMLElement>('.notice a')?.click();
    await until(() => heading() === 'Overview', 'the overview');
  });

  it('shows a plain member what they may use, and nothing that is not theirs', async () => {
    const { names, to, holds, inside, portal, shows, backend } = await setup({
      as: 'user_agent_acme',
    });
    await to('Settings');
    expect(names()).to.deep.equal(['Overview', 'Roles', 'Applications', 'Settings']);
    await shows('You are a member of');
    await holds('tessera-app-launcher', 'Flights');
    await expect(portal).to.be.accessible();
    (await to('Settings')).click();
    await holds('tessera-org-profile', 'Acme Travel');
    expect(inside('tessera-org-profile')?.querySelector('input')).to.equal(null);
    (await to('Applications')).click();
    await holds('tessera-application-list', 'Flights');
    expect(backend.asked.some(({ pathname }) => pathname.endsWith('/members'))).to.equal(false);
  });

  it('tells who comes to a screen that is not open to them why', async () => {
    const { shows, screen, portal, inside } = await setup({ as: 'user_agent_acme' }, 'members');
    await shows('Members: not open to you');
    expect(screen()).to.contain('Your role does not allow');
    expect(inside('tessera-member-table')).to.equal(undefined);
    await expect(portal).to.be.accessible();
  });

  it('lets somebody who may only look do so, and says why', async () => {
    const { shows, holds, root } = await setup({ as: 'user_creator_acme' }, 'members');
    await holds('tessera-member-table', 'agent@acme.example');
    await shows('You can look at this, not change it. Your role does not allow');
    expect(root.querySelector('tessera-invite-dialog')).to.equal(null);
  });

  it('leaves out what the backend cannot do', async () => {
    const { backend, names, to, provider } = await setup();
    const client = Object.create(backend.client, {
      capabilities: {
        value: async () => {
          const can = await backend.client.capabilities({ organizationId: 'org_acme' });
          const { invitations: _, access: __, managedOrganizations: ___, ...rest } = can;
          return rest;
        },
      },
    }) as typeof backend.client;
    provider.client = client;
    await until(() => names().length === 5, 'fewer screens');
    await to('Members');
    expect(names()).to.deep.equal(['Overview', 'Members', 'Roles', 'Applications', 'Settings']);
  });

  describe('with another organization', () => {
    const seed = withAdministrator(seeds.default, 'user_both', 'org_acme');
    const both = { as: 'user_both', seed };

    it('keeps the screen, and nothing of what was shown there', async () => {
      const { provider, holds, heading, inside, steps, screen } = await setup(both, 'invitations');
      await holds('tessera-invitation-table', 'invited@newcorp.example');
      await provider.switchTo('org_borealis');
      await until(
        () => !textOf(inside('tessera-invitation-table')).includes('invited@newcorp.example'),
        'nothing of Acme',
      );
      expect(heading()).to.equal('Invitations');
      expect(steps).to.deep.equal(['invitations']);
      expect(screen()).not.to.contain('Acme');
    });

    it('leaves the member of the former one', async () => {
      const { provider, holds, heading, steps } = await setup(both, 'members/user_agent_acme');
      await holds('tessera-member-detail', 'Tomás Ribeiro');
      await provider.switchTo('org_borealis');
      await holds('tessera-member-table', 'admin@borealis.example');
      expect(heading()).to.equal('Members');
      await until(() => steps.at(-1) === 'members', 'the path of the screen');
      expect(steps.length).to.equal(1);
    });

    it('goes to the overview where the screen is not there', async () => {
      // Of Borealis the person is an administrator, of Acme a plain member.
      const signedIn = { as: 'user_both', organizationId: 'org_borealis' };
      const { provider, holds, heading, names } = await setup(signedIn, 'members');
      await holds('tessera-member-table', 'admin@borealis.example');
      await provider.switchTo('org_acme');
      await until(() => heading() === 'Overview', 'the overview');
      await until(() => names().join() === 'Overview,Roles,Applications,Settings', 'its screens');
    });

    it('shows no late answer of the former one', async () => {
      const { backend, provider, root, screen, to } = await setup(both, 'nowhere');
      const answer = held();
      let answered = false;
      backend.answer = async (request, pass) => {
        if (!request.url.includes('/org_acme/invitations')) return pass();
        await answer.promise;
        return pass().finally(() => (answered = true));
      };
      (await to('Overview')).click();
      await until(
        () => backend.asked.some(({ pathname }) => pathname.endsWith('invitations')),
        'it',
      );
      await provider.switchTo('org_borealis');
      const count = () => textOf(root.querySelector('.counts li:nth-child(2) strong'));
      await until(() => count() === '0', 'the invitations of Borealis');
      answer.release();
      await until(() => answered, 'the late answer');
      await provider.updateComplete;
      expect(count()).to.equal('0');
      expect(screen()).not.to.contain('1 invitation waits');
    });

    it('tells that a person was led to another screen', async () => {
      const { provider, holds, portal } = await setup(both, 'members/user_agent_acme');
      await holds('tessera-member-detail', 'Tomás Ribeiro');
      const told = nextEvent(portal, 'tessera-portal-navigated');
      await provider.switchTo('org_borealis');
      const { organizationId, path } = await told;
      expect([organizationId, path]).to.deep.equal(['org_borealis', 'members']);
    });

    it('leaves the focus to whoever is busy elsewhere on the page', async () => {
      const { provider, portal, shows, holds } = await setup(both, 'members');
      const field = document.createElement('input');
      const host = document.createElement('div');
      provider.append(field, host);
      // In a root of its own, which does not know where else the focus is.
      host.attachShadow({ mode: 'open' }).append(portal);
      await holds('tessera-member-table', 'agent@acme.example');
      field.focus();
      await provider.switchTo('org_borealis');
      await holds('tessera-member-table', 'admin@borealis.example');
      await shows('Members');
      expect(document.activeElement === field).to.equal(true);
    });

    it('leaves the focus alone once it was said why nothing of it can be shown', async () => {
      const { backend, provider, portal, root, shows, isOnHeading } = await setup(both, 'settings');
      backend.answer = async (request, pass) =>
        request.url.includes('capabilities') ? refusal(403, 'forbidden') : pass();
      await provider.switchTo('org_borealis');
      await shows('The organization could not be loaded');
      root.querySelector<HTMLElement>('.notice button')?.focus();
      root.querySelector<HTMLElement>('.notice button')?.blur();
      portal.requestUpdate();
      await portal.updateComplete;
      expect(isOnHeading()).to.equal(false);
    });

    it('goes back to the place that a step in the history brings along', async () => {
      const { provider, holds, to, back, steps } = await setup(both, 'members/user_agent_acme');
      await holds('tessera-member-detail', 'Tomás Ribeiro');
      (await to('Settings')).click();
      await provider.switchTo('org_borealis');
      back();
      await provider.switchTo('org_acme');
      await holds('tessera-member-detail', 'Tomás Ribeiro');
      expect(steps).to.deep.equal(['members/user_agent_acme']);
    });
  });

  describe('for a managed organization', () => {
    it('says so over everything, shows what comes from above, and leads back', async () => {
      const { provider, root, portal, to, shows, isOnHeading } = await setup();
      await to('Members');
      await provider.actFor('org_acme_north');
      const banner = () => root.querySelector('.banner');
      await until(() => /on behalf of .*Acme Travel/.test(textOf(banner())), 'the banner');
      expect(textOf(banner())).to.match(/Acting for .*Acme North/);
      (await to('Applications')).click();
      await shows('What can be handed out here comes from');
      expect(textOf(root.querySelector('.limits'))).to.match(/Acme Travel.*Flights.*Front office/);
      await expect(portal).to.be.accessible();
      banner()?.querySelector('button')?.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => !banner() && isOnHeading(), 'no banner, and the focus at the title');
      expect(provider.organizationId).to.equal('org_acme');
      expect(provider.actingFrom).to.equal(undefined);
    });

    it('says so in its head as long as nothing else does', async () => {
      const { provider, root, to } = await setup();
      await to('Members');
      await provider.actFor('org_acme_north');
      const switcher = root.querySelector('tessera-org-switcher')!.shadowRoot!;
      const chip = await until(() => switcher.querySelector('[part="acting"]'), 'the chip');
      const banner = await until(() => root.querySelector('.banner'), 'the banner');
      expect(getComputedStyle(chip).display).to.equal('none');
      banner.remove();
      expect(getComputedStyle(chip).display).not.to.equal('none');
    });

    it('says why there is no way back, and stays', async () => {
      const { backend, provider, root, to } = await setup();
      await to('Members');
      await provider.actFor('org_acme_north');
      const button = await until(() => root.querySelector<HTMLElement>('.banner button'), 'a way');
      backend.answer = () => refusal(503, 'server_error');
      button.click();
      const alert = await until(() => root.querySelector('.banner [role="alert"]'), 'the reason');
      expect(textOf(alert)).to.not.equal('');
      expect(provider.organizationId).to.equal('org_acme_north');
    });

    it('says nothing of a way back that nobody wants any more', async () => {
      const { backend, provider, portal, root, to } = await setup();
      await to('Members');
      await provider.actFor('org_acme_north');
      const button = await until(() => root.querySelector<HTMLElement>('.banner button'), 'a way');
      const answer = held();
      backend.answer = async (request, pass) => {
        if (!request.url.endsWith('/organizations/org_acme')) return pass();
        await answer.promise;
        return refusal(404, 'not_found');
      };
      const switchTo = provider.switchTo.bind(provider);
      let way: Promise<unknown> | undefined;
      provider.switchTo = (id) => {
        const switched = switchTo(id);
        way = switched.catch((error: unknown) => error);
        return switched;
      };
      button.click();
      await provider.actFor('org_acme_north_oslo');
      answer.release();
      expect(await way).to.include({ code: 'not_found' });
      const banner = () => root.querySelector('.banner');
      await until(() => /Acme North Oslo/.test(textOf(banner())), 'the banner');
      await portal.updateComplete;
      expect(textOf(banner()?.querySelector('[role="alert"]'))).to.equal('');
    });

    it('tells its own members as much as its parent lets them know', async () => {
      const [member] = seeds.default.members.filter(({ userId }) => userId === 'user_both');
      const organizationRoleIds = ['organizationAdmin'];
      const members = [{ ...member!, organizationId: 'org_acme_north', organizationRoleIds }];
      const seed = { ...seeds.default, members: [...seeds.default.members, ...members] };
      const north = { as: 'user_both', seed, organizationId: 'org_acme_north' };
      const { shows, root } = await setup(north, 'access');
      await shows('What can be handed out here comes from');
      expect(root.querySelector('.banner')).to.equal(null);
    });
  });

  it('says why the organization cannot be loaded, and tries again', async () => {
    const { backend, provider, root, to, screen } = await setup();
    await to('Members');
    const broken = breakable(backend.client);
    broken.obstruct('capabilities', () => Promise.reject(new TypeError('broken')));
    provider.client = broken.client;
    await until(() => screen().includes('The organization could not be loaded'), 'the failure');
    broken.mend();
    root.querySelector<HTMLElement>('.notice button')?.click();
    await until(() => screen().includes('1 invitation waits'), 'the overview');
  });

  it('lets the host keep a person where they are', async () => {
    const { portal, to, heading, steps } = await setup();
    portal.addEventListener('tessera-before-portal-navigate', (event) => event.preventDefault());
    (await to('Members')).click();
    await portal.updateComplete;
    expect([heading(), steps.length]).to.deep.equal(['Overview', 1]);
  });

  it('tells where a person went', async () => {
    const { portal, to } = await setup();
    const told = nextEvent(portal, 'tessera-portal-navigated');
    (await to('Roles')).click();
    expect(await told).to.include({ organizationId: 'org_acme', path: 'roles' });
  });

  it('tells where a person went with the parameters of the screen', async () => {
    const { portal, root, shows } = await setup();
    await shows('1 member is suspended');
    const told = nextEvent(portal, 'tessera-portal-navigated');
    const concerns = [...root.querySelectorAll<HTMLElement>('.rows a')];
    concerns.find((one) => textOf(one).includes('suspended'))?.click();
    expect((await told).path).to.equal('members?members.status=suspended');
  });

  it('leaves a link that is to open elsewhere to the browser', async () => {
    const { to, heading } = await setup();
    const link = await to('Members');
    expect(link.getAttribute('href')).to.equal('#/members');
    let isTaken: boolean | undefined;
    const note = (event: Event) => {
      isTaken = event.defaultPrevented;
      event.preventDefault();
    };
    document.addEventListener('click', note, { once: true });
    const press = { bubbles: true, composed: true, cancelable: true, ctrlKey: true };
    link.dispatchEvent(new MouseEvent('click', press));
    expect(isTaken).to.equal(false);
    expect(heading()).to.equal('Overview');
  });

  describe('with something typed on a screen', () => {
    const { access } = loaders;
    afterEach(() => (loaders.access = access));

    async function typed() {
      const portal = await setup({}, 'settings');
      const { to, inside, holds } = portal;
      await holds('tessera-org-profile', 'Slug');
      const field = () => inside('tessera-org-profile')!.querySelector('input')!;
      field().value = 'Acme Rail';
      field().dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      const back = async () => {
        (await to('Settings')).click();
        await holds('tessera-org-profile', 'Slug');
        return field().value;
      };
      return { ...portal, back };
    }

    it('keeps it while a person looks at another', async () => {
      const { to, holds, back } = await typed();
      (await to('Access')).click();
      await holds('tessera-app-access-matrix', 'Tomás');
      expect(await back()).to.equal('Acme Rail');
    });

    it('keeps it also while another cannot be loaded', async () => {
      const { to, shows, holds, root, back } = await typed();
      loaders.access = () => Promise.reject(new TypeError('no network'));
      (await to('Access')).click();
      await shows('Access: could not be loaded');
      loaders.access = access;
      root.querySelector<HTMLElement>('.notice button')?.click();
      await holds('tessera-app-access-matrix', 'Tomás');
      expect(await back()).to.equal('Acme Rail');
    });
  });

  describe('on a narrow screen', () => {
    before(() => setViewport({ width: 360, height: 740 }));
    after(() => setViewport({ width: 1280, height: 800 }));

    it('opens its links by a button, from the keyboard, and closes them by Escape', async () => {
      const { root, to, isOnHeading, heading } = await setup();
      await to('Members');
      const button = root.querySelector<HTMLElement>('.menu')!;
      const menu = root.querySelector<HTMLElement>('nav')!;
      expect(getComputedStyle(menu).display).to.equal('none');
      button.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => getComputedStyle(menu).display === 'block', 'the links');
      expect(button.getAttribute('aria-expanded')).to.equal('true');
      await sendKeys({ press: 'Escape' });
      await until(() => getComputedStyle(menu).display === 'none', 'no links');
      expect(root.activeElement).to.equal(button);
      await sendKeys({ press: 'Enter' });
      await until(() => getComputedStyle(menu).display === 'block', 'the links');
      (await to('Members')).focus();
      await sendKeys({ press: 'Enter' });
      await until(() => heading() === 'Members' && isOnHeading(), 'the members');
      expect(getComputedStyle(menu).display).to.equal('none');
    });

    it('says and shows the same to everybody', async () => {
      const { portal, shows } = await setup();
      await shows('1 invitation waits');
      expect(portal.scrollWidth).to.be.at.most(360);
      await expect(portal).to.be.accessible();
    });
  });

  it('speaks Arabic, from the right', async () => {
    const { to, portal, shows, provider } = await setup({}, '', 'ar');
    await to('الأعضاء');
    await shows('دعوة واحدة تنتظر ردًا');
    expect(provider.dir).to.equal('rtl');
    await expect(portal).to.be.accessible();
  });

  it('takes names as text, whatever stands in them', async () => {
    const [name = ''] = hostileNames;
    const rename = <T extends { readonly name: string }>(one: T): T => ({ ...one, name });
    const seed: Seed = {
      ...seeds.default,
      organizations: seeds.default.organizations.map(rename),
      applications: seeds.default.applications.map(rename),
    };
    const { root, to, screen } = await setup({ seed });
    await to('Members');
    await until(() => screen().includes('seat'), 'the applications');
    expect(root.querySelector('img, script, b')).to.equal(null);
  });

  it('asks for an organization where none is in view', async () => {
    const { provider, shows, links } = await setup();
    provider.organizationId = undefined;
    await shows('No organization is chosen');
    expect(links().length).to.equal(0);
  });
});
