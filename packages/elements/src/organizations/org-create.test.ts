import { TesseraError } from '@tesserakit/client';
import { seeds } from '@tesserakit/mock-server';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../context/provider.js';
import { refusal, signIn, type SignIn } from '../../trial/backend.js';
import { nextEvent, show, textOf, until } from '../../trial/page.js';
import './org-create.js';
import type { TesseraOrgCreate } from './org-create.js';
import { slugFrom } from './slug-check.js';

function questionsTo(create: TesseraOrgCreate) {
  const root = create.shadowRoot!;
  const one = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
  return {
    create,
    root,
    one,
    text: () => textOf(root),
    value: (id: string) => one<HTMLInputElement>(`#${id}`)?.value,
    button: () => one('form .primary')!,
    type: async (id: string, text: string) => {
      const field = await until(() => one<HTMLInputElement>(`#${id}`), id);
      field.value = text;
      field.dispatchEvent(new InputEvent('input'));
      await create.updateComplete;
    },
    free: () => until(() => /is free/.test(textOf(one('#slug-told'))), 'a free slug'),
    tick: async (name: string) => {
      const label = [...root.querySelectorAll('label')].find((one) => textOf(one) === name);
      label?.querySelector('input')?.click();
      await create.updateComplete;
    },
  };
}

