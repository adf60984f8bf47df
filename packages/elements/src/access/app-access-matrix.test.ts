import { seeds, withManyMembers, type Seed } from '@tesserakit/mock-server';
import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../context/provider.js';
import { held, refusal, signIn, type SignIn } from '../../trial/backend.js';
import { nextEvent, show, textOf, until } from '../../trial/page.js';
import { withHostileNames } from '../../trial/seeds.js';
import './app-access-matrix.js';

/** What is heard: marks that keep a name apart are not. */
const heard = (text: string | null | undefined) => (text ?? '').replace(/[\u2066-\u2069]/g, '');

const isBulk = (request: Request) => new URL(request.url).pathname.endsWith('/access/bulk');
const isMatrix = (request: Request) => /\/access$/.test(new URL(request.url).pathname);
const many = withManyMembers(seeds.default, 'org_acme', 500);

describe('tessera-app-access-matrix', () => {
  async function setup(
    signedIn: SignIn = {},
    prepare: (backend: ReturnType<typeof signIn>) => void = () => {},
    {
      content = html`<tessera-app-access-matrix></tessera-app-access-matrix>`,
      language = 'en',
      ready = true,
    } = {},
  ) {
    const backend = signIn({ as: 'user_admin_acme', ...signedIn });
    prepare(backend);
    const provider = await show(backend, content, language);
    const matrix = provider.querySelector('tessera-app-access-matrix')!;
    const root = matrix.shadowRoot!;
    const one = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
    const all = <T extends HTMLElement>(selector: string) => [
      ...root.querySelectorAll<T>(selector),
    ];
    const row = (name: string) => all('.rows > .row').find((row) => textOf(row).includes(name));
    const column = (name: string) =>
      all('.head > .cell')
        .find((head) => textOf(head) === name)
        ?.getAttribute('aria-colindex');
    const cell = (member: string, application: string) =>
      row(member)?.querySelector<HTMLElement>(
        `.cell[aria-colindex="${column(application) ?? ''}"]`,
      ) ?? null;
    const button = (words: string, within = '') =>
      all<HTMLButtonElement>('button').find(
        (button) => textOf(button).startsWith(words) && (!within || button.closest(within)),
      );
    if (ready) await until(() => all('.rows > .row').length > 0, 'rows');
    return {
      backend,
      provider,
      matrix,
      root,
      one,
      all,
      row,
      cell,
      button,
      press: async (words: string, within = '') => {
        const found = await until(() => button(words, within), `a button ${words}`);
        found.click();
        return found;
      },
      says: (member: string, application: string) => heard(cell(member, application)?.title),
      open: async (member: string, application: string) => {
        (await until(() => cell(member, application), 'the cell')).click();
        return until(() => one('.editor:popover-open h2'), 'the editor');
      },
      role: (name: string) =>
        all<HTMLInputElement>('.editor input').find((box) =>
          textOf(box.closest('label')).startsWith(name),
        ),
      choose: async (label: string, value: string) => {
        const choice = one<HTMLSelectElement>(`select[aria-label="${label}"]`)!;
        choice.focus();
        await matrix.updateComplete;
        choice.value = value;
        choice.dispatchEvent(new Event('change'));
      },
      names: () => all('.who .name').map((name) => textOf(name)),
      rolesOf: (userId: string, applicationId: string) =>
        backend.world.grants
          .get('org_acme')
          ?.get(userId)
          ?.find((grant) => grant.applicationId === applicationId)
          ?.roles.map(({ roleId }) => roleId),
      at: () => root.activeElement,
    };
  }

  it('shows who may use what, in words', async () => {
    const { says, matrix, one } = await setup();
    expect(says('Ingrid Solheim', 'Ledger')).to.equal('Controller');
    expect(says('Kwame Mensah', 'Flights')).to.equal('No access');
    expect(one('[role="grid"]')!.getAttribute('aria-rowcount')).to.equal('7');
    expect(one('[role="grid"]')!.getAttribute('aria-colcount')).to.equal('3');
    await expect(matrix).to.be.accessible();
  });

  it('gives a role, tells the difference, saves it and tells the host', async () => {
    const { open, role, one, press, matrix, cell, says, rolesOf } = await setup();
    expect(heard(textOf(await open('Kwame Mensah', 'Flights')))).to.equal(
      'Kwame Mensah in Flights',
    );
    role('Viewer')!.click();
    await until(() => one('.bar'), 'the bar');
    expect(textOf(one('.bar')))
      .to.contain('1 unsaved change')
      .and.to.contain('1 role given');
    expect(says('Kwame Mensah', 'Flights')).to.contain('Not saved yet');
    expect(cell('Kwame Mensah', 'Flights')!.className).to.contain('edited');
    await expect(matrix).to.be.accessible();
    await press('Done');
    const before = nextEvent(matrix, 'tessera-before-access-save');
    const fact = nextEvent(matrix, 'tessera-access-saved');
    await press('Save 1 change');
    const change = {
      userId: 'user_creator_acme',
      applicationId: 'app_flights',
      roleIds: ['role_flights_viewer'],
    };
    expect((await before).changes).to.deep.equal([change]);
    expect((await fact).changes).to.deep.equal([change]);
    expect(rolesOf('user_creator_acme', 'app_flights')).to.deep.equal(['role_flights_viewer']);
    await until(() => says('Kwame Mensah', 'Flights') === 'Viewer', 'the server’s own word');
    expect(textOf(one('.summary'))).to.equal('1 change saved.');
  });

  it('puts back what was saved, with the end it had, but for what somebody else has changed since', async function () {
    this.timeout(10_000);
    const end = Date.parse('2100-01-01');
    const tomas = 'user_agent_acme';
    const { open, role, one, press, button, rolesOf, backend } = await setup({}, ({ world }) => {
      const grants = world.grants.get('org_acme')!;
      const ending = grants
        .get(tomas)!
        .map((one) => (one.applicationId === 'app_flights' ? { ...one, expiresAt: end } : one));
      grants.set(tomas, ending);
    });
    const { world, client } = backend;
    const of = (userId: string) =>
      world.grants
        .get('org_acme')!
        .get(userId)
        ?.find((one) => one.applicationId === 'app_flights');
    await open('Tomás Ribeiro', 'Flights');
    await press('Withdraw access', '.editor');
    await press('Done');
    await open('Kwame Mensah', 'Flights');
    role('Viewer')!.click();
    await press('Done');
    await press('Save 2 changes');
    await until(() => textOf(one('.outcome')).includes('2 changes saved'), 'both');
    expect(of(tomas)).to.equal(undefined);
    await client.access.grant({
      organizationId: 'org_acme',
      userId: 'user_creator_acme',
      applicationId: 'app_flights',
      roleIds: ['role_flights_approver'],
    });

    await press('Undo', '.outcome');
    await until(() => one('.bar'), 'the way back');
    expect(textOf(one('.bar'))).to.contain('1 unsaved change');
    expect(textOf(one('.outcome'))).to.contain('1 cell was not changed: Somebody changed this');
    expect(of(tomas)).to.equal(undefined);
    await press('Save 1 change');
    await until(() => of(tomas), 'what there was');
    expect(of(tomas)).to.include({ expiresAt: end });
    expect(rolesOf(tomas, 'app_flights')).to.deep.equal(['role_flights_booking_agent']);
    expect(rolesOf('user_creator_acme', 'app_flights')).to.deep.equal(['role_flights_approver']);
    expect(button('Undo', '.bar')).to.equal(undefined);
  });

  it('leaves everything as it is when the host stops a save', async () => {
    const { cell, press, matrix, backend, one } = await setup();
    matrix.addEventListener('tessera-before-access-save', (event) => event.preventDefault());
    cell('Noor Haddad', 'Flights')!.focus();
    await sendKeys({ press: 'Delete' });
    await press('Save 1 change');
    await until(() => one('.bar'), 'the bar');
    expect(backend.asked.some(({ pathname }) => pathname.endsWith('/bulk'))).to.equal(false);
    expect(textOf(one('.bar'))).to.contain('1 unsaved change');
  });

  it('is used by keyboard: one tab stop, moves, selects, extends, changes and undoes', async () => {
    const { one, all, cell, at, says } = await setup();
    const stops = () => all('[role="grid"] [tabindex="0"]');
    expect(stops().length).to.equal(1);
    cell('Noor Haddad', 'Flights')!.focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => at() === cell('Pavel Dvořák', 'Flights'), 'the focus on the next cell');
    expect(stops().length === 1 && stops()[0] === at()).to.equal(true);
    await sendKeys({ press: 'Shift+ArrowDown' });
    await until(() => all('.row > .selected').length === 2, 'two selected cells');
    expect(textOf(one('.selection strong'))).to.equal('2 cells selected');
    expect(cell('Tomás Ribeiro', 'Flights')!.getAttribute('aria-selected')).to.equal('true');
    await sendKeys({ press: 'Delete' });
    await until(() => says('Tomás Ribeiro', 'Flights').startsWith('No access'), 'what is taken');
    expect(textOf(one('.bar'))).to.contain('2 unsaved changes');
    await sendKeys({ press: 'Control+z' });
    await until(() => says('Tomás Ribeiro', 'Flights') === 'Booking agent', 'what was undone');
    expect(one('.bar') === null).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await until(() => all('.row > .selected').length === 0, 'no selection');
    await sendKeys({ press: 'Home' });
    expect(at()!.getAttribute('role')).to.equal('rowheader');
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Enter' });
    await until(() => one('.editor:popover-open'), 'the editor');
    expect(one('.editor')!.contains(at())).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await until(() => at() === cell('Tomás Ribeiro', 'Ledger'), 'the focus back on the cell');
  });

  it('gives and takes for a whole column at once, and tells whom it left out and why', async () => {
    const { all, press, one, says } = await setup();
    all('.head > .cell')[1]!.click();
    await until(() => one('.selection'), 'the bar of the selection');
    expect(textOf(one('.selection strong'))).to.equal('6 cells selected');
    await press('Give access', '.selection');
    await until(() => says('Kwame Mensah', 'Ledger').startsWith('Reader'), 'the default role');
    expect(textOf(one('.bar'))).to.contain('5 unsaved changes');
  });

  it('refuses before the click what the server would refuse, with its reason', async () => {
    const { open, role, one } = await setup();
    await open('Ingrid Solheim', 'Flights');
    const box = role('Viewer')!;
    expect(box.getAttribute('aria-disabled')).to.equal('true');
    expect(textOf(one(`#${box.getAttribute('aria-describedby')}`))).to.contain(
      'You cannot change your own access.',
    );
    box.click();
    await new Promise(requestAnimationFrame);
    expect(box.checked).to.equal(false);
    expect(one('.bar') === null).to.equal(true);
  });

  it('shows what lies outside the ceiling, and keeps anybody from giving it again', async () => {
    const { cell, open, role, says } = await setup({ seed: withFallenRole });
    expect(cell('Tomás Ribeiro', 'Flights')!.className).to.contain('outside');
    expect(says('Tomás Ribeiro', 'Flights')).to.contain('This role is not available');
    await open('Noor Haddad', 'Flights');
    expect(role('After sales')!.getAttribute('aria-disabled')).to.equal('true');
  });

  it('keeps what was chosen beside what somebody else has saved meanwhile', async () => {
    const { open, role, press, backend, one, rolesOf, says } = await setup();
    await open('Tomás Ribeiro', 'Flights');
    role('Viewer')!.click();
    await press('Done');
    await backend.client.access.grant({
      organizationId: 'org_acme',
      userId: 'user_agent_acme',
      applicationId: 'app_flights',
      roleIds: ['role_flights_approver'],
    });
    await press('Save 1 change');
    await until(() => one('.sides'), 'both sides');
    const sides = () => heard(textOf(one('.sides')));
    expect(sides()).to.contain('Approver').and.to.contain('Booking agent and Viewer');
    expect(rolesOf('user_agent_acme', 'app_flights')).to.deep.equal(['role_flights_approver']);
    await expect(one('.unsaved')!).to.be.accessible();
    await press('Keep mine');
    await press('Save 1 change');
    await until(() => rolesOf('user_agent_acme', 'app_flights')?.length === 2, 'my choice');
    await until(() => says('Tomás Ribeiro', 'Flights') === 'Booking agent and Viewer', 'it shown');
  });

  it('takes what somebody else has saved, if the person wants that', async () => {
    const { cell, press, backend, one, rolesOf } = await setup();
    cell('Noor Haddad', 'Flights')!.focus();
    await sendKeys({ press: 'Delete' });
    await backend.client.access.grant({
      organizationId: 'org_acme',
      userId: 'user_both',
      applicationId: 'app_flights',
      roleIds: ['role_flights_approver'],
    });
    await press('Save 1 change');
    await press('Take what is there now');
    await until(() => !one('.bar'), 'nothing left to save');
    expect(rolesOf('user_both', 'app_flights')).to.deep.equal(['role_flights_approver']);
  });

  it('loses nothing when an answer is lost: it is sent again as it was, and done once', async () => {
    let lose = true;
    const keys: (string | null)[] = [];
    const { cell, press, one, backend, rolesOf } = await setup({}, (backend) => {
      backend.answer = async (request, pass) => {
        if (!isBulk(request)) return pass();
        keys.push(request.headers.get('Idempotency-Key'));
        const answer = await pass();
        if (!lose) return answer;
        lose = false;
        throw new TypeError('The answer was lost.');
      };
    });
    cell('Noor Haddad', 'Flights')!.focus();
    await sendKeys({ press: 'Delete' });
    await press('Save 1 change');
    await press('Try again', '.outcome');
    await until(() => textOf(one('.summary')) === '1 change saved.', 'that it is saved');
    expect(new Set(keys).size).to.equal(1);
    expect(rolesOf('user_both', 'app_flights')).to.equal(undefined);
    const withdrawals = backend.world.audit.filter(({ action }) => action === 'access.withdraw');
    expect(withdrawals.length).to.equal(1);
  });

  it('narrows by words, application, role and standing', async () => {
    const { one, all, names, choose, matrix } = await setup();
    const field = one<HTMLInputElement>('.search input')!;
    field.value = 'noor';
    field.dispatchEvent(new InputEvent('input'));
    await until(() => names().join() === 'Noor Haddad', 'who was searched');
    field.value = '';
    field.dispatchEvent(new InputEvent('input'));
    await until(() => names().length === 6, 'everybody');
    await choose('Application', 'app_ledger');
    await until(() => all('.head > .cell').length === 1, 'one column');
    await choose('Access', 'none');
    await until(() => names().length === 5 && !names().includes('Ingrid Solheim'), 'who has none');
    await choose('Access', 'given');
    await until(() => names().join() === 'Ingrid Solheim', 'who has it');
    await choose('Role', 'role_ledger_reader');
    await until(() => textOf(matrix.shadowRoot).includes('No member matches'), 'nobody');
    await expect(matrix).to.be.accessible();
    const clear = all('button').find((one) => textOf(one) === 'Clear search and filters')!;
    clear.click();
    await until(() => names().length === 6, 'everybody again');
  });

  it('loads windows of a large grid, and reads what is not in sight when it is changed', async () => {
    const { all, one, press, backend, names, root } = await setup({ seed: many });
    expect(names().length).to.be.lessThan(60);
    const viewport = one('.viewport')!;
    viewport.scrollTop = viewport.scrollHeight;
    await until(
      () =>
        all('.rows > .row').at(-1)?.getAttribute('aria-rowindex') ===
        String(backend.world.members.get('org_acme')!.size + 1),
      'the last row',
    );
    await until(() => !root.querySelector('.awaited'), 'all cells');
    all('.head > .cell')[1]!.click();
    await press('Give access', '.selection');
    await until(() => textOf(one('.bar')).includes('unsaved changes'), 'changes');
    expect(Number(/\d+/.exec(textOf(one('.bar')))![0])).to.be.greaterThan(100);
  });

  it('shows the same as a list, in which roles are changed as well', async () => {
    const { one, all, matrix, role, press, root } = await setup();
    one<HTMLElement>('button[aria-label="Show as list"]')!.click();
    await until(() => all('.list > li').length === 6, 'the list');
    await expect(matrix).to.be.accessible();
    const edit = await until(
      () =>
        all('.list button').find(
          (one) => heard(one.ariaLabel) === 'Change roles of Noor Haddad in Flights',
        ),
      'its button',
    );
    edit.click();
    await until(() => one('.editor:popover-open'), 'the editor');
    role('Approver')!.click();
    await press('Done');
    await until(() => textOf(one('.list')).includes('Not saved yet'), 'the change');
    await until(() => root.activeElement === edit, 'the focus back');
  });

  it('is a list where there is little room', async () => {
    const { all } = await setup({}, undefined, {
      ready: false,
      content: html`<div .style=${'inline-size: 360px'}>
        <tessera-app-access-matrix></tessera-app-access-matrix>
      </div>`,
    });
    await until(() => all('.list > li').length === 6, 'the list');
    expect(all('.viewport').length).to.equal(0);
  });

  it('writes a file without anything that is taken for a formula', async () => {
    const { one, matrix } = await setup({ seed: withFormulas });
    let file: File | undefined;
    matrix.download = (given) => (file = given);
    one<HTMLElement>('button[aria-label="Export as CSV"]')!.click();
    const text = await (await until(() => file, 'a file')).text();
    expect(text).to.contain('Member,Email,Flights,Ledger');
    expect(text).to.contain('"\'=1+1"');
    expect(text).to.contain('Ingrid Solheim,admin@acme.example,Approver,Controller');
  });

  it('changes nothing for somebody who may only look', async () => {
    const { open, role, button, one } = await setup({}, undefined, {
      content: html`<tessera-app-access-matrix view-only></tessera-app-access-matrix>`,
    });
    await open('Noor Haddad', 'Flights');
    role('Approver')!.click();
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Delete' });
    await sendKeys({ press: ' ' });
    await until(() => one('.selection'), 'the bar of the selection');
    expect(button('Give access')).to.equal(undefined);
    expect(one('.bar') === null).to.equal(true);
  });

  it('tells plain members that they may not see it', async () => {
    const { matrix } = await setup({ as: 'user_agent_acme' }, undefined, { ready: false });
    await until(
      () => textOf(matrix.shadowRoot).includes('Only administrators see who may use what'),
      'the refusal',
    );
    await expect(matrix).to.be.accessible();
  });

  it('tells what failed and what is unharmed, and asks again', async () => {
    let broken = true;
    const { matrix, all, press } = await setup(
      {},
      (backend) => {
        backend.answer = (request, pass) =>
          broken && isMatrix(request) ? refusal(501, 'unsupported') : pass();
      },
      { ready: false },
    );
    await until(() => textOf(matrix.shadowRoot).includes('Access could not be loaded'), 'why');
    expect(textOf(matrix.shadowRoot)).to.contain('request_7');
    broken = false;
    await press('Try again');
    await until(() => all('.rows > .row').length === 6, 'rows');
  });

  it('never shows anything of the former organization', async () => {
    const wait = held();
    const { provider, matrix, backend, cell, all, one, names } = await setup({
      as: 'user_both',
      seed: asAdministrator('user_both'),
      organizationId: 'org_acme',
    });
    cell('Tomás Ribeiro', 'Flights')!.focus();
    await sendKeys({ press: 'Delete' });
    await until(() => one('.bar'), 'a change');
    backend.answer = async (request, pass) => {
      if (isMatrix(request)) await wait.promise;
      return pass();
    };
    provider.organizationId = 'org_borealis';
    await provider.updateComplete;
    await until(() => all('.rows > .row').length === 0, 'nothing of the former one');
    expect(one('.bar') === null).to.equal(true);
    expect(textOf(matrix.shadowRoot)).not.to.contain('Ribeiro');
    wait.release();
    await until(() => names().length > 0, 'members of the other one');
  });

  it('takes hostile names for what they are', async () => {
    document.title = 'whole';
    const { matrix, names, open } = await setup({
      seed: withHostileNames(seeds.default, 'user_admin_acme', 'org_acme'),
    });
    expect(names().some((name) => name.includes('<script>'))).to.equal(true);
    await open('evil', 'Flights');
    expect(document.title).to.equal('whole');
    await expect(matrix).to.be.accessible();
  });

  it('speaks Arabic, from right to left, and goes where the arrows point', async () => {
    const { matrix, cell, at, one } = await setup({}, undefined, { language: 'ar' });
    await until(() => textOf(one('.corner')) === 'العضو', 'the language');
    cell('Noor Haddad', 'Flights')!.focus();
    await sendKeys({ press: 'ArrowLeft' });
    await until(() => at() === cell('Noor Haddad', 'Ledger'), 'the focus on the next cell');
    const [flights, ledger] = ['Flights', 'Ledger'].map(
      (name) => cell('Noor Haddad', name)!.getBoundingClientRect().left,
    );
    expect(ledger!).to.be.lessThan(flights!);
    await expect(matrix).to.be.accessible();
  });
});

/** The default seed, in which a role that somebody has lies outside what the organization may hand out. */
const withFallenRole: Seed = {
  ...seeds.default,
  roleGroups: seeds.default.roleGroups.map((group) => ({
    ...group,
    roleIds: group.roleIds.filter(
      (roleId) => !['role_flights_booking_agent', 'role_flights_after_sales'].includes(roleId),
    ),
  })),
};

const withFormulas: Seed = {
  ...seeds.default,
  users: seeds.default.users.map((user) =>
    user.userId === 'user_both' ? { ...user, name: '=1+1' } : user,
  ),
};

function asAdministrator(userId: string): Seed {
  return {
    ...seeds.default,
    members: seeds.default.members.map((member) =>
      member.userId === userId ? { ...member, organizationRoleIds: ['organizationAdmin'] } : member,
    ),
  };
}
