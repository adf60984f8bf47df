import { TesseraError } from '@tesserakit/client';
import { seeds } from '@tesserakit/mock-server';
import { expect, fixture, html } from '@open-wc/testing';
import '../members/member-table.js';
import '../organizations/org-switcher.js';
import { held, refusal, signIn } from '../../trial/backend.js';
import { nextEvent, show, textOf, until } from '../../trial/page.js';
import { withAdministrator } from '../../trial/seeds.js';
import { TesseraProvider } from './provider.js';

const code = (error: unknown) => TesseraError.from(error).code;

describe('tessera-provider', () => {
  async function setup(language = 'en') {
    const backend = signIn({ as: 'user_both', organizationId: 'org_acme' });
    const provider = await show(
      backend,
      html`<tessera-org-switcher></tessera-org-switcher>`,
      language,
    );
    const trigger = () =>
      provider.querySelector('tessera-org-switcher')?.shadowRoot?.querySelector('.trigger');
    const told: string[] = [];
    provider.addEventListener('tessera-organization-switched', (event) =>
      told.push(`${event.formerOrganizationId} > ${event.organizationId}`),
    );
    return {
      backend,
      provider,
      told,
      trigger,
      name: () => textOf(trigger()?.querySelector('bdi')),
    };
  }

  it('fills a page with made-up data by one attribute, and says that it is made up', async () => {
    const provider = await fixture<TesseraProvider>(
      html`<tessera-provider demo><tessera-member-table></tessera-member-table></tessera-provider>`,
    );
    const table = provider.querySelector('tessera-member-table')!.shadowRoot!;
    await until(() => table.querySelectorAll('[part="row"]').length > 1, 'members');
    expect(textOf(provider.shadowRoot?.querySelector('[part="demo"]'))).to.match(/^Demo data/);
    await expect(provider).to.be.accessible();
  });

  it('keeps what becomes of its demo under a name, and nothing without one', async () => {
    const name = crypto.randomUUID();
    const invitedBefore = async (keep: string | undefined) => {
      const provider = await fixture<TesseraProvider>(
        html`<tessera-provider demo .keepDemo=${keep}></tessera-provider>`,
      );
      const client = await until(() => provider.client, 'the demo');
      const invitation = { organizationId: 'org_borealis', organizationRoleIds: [] };
      const { total } = await client.invitations.list({ organizationId: 'org_borealis' });
      await client.invitations.create({ ...invitation, email: 'new@partner.example' });
      return total;
    };
    expect(await invitedBefore(undefined)).to.equal(0);
    expect(await invitedBefore(name)).to.equal(0);
    expect(await invitedBefore(name)).to.equal(1);
  });

  it('gets token and data of another organization first, and announces it then', async () => {
    const { backend, provider, told, name } = await setup();
    await until(() => name() === 'Acme Travel', 'the first organization');
    const answer = held();
    backend.answer = async (_, pass) => {
      await answer.promise;
      return pass();
    };
    const switched = provider.switchTo('org_borealis');
    await until(
      () => backend.asked.some((url) => url.pathname.endsWith('/org_borealis')),
      'a question',
    );
    expect(provider.organizationId).to.equal('org_acme');
    expect(told).to.deep.equal([]);
    answer.release();
    await switched;
    expect(told).to.deep.equal(['org_acme > org_borealis']);
    expect(provider.getAttribute('organization-id')).to.equal('org_borealis');
    await until(() => name() === 'Borealis', 'the other organization');
  });

  it('stays with the former organization when the other one refuses', async () => {
    const { backend, provider, told } = await setup();
    backend.answer = () => refusal(403, 'organization_suspended');
    const failure = await provider.switchTo('org_borealis').catch(code);
    expect(failure).to.equal('organization_suspended');
    expect(provider.organizationId).to.equal('org_acme');
    expect(told).to.deep.equal([]);
  });

  it('stays with the former organization when there is no token for the other one', async () => {
    const { provider } = await setup();
    const failure = await provider.switchTo('org_cirrus').catch(code);
    expect(failure).to.be.a('string');
    expect(provider.organizationId).to.equal('org_acme');
  });

  it('O10: follows the later of two switches, whichever is answered first', async () => {
    const { backend, provider, told } = await setup();
    const slow = held();
    backend.answer = async (request, pass) => {
      if (request.url.endsWith('/org_borealis')) await slow.promise;
      return pass();
    };
    const first = provider.switchTo('org_borealis').catch(code);
    await until(
      () => backend.asked.some((url) => url.pathname.endsWith('/org_borealis')),
      'a question',
    );
    await provider.switchTo('org_acme');
    slow.release();
    expect(await first).to.equal('aborted');
    expect(provider.organizationId).to.equal('org_acme');
    expect(told).to.deep.equal([]);
  });

  it('gives up a switch when another client takes over', async () => {
    const { backend, provider, told } = await setup();
    const answer = held();
    backend.answer = async (request, pass) => {
      if (request.url.endsWith('/org_borealis')) await answer.promise;
      return pass();
    };
    const switching = provider.switchTo('org_borealis').catch(code);
    provider.client = signIn({ as: 'user_admin_acme' }).client;
    await provider.updateComplete;
    answer.release();
    expect(await switching).to.equal('aborted');
    expect(provider.organizationId).to.equal('org_acme');
    expect(told).to.deep.equal([]);
  });

  it('never shows made-up data beside a client of the page’s own', async () => {
    const backend = signIn({ as: 'user_admin_acme' });
    const provider = await fixture<TesseraProvider>(
      html`<tessera-provider demo></tessera-provider>`,
    );
    provider.client = backend.client;
    await import('./demo.js');
    await provider.updateComplete;
    expect(provider.organizationId).to.equal(undefined);
    expect(provider.shadowRoot?.querySelector('[part="demo"]')).to.equal(null);
    const other = await fixture<TesseraProvider>(html`<tessera-provider demo></tessera-provider>`);
    await until(() => other.client, 'the demo');
    other.demo = false;
    await other.updateComplete;
    expect(other.client).to.equal(undefined);
  });

  it('lets the page keep the organization, without asking the server anything', async () => {
    const { backend, provider } = await setup();
    provider.addEventListener('tessera-before-organization-switch', (event) =>
      event.preventDefault(),
    );
    const failure = await provider.switchTo('org_borealis').catch(code);
    expect(failure).to.equal('aborted');
    expect(provider.organizationId).to.equal('org_acme');
    expect(backend.asked.some((url) => url.pathname.includes('org_borealis'))).to.equal(false);
  });

  it('tells a developer who switches without a client what is missing', async () => {
    const provider = await fixture<TesseraProvider>(html`<tessera-provider></tessera-provider>`);
    const failure: unknown = await provider.switchTo('org_acme').catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(TypeError);
    expect(String(failure)).to.contain('no client');
  });

  it('speaks the language around it, and another one when that changes', async () => {
    const { provider, trigger } = await setup('ar');
    await until(() => trigger()?.getAttribute('aria-label')?.includes('تبديل المؤسسة'), 'Arabic');
    expect(provider.dir).to.equal('rtl');
    provider.lang = 'en';
    await until(
      () => trigger()?.getAttribute('aria-label')?.includes('Switch organization'),
      'English',
    );
    expect(provider.dir).to.equal('ltr');
  });

  it('leaves the direction of the text to a page that has set one', async () => {
    const page = await fixture(
      html`<div dir="ltr"><tessera-provider lang="ar" demo></tessera-provider></div>`,
    );
    const provider = page.querySelector('tessera-provider')!;
    await until(() => textOf(provider.shadowRoot).includes('بيانات تجريبية'), 'Arabic');
    expect(provider.dir).to.equal('');
  });

  it('keeps two parts of a page apart', async () => {
    const one = await setup();
    const other = await setup();
    await one.provider.switchTo('org_borealis');
    await until(
      () => one.name() === 'Borealis' && other.name() === 'Acme Travel',
      'two organizations',
    );
    expect(other.told).to.deep.equal([]);
  });

  it('shows the data of another client when it is given one', async () => {
    const { provider, name } = await setup();
    await until(() => name() === 'Acme Travel', 'the first organization');
    const renamed = signIn({ as: 'user_both', organizationId: 'org_acme' });
    const organization = renamed.world.organizations.get('org_acme')!;
    renamed.world.organizations.set('org_acme', { ...organization, name: 'Acme Rail' });
    provider.client = renamed.client;
    await until(() => name() === 'Acme Rail', 'the other client');
  });

  it('serves elements whose code has loaded before its own', async () => {
    const { client, organizationId } = signIn({ as: 'user_both' });
    const early = document.createElement('trial-late-provider') as TesseraProvider;
    Object.assign(early, { client, organizationId, lang: 'ar' });
    const switcher = early.appendChild(document.createElement('tessera-org-switcher'));
    document.body.append(early);
    await switcher.updateComplete;
    customElements.define('trial-late-provider', class extends TesseraProvider {});
    const trigger = switcher.shadowRoot!.querySelector('.trigger')!;
    await until(
      () => trigger.getAttribute('aria-label') === 'Acme Travel. تبديل المؤسسة',
      'organization and language',
    );
    early.remove();
  });

  it('takes what was set before its code had loaded', async () => {
    const { client, organizationId } = signIn({ as: 'user_both' });
    const early = document.createElement('trial-provider') as TesseraProvider;
    Object.assign(early, { client, organizationId });
    document.body.append(early);
    customElements.define('trial-provider', class extends TesseraProvider {});
    const switched = nextEvent(early, 'tessera-organization-switched');
    await early.updateComplete;
    expect(early.getAttribute('organization-id')).to.equal('org_acme');
    await early.switchTo('org_borealis');
    expect((await switched).formerOrganizationId).to.equal('org_acme');
    early.remove();
  });

  it('acts for a managed organization with the token of the one that manages it', async () => {
    const backend = signIn({ as: 'user_admin_acme', organizationId: 'org_acme' });
    const provider = await show(backend, html`<tessera-member-table></tessera-member-table>`);
    const table = provider.querySelector('tessera-member-table')!.shadowRoot!;
    await until(() => textOf(table).includes('agent@acme.example'), 'members of Acme');
    const told = nextEvent(provider, 'tessera-organization-switched');
    await provider.actFor('org_acme_north');
    expect(await told).to.include({ organizationId: 'org_acme_north', actingFrom: 'org_acme' });
    expect(provider.getAttribute('acting-from')).to.equal('org_acme');
    await until(() => !textOf(table).includes('agent@acme.example'), 'no member of Acme');
    await until(
      () => backend.asked.some(({ pathname }) => pathname.endsWith('/org_acme_north/members')),
      'a question for the members',
    );
    expect(table.querySelector('[role="alert"]')).to.equal(null);
    // At whatever level: still on behalf of the organization of the person.
    await provider.actFor('org_acme_north_oslo');
    expect(provider.actingFrom).to.equal('org_acme');
    await provider.switchTo('org_acme');
    expect(provider.actingFrom).to.equal(undefined);
    await until(() => textOf(table).includes('agent@acme.example'), 'members of Acme again');
  });

  it('acts at once on behalf of an organization of the person that is not the present one', async () => {
    const seed = withAdministrator(seeds.default, 'user_both', 'org_acme');
    const backend = signIn({ as: 'user_both', seed, organizationId: 'org_borealis' });
    const provider = await show(backend, html``);
    const told = nextEvent(provider, 'tessera-organization-switched');
    await provider.actFor('org_acme_north', 'org_acme');
    expect(await told).to.include({
      organizationId: 'org_acme_north',
      formerOrganizationId: 'org_borealis',
      actingFrom: 'org_acme',
    });
    expect([provider.organizationId, provider.actingFrom]).to.deep.equal([
      'org_acme_north',
      'org_acme',
    ]);
  });

  it('does not act for an organization that is not managed', async () => {
    const backend = signIn({ as: 'user_admin_acme', organizationId: 'org_acme' });
    const provider = await show(backend, html``);
    expect(await provider.actFor('org_borealis').catch(code)).to.equal('not_found');
    expect([provider.organizationId, provider.actingFrom]).to.deep.equal(['org_acme', undefined]);
  });

  it('O11: shows nothing that the browser kept before it has asked again', async () => {
    const { backend, provider, name, trigger } = await setup();
    await until(() => name() === 'Acme Travel', 'the organization');
    backend.answer = () => refusal(401, 'unauthenticated');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    await provider.updateComplete;
    expect(name()).to.equal('Acme Travel');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => name() !== 'Acme Travel', 'nothing of what was there');
    await until(() => textOf(trigger()) === 'Your session has ended. Sign in again.', 'the reason');
  });

  it('puts the person themselves in view, with a token for no organization', async () => {
    const { provider, told } = await setup();
    await provider.switchTo('');
    expect(provider.organizationId).to.equal(undefined);
    expect(told).to.deep.equal(['org_acme > ']);
    await provider.switchTo('org_borealis');
    expect(told).to.deep.equal(['org_acme > ', 'undefined > org_borealis']);
  });
});
