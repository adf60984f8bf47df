import { seeds } from '@tesserakit/mock-server';
import { aTimeout, expect, html } from '@open-wc/testing';
import '../context/provider.js';
import { held, refusal, signIn, type SignIn } from '../../trial/backend.js';
import { nextEvent, show, textOf, until } from '../../trial/page.js';
import { hostileNames, withAdministrator } from '../../trial/seeds.js';
import './org-profile.js';

const png = Uint8Array.from('\x89PNG\r\n\x1a\nrest', (letter) => letter.charCodeAt(0));

describe('tessera-org-profile', () => {
  async function setup(signedIn: SignIn = {}, language = 'en') {
    const backend = signIn({ as: 'user_admin_acme', organizationId: 'org_acme', ...signedIn });
    const provider = await show(
      backend,
      html`<tessera-org-profile></tessera-org-profile>`,
      language,
    );
    const profile = provider.querySelector('tessera-org-profile')!;
    const root = profile.shadowRoot!;
    const one = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
    const section = (name: string) => one(`[data-section="${name}"]`);
    const field = (id: string) => one<HTMLInputElement>(`#${id}`)!;
    const button = (words: RegExp, within: ParentNode | null = root) =>
      [...(within?.querySelectorAll<HTMLElement>('button') ?? [])].find((one) =>
        words.test(textOf(one)),
      );
    return {
      backend,
      provider,
      profile,
      root,
      one,
      section,
      field,
      button,
      text: () => textOf(root),
      said: () => textOf(one('[role="status"].hidden')),
      ready: (name = 'Acme Travel') => until(() => textOf(one('h2')) === name, name),
      type: async (id: string, text: string) => {
        field(id).value = text;
        field(id).dispatchEvent(new InputEvent('input', { bubbles: true }));
        await profile.updateComplete;
      },
      save: async (name: string) => {
        await profile.updateComplete;
        button(/^Save$/, section(name))?.click();
      },
      organization: (id = 'org_acme') => backend.world.organizations.get(id)!,
    };
  }

  it('shows an administrator what there is of the organization, to be changed', async () => {
    const { ready, field, section, profile, text } = await setup();
    await ready();
    expect(field('name-field').value).to.equal('Acme Travel');
    expect(field('slug-field').value).to.equal('acme');
    for (const name of ['identity', 'branding', 'policy', 'notes', 'membership', 'standing']) {
      expect(section(name), name).not.to.equal(null);
    }
    expect(text()).not.to.contain('Suspend organization');
    await expect(profile).to.be.accessible();
  });

  it('lets a plain member look and leave, and says why no more', async () => {
    const { ready, text, root, button, profile, section } = await setup({
      as: 'user_agent_acme',
    });
    await ready();
    expect(text()).to.contain('You can look, and change nothing. Your role does not allow this.');
    expect(root.querySelectorAll('input').length).to.equal(0);
    expect(section('policy')).to.equal(null);
    expect(button(/^Delete organization$/)).to.equal(undefined);
    expect(button(/^Transfer ownership$/)).to.equal(undefined);
    expect(button(/^Leave organization$/)?.hasAttribute('aria-disabled')).to.equal(false);
    await expect(profile).to.be.accessible();
  });

  it('saves a name and tells the page, after asking it', async () => {
    const { ready, type, save, provider, organization, said, button, section } = await setup();
    await ready();
    expect(button(/^Save$/, section('identity'))).to.equal(undefined);
    await type('name-field', '  Acme Voyages ');
    provider.addEventListener(
      'tessera-before-organization-update',
      (event) => {
        expect(event.fields).to.deep.equal(['name']);
        event.preventDefault();
      },
      { once: true },
    );
    await save('identity');
    await aTimeout(0);
    expect(organization().name).to.equal('Acme Travel');
    const updated = nextEvent(provider, 'tessera-organization-updated');
    await save('identity');
    expect(await updated).to.include({ organizationId: 'org_acme' });
    await ready('Acme Voyages');
    expect(organization().name).to.equal('Acme Voyages');
    expect(said()).to.equal('Saved.');
    await until(() => !button(/^Save$/, section('identity')), 'nothing left to save');
  });

  it('finds out while one types whether a slug is free, and asks once', async () => {
    const { ready, type, one, backend, button, section } = await setup();
    await ready();
    const told = () => textOf(one('#slug-told'));
    await type('slug-field', 'Acme!');
    expect(told()).to.contain('2 to 60 lower-case letters');
    for (const slug of ['b', 'bo', 'borealis']) await type('slug-field', slug);
    expect(told()).to.contain('Looking whether it is free');
    await until(() => /borealis.? is taken/.test(told()), 'that it is taken');
    const asked = backend.asked.filter(({ pathname }) => pathname.includes('/slugs/'));
    expect(asked.map(({ pathname }) => pathname.split('/').at(-1))).to.deep.equal(['borealis']);
    expect(button(/^Save$/, section('identity'))?.getAttribute('aria-disabled')).to.equal('true');
    await type('slug-field', 'acme-voyages');
    await until(() => /acme-voyages.? is free/.test(told()), 'that it is free');
  });

  it('keeps what was typed when saving fails, and saves it once with the next try', async () => {
    const { ready, type, save, section, backend, field, organization } = await setup();
    await ready();
    const keys: (string | null)[] = [];
    backend.answer = (request, pass) => {
      if (request.method !== 'PATCH') return pass();
      keys.push(request.headers.get('Idempotency-Key'));
      return keys.length === 1 ? refusal(503, 'server_error') : pass();
    };
    await type('name-field', 'Acme Voyages');
    await save('identity');
    await until(() => section('identity')?.querySelector('[role="alert"]'), 'the reason');
    expect(textOf(section('identity'))).to.contain('It is not known whether this was saved.');
    expect(field('name-field').value).to.equal('Acme Voyages');
    await save('identity');
    await until(() => organization().name === 'Acme Voyages', 'the new name');
    expect(new Set(keys).size).to.equal(1);
  });

  it('saves beside what somebody else has changed, and asks where it is the same', async () => {
    const { ready, type, save, one, backend, organization, field, button } = await setup();
    await ready();
    const { client } = signIn({ as: 'user_admin_acme' });
    expect(client).not.to.equal(backend.client);
    const elsewhere = (change: object) =>
      backend.client.organizations.update({ organizationId: 'org_acme', ...change });
    await type('name-field', 'Acme Voyages');
    await elsewhere({ metadata: { region: 'north' } });
    await save('identity');
    await until(() => organization().name === 'Acme Voyages', 'both changes');
    expect(organization().metadata).to.deep.equal({ region: 'north' });

    await until(() => field('name-field').value === 'Acme Voyages', 'the field at rest');
    await type('name-field', 'Acme Mine');
    await elsewhere({ name: 'Acme Theirs' });
    await save('identity');
    await until(() => one('.conflict'), 'the question');
    expect(organization().name).to.equal('Acme Theirs');
    expect(field('name-field').value).to.equal('Acme Mine');
    button(/^Save mine over it$/)?.click();
    await until(() => organization().name === 'Acme Mine', 'mine');
  });

  it('shows at once how a colour looks, and where it is hard to see', async () => {
    const { ready, type, save, section, one, organization, profile } = await setup();
    await ready();
    await type('colour', '#ffd54a');
    const press = () => getComputedStyle(one('.preview .press')!);
    expect(press().backgroundColor).to.equal('rgb(255, 213, 74)');
    expect(press().color).to.equal('rgb(0, 0, 0)');
    expect(textOf(section('branding'))).to.contain('On a light page');
    await expect(profile).to.be.accessible();
    await type('colour', 'red');
    expect(textOf(section('branding'))).to.contain('Write it as #');
    await type('colour', '#0a7d5c');
    expect(textOf(section('branding'))).not.to.contain('hard to see');
    await save('branding');
    await until(() => organization().branding?.accentColor === '#0a7d5c', 'the colour');
  });

  it('takes only a web address for a logo', async () => {
    const { ready, type, save, section, organization } = await setup();
    await ready();
    await type('logo-address', 'javascript:alert(1)');
    expect(textOf(section('branding'))).to.contain('This is no web address.');
    await save('branding');
    expect(section('branding')?.querySelector('.preview img')).to.equal(null);
    await type('logo-address', 'https://acme.example/logo.png');
    await save('branding');
    await until(() => organization().logoUrl === 'https://acme.example/logo.png', 'the logo');
  });

  it('keeps a picture where the host keeps such, and refuses what only says to be one', async () => {
    const { ready, profile, one, section, field } = await setup();
    const kept: Blob[] = [];
    profile.storeLogo = async (picture) => {
      kept.push(picture);
      return 'https://pictures.example/acme.png';
    };
    await ready();
    const choose = async (file: File) => {
      const transfer = new DataTransfer();
      transfer.items.add(file);
      const input = one<HTMLInputElement>('input[type="file"]')!;
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const fault = () => textOf(section('branding')?.querySelector('#file-fault'));
    await choose(new File(['<svg xmlns="x"><script/></svg>'], 'a.png', { type: 'image/png' }));
    await until(() => fault() === 'SVG can hold scripts. Save it as PNG.', 'the refusal');
    await choose(new File([new Uint8Array(256_001)], 'b.png', { type: 'image/png' }));
    await until(() => fault() === 'The file is larger than 250 kB.', 'the refusal');
    expect(kept.length).to.equal(0);
    await choose(new File([png], 'c.exe', { type: 'text/html' }));
    await until(
      () => field('logo-address').value === 'https://pictures.example/acme.png',
      'the address',
    );
    expect(kept.map(({ type }) => type)).to.deep.equal(['image/png']);
    expect(fault()).to.equal('');
  });

  it('sets how members sign in, and never that nobody can', async () => {
    const { ready, section, save, organization, one, profile } = await setup();
    await ready();
    const boxes = () => [
      ...section('policy')!.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'),
    ];
    const tick = async (index: number) => {
      boxes()[index]!.click();
      await profile.updateComplete;
    };
    for (const index of [0, 1, 2, 3]) await tick(index);
    expect(textOf(section('policy'))).to.contain('Without any, nobody could sign in.');
    await tick(1);
    await tick(4);
    const session = one<HTMLSelectElement>('#session')!;
    session.value = '480';
    session.dispatchEvent(new Event('change'));
    await save('policy');
    await until(() => organization().authentication, 'the policy');
    expect(organization().authentication).to.deep.equal({
      methods: ['passkey'],
      requiresSecondFactor: true,
      sessionMinutes: 480,
    });
  });

  it('keeps notes, each with a name of its own', async () => {
    const { ready, section, button, save, organization, profile } = await setup();
    await ready();
    const inputs = () => [...section('notes')!.querySelectorAll('input')];
    const fill = async (...texts: string[]) => {
      for (const [index, text] of texts.entries()) {
        const input = inputs()[index]!;
        input.value = text;
        input.dispatchEvent(new InputEvent('input'));
        await profile.updateComplete;
      }
    };
    for (let times = 0; times < 2; times += 1) {
      button(/^Add an entry$/)?.click();
      await profile.updateComplete;
    }
    await fill('region', 'north', 'region', 'south');
    expect(textOf(section('notes'))).to.contain('Two entries have the same name.');
    await fill('region', 'north', 'tier', 'gold');
    await save('notes');
    await until(() => organization().metadata, 'the notes');
    expect(organization().metadata).to.deep.equal({ region: 'north', tier: 'gold' });
  });

  it('says why the last administrator cannot leave, and lets another one leave', async () => {
    const { ready, one } = await setup();
    await ready();
    expect(textOf(one('#reason-leave'))).to.equal(
      'An organization keeps at least one active administrator.',
    );
    const other = await setup({
      seed: withAdministrator(seeds.default, 'user_agent_acme', 'org_acme'),
    });
    await other.ready();
    other.button(/^Leave organization$/)?.click();
    await until(() => other.one('dialog[open]'), 'the question');
    const left = nextEvent(other.provider, 'tessera-organization-left');
    other.one('dialog .sure')?.click();
    expect((await left).organizationId).to.equal('org_acme');
    await until(() => /You have left .?Acme Travel/.test(other.text()), 'the outcome');
    expect(other.backend.world.members.get('org_acme')?.has('user_admin_acme')).to.equal(false);
    await expect(other.profile).to.be.accessible();
  });

  it('hands the ownership to a member who was found', async () => {
    const { ready, button, one, root, backend, provider, said, profile } = await setup();
    await ready();
    button(/^Transfer ownership$/)?.click();
    await until(() => one('dialog .person'), 'people');
    expect(textOf(one('.choices'))).not.to.contain('suspended@acme.example');
    expect(textOf(one('.choices'))).not.to.contain('admin@acme.example');
    await expect(profile).to.be.accessible();
    const search = one<HTMLInputElement>('dialog input[type="search"]')!;
    search.value = 'agent';
    search.dispatchEvent(new InputEvent('input'));
    await until(() => root.querySelectorAll('.person').length === 1, 'the one that was found');
    expect(one('dialog .sure')?.getAttribute('aria-disabled')).to.equal('true');
    one('.person input')?.click();
    await profile.updateComplete;
    const transferred = nextEvent(provider, 'tessera-ownership-transferred');
    one('dialog .sure')?.click();
    expect((await transferred).userId).to.equal('user_agent_acme');
    await until(() => said().includes('is the administrator now'), 'the announcement');
    const roles = backend.world.members.get('org_acme')?.get('user_agent_acme');
    expect(roles?.organizationRoleIds).to.include('organizationAdmin');
  });

  it('deletes only after a look at what goes with it, and its name typed', async () => {
    const { ready, button, one, type, backend, provider, text, profile } = await setup();
    await ready();
    button(/^Delete organization$/)?.click();
    await until(() => one('.loss'), 'what goes with it');
    expect(textOf(one('.loss'))).to.match(/2 managed organizations.*6 memberships/);
    await expect(profile).to.be.accessible();
    await type('typed-name', 'Acme');
    one('dialog .sure')?.click();
    await aTimeout(20);
    expect(backend.world.organizations.has('org_acme')).to.equal(true);
    await type('typed-name', 'Acme Travel');
    const deleted = nextEvent(provider, 'tessera-organization-deleted');
    one('dialog .sure')?.click();
    expect((await deleted).organizationId).to.equal('org_acme');
    await until(() => /Acme Travel.? is deleted/.test(text()), 'the outcome');
    expect(backend.world.organizations.has('org_acme_north_oslo')).to.equal(false);
  });

  it('looks again when something else has come to what would be deleted', async () => {
    const { ready, button, one, type, backend, text } = await setup();
    await ready();
    button(/^Delete organization$/)?.click();
    await until(() => one('.loss'), 'what goes with it');
    await backend.client.invitations.create({
      organizationId: 'org_acme',
      email: 'new@partner.example',
      organizationRoleIds: [],
    });
    await type('typed-name', 'Acme Travel');
    one('dialog .sure')?.click();
    await until(() => text().includes('This changes other things too.'), 'the reason');
    await until(() => textOf(one('.loss')).includes('2 invitations'), 'the new impact');
    expect(backend.world.organizations.has('org_acme')).to.equal(true);
    expect(one<HTMLInputElement>('#typed-name')?.value).to.equal('Acme Travel');
    one('dialog .sure')?.click();
    await until(() => !backend.world.organizations.has('org_acme'), 'the end');
  });

  it('lets a parent suspend what it manages, and let it in again', async () => {
    const { ready, provider, button, one, section, organization, said, profile } = await setup();
    await ready();
    await provider.actFor('org_acme_north');
    await ready('Acme North');
    expect(section('membership')).to.equal(null);
    expect(section('policy')).to.equal(null);
    button(/^Suspend organization$/)?.click();
    await until(() => one('dialog[open]'), 'the question');
    one('dialog .sure')?.click();
    await until(() => organization('org_acme_north').status === 'suspended', 'the suspension');
    await until(() => said() === 'Acme North is suspended.', 'the announcement');
    await until(() => textOf(one('header')).includes('Suspended'), 'the chip');
    await expect(profile).to.be.accessible();
    button(/^Reactivate organization$/)?.click();
    await until(() => organization('org_acme_north').status === 'active', 'the end of it');
  });

  it('T09: shows nothing of the former organization, nor what was typed there', async () => {
    const seed = withAdministrator(seeds.default, 'user_both', 'org_acme');
    const { ready, type, provider, backend, text, field, one } = await setup({
      as: 'user_both',
      seed,
    });
    await ready();
    await type('name-field', 'Acme Draft');
    one('#remove')?.click();
    await until(() => one('dialog[open]'), 'the question');
    const answer = held();
    backend.answer = async (request, pass) => {
      if (request.url.includes('org_borealis')) await answer.promise;
      return pass();
    };
    provider.organizationId = 'org_borealis';
    await until(() => !text().includes('Acme'), 'nothing of Acme');
    expect(one('dialog[open]')).to.equal(null);
    answer.release();
    await ready('Borealis');
    expect(field('name-field').value).to.equal('Borealis');
  });

  it('shows names that try to break the page as the text they are', async () => {
    const title = document.title;
    for (const name of hostileNames) {
      const seed = {
        ...seeds.default,
        organizations: seeds.default.organizations.map((organization) =>
          organization.organizationId === 'org_acme'
            ? { ...organization, name, metadata: { [name.slice(0, 60)]: name } }
            : organization,
        ),
      };
      const { one, root, button, profile } = await setup({ seed });
      await until(() => one('h2'), 'the organization');
      button(/^Delete organization$/)?.click();
      await until(() => one('.loss'), 'what goes with it');
      expect(root.querySelectorAll('script, img, bdi *').length).to.equal(0);
      expect(profile.scrollWidth).to.equal(profile.clientWidth);
    }
    expect(document.title).to.equal(title);
  });

  it('says what went wrong, and tries again when asked', async () => {
    const { backend, provider, root, ready, button, profile } = await setup();
    await ready();
    backend.answer = () => refusal(403, 'organization_suspended');
    provider.organizationId = 'org_acme_north';
    await until(() => root.querySelector('.notice'), 'the reason');
    await expect(profile).to.be.accessible();
    backend.answer = (_, pass) => pass();
    provider.organizationId = 'org_acme';
    await ready();
    expect(button(/^Try again$/)).to.equal(undefined);
  });

  it('speaks Arabic, from right to left', async () => {
    const { ready, text, provider, profile } = await setup({}, 'ar');
    await ready();
    await until(() => text().includes('سياسة تسجيل الدخول'), 'Arabic words');
    expect(provider.dir).to.equal('rtl');
    await expect(profile).to.be.accessible();
  });
});
