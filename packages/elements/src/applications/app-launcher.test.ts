import { seeds, type Seed } from '@tesserakit/mock-server';
import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../context/provider.js';
import { held, refusal, signIn, type Backend, type SignIn } from '../../trial/backend.js';
import { nextEvent, show, textOf, until } from '../../trial/page.js';
import './app-launcher.js';

const { default: base } = seeds;
const isAccess = ({ url }: Request) => new URL(url).pathname.endsWith('/access');
const isApplications = ({ url }: Request) => new URL(url).pathname.endsWith('/applications');

/** The seed with other words about Flights. */
function withFlights(some: Partial<Seed['applications'][number]>): Seed {
  return {
    ...base,
    applications: base.applications.map((application) =>
      application.applicationId === 'app_flights' ? { ...application, ...some } : application,
    ),
  };
}

/** The seed in which Acme has that many more applications, all closed to its agent. */
function withMany(count: number): Seed {
  const ids = Array.from({ length: count }, (_, index) => `app_many_${index + 1}`);
  return {
    ...base,
    applications: [
      ...base.applications,
      ...ids.map((applicationId, index) => ({
        applicationId,
        name: `Desk ${index + 1}`,
        audience: 'b2b' as const,
      })),
    ],
    onboardings: [
      ...base.onboardings,
      ...ids.map((applicationId) => ({
        organizationId: 'org_acme',
        applicationId,
        status: 'active' as const,
        roleGroupIds: [],
        roleIds: [],
        defaultRoleIds: [],
        allowsRolelessAccess: false,
        exposedRoleGroupIds: [],
      })),
    ],
  };
}

