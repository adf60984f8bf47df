import type { AccessGrant } from '@tesserakit/domain';
import { seeds, type Seed } from '@tesserakit/mock-server';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../context/provider.js';
import '../members/member-table.js';
import { held, refusal, signIn, type Backend, type SignIn } from '../../trial/backend.js';
import { nextEvent, show, textOf, until } from '../../trial/page.js';
import { hostileNames, withAdministrator } from '../../trial/seeds.js';
import './role-assigner.js';
import type { TesseraRoleAssigner } from './role-assigner.js';

const { default: base } = seeds;
const agent = { organizationId: 'org_acme', userId: 'user_agent_acme' };
const flights = { ...agent, applicationId: 'app_flights' };

const isWrite = ({ method }: Request) => method !== 'GET';
const isAccess = ({ url }: Request) => new URL(url).pathname.includes('/access');
const isAnswerAbout = ({ url }: Request) => new URL(url).pathname.endsWith('/user_agent_acme');

/** The seed in which the agent of Acme has these roles in Flights, and no others. */
function withGrant(some: Partial<AccessGrant>, seed: Seed = base): Seed {
  const others = seed.grants.filter(({ userId }) => userId !== agent.userId);
  const grant: AccessGrant = { ...flights, roles: [], ...some };
  return { ...seed, grants: [...others, grant] };
}

/** The seed in which Acme has another share of an application. */
function withShare(applicationId: string, some: Partial<Seed['onboardings'][number]>): Seed {
  return {
    ...base,
    onboardings: base.onboardings.map((share) =>
      share.organizationId === 'org_acme' && share.applicationId === applicationId
        ? { ...share, ...some }
        : share,
    ),
  };
}

/** What can be asked about an assigner on the page. */
function looksAt(element: TesseraRoleAssigner) {
  const root = element.shadowRoot!;
  const one = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
  const plain = (place: Element | null | undefined) => textOf(place).replace(/[\u2068\u2069]/g, '');
  const part = (name: string) =>
    [...root.querySelectorAll<HTMLElement>('.part')].find(
      (one) => textOf(one.querySelector('.title')) === name,
    );
  const row = (name: string, place = '') =>
    [...(part(place) ?? root).querySelectorAll<HTMLElement>('.role')].find(
      (one) => textOf(one.querySelector('.name')) === name,
    );
  const box = (name: string, place?: string) => row(name, place)?.querySelector('input');
  const button = (words: string) =>
    [...root.querySelectorAll('button')].find((one) => textOf(one) === words);
  return {
    element,
    root,
    one,
    part,
    row,
    box,
    button,
    press: (words: string) => button(words)?.click(),
    choose: async (name: string, place?: string) => {
      const found = await until(() => box(name, place), `the role ${name}`);
      found.click();
      await element.updateComplete;
    },
    summary: (name: string) => plain(part(name)?.querySelector('.chosen')),
    difference: () => plain(one('.difference')),
    notice: () => textOf(one('.notice')),
    status: () => plain(one('[role="status"]')),
    refusals: () => plain(one('.refusals')),
    reasons: (name: string) =>
      (box(name)?.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => plain(root.getElementById(id)))
        .join(' '),
  };
}

