import { seeds, type Seed } from '@tesserakit/mock-server';
import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../context/provider.js';
import { held, refusal, signIn, type Backend, type SignIn } from '../../trial/backend.js';
import { nextEvent, show, textOf, until } from '../../trial/page.js';
import { withAdministrator } from '../../trial/seeds.js';
import './application-list.js';

const { default: base } = seeds;
const platform: SignIn = { as: 'user_platform', organizationId: 'org_acme', portal: true };
const isWrite = ({ method, url }: Request) => method !== 'GET' && !url.endsWith('/preview');

/** The seed with another share of Flights for Acme. */
function withShare(some: Partial<Seed['onboardings'][number]>): Seed {
  return {
    ...base,
    onboardings: base.onboardings.map((share) =>
      share.organizationId === 'org_acme' && share.applicationId === 'app_flights'
        ? { ...share, ...some }
        : share,
    ),
  };
}

describe('tessera-application-list', function () {
  // Whole dialogs, with a look at each of their steps.
  this.timeout(10_000);

  async function setup(
    signedIn: SignIn = {},
    prepare: (backend: Backend) => void = () => {},
    { language = 'en', viewOnly = false } = {},
  ) {
    const usual = { as: 'user_admin_acme', organizationId: 'org_acme' };
    const backend = signIn({ ...usual, ...signedIn });
    prepare(backend);
    const provider = await show(
      backend,
      html`<tessera-application-list ?view-only=${viewOnly}></tessera-application-list>`,
      language,
    );
    const element = provider.querySelector('tessera-application-list')!;
    const root = element.shadowRoot!;
    const plain = (place: Element | null | undefined) =>
      textOf(place).replace(/[\u2068\u2069]/g, '');
    const one = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
    const row = (id: string) => one(`[data-application="${id}"]`);
    const go = () => until(() => one<HTMLButtonElement>('[data-go]'), 'the button');
    const box = (value: string, field: string) =>
      until(
        () => one<HTMLInputElement>(`[data-field="${field}"] input[value="${value}"]`),
        `the box ${value}`,
      );
    return {
      backend,
      provider,
      element,
      root,
      one,
      row,
      plain,
      go,
      ready: () => until(() => one('.rows:not(.skeleton), .notice'), 'applications'),
      deeds: (id: string) => [...row(id)!.querySelectorAll('button')].map((one) => textOf(one)),
      open: async (deed: string, id?: string) => {
        const place = id ? row(id)! : root;
        const found = `[data-deed="${deed}"]`;
        const button = await until(() => place.querySelector<HTMLElement>(found), deed);
        button.focus();
        button.click();
        await until(() => one('dialog[open]'), 'the dialog');
        return button;
      },
      tick: async (value: string, field: string) => {
        (await box(value, field)).click();
        await element.updateComplete;
      },
      press: async () => {
        const button = await go();
        await until(() => button.getAttribute('aria-disabled') !== 'true', 'a button that is on');
        button.click();
      },
      closed: () => until(() => !one('dialog[open]'), 'the end of it'),
      dialog: () => plain(one('dialog')),
      status: () => plain(one('p[role="status"]:not(.skeleton + p)')),
      share: (id = 'app_flights', organizationId = 'org_acme') =>
        backend.world.onboardings.get(organizationId)?.get(id),
    };
  }

  it('shows what the organization has of each application, and who decides about it', async () => {
    const seed = withShare({ seatLimit: 4, roleIds: ['role_flights_viewer'] });
    const { ready, row, plain, one, deeds, element } = await setup({ seed });
    await ready();
    expect(plain(row('app_flights'))).to.contain('Role groups Front officeApprovals');
    expect(plain(row('app_flights'))).to.contain('Single roles Viewer');
    expect(plain(row('app_flights'))).to.contain('Default roles Viewer');
    expect(plain(row('app_flights'))).to.contain('Handed on Front office');
    expect(plain(row('app_flights'))).to.contain('4 of 4 taken');
    expect(plain(row('app_ledger'))).to.contain('With a role only');
    await until(() => one('.note'), 'who decides');
    expect(plain(one('.note'))).to.contain('is decided by the platform’s administrators');
    expect(deeds('app_flights')).to.deep.equal(['Default roles', 'Hand on']);
    await expect(element).to.be.accessible();
  });

  it('tells a member that they can only look', async () => {
    const { ready, one, root, plain, element } = await setup({ as: 'user_agent_acme' });
    await ready();
    await until(() => one('.note'), 'the reason');
    expect(plain(one('.note'))).to.contain('Your role lets you look at this, not change it.');
    expect(root.querySelector('button')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('shows what members would lose before a change, and changes it then', async () => {
    const { ready, open, tick, press, dialog, closed, element, share, status, root } =
      await setup(platform);
    await ready();
    const button = await open('update', 'app_flights');
    await tick('group_flights_approvals', 'groups');
    await press();
    await until(() => dialog().includes('1 member loses Approver'), 'what else it does');
    expect(dialog()).to.contain('1 member can enter no more');
    expect(share()?.roleGroupIds).to.contain('group_flights_approvals');
    await expect(element).to.be.accessible();
    const told = nextEvent(element, 'tessera-application-shared');
    await press();
    const { organizationId, applicationId, deed } = await told;
    expect([organizationId, applicationId, deed]).to.deep.equal([
      'org_acme',
      'app_flights',
      'update',
    ]);
    await closed();
    expect(share()?.roleGroupIds).to.deep.equal(['group_flights_front_office']);
    expect(status()).to.equal('What the organization has of Flights is changed.');
    await until(() => root.activeElement === button, 'the focus where it was');
  });

  it('does at once what nobody loses anything by', async () => {
    const { ready, open, one, press, closed, share, element } = await setup(platform);
    await ready();
    await open('update', 'app_flights');
    const seats = one<HTMLInputElement>('#seats')!;
    seats.focus();
    await sendKeys({ type: 'many' });
    await until(() => seats.getAttribute('aria-invalid') === 'true', 'what is wrong');
    await expect(element).to.be.accessible();
    seats.select();
    await sendKeys({ type: '25' });
    await press();
    await closed();
    expect(share()?.seatLimit).to.equal(25);
    expect(share()?.roleGroupIds.length).to.equal(2);
  });

  it('gives an organization an application with what it may hand out', async () => {
    const onboardings = base.onboardings.filter(
      (share) => share.organizationId !== 'org_acme' || share.applicationId !== 'app_ledger',
    );
    const seed = { ...base, onboardings };
    const { ready, open, one, tick, press, closed, share, row, element } = await setup({
      ...platform,
      seed,
    });
    await ready();
    await open('onboard');
    const select = await until(() => one<HTMLSelectElement>('#application'), 'the choice');
    expect([...select.options].map((option) => textOf(option))).to.deep.equal([
      'Choose an application',
      'Ledger',
      'Rewards',
    ]);
    select.value = 'app_ledger';
    select.dispatchEvent(new Event('change'));
    await tick('group_ledger_bookkeeping', 'groups');
    await tick('role_ledger_reader', 'defaults');
    await expect(element).to.be.accessible();
    await press();
    await closed();
    await until(() => row('app_ledger'), 'the application');
    expect(share('app_ledger')).to.deep.include({
      roleGroupIds: ['group_ledger_bookkeeping'],
      defaultRoleIds: ['role_ledger_reader'],
    });
  });

  it('withdraws an application once somebody has seen what goes with it', async () => {
    const { ready, open, dialog, press, closed, row, share, element } = await setup(platform);
    await ready();
    await open('withdraw', 'app_flights');
    await until(() => dialog().includes('2 organizations lose the application'), 'what goes');
    expect(dialog()).to.contain('2 members lose Viewer');
    await expect(element).to.be.accessible();
    await press();
    await closed();
    await until(() => !row('app_flights'), 'the application to go');
    expect(share()).to.equal(undefined);
  });

  it('looks again when what a deed does has changed in the meantime', async () => {
    const { ready, open, dialog, press, closed, backend, share } = await setup(platform);
    await ready();
    await open('withdraw', 'app_ledger');
    await until(() => dialog().includes('1 member loses Controller'), 'what goes');
    await backend.client.access.grant({
      organizationId: 'org_acme',
      userId: 'user_agent_acme',
      applicationId: 'app_ledger',
      roleIds: ['role_ledger_reader'],
    });
    await press();
    await until(() => dialog().includes('Look again.'), 'the word');
    expect(dialog()).to.contain('1 member loses Reader');
    await press();
    await closed();
    expect(share('app_ledger')).to.equal(undefined);
  });

  it('lets an administrator choose the default roles', async () => {
    const { ready, open, tick, press, closed, share } = await setup();
    await ready();
    await open('setDefaults', 'app_flights');
    await tick('role_flights_booking_agent', 'defaults');
    await press();
    await closed();
    expect(share()?.defaultRoleIds).to.deep.equal([
      'role_flights_viewer',
      'role_flights_booking_agent',
    ]);
  });

  it('lets an administrator choose what is handed on, and tells what those below lose', async () => {
    const { ready, open, tick, press, closed, share, dialog } = await setup();
    await ready();
    await open('expose', 'app_flights');
    await tick('group_flights_front_office', 'exposed');
    await press();
    await until(() => dialog().includes('What else this does'), 'what else it does');
    await press();
    await closed();
    expect(share()?.exposedRoleGroupIds).to.deep.equal([]);
  });

  it('lets an organization above give what it hands on, and withdraw it', async () => {
    const { ready, provider, open, tick, press, closed, share, one, dialog, row, plain } =
      await setup();
    await ready();
    await provider.actFor('org_acme_north');
    await until(() => one('.rows') && !row('app_ledger'), 'the organization below');
    await until(
      () => plain(row('app_flights')).includes('From the organization above'),
      'the share',
    );
    await open('update', 'app_flights');
    expect(one('[data-field="roles"]')).to.equal(null);
    await tick('group_flights_front_office', 'groups');
    await press();
    await until(() => dialog().includes('What else this does'), 'what else it does');
    await press();
    await closed();
    expect(share('app_flights', 'org_acme_north')?.roleGroupIds).to.deep.equal([]);
    await open('withdraw', 'app_flights');
    await press();
    await closed();
    expect(share('app_flights', 'org_acme_north')).to.equal(undefined);
  });

  it('keeps what was chosen when the dialog is closed by accident, and forgets it on cancel', async () => {
    const { ready, open, tick, closed, dialog, one, root } = await setup(platform);
    await ready();
    await open('update', 'app_flights');
    await tick('group_flights_approvals', 'groups');
    await sendKeys({ press: 'Escape' });
    await closed();
    await open('update', 'app_flights');
    await until(() => dialog().includes('What you chose last time is still here.'), 'the choice');
    const kept = one<HTMLInputElement>('input[value="group_flights_approvals"]');
    expect(kept?.checked).to.equal(false);
    [...root.querySelectorAll('dialog button')]
      .find((button): button is HTMLButtonElement => textOf(button) === 'Cancel')!
      .click();
    await closed();
    await open('update', 'app_flights');
    await until(() => one('input[value="group_flights_approvals"]'), 'the choice');
    expect(one<HTMLInputElement>('input[value="group_flights_approvals"]')?.checked).to.equal(true);
  });

  it('tells why it was refused, keeps the choice, and does it once', async () => {
    const { ready, open, tick, press, dialog, closed, backend, share, one, element } =
      await setup();
    await ready();
    const keys: (string | null)[] = [];
    backend.answer = (request, pass) => {
      if (!isWrite(request)) return pass();
      keys.push(request.headers.get('Idempotency-Key'));
      return keys.length === 1 ? refusal(500, 'server_error') : pass();
    };
    await open('setDefaults', 'app_flights');
    await tick('role_flights_booking_agent', 'defaults');
    await press();
    await until(() => dialog().includes('It is not known whether this was saved.'), 'the reason');
    expect(one<HTMLInputElement>('input[value="role_flights_booking_agent"]')?.checked).to.equal(
      true,
    );
    await expect(element).to.be.accessible();
    await press();
    await closed();
    expect(keys.length).to.equal(2);
    expect(new Set(keys).size).to.equal(1);
    expect(share()?.defaultRoleIds.length).to.equal(2);
  });

  it('lets a host stop a deed', async () => {
    const { ready, open, tick, press, element, share } = await setup();
    await ready();
    element.addEventListener('tessera-before-application-share', (event) => event.preventDefault());
    await open('setDefaults', 'app_flights');
    await tick('role_flights_booking_agent', 'defaults');
    await press();
    await element.updateComplete;
    expect(share()?.defaultRoleIds).to.deep.equal(['role_flights_viewer']);
  });

  it('offers nothing where it is only to be looked at', async () => {
    const { ready, root } = await setup(platform, undefined, { viewOnly: true });
    await ready();
    expect(root.querySelector('button, .note')).to.equal(null);
  });

  it('asks again after a failure', async () => {
    const isList = ({ url }: Request) => new URL(url).pathname.endsWith('/applications');
    const { one, backend, ready, plain, row, element } = await setup({}, (backend) => {
      backend.answer = (request, pass) =>
        isList(request) ? refusal(400, 'validation_failed') : pass();
    });
    await until(() => one('.notice'), 'a notice');
    expect(plain(one('.notice'))).to.contain('Applications could not be loaded');
    await expect(element).to.be.accessible();
    backend.answer = (_, pass) => pass();
    one<HTMLButtonElement>('.notice button')!.click();
    await ready();
    await until(() => row('app_flights'), 'the applications');
  });

  it('never shows an application of the former organization, and closes what was open', async () => {
    const seed = withAdministrator(base, 'user_both', 'org_acme');
    const { ready, open, provider, backend, row, one } = await setup({ as: 'user_both', seed });
    await ready();
    await open('setDefaults', 'app_ledger');
    const late = held();
    backend.answer = async (request, pass) => {
      if (request.url.endsWith('/applications')) await late.promise;
      return pass();
    };
    provider.organizationId = 'org_borealis';
    await until(() => one('.skeleton'), 'the former ones to go');
    expect(row('app_ledger')).to.equal(null);
    expect(one('dialog[open]')).to.equal(null);
    late.release();
    await ready();
    await until(() => row('app_flights'), 'the application');
    expect(row('app_ledger')).to.equal(null);
  });

  it('shows what others have written as text, within the page', async () => {
    const { ready, root, element } = await setup({ as: 'user_both', seed: seeds.hostile });
    await ready();
    expect(root.querySelector('bdi > *, .name > *, script')).to.equal(null);
    expect(document.title).not.to.equal('broken');
    expect(element.scrollWidth <= element.clientWidth).to.equal(true);
  });

  it('speaks Arabic, from right to left', async () => {
    const { ready, element, open, dialog } = await setup(platform, undefined, { language: 'ar' });
    await ready();
    await open('withdraw', 'app_flights');
    await until(() => dialog().includes('ما يترتب على ذلك أيضًا'), 'what else it does');
    expect(getComputedStyle(element).direction).to.equal('rtl');
    await expect(element).to.be.accessible();
  });
});
