import { seeds, type Seed } from '@tesserakit/mock-server';
import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../context/provider.js';
import { held, refusal, signIn, type Backend, type SignIn } from '../../trial/backend.js';
import { nextEvent, show, textOf, until } from '../../trial/page.js';
import { hostileNames, withAdministrator } from '../../trial/seeds.js';
import './role-editor.js';

const auditor = {
  roleId: 'role_auditor',
  name: 'Auditor',
  permissions: ['audit:read', 'members:read'] as const,
};
const base: Seed = { ...seeds.default, organizationRoles: [auditor] };
const platform: SignIn = { as: 'user_platform', organizationId: 'org_acme', portal: true };

describe('tessera-role-editor', function () {
  // Whole dialogs, with a look at each of their steps.
  this.timeout(10_000);

  async function setup(
    signedIn: SignIn = {},
    prepare: (backend: Backend) => void = () => {},
    { applicationId = 'app_flights', language = 'en', viewOnly = false } = {},
  ) {
    const usual = { as: 'user_admin_acme', organizationId: 'org_acme', seed: base };
    const backend = signIn({ ...usual, ...signedIn });
    prepare(backend);
    const provider = await show(
      backend,
      applicationId
        ? html`<tessera-role-editor
            application-id=${applicationId}
            ?view-only=${viewOnly}
          ></tessera-role-editor>`
        : html`<tessera-role-editor ?view-only=${viewOnly}></tessera-role-editor>`,
      language,
    );
    const element = provider.querySelector('tessera-role-editor')!;
    const root = element.shadowRoot!;
    const plain = (place: Element | null | undefined) =>
      textOf(place).replace(/[\u2068\u2069]/g, '');
    const one = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
    const named = (label: string) =>
      [...root.querySelectorAll<HTMLInputElement>('td input')].find(
        (box) => box.ariaLabel?.replace(/[\u2068\u2069]/g, '') === label,
      );
    const button = (words: string) =>
      [...(one('dialog[open]') ?? root).querySelectorAll('button')].find(
        (one) => textOf(one) === words,
      );
    return {
      backend,
      provider,
      element,
      root,
      one,
      plain,
      named,
      button,
      ready: () => until(() => one('table') ?? one('.notice'), 'roles'),
      tick: async (label: string) => {
        (await until(() => named(label), `the box ${label}`)).click();
        await element.updateComplete;
      },
      press: async (words: string) => {
        const found = await until(() => button(words), `a button ${words}`);
        await until(() => found.getAttribute('aria-disabled') !== 'true', `${words} to be on`);
        found.focus();
        found.click();
        return found;
      },
      type: (selector: string, text: string) => {
        const field = one<HTMLInputElement>(selector)!;
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      dialog: () => plain(one('dialog')),
      opened: () => until(() => one('dialog[open]'), 'the dialog'),
      closed: () => until(() => !one('dialog[open]'), 'the end of it'),
      difference: () => plain(one('.difference')),
      status: () => plain([...root.querySelectorAll('p[role="status"]')].at(-1)),
      at: () => {
        const { row, column } = (root.activeElement as HTMLElement).dataset;
        return `${row},${column}`;
      },
      stops: () => root.querySelectorAll('table [tabindex="0"]').length,
      role: (name: string) => [...backend.world.roles.values()].find((role) => role.name === name),
    };
  }

  it('shows the roles of an application side by side with what they allow', async () => {
    const { ready, named, root, element, plain, one } = await setup(platform);
    await ready();
    expect([...root.querySelectorAll('thead th')].map((th) => plain(th))).to.deep.equal([
      'Permission',
      'Viewer',
      'Booking agent',
      'Approver',
      'After sales',
    ]);
    expect(named('Viewer allows flights:read')?.checked).to.equal(true);
    expect(named('Viewer allows bookings:create')?.checked).to.equal(false);
    await until(() => one('.groups'), 'role groups');
    expect(plain(one('.groups li'))).to.contain('Front office Viewer');
    await expect(element).to.be.accessible();
  });

  it('shows an administrator the roles that their organization has, and who changes them', async () => {
    const { ready, named, one, plain, button, element, tick } = await setup();
    await ready();
    expect(plain(one('.note'))).to.equal('Only the platform’s administrators change these roles.');
    const box = named('Viewer allows bookings:create')!;
    expect(box.getAttribute('aria-disabled')).to.equal('true');
    await tick('Viewer allows bookings:create');
    expect(box.checked).to.equal(false);
    expect(button('Add a role')).to.equal(undefined);
    await expect(element).to.be.accessible();
  });

  it('is one stop of the Tab key, and goes by arrows from there', async () => {
    const { ready, at, stops, named, element, difference } = await setup(platform);
    await ready();
    element.focus();
    expect(at()).to.equal('1,1');
    const steps: readonly (readonly [string, string])[] = [
      ['ArrowRight', '1,2'],
      ['ArrowDown', '2,2'],
      ['End', '2,4'],
      ['ArrowRight', '2,4'],
      ['Home', '2,1'],
      ['ArrowLeft', '2,1'],
      ['Control+End', '7,4'],
      ['PageUp', '1,4'],
      ['ArrowUp', '0,4'],
      ['Control+Home', '0,1'],
      ['PageDown', '7,1'],
    ];
    for (const [press, spot] of steps) {
      await sendKeys({ press });
      expect(at(), press).to.equal(spot);
      expect(stops(), press).to.equal(1);
    }
    await sendKeys({ press: 'Space' });
    expect(named('Viewer allows refunds:create')?.checked).to.equal(true);
    expect(difference()).to.equal('Viewer gains refunds:create');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Shift+Tab' });
    expect(at()).to.equal('7,1');
  });

  it('goes by arrows as they point where people read from right to left', async () => {
    const { ready, at, element } = await setup(platform, undefined, { language: 'ar' });
    await ready();
    await until(() => getComputedStyle(element).direction === 'rtl', 'the direction');
    element.focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(at()).to.equal('1,2');
    await expect(element).to.be.accessible();
  });

  it('shows who has the roles before they are saved, and saves them then', async () => {
    const { ready, tick, difference, press, one, plain, element, role, status } =
      await setup(platform);
    await ready();
    await tick('Approver allows bookings:cancel');
    await tick('Viewer allows flights:read');
    expect(difference()).to.equal('Viewer loses flights:read Approver gains bookings:cancel');
    expect(element.matches(':state(changed)')).to.equal(true);
    await press('Save');
    await until(() => one('.bar .impact'), 'who has them');
    expect(plain(one('.bar .impact'))).to.contain('3 members have Approver, in 2 organizations');
    expect(role('Approver')?.permissions).not.to.contain('bookings:cancel');
    await expect(element).to.be.accessible();
    const told = nextEvent(element, 'tessera-role-catalogue-changed');
    await press('Save for all of them');
    expect((await told).subject).to.include({ noun: 'role', applicationId: 'app_flights' });
    await until(() => !one('.bar'), 'the end of saving');
    expect(role('Approver')?.permissions).to.contain('bookings:cancel');
    expect(role('Viewer')?.permissions).not.to.contain('flights:read');
    expect(status()).to.equal('Saved: Viewer and Approver.');
    expect(element.matches(':focus-within')).to.equal(true);
  });

  it('saves at once where nobody has the role', async () => {
    const seed = { ...base, grants: [] };
    const { ready, tick, press, one, role } = await setup({ ...platform, seed });
    await ready();
    await tick('Viewer allows refunds:create');
    await press('Save');
    await until(() => !one('.bar'), 'the end of saving');
    expect(role('Viewer')?.permissions).to.contain('refunds:create');
  });

  it('keeps what was refused, with the reason, and saves the rest', async () => {
    const { ready, tick, press, one, plain, backend, role, difference, element } =
      await setup(platform);
    await ready();
    backend.answer = (request, pass) =>
      request.method === 'PATCH' && request.url.includes('viewer')
        ? refusal(429, 'rate_limited')
        : pass();
    await tick('Viewer allows refunds:create');
    await tick('Approver allows refunds:create');
    await press('Save');
    await press('Save for all of them');
    await until(() => one('.bar .refusal'), 'the reason');
    expect(plain(one('.bar .refusal'))).to.contain('Viewer was not saved');
    expect(difference()).to.equal('Viewer gains refunds:create');
    expect(role('Approver')?.permissions).to.contain('refunds:create');
    await expect(element).to.be.accessible();
    backend.answer = (_, pass) => pass();
    await press('Try again');
    await press('Save for all of them');
    await until(() => !one('.bar'), 'the end of saving');
    expect(role('Viewer')?.permissions).to.contain('refunds:create');
  });

  it('never overwrites what somebody else has changed', async () => {
    const { ready, tick, press, one, backend, role } = await setup(platform);
    await ready();
    await tick('Viewer allows refunds:create');
    await backend.client.roles.update({
      applicationId: 'app_flights',
      roleId: 'role_flights_viewer',
      permissions: ['flights:read', 'bookings:read', 'flights:export'],
    });
    await press('Save');
    await press('Save for all of them');
    await until(() => one('.bar .refusal'), 'the reason');
    await press('Try again');
    await press('Save for all of them');
    await until(() => !one('.bar'), 'the end of saving');
    expect(role('Viewer')?.permissions).to.deep.equal([
      'flights:read',
      'bookings:read',
      'flights:export',
      'refunds:create',
    ]);
  });

  it('takes a permission that no role has yet', async () => {
    const { ready, one, element, named, at, difference, tick } = await setup(platform);
    await ready();
    one<HTMLInputElement>('#new-permission')!.focus();
    await sendKeys({ type: 'trips:plan' });
    await sendKeys({ press: 'Enter' });
    await until(() => named('Viewer allows trips:plan'), 'the permission');
    expect(at()).to.equal('1,1');
    await tick('Viewer allows trips:plan');
    expect(difference()).to.equal('Viewer gains trips:plan');
    const field = one<HTMLInputElement>('#new-permission')!;
    field.focus();
    await sendKeys({ type: 'no good' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(field.validity.customError).to.equal(true);
    expect(field.value).to.equal('no good');
  });

  it('compares two roles side by side', async () => {
    const { ready, press, root, plain, one, element } = await setup(platform);
    await ready();
    await press('Compare two roles');
    await until(() => one('.compared'), 'the comparison');
    expect([...root.querySelectorAll('thead th')].length).to.equal(3);
    expect(plain(one('.compared'))).to.contain(
      'Only in Booking agent bookings:create bookings:change',
    );
    expect(plain(one('.compared'))).to.contain('In both flights:read bookings:read');
    expect(root.querySelectorAll('tr.differs').length).to.equal(2);
    await expect(element).to.be.accessible();
    one<HTMLInputElement>('.comparing input')!.click();
    await until(() => root.querySelectorAll('tbody tr').length === 2, 'only differences');
    await press('End comparison');
    await until(() => root.querySelectorAll('thead th').length === 5, 'all roles');
  });

  it('makes a role, duplicates it, and deletes it once it was seen who loses it', async () => {
    const { ready, press, type, opened, closed, role, one, dialog, element, plain, root } =
      await setup(platform);
    await ready();
    await press('Add a role');
    await opened();
    await press('Add');
    await until(() => one('#form-name')?.getAttribute('aria-invalid'), 'what is missing');
    type('#form-name', 'Planner');
    type('#form-key', 'planner');
    await element.updateComplete;
    await expect(element).to.be.accessible();
    await press('Add');
    await closed();
    expect(role('Planner')?.permissions).to.deep.equal([]);
    const heads = () => [...root.querySelectorAll<HTMLElement>('.head')];
    (await until(() => heads().find((head) => plain(head) === 'Approver'), 'Approver')).click();
    await opened();
    await press('Duplicate');
    await until(() => dialog().includes('Duplicate Approver'), 'the copy');
    await press('Add');
    await closed();
    expect(role('Approver (copy)')?.permissions).to.deep.equal(role('Approver')?.permissions);
    heads()
      .find((head) => plain(head) === 'Approver')!
      .click();
    await opened();
    await press('Delete');
    await until(() => dialog().includes('3 members lose Approver'), 'who loses it');
    await expect(element).to.be.accessible();
    await press('Delete');
    await closed();
    expect(role('Approver')).to.equal(undefined);
  });

  it('renames a role, and keeps what was typed when the dialog is closed by accident', async () => {
    const { ready, one, type, opened, closed, press, role, dialog, root } = await setup(platform);
    await ready();
    const head = () => root.querySelector<HTMLElement>('.head')!;
    head().click();
    await opened();
    type('#form-name', 'Looker-on');
    await sendKeys({ press: 'Escape' });
    await closed();
    await until(() => root.activeElement === head(), 'the focus where it was');
    head().click();
    await opened();
    await until(() => dialog().includes('What you entered last time is still here.'), 'the word');
    expect(one<HTMLInputElement>('#form-name')?.value).to.equal('Looker-on');
    expect(one<HTMLInputElement>('#form-key')?.readOnly).to.equal(true);
    await press('Save');
    await closed();
    expect(role('Looker-on')?.roleId).to.equal('role_flights_viewer');
  });

  it('changes a role group once it was seen who loses a role by it', async () => {
    const { ready, one, opened, closed, press, dialog, backend, root } = await setup(platform);
    await ready();
    const edit = await until(
      () => root.querySelectorAll<HTMLElement>('.groups li button')[1],
      'the button',
    );
    edit.click();
    await opened();
    one<HTMLInputElement>('dialog input[value="role_flights_approver"]')!.click();
    await press('Save');
    await until(() => dialog().includes('3 members lose Approver'), 'who loses it');
    await press('Save all the same');
    await closed();
    expect(backend.world.roleGroups.get('group_flights_approvals')?.roleIds).to.deep.equal([]);
  });

  it('shows organization roles in plain words, the built-in ones locked with the reason', async () => {
    const { ready, one, plain, named, tick, difference, press, backend, element } = await setup(
      platform,
      undefined,
      { applicationId: '' },
    );
    await ready();
    expect(plain(one('tbody th'))).to.equal('see the organization organization:read');
    const heads = [...element.shadowRoot!.querySelectorAll('thead th')].map((th) => plain(th));
    expect(heads).to.deep.equal([
      'Permission',
      'Administrator Built in',
      'Creator Built in',
      'Member Built in',
      'Auditor',
    ]);
    expect(named('Member allows members:read')?.getAttribute('aria-disabled')).to.equal('true');
    await expect(element).to.be.accessible();
    await tick('Auditor allows access:read');
    expect(difference()).to.equal('Auditor gains access:read');
    await press('Save');
    await until(() => !one('.bar'), 'the end of saving');
    expect(backend.world.organizationRoles.get('role_auditor')?.permissions).to.contain(
      'access:read',
    );
  });

  it('lets nobody put into a role what is above their own, and says why', async () => {
    const { ready, named, tick, difference, root } = await setup(
      platform,
      (backend) => {
        backend.answer = async (request, pass) => {
          const answer = await pass();
          if (!request.url.endsWith('/organization-roles')) return answer;
          const list = (await answer.json()) as { permissions: { permission: string }[] };
          const permissions = list.permissions.map((one) =>
            one.permission === 'api-keys:manage' ? { ...one, mayGive: 'escalation_refused' } : one,
          );
          return Response.json({ ...list, permissions });
        };
      },
      { applicationId: '' },
    );
    await ready();
    const box = named('Auditor allows api-keys:manage')!;
    expect(box.getAttribute('aria-disabled')).to.equal('true');
    const why = root.getElementById(box.getAttribute('aria-describedby')!);
    expect(textOf(why)).to.equal('You can only give and change what your own role includes.');
    await tick('Auditor allows api-keys:manage');
    expect(difference()).to.equal('');
  });

  it('lets a host stop a change, and keeps what was chosen', async () => {
    const { ready, tick, press, element, difference, role } = await setup({
      ...platform,
      seed: { ...base, grants: [] },
    });
    await ready();
    element.addEventListener('tessera-before-role-catalogue-change', (event) =>
      event.preventDefault(),
    );
    await tick('Viewer allows refunds:create');
    await press('Save');
    await element.updateComplete;
    expect(difference()).to.equal('Viewer gains refunds:create');
    expect(role('Viewer')?.permissions).not.to.contain('refunds:create');
  });

  it('asks again after a failure, and tells what is not there', async () => {
    const { one, plain, backend, ready, element } = await setup(platform, (backend) => {
      backend.answer = (request, pass) =>
        request.url.endsWith('/roles') ? refusal(400, 'validation_failed') : pass();
    });
    await until(() => one('.notice'), 'a notice');
    expect(plain(one('.notice'))).to.contain('Roles could not be loaded');
    await expect(element).to.be.accessible();
    backend.answer = (_, pass) => pass();
    one<HTMLButtonElement>('.notice button')!.click();
    await until(() => one('table'), 'the roles');
    await ready();
    const nowhere = await setup({}, undefined, { applicationId: 'app_shop' });
    await until(() => nowhere.one('.notice'), 'a notice');
    expect(nowhere.plain(nowhere.one('.notice'))).to.contain('No such application');
  });

  it('never shows a role of the former organization after a switch, and keeps the draft', async () => {
    const seed = withAdministrator(base, 'user_both', 'org_acme');
    const { ready, one, provider, backend, plain } = await setup(
      { as: 'user_both', seed },
      undefined,
      { applicationId: 'app_ledger' },
    );
    await ready();
    expect(plain(one('thead'))).to.contain('Accountant');
    const late = held();
    backend.answer = async (request, pass) => {
      if (request.url.endsWith('/applications')) await late.promise;
      return pass();
    };
    provider.organizationId = 'org_borealis';
    await until(() => one('.skeleton'), 'the former ones to go');
    late.release();
    await until(() => one('.notice'), 'the word');
    expect(plain(one('.notice'))).to.contain('No such application');
  });

  it('shows what others have written as text, within the page', async () => {
    const roles = base.roles.map((role, index) => ({
      ...role,
      name: hostileNames[index % hostileNames.length] ?? '',
      permissions: [hostileNames[index % hostileNames.length] ?? ''],
    }));
    const seed = { ...base, roles };
    const { ready, root, element } = await setup({ ...platform, seed });
    await ready();
    expect(root.querySelector('bdi > *, code > *, script')).to.equal(null);
    expect(document.title).not.to.equal('broken');
    expect(element.scrollWidth <= element.clientWidth).to.equal(true);
  });
});