describe('tessera-role-assigner', () => {
  async function setup(
    signedIn: SignIn = {},
    prepare: (backend: Backend) => void = () => {},
    { userId = agent.userId, language = 'en', viewOnly = false } = {},
  ) {
    const backend = signIn({ as: 'user_admin_acme', organizationId: 'org_acme', ...signedIn });
    prepare(backend);
    const provider = await show(
      backend,
      html`<tessera-role-assigner
        user-id=${userId}
        ?view-only=${viewOnly}
      ></tessera-role-assigner>`,
      language,
    );
    const looks = looksAt(provider.querySelector('tessera-role-assigner')!);
    return {
      backend,
      provider,
      ...looks,
      ready: () => until(() => looks.part('Flights'), 'the roles'),
      access: async () => {
        const { items } = await backend.client.access.list(agent);
        return items.find(({ applicationId }) => applicationId === 'app_flights');
      },
      roles: async () =>
        (await backend.client.members.get(agent)).organizationRoles.map(({ roleId }) => roleId),
    };
  }

  it('shows what a member has of the organization and its applications, and what it allows', async () => {
    const { ready, summary, row, box, element } = await setup();
    await ready();
    expect(summary('Organization')).to.equal('Member');
    expect(summary('Flights')).to.equal('Booking agent');
    expect(summary('Ledger')).to.equal('No access');
    expect(box('Booking agent')?.checked).to.equal(true);
    expect(box('Approver')?.checked).to.equal(false);
    expect(textOf(row('Approver'))).to.contain('Approves trips above the travel budget.');
    expect(textOf(row('Administrator'))).to.contain('Manages members');
    await expect(element).to.be.accessible();
  });

  it('tells where each role comes from, and which of them end by themselves', async () => {
    const expiresAt = Date.now() + 20 * 86_400_000;
    const seed = withGrant({
      roles: [
        { roleId: 'role_flights_viewer', source: 'default' },
        { roleId: 'role_flights_booking_agent', source: 'direct' },
        { roleId: 'role_flights_approver', source: 'parent' },
        { roleId: 'role_flights_after_sales', source: 'idp-group', expiresAt },
      ],
    });
    const { ready, row, reasons } = await setup({ seed });
    await ready();
    expect(textOf(row('Viewer'))).to.contain('Default role');
    expect(textOf(row('Booking agent'))).to.contain('Given directly');
    expect(textOf(row('Approver'))).to.contain('From the parent organization');
    expect(textOf(row('After sales'))).to.contain('From the identity provider');
    expect(reasons('After sales')).to.contain('Ends in 2 weeks');
  });

  it('shows what a choice would change, and writes nothing before it is saved', async () => {
    const { ready, choose, difference, element, access, summary } = await setup();
    await ready();
    expect(difference()).to.equal('');
    await choose('Approver');
    await choose('Booking agent');
    expect(difference()).to.equal('Adds Approver in Flights Removes Booking agent');
    expect(summary('Flights')).to.equal('Approver');
    expect(element.matches(':state(changed)')).to.equal(true);
    expect((await access())?.roles.map(({ name }) => name)).to.deep.equal(['Booking agent']);
    await expect(element).to.be.accessible();
  });

  it('saves part by part, says so, and tells the host what has changed', async () => {
    const { ready, choose, press, element, status, roles, access, difference } = await setup();
    await ready();
    const told = nextEvent(element, 'tessera-member-roles-changed');
    await choose('Creator');
    await choose('Approver');
    press('Save');
    const { userId, organizationId, changes } = await told;
    expect({ userId, organizationId }).to.deep.equal(agent);
    expect(changes).to.deep.equal([
      { applicationId: undefined, added: ['organizationCreator'], removed: [], withdrawn: false },
      {
        applicationId: 'app_flights',
        added: ['role_flights_approver'],
        removed: [],
        withdrawn: false,
      },
    ]);
    await until(() => status() === 'Roles saved in the organization and Flights.', 'the word');
    expect(difference()).to.equal('');
    expect(await roles()).to.deep.equal(['organizationMember', 'organizationCreator']);
    expect((await access())?.roles.length).to.equal(2);
    expect(element.matches(':state(changed)')).to.equal(false);
  });

  it('takes the access with the last role, and says so before', async () => {
    const { ready, choose, press, difference, access, summary } = await setup();
    await ready();
    await choose('Booking agent');
    expect(difference()).to.equal('Removes Booking agent in Flights Takes away access to Flights');
    press('Save');
    await until(() => difference() === '', 'the end of saving');
    await until(async () => (await access())?.granted === false, 'no grant');
    expect(summary('Flights')).to.equal('No access');
  });

  it('lets somebody in without a role where the application allows that', async () => {
    const seed = withShare('app_ledger', { allowsRolelessAccess: true });
    const { ready, choose, press, difference, backend } = await setup({ seed });
    await ready();
    await choose('Access', 'Ledger');
    expect(difference()).to.equal('Gives access to Ledger');
    press('Save');
    await until(() => difference() === '', 'the end of saving');
    const { items } = await backend.client.access.list(agent);
    const ledger = items.find(({ applicationId }) => applicationId === 'app_ledger');
    expect(ledger).to.deep.include({ granted: true, roles: [] });
  });

  it('keeps roles outside of what the organization may hand out in sight, with the reason', async () => {
    const seed = withShare('app_flights', { roleGroupIds: ['group_flights_front_office'] });
    const { ready, box, reasons, choose, difference, element } = await setup({ seed });
    await ready();
    expect(box('Approver')?.getAttribute('aria-disabled')).to.equal('true');
    expect(box('Approver')?.disabled).to.equal(false);
    expect(reasons('Approver')).to.contain('This role is not available to the organization.');
    await choose('Approver');
    expect(box('Approver')?.checked).to.equal(false);
    expect(difference()).to.equal('');
    await expect(element).to.be.accessible();
  });

  it('lets a role that cannot be given any more be taken, and given back until that is saved', async () => {
    const seed = withGrant(
      { roles: [{ roleId: 'role_flights_approver', source: 'direct' }] },
      withShare('app_flights', { roleGroupIds: ['group_flights_front_office'] }),
    );
    const { ready, box, reasons, choose, difference } = await setup({ seed });
    await ready();
    expect(box('Approver')?.checked).to.equal(true);
    expect(reasons('Approver')).to.contain('Once saved without it, you cannot give it back.');
    await choose('Approver');
    expect(difference()).to.contain('Removes Approver in Flights');
    await choose('Approver');
    expect(difference()).to.equal('');
  });

  it('shows a person their own roles, and why they cannot change them', async () => {
    const { ready, one, box, choose, difference, element } = await setup({
      as: agent.userId,
    });
    await ready();
    expect(textOf(one('.part .note'))).to.equal('Your role does not allow this.');
    expect(box('Approver')?.getAttribute('aria-disabled')).to.equal('true');
    await choose('Approver');
    expect(difference()).to.equal('');
    await expect(element).to.be.accessible();
  });

  it('tells an administrator why they cannot give themselves more', async () => {
    const own = { userId: 'user_admin_acme' };
    const { ready, choose, press, refusals, difference } = await setup({}, undefined, own);
    await ready();
    await choose('Viewer');
    press('Save');
    await until(() => refusals().includes('You cannot change your own access.'), 'the reason');
    expect(refusals()).to.contain('Roles in Flights were not saved; your choice is kept.');
    expect(difference()).to.equal('Adds Viewer in Flights');
  });

  it('lets a host stop a change, and keeps what was chosen', async () => {
    const { ready, choose, press, one, element, access, difference } = await setup();
    await ready();
    element.addEventListener('tessera-before-member-roles-change', (event) =>
      event.preventDefault(),
    );
    await choose('Approver');
    press('Save');
    await element.updateComplete;
    expect(textOf(one('.primary'))).to.equal('Save');
    expect(difference()).to.equal('Adds Approver in Flights');
    expect((await access())?.roles.length).to.equal(1);
  });

  it('keeps the part that was refused with the reason, and saves it when asked again', async () => {
    let full = true;
    const { ready, choose, press, refusals, difference, roles, access, element } = await setup(
      {},
      (backend) => {
        backend.answer = (request, pass) =>
          full && isWrite(request) && isAccess(request)
            ? refusal(409, 'seat_limit_reached')
            : pass();
      },
    );
    await ready();
    await choose('Creator');
    await choose('Approver');
    const told = nextEvent(element, 'tessera-member-roles-changed');
    press('Save');
    expect((await told).changes.map(({ applicationId }) => applicationId)).to.deep.equal([
      undefined,
    ]);
    await until(() => refusals(), 'a refusal');
    expect(refusals()).to.contain('1 of 2 changes is saved.');
    expect(refusals()).to.contain('All seats of the application are taken.');
    expect(difference()).to.equal('Adds Approver in Flights');
    expect(await roles()).to.contain('organizationCreator');
    await expect(element).to.be.accessible();
    full = false;
    press('Try again');
    await until(() => difference() === '', 'the end of saving');
    expect((await access())?.roles.length).to.equal(2);
  });

  it('counts down to when the server takes it again', async () => {
    let busy = true;
    const { ready, choose, press, one, refusals, difference } = await setup({}, (backend) => {
      backend.answer = (request, pass) => {
        if (!busy || !isWrite(request)) return pass();
        const answer = refusal(429, 'rate_limited');
        answer.headers.set('Retry-After', '1');
        return answer;
      };
    });
    await ready();
    await choose('Approver');
    press('Save');
    await until(() => refusals().includes('Too many requests.'), 'the reason');
    expect(textOf(one('#wait'))).to.equal('Try again in 1 second.');
    expect(one('.primary')?.getAttribute('aria-disabled')).to.equal('true');
    busy = false;
    await until(() => !one('#wait'), 'the time to come');
    press('Try again');
    await until(() => difference() === '', 'the end of saving');
  });

  it('sends what may have been saved again under the same key', async () => {
    const keys: (string | null)[] = [];
    const { ready, choose, press, refusals, difference } = await setup({}, (backend) => {
      backend.answer = async (request, pass) => {
        if (!isWrite(request)) {
          return keys.length === 1 ? refusal(403, 'organization_suspended') : pass();
        }
        keys.push(request.headers.get('Idempotency-Key'));
        const answer = await pass();
        return keys.length === 1 ? refusal(502, 'server_error') : answer;
      };
    });
    await ready();
    await choose('Approver');
    press('Save');
    await until(() => refusals().includes('It is not known whether this was saved.'), 'the doubt');
    press('Try again');
    await until(() => difference() === '', 'the end of saving');
    expect(keys.length).to.equal(2);
    expect(keys[0]).to.equal(keys[1]);
  });

  it('asks nobody to try again where the server turns out to have saved it', async () => {
    const { ready, choose, press, status, element, one } = await setup({}, (backend) => {
      backend.answer = async (request, pass) => {
        const answer = await pass();
        return isWrite(request) ? refusal(502, 'server_error') : answer;
      };
    });
    await ready();
    await choose('Approver');
    const told = nextEvent(element, 'tessera-member-roles-changed');
    press('Save');
    expect((await told).changes.length).to.equal(1);
    await until(() => status() === 'Roles saved in Flights.', 'the word');
    expect(one('.bar')).to.equal(null);
  });

  it('puts what somebody else has changed beside what was chosen, and overwrites nothing', async () => {
    const { ready, choose, press, one, backend, access, button, element } = await setup();
    await ready();
    await choose('Approver');
    const theirs = { ...flights, roleIds: ['role_flights_viewer'] };
    await backend.client.access.grant(theirs);
    press('Save');
    await until(() => one('.contest'), 'both sides');
    const sides = [...element.shadowRoot!.querySelectorAll('.side p')].map((side) =>
      textOf(side).replace(/[\u2068\u2069]/g, ''),
    );
    expect(sides).to.deep.equal(['Viewer', 'Booking agent and Approver']);
    expect(button('Save')).to.equal(undefined);
    expect((await access())?.roles.map(({ name }) => name)).to.deep.equal(['Viewer']);
    await expect(element).to.be.accessible();
  });

  it('overwrites no organization roles that somebody else has given', async () => {
    const { ready, choose, press, one, backend, roles } = await setup();
    await ready();
    await choose('Creator');
    await backend.client.members.setOrganizationRoles({
      ...agent,
      organizationRoleIds: ['organizationAdmin'],
    });
    press('Save');
    await until(() => one('.contest'), 'both sides');
    expect(await roles()).to.deep.equal(['organizationAdmin']);
  });

  it('saves the rest while a person has not decided yet', async () => {
    const { ready, choose, press, one, backend, difference, element, access, roles } =
      await setup();
    await ready();
    await choose('Approver');
    await backend.client.access.grant({ ...flights, roleIds: ['role_flights_viewer'] });
    element.reload();
    await until(() => one('.contest'), 'both sides');
    await choose('Creator');
    const undecided = 'Choose what is to count where somebody else made a change.';
    expect(difference()).to.equal(`Adds Creator in the organization ${undecided}`);
    press('Save');
    await until(() => difference() === undecided, 'the end of saving');
    expect(await roles()).to.contain('organizationCreator');
    expect((await access())?.roles.map(({ name }) => name)).to.deep.equal(['Viewer']);
  });

  it('has others on the page show what was saved', async () => {
    const { ready, choose, press, provider } = await setup();
    await ready();
    const table = document.createElement('tessera-member-table');
    provider.append(table);
    const shown = () => textOf(table.shadowRoot).includes('Flights · Booking agent · Approver');
    await until(() => textOf(table.shadowRoot).includes('Flights · Booking agent'), 'the table');
    await choose('Approver');
    press('Save');
    await until(shown, 'the new role in the table');
  });

  it('saves the choice that a person holds on to, as a difference to what is there now', async () => {
    const { ready, choose, press, one, backend, access, difference } = await setup();
    await ready();
    await choose('Approver');
    await backend.client.access.grant({ ...flights, roleIds: ['role_flights_viewer'] });
    press('Save');
    await until(() => one('.contest'), 'both sides');
    press('Keep my choice');
    await until(() => !one('.contest'), 'the decision');
    expect(difference()).to.equal('Adds Booking agent and Approver in Flights Removes Viewer');
    press('Save');
    await until(() => difference() === '', 'the end of saving');
    expect((await access())?.roles.map(({ name }) => name).toSorted()).to.deep.equal([
      'Approver',
      'Booking agent',
    ]);
  });

  it('takes what is there now when a person gives way, and goes on where they were', async () => {
    const { ready, choose, one, backend, box, element, root, press } = await setup();
    await ready();
    await choose('Approver');
    await backend.client.access.grant({ ...flights, roleIds: ['role_flights_viewer'] });
    // Seen without saving, too: the answers are asked for again by themselves.
    element.reload();
    await until(() => one('.contest'), 'both sides');
    press('Take what is there now');
    await until(() => box('Viewer')?.checked === true, 'the roles of the server');
    expect(box('Approver')?.checked).to.equal(false);
    expect(one('.bar')).to.equal(null);
    expect(root.activeElement?.localName).to.equal('summary');
  });

  it('saves without a question where somebody wrote but left the roles alone', async () => {
    const { ready, choose, press, backend, roles, difference, one } = await setup();
    await ready();
    await choose('Creator');
    await backend.client.members.update({ ...agent, title: 'Lead' });
    press('Save');
    await until(() => difference() === '', 'the end of saving');
    expect(one('.contest')).to.equal(null);
    expect(await roles()).to.contain('organizationCreator');
  });

  it('sets and lifts the end of access', async () => {
    const { ready, one, press, difference, access, part } = await setup();
    await ready();
    const field = () => part('Flights')!.querySelector<HTMLInputElement>('input[type="date"]')!;
    field().value = '2090-03-12';
    field().dispatchEvent(new Event('change'));
    await until(() => difference().includes('ends after March 12, 2090'), 'the end');
    press('Save');
    await until(() => !one('.bar'), 'the end of saving');
    expect(Date.parse((await access())?.expiresAt ?? '')).to.be.greaterThan(
      Date.parse('2090-03-11'),
    );
    await until(() => field().value === '2090-03-12', 'the day');
    field().value = '';
    field().dispatchEvent(new Event('change'));
    await until(
      () => difference() === 'Access to Flights no longer ends by itself',
      'the end lifted',
    );
  });

  it('keeps an end that was set when roles change', async () => {
    const seed = withGrant({
      roles: [{ roleId: 'role_flights_viewer', source: 'direct' }],
      expiresAt: Date.now() + 86_400_000 * 30,
    });
    const { ready, choose, press, one, access } = await setup({ seed });
    await ready();
    const before = (await access())?.expiresAt;
    await choose('Approver');
    press('Save');
    await until(() => !one('.bar'), 'the end of saving');
    expect((await access())?.roles.length).to.equal(2);
    expect((await access())?.expiresAt).to.equal(before);
  });

  it('counts access that has ended as none, and gives it anew', async () => {
    const seed = withGrant({
      roles: [{ roleId: 'role_flights_viewer', source: 'direct' }],
      expiresAt: base.today - 86_400_000 * 3,
    });
    const { ready, row, box, summary, choose, press, one, access } = await setup({ seed });
    await ready();
    expect(summary('Flights')).to.equal('No access');
    expect(box('Viewer')?.checked).to.equal(false);
    expect(textOf(row('Viewer'))).to.contain('Ended');
    await choose('Viewer');
    press('Save');
    await until(() => !one('.bar'), 'the end of saving');
    await until(async () => (await access())?.roles[0]?.inForce === true, 'a role in force');
    expect((await access())?.expiresAt).to.equal(undefined);
  });

  it('goes on where a person was after saving and after discarding', async () => {
    const { ready, choose, button, box, root, one } = await setup();
    await ready();
    await choose('Approver');
    button('Discard changes')!.focus();
    button('Discard changes')!.click();
    await until(() => !one('.bar') && root.activeElement === box('Approver'), 'the focus');
    expect(box('Approver')?.checked).to.equal(false);
    await choose('Approver');
    button('Save')!.focus();
    button('Save')!.click();
    await until(() => !one('.bar') && root.activeElement === box('Approver'), 'the focus again');
  });

  it('is worked by keyboard alone, also past what cannot be chosen', async () => {
    const seed = withShare('app_flights', { roleGroupIds: ['group_flights_front_office'] });
    const { ready, box, root, difference } = await setup({ seed });
    await ready();
    box('Booking agent')!.focus();
    await sendKeys({ press: 'Tab' });
    expect(root.activeElement).to.equal(box('Approver'));
    await sendKeys({ press: 'Space' });
    expect(box('Approver')?.checked).to.equal(false);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await until(() => difference() === 'Adds After sales in Flights', 'the choice');
  });

  it('finds a role among many by name or by what it allows', async () => {
    const roles = Array.from({ length: 20 }, (_, index) => ({
      roleId: `role_many_${index}`,
      applicationId: 'app_flights',
      key: `many_${index}`,
      name: `Desk ${index}`,
      description: index === 7 ? 'Looks after Oslo.' : '',
      permissions: [],
    }));
    const share = withShare('app_flights', { roleIds: roles.map(({ roleId }) => roleId) });
    const seed = { ...share, roles: [...base.roles, ...roles] };
    const { ready, part, choose, difference, element } = await setup({ seed });
    const place = await ready();
    expect(part('Organization')?.querySelector('.search')).to.equal(null);
    const type = (words: string) => {
      const field = place.querySelector<HTMLInputElement>('.search input')!;
      field.value = words;
      field.dispatchEvent(new InputEvent('input'));
      return element.updateComplete;
    };
    const names = () => [...place.querySelectorAll('.name')].map((name) => textOf(name));
    await type('oslo');
    expect(names()).to.deep.equal(['Desk 7']);
    expect(textOf(place.querySelector('.hint'))).to.equal('1 of 24 roles');
    await choose('Desk 7');
    await type('nothing like it');
    expect(textOf(place)).to.contain('No role matches.');
    expect(difference()).to.equal('Adds Desk 7 in Flights');
    await expect(element).to.be.accessible();
  });

  it('shows the shape of what is on its way', async () => {
    const answer = held();
    const { backend, element, one, ready } = await setup({}, (backend) => {
      backend.answer = async (request, pass) => {
        if (isAccess(request)) await answer.promise;
        return pass();
      };
    });
    await until(() => element.matches(':state(loading)'), 'the state loading');
    await until(() => backend.asked.some(({ pathname }) => pathname.endsWith('/access')), 'access');
    expect(one('.skeleton')).not.to.equal(null);
    await expect(element).to.be.accessible();
    answer.release();
    await ready();
    expect(element.matches(':state(loading)')).to.equal(false);
  });

  it('says what went wrong and what to quote, and tries again when asked', async () => {
    let broken = true;
    const { one, notice, press, ready, element } = await setup({}, (backend) => {
      backend.answer = (request, pass) =>
        broken && isAnswerAbout(request) ? refusal(403, 'organization_suspended') : pass();
    });
    await until(() => one('[role="alert"]'), 'an alert');
    expect(notice()).to.contain('Roles could not be loaded');
    expect(notice()).to.contain('request_7');
    await expect(element).to.be.accessible();
    broken = false;
    press('Try again');
    await ready();
  });

  it('shows the organization roles when applications cannot be loaded, and tries those again', async () => {
    let broken = true;
    const { choose, one, part, press, ready, difference, element } = await setup({}, (backend) => {
      backend.answer = (request, pass) =>
        broken && isAccess(request) ? refusal(403, 'organization_suspended') : pass();
    });
    await choose('Creator');
    expect(part('Flights')).to.equal(undefined);
    expect(textOf(one('.note[role="alert"]'))).to.contain('Applications could not be loaded.');
    await expect(element).to.be.accessible();
    broken = false;
    press('Try again');
    await ready();
    expect(difference()).to.equal('Adds Creator in the organization');
  });

  it('tells who sees only a part why the rest is missing', async () => {
    const { part, one } = await setup({ as: 'user_creator_acme' });
    await until(() => part('Organization'), 'the organization');
    expect(textOf(one('.parts > .note'))).to.equal(
      'Only administrators see which applications others may use.',
    );
  });

  it('tells a person without the permission why', async () => {
    const { notice, element } = await setup({ as: 'user_agent_acme' }, undefined, {
      userId: 'user_admin_acme',
    });
    await until(() => notice(), 'a notice');
    expect(notice()).to.contain('Only administrators see the roles of others');
    await expect(element).to.be.accessible();
  });

  it('asks for a member when there is none', async () => {
    const { notice, element } = await setup();
    element.userId = undefined;
    await until(() => notice().includes('Nobody is chosen'), 'a notice');
    await expect(element).to.be.accessible();
  });

  it('shows only what a member has where it is for looking', async () => {
    const { ready, root, part, element } = await setup({}, undefined, { viewOnly: true });
    await ready();
    expect(root.querySelectorAll('input').length).to.equal(0);
    expect(textOf(part('Flights')?.querySelector('.name'))).to.equal('Booking agent');
    expect(textOf(part('Ledger')?.querySelector('.roles'))).to.equal('No access');
    await expect(element).to.be.accessible();
  });

  it('offers nothing that the backend cannot do', async () => {
    const { part, one, box } = await setup({}, (backend) => {
      const { client } = backend;
      const capabilities = client.capabilities.bind(client);
      Object.assign(client, {
        capabilities: async (...all: Parameters<typeof capabilities>) => {
          const { access: _, ...can } = await capabilities(...all);
          return { ...can, members: { ...can.members, setOrganizationRoles: false } };
        },
      });
    });
    await until(() => part('Organization'), 'the organization');
    expect(part('Flights')).to.equal(undefined);
    expect(textOf(one('.part .note'))).to.equal('This backend cannot do this.');
    expect(box('Creator')?.getAttribute('aria-disabled')).to.equal('true');
  });

  it('T09: shows nothing of the former organization while the next is on its way', async () => {
    const answer = held();
    const seed = withAdministrator(base, 'user_both', 'org_acme');
    const { backend, provider, ready, choose, part, summary, one } = await setup(
      { as: 'user_both', seed },
      undefined,
      { userId: 'user_both' },
    );
    await ready();
    await choose('Viewer');
    backend.answer = async (request, pass) => {
      if (request.url.includes('/members/')) await answer.promise;
      return pass();
    };
    await provider.switchTo('org_borealis');
    await provider.querySelector('tessera-role-assigner')!.updateComplete;
    expect(part('Flights')).to.equal(undefined);
    expect(one('.bar')).to.equal(null);
    answer.release();
    await ready();
    expect(summary('Flights')).to.equal('Approver');
    expect(one('.bar')).to.equal(null);
  });

  it('keeps what was chosen for a member while another one is looked at', async () => {
    const { ready, choose, element, difference, summary, box } = await setup();
    await ready();
    await choose('Approver');
    element.userId = 'user_creator_acme';
    await until(() => summary('Flights') === 'No access', 'the other member');
    expect(difference()).to.equal('');
    element.userId = agent.userId;
    await until(() => difference() === 'Adds Approver in Flights', 'the choice');
    expect(box('Approver')?.checked).to.equal(true);
  });

  it('shows names that try to break the page as the text they are', async () => {
    const title = document.title;
    const roles = hostileNames.map((name, index) => ({
      roleId: `role_hostile_${index}`,
      applicationId: 'app_flights',
      key: `hostile_${index}`,
      name,
      description: name,
      permissions: [name],
    }));
    const share = withShare('app_flights', { roleIds: roles.map(({ roleId }) => roleId) });
    const seed = { ...share, roles: [...base.roles, ...roles] };
    const { ready, box, root, difference, element } = await setup({ seed });
    await ready();
    box(textOf({ textContent: hostileNames[0] } as Element))?.click();
    await element.updateComplete;
    expect(difference()).to.contain('<img src=x onerror=');
    box(hostileNames[2] ?? '')?.click();
    await element.updateComplete;
    expect(difference()).to.contain('NNN…');
    expect(difference().length).to.be.lessThan(200);
    expect(root.querySelectorAll('script, [onerror], bdi *, a').length).to.equal(0);
    expect(document.title).to.equal(title);
    expect(root.querySelector('.part')!.scrollWidth).to.be.at.most(element.clientWidth);
  });

  it('speaks Arabic, from right to left', async () => {
    const { ready, one, element, choose, difference } = await setup({}, undefined, {
      language: 'ar',
    });
    await ready();
    await until(() => textOf(one('.title')) === 'المؤسسة', 'Arabic words');
    await choose('Approver');
    expect(difference()).to.equal('يضيف Approver في Flights');
    expect(getComputedStyle(element).direction).to.equal('rtl');
    await expect(element).to.be.accessible();
  });
});