describe('tessera-org-create', () => {
  async function setup(
    signedIn: SignIn = {},
    content = html`<tessera-org-create></tessera-org-create>`,
    language = 'en',
  ) {
    const backend = signIn({ as: 'user_admin_acme', organizationId: 'org_acme', ...signedIn });
    const provider = await show(backend, content, language);
    const questions = questionsTo(provider.querySelector('tessera-org-create')!);
    return {
      backend,
      provider,
      ...questions,
      ready: () => until(() => questions.one('#name-field'), 'the form'),
      named: (name: string) =>
        [...backend.world.organizations.values()].find((one) => one.name === name),
    };
  }

  it('makes an organization for an application, and invites its first administrator', async () => {
    const { ready, type, tick, free, button, provider, named, text, backend, value, create } =
      await setup();
    await ready();
    await expect(create).to.be.accessible();
    expect(button().getAttribute('aria-disabled')).to.equal('true');
    await type('name-field', 'Acme Süd GmbH');
    expect(value('slug-field')).to.equal('acme-sud-gmbh');
    await free();
    await tick('Front office');
    await type('email', 'boss@south.example');
    const created = nextEvent(provider, 'tessera-organization-created');
    button().click();
    const { organizationId, parentOrganizationId } = await created;
    expect(parentOrganizationId).to.equal('org_acme');
    expect(named('Acme Süd GmbH')).to.include({ organizationId, parentOrganizationId: 'org_acme' });
    const share = backend.world.onboardings.get(organizationId)?.get('app_flights');
    expect(share?.roleGroupIds).to.deep.equal(['group_flights_front_office']);
    await until(() => /boss@south.example.? is invited/.test(text()), 'the invitation');
    const [invitation] = [...(backend.world.invitations.get(organizationId)?.values() ?? [])];
    expect(invitation).to.include({ email: 'boss@south.example' });
    expect(invitation?.organizationRoleIds).to.deep.equal(['organizationAdmin']);
    // Who cannot enter the application could not look after the organization either.
    expect(invitation?.applicationRoles.map(({ roleIds }) => [...roleIds].sort())).to.deep.equal([
      ['role_flights_after_sales', 'role_flights_booking_agent', 'role_flights_viewer'],
    ]);
    await expect(create).to.be.accessible();
  });

  it('leads to the organization that was made, on behalf of the one that manages it', async () => {
    const { ready, type, free, button, provider, one, text } = await setup();
    await ready();
    await type('name-field', 'Acme South');
    await free();
    button().click();
    await until(() => text().includes('Nobody administers it yet'), 'the outcome');
    const switched = nextEvent(provider, 'tessera-organization-switched');
    one('.created .primary')?.click();
    expect((await switched).actingFrom).to.equal('org_acme');
    expect(provider.organizationId).to.match(/^org_/);
  });

  it('lets the slug follow the name until one has chosen it', async () => {
    const { ready, type, value, one } = await setup();
    await ready();
    await type('name-field', 'Acme North');
    await until(() => /acme-north.? is taken/.test(textOf(one('#slug-told'))), 'a taken slug');
    await type('slug-field', 'north-2');
    await type('name-field', 'Acme North Two');
    expect(value('slug-field')).to.equal('north-2');
    await type('slug-field', '');
    await type('name-field', 'Acme Three');
    expect(value('slug-field')).to.equal('acme-three');
  });

  it('keeps what was typed when it fails, and makes it once with the next try', async () => {
    const { ready, type, free, button, backend, text, value, named } = await setup();
    await ready();
    await type('name-field', 'Acme South');
    await free();
    const keys: (string | null)[] = [];
    backend.answer = async (request, pass) => {
      if (request.method !== 'POST') return pass();
      keys.push(request.headers.get('Idempotency-Key'));
      const answer = await pass();
      return keys.length === 1 ? refusal(502, 'server_error') : answer;
    };
    button().click();
    await until(() => text().includes('It is not known whether this was saved'), 'the reason');
    expect(value('name-field')).to.equal('Acme South');
    button().click();
    await until(() => text().includes('is created'), 'the outcome');
    expect(new Set(keys).size).to.equal(1);
    expect(named('Acme South')).not.to.equal(undefined);
    const all = [...backend.world.organizations.values()];
    expect(all.filter(({ name }) => name === 'Acme South').length).to.equal(1);
  });

  it('says so when the administrator could not be invited, and tries that again', async () => {
    const { ready, type, free, button, backend, text, one } = await setup();
    await ready();
    await type('name-field', 'Acme South');
    await free();
    await type('email', 'not an address');
    expect(text()).to.contain('This is no email address.');
    expect(button().getAttribute('aria-disabled')).to.equal('true');
    await type('email', 'boss@south.example');
    let broken = true;
    backend.answer = (request, pass) =>
      broken && request.url.includes('/invitations') ? refusal(500, 'server_error') : pass();
    button().click();
    await until(() => text().includes('could not be invited'), 'the reason');
    expect(text()).to.contain('is created');
    broken = false;
    one('.refused button')?.click();
    await until(() => /boss@south.example.? is invited/.test(text()), 'the invitation');
  });

  it('says why nobody below can be made, to whoever may not', async () => {
    const { text, create, one } = await setup({ as: 'user_agent_acme' });
    await until(() => one('.notice'), 'the reason');
    expect(text()).to.contain('Your role does not allow this.');
    await expect(create).to.be.accessible();
  });

  it('tells how deep organizations may be nested when it is too deep', async () => {
    const { ready, provider, type, free, button, text } = await setup();
    await ready();
    await provider.actFor('org_acme_north_oslo');
    await until(() => /managed by .?Acme North Oslo/.test(text()), 'the organization in view');
    await type('name-field', 'Oslo East');
    await free();
    button().click();
    await until(() => text().includes('is created'), 'the third level');
  });

  it('makes one of a person’s own without a directory, where the host gives a creator', async () => {
    const made: unknown[] = [];
    let refused = true;
    const creator = {
      create: async (organization: object) => {
        if (refused) throw new TesseraError('already_exists');
        made.push(organization);
        return { organizationId: 'org_new' };
      },
    };
    const create = await fixture<TesseraOrgCreate>(
      html`<tessera-org-create .creator=${creator}></tessera-org-create>`,
    );
    const { type, button, text, value, one } = questionsTo(create);
    await type('name-field', 'Aurora Foods');
    expect(one('#application, #email')).to.equal(null);
    button().click();
    await until(() => text().includes('This already exists.'), 'the reason');
    expect(value('name-field')).to.equal('Aurora Foods');
    refused = false;
    const created = nextEvent(create, 'tessera-organization-created');
    button().click();
    expect(await created).to.include({
      organizationId: 'org_new',
      parentOrganizationId: undefined,
    });
    expect(made).to.deep.equal([{ name: 'Aurora Foods', slug: 'aurora-foods' }]);
    await expect(create).to.be.accessible();
  });

  it('lets the page stop it, and starts over in another organization', async () => {
    const { ready, type, free, button, provider, named, value } = await setup({
      as: 'user_both',
      organizationId: 'org_borealis',
    });
    await ready();
    await type('name-field', 'Borealis East');
    await free();
    provider.addEventListener('tessera-before-organization-create', (event) =>
      event.preventDefault(),
    );
    button().click();
    await aTimeout(30);
    expect(named('Borealis East')).to.equal(undefined);
    expect(value('name-field')).to.equal('Borealis East');
    provider.organizationId = 'org_acme';
    await until(() => value('name-field') !== 'Borealis East', 'nothing of what was typed');
  });

  it('makes a root with an administrator who has an account, for the platform', async () => {
    const { world, client } = signIn({ as: 'user_platform' });
    expect(world.users.has('user_platform')).to.equal(true);
    const asked: object[] = [];
    Object.assign(client.users, {
      list: async () => ({
        items: [{ userId: 'user_1', email: 'ada@x.example' }],
        nextCursor: null,
        total: 1,
      }),
    });
    Object.assign(client.organizations, {
      slugAvailable: async () => ({ available: true }),
      create: async (creation: object) => {
        asked.push(creation);
        return { organizationId: 'org_root' };
      },
    });
    const provider = await show(
      { ...signIn({ as: 'user_platform' }), client, organizationId: '' },
      html`<tessera-org-create root></tessera-org-create>`,
    );
    const { type, free, button, text } = questionsTo(provider.querySelector('tessera-org-create')!);
    await type('name-field', 'Delta');
    await free();
    await type('email', 'nobody@x.example');
    button().click();
    await until(() => text().includes('Nobody has an account with this address.'), 'the reason');
    await type('email', 'Ada@x.example');
    button().click();
    await until(() => text().includes('is created'), 'the outcome');
    expect(asked).to.deep.equal([
      { name: 'Delta', slug: 'delta', firstAdministrator: { userId: 'user_1' } },
    ]);
  });

  it('speaks Arabic, from right to left', async () => {
    const { ready, text, create } = await setup(
      { seed: seeds.default },
      html`<tessera-org-create></tessera-org-create>`,
      'ar',
    );
    await ready();
    await until(() => text().includes('المسؤول الأول'), 'Arabic words');
    await expect(create).to.be.accessible();
  });
});

describe('slugFrom', () => {
  it('makes of a name what a slug can be', () => {
    expect(slugFrom('  Ærø & Søn — 2. Ltd ')).to.equal('r-s-n-2-ltd');
    expect(slugFrom('Acme Süd')).to.equal('acme-sud');
    expect(slugFrom('x'.repeat(80))).to.equal('x'.repeat(60));
    for (const name of ['', '株式会社', '!', 'admin', 'a']) expect(slugFrom(name)).to.equal('');
  });
});