describe('tessera-app-launcher', () => {
  async function setup(
    signedIn: SignIn = {},
    prepare: (backend: Backend) => void = () => {},
    { requestable = false, language = 'en' } = {},
  ) {
    const backend = signIn({ as: 'user_agent_acme', ...signedIn });
    prepare(backend);
    const provider = await show(
      backend,
      html`<tessera-app-launcher ?requestable=${requestable}></tessera-app-launcher>`,
      language,
    );
    const element = provider.querySelector('tessera-app-launcher')!;
    const root = element.shadowRoot!;
    const one = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
    const names = (selector: string) =>
      [...root.querySelectorAll(`${selector} .name`)].map((name) => textOf(name));
    return {
      backend,
      provider,
      element,
      root,
      one,
      open: () => names('.tiles:not(.skeleton)'),
      closed: () => names('.closed'),
      ready: () => until(() => one('.tile[href], .closed, .notice'), 'applications'),
      notice: () => textOf(one('.notice')),
      button: (words: string) =>
        [...root.querySelectorAll('button')].find((button) => textOf(button) === words),
      status: () => textOf(one('p[role="status"]')).replace(/[\u2068\u2069]/g, ''),
    };
  }

  it('leads into what is open, and tells why the rest is closed and whom to ask', async () => {
    const { ready, open, closed, one, element, button } = await setup();
    await ready();
    expect(open()).to.deep.equal(['Flights']);
    expect(one<HTMLAnchorElement>('a.tile')?.href).to.equal('http://localhost:4300/?app=flights');
    expect(textOf(one('a.tile'))).to.contain('Booking agent');
    expect(closed()).to.deep.equal(['Ledger']);
    const hint = textOf(one('.closed .hint')).replace(/[\u2068\u2069]/g, '');
    expect(hint).to.equal('This account has no access here. Ask an administrator of Acme Travel.');
    expect(button('Ask for access')).to.equal(undefined);
    await expect(element).to.be.accessible();
  });

  it('gives the reasons for a closed one, on request', async () => {
    const { ready, root, button, one, element } = await setup();
    await ready();
    const why = button('Why?')!;
    expect(why.getAttribute('aria-expanded')).to.equal('false');
    why.focus();
    await sendKeys({ press: 'Enter' });
    const explainer = await until(() => one('tessera-access-explainer'), 'the reasons');
    await until(() => textOf(explainer.shadowRoot).includes('may not enter'), 'an answer');
    expect(root.activeElement).to.equal(why);
    expect(why.getAttribute('aria-expanded')).to.equal('true');
    await expect(element).to.be.accessible();
    why.click();
    await until(() => !one('tessera-access-explainer'), 'the reasons to go');
  });

  it('hands a request for access to a host that takes requests', async () => {
    const { ready, button, element, status } = await setup({}, undefined, { requestable: true });
    await ready();
    const asked = nextEvent(element, 'tessera-access-requested');
    button('Ask for access')!.click();
    const { organizationId, userId, applicationId } = await asked;
    expect([organizationId, userId, applicationId]).to.deep.equal([
      'org_acme',
      'user_agent_acme',
      'app_ledger',
    ]);
    await element.updateComplete;
    expect(status()).to.equal('You asked for access to Ledger.');
    let again = false;
    element.addEventListener('tessera-access-requested', () => (again = true));
    const pressed = button('Asked for')!;
    expect(pressed.getAttribute('aria-disabled')).to.equal('true');
    pressed.click();
    expect(again).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('lets a host lead the way itself', async () => {
    const { ready, one, element } = await setup();
    await ready();
    element.addEventListener('tessera-before-application-launch', (event) => {
      event.preventDefault();
    });
    const told = nextEvent(element, 'tessera-before-application-launch');
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    expect(one('a.tile')!.dispatchEvent(click)).to.equal(false);
    expect((await told).applicationId).to.equal('app_flights');
  });

  it('leads nowhere but to the web', async () => {
    for (const launchUrl of ['javascript:document.title="broken"', 'data:text/html,x', 'nowhere']) {
      const { root } = await setup({ seed: withFlights({ launchUrl }) });
      const place = await until(() => root.querySelector('div.tile'), 'the tile');
      expect(root.querySelector('a')).to.equal(null);
      expect(textOf(place)).to.contain('Open it as you usually do.');
    }
  });

  it('shows no role that does not count', async () => {
    const seed: Seed = {
      ...base,
      grants: [
        ...base.grants.filter(({ userId }) => userId !== 'user_agent_acme'),
        {
          userId: 'user_agent_acme',
          organizationId: 'org_acme',
          applicationId: 'app_flights',
          roles: [
            { roleId: 'role_flights_viewer', source: 'direct' },
            { roleId: 'role_flights_approver', source: 'direct', expiresAt: base.today - 1 },
          ],
        },
      ],
    };
    const { ready, one } = await setup({ seed });
    await ready();
    expect(textOf(one('a.tile'))).to.equal('Flights Viewer');
  });

  it('says so when nothing is open, and when there is nothing', async () => {
    const nothing = await setup({ as: 'user_creator_acme' });
    await nothing.ready();
    expect(nothing.notice()).to.contain('No application is open to you yet');
    expect(nothing.closed()).to.deep.equal(['Flights', 'Ledger']);
    const onboardings = base.onboardings.filter((one) => one.organizationId !== 'org_acme');
    const none = await setup({ seed: { ...base, onboardings } });
    await none.ready();
    expect(none.notice()).to.contain('No applications yet');
  });

  it('finds one of many', async () => {
    const { ready, one, closed, open, root } = await setup({ seed: withMany(20) });
    await ready();
    await until(() => closed().length === 21, 'all of them');
    one<HTMLInputElement>('[part="search"]')!.focus();
    await sendKeys({ type: 'desk 13' });
    await until(() => closed().length === 1, 'the one');
    expect(closed()).to.deep.equal(['Desk 13']);
    expect(open()).to.deep.equal([]);
    expect(textOf(one('[aria-live="polite"]'))).to.equal('Found: 1');
    await sendKeys({ type: 'x' });
    await until(() => textOf(root).includes('No application matches.'), 'the word');
  });

  it('asks again after a failure, and does without faces that could not be loaded', async () => {
    const { one, backend, ready, open, notice, element } = await setup({}, (backend) => {
      backend.answer = (request, pass) =>
        isAccess(request) ? refusal(400, 'validation_failed') : pass();
    });
    await until(() => one('.notice'), 'a notice');
    expect(notice()).to.contain('Applications could not be loaded');
    await expect(element).to.be.accessible();
    backend.answer = (request, pass) =>
      isApplications(request) ? refusal(400, 'validation_failed') : pass();
    one<HTMLButtonElement>('.notice button')!.click();
    await ready();
    await until(() => open().length === 1, 'the application');
  });

  it('tells a person who only looks after an organization that they are no member', async () => {
    const { notice, one } = await setup({}, (backend) => {
      backend.answer = (request, pass) => (isAccess(request) ? refusal(404, 'not_found') : pass());
    });
    await until(() => one('.notice'), 'a notice');
    expect(notice()).to.contain('You are no member of this organization');
  });

  it('never shows an application of the former organization after a switch', async () => {
    const { ready, open, closed, backend, provider, one } = await setup({
      as: 'user_both',
      organizationId: 'org_acme',
    });
    await ready();
    expect(closed()).to.deep.equal(['Ledger']);
    const late = held();
    backend.answer = async (request, pass) => {
      if (isAccess(request)) await late.promise;
      return pass();
    };
    provider.organizationId = 'org_borealis';
    await until(() => one('.skeleton'), 'the former ones to go');
    expect([...open(), ...closed()]).to.deep.equal([]);
    late.release();
    await ready();
    await until(() => open().length === 1, 'the application');
    expect(closed()).to.deep.equal([]);
  });

  it('shows what others have written as text, within the page', async () => {
    const { ready, root, element } = await setup({ as: 'user_both', seed: seeds.hostile });
    await ready();
    expect(root.querySelector('bdi > *, script, a[href^="javascript" i]')).to.equal(null);
    expect(document.title).not.to.equal('broken');
    expect(element.scrollWidth <= element.clientWidth).to.equal(true);
  });

  it('speaks Arabic, from right to left', async () => {
    const { ready, element, one } = await setup({}, undefined, { language: 'ar' });
    await ready();
    await until(() => textOf(one('h3')) === 'تطبيقاتك', 'the language');
    expect(getComputedStyle(element).direction).to.equal('rtl');
    await expect(element).to.be.accessible();
  });
});