describe('tessera-role-assigner in a form', () => {
  const organizationRoles = [
    { roleId: 'organizationMember', name: 'Member', permissions: ['organization:read'] },
    { roleId: 'organizationAdmin', name: 'Administrator', assignable: 'escalation_refused' },
  ];
  const applications = [
    {
      applicationId: 'app_desk',
      name: 'Desk',
      roles: [
        { roleId: 'reader', name: 'Reader', description: 'Reads.' },
        { roleId: 'writer', name: 'Writer', assignable: false },
      ],
    },
  ];

  async function setup(begin?: object) {
    const form = await fixture<HTMLFormElement>(
      html`<form>
        <fieldset>
          <tessera-role-assigner
            name="roles"
            required
            value=${begin ? JSON.stringify(begin) : '{}'}
            .organizationRoles=${organizationRoles}
            .applications=${applications}
          ></tessera-role-assigner>
        </fieldset>
      </form>`,
    );
    const looks = looksAt(form.querySelector('tessera-role-assigner')!);
    await looks.element.updateComplete;
    return {
      ...looks,
      form,
      submitted: () => JSON.parse(String(new FormData(form).get('roles'))) as unknown,
    };
  }

  it('gives the form what was chosen, as an invitation takes it', async () => {
    const { choose, submitted, form, element } = await setup();
    let changes = 0;
    form.addEventListener('change', () => changes++);
    await choose('Member');
    await choose('Reader');
    expect(submitted()).to.deep.equal({
      organizationRoleIds: ['organizationMember'],
      access: [{ applicationId: 'app_desk', roleIds: ['reader'] }],
    });
    expect(element.value).to.deep.equal(submitted());
    expect(changes).to.equal(2);
    await expect(element).to.be.accessible();
  });

  it('is not valid with nothing chosen where something is required', async () => {
    const { choose, form } = await setup();
    expect(form.checkValidity()).to.equal(false);
    await choose('Reader');
    expect(form.checkValidity()).to.equal(true);
    await choose('Reader');
    expect(form.checkValidity()).to.equal(false);
  });

  it('goes back to where the form began', async () => {
    const begin = { organizationRoleIds: ['organizationMember'], access: [] };
    const { choose, form, submitted, box, element } = await setup(begin);
    expect(box('Member')?.checked).to.equal(true);
    await choose('Reader');
    await choose('Member');
    form.reset();
    await element.updateComplete;
    expect(submitted()).to.deep.equal(begin);
    expect(box('Member')?.checked).to.equal(true);
    expect(box('Reader')?.checked).to.equal(false);
  });

  it('is switched off with the fieldset around it', async () => {
    const { form, box, element } = await setup({ organizationRoleIds: ['organizationMember'] });
    form.querySelector('fieldset')!.disabled = true;
    await element.updateComplete;
    expect(box('Member')?.disabled).to.equal(true);
    expect(new FormData(form).has('roles')).to.equal(false);
  });

  it('keeps what cannot be given in sight, with the reason', async () => {
    const { box, reasons, choose, submitted } = await setup();
    expect(box('Administrator')?.getAttribute('aria-disabled')).to.equal('true');
    expect(reasons('Administrator')).to.contain('You can only give and change');
    expect(reasons('Writer')).to.contain('This role is not available');
    await choose('Writer');
    expect(submitted()).to.deep.equal({ organizationRoleIds: [], access: [] });
  });

  it('begins with nothing chosen where the attribute cannot be read', async () => {
    const { element } = await setup();
    for (const text of ['{', 'null', '{"access":7}']) {
      element.setAttribute('value', text);
      await aTimeout(0);
      expect(element.value).to.deep.equal({ organizationRoleIds: [], access: [] });
    }
  });
});
