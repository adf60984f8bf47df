import type { Invitation } from '@tesserakit/contract';
import { seeds } from '@tesserakit/mock-server';
import { expect, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../context/provider.js';
import { held, refusal, signIn, type SignIn } from '../../trial/backend.js';
import {
  hostileAddresses,
  inEveryState,
  manyInvitations,
  withInvitations,
} from '../../trial/invitations.js';
import { nextEvent, show, textOf, until } from '../../trial/page.js';
import { withAdministrator } from '../../trial/seeds.js';
import './invitation-table.js';

const waiting = 'invited@newcorp.example';
const late = 'late@newcorp.example';
const everyone = [
  waiting,
  late,
  'joined@newcorp.example',
  'unwilling@newcorp.example',
  'mistaken@newcorp.example',
];

const every = withInvitations(seeds.default, 'org_acme', inEveryState);
const isList = ({ method, url }: Request) =>
  method === 'GET' && new URL(url).pathname.endsWith('/invitations');
const isDeed = ({ method }: Request) => method === 'POST';

/** The backend's list with each invitation changed. */
const changing =
  (change: (invitation: Invitation) => object) =>
  async (request: Request, pass: () => Promise<Response>): Promise<Response> => {
    const response = await pass();
    if (!isList(request)) return response;
    const page = (await response.json()) as { items: Invitation[] };
    return Response.json({ ...page, items: page.items.map(change) });
  };

describe('tessera-invitation-table', () => {
  async function setup(
    signedIn: SignIn = {},
    prepare: (backend: ReturnType<typeof signIn>) => void = () => {},
    language = 'en',
  ) {
    const backend = signIn({ as: 'user_admin_acme', seed: every, ...signedIn });
    prepare(backend);
    const provider = await show(
      backend,
      html`<tessera-invitation-table></tessera-invitation-table>`,
      language,
    );
    const table = provider.querySelector('tessera-invitation-table')!;
    const root = table.shadowRoot!;
    const one = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
    const rows = () => [...root.querySelectorAll<HTMLElement>('[part="row"]')];
    const addresses = () => rows().map((row) => textOf(row.querySelector('.name')));
    const row = (address: string) => rows().find((row) => textOf(row).includes(address));
    const trigger = (address: string) =>
      row(address)?.querySelector<HTMLElement>('[aria-haspopup="menu"]');
    const item = (name: string) =>
      [...root.querySelectorAll<HTMLElement>('[role="menuitem"]')].find((item) =>
        textOf(item).startsWith(name),
      );
    const open = async (address: string) => {
      (await until(() => trigger(address), `a menu of ${address}`)).click();
      await until(() => one('.menu:popover-open'), 'an open menu');
    };
    const press = (words: string) =>
      [...root.querySelectorAll('button')].find((button) => textOf(button) === words)?.click();
    return {
      backend,
      provider,
      table,
      root,
      one,
      rows,
      row,
      addresses,
      trigger,
      item,
      open,
      press,
      cell: (address: string, column: string) =>
        textOf(row(address)?.querySelector(`[data-column="${column}"]`)),
      notice: () => textOf(one('.notice')),
      told: () => textOf(one('[role="status"]')),
      alert: () => textOf(one('[role="alert"]')),
      focused: () => root.activeElement as HTMLElement | null,
      deeds: () => backend.asked.filter(({ pathname }) => /(resend|revoke)$/.test(pathname)),
      shows: (wanted: readonly string[]) =>
        until(
          () => addresses().join() === wanted.join(),
          `rows ${wanted.join()}, not ${addresses().join()}`,
        ),
      search: async (words: string) => {
        const field = await until(() => one<HTMLInputElement>('.search input'), 'a search field');
        field.value = words;
        field.dispatchEvent(new InputEvent('input'));
      },
      choose: async (value: string) => {
        const choice = await until(() => one<HTMLSelectElement>('select'), 'a filter');
        choice.value = value;
        choice.dispatchEvent(new Event('change'));
      },
      sendAgain: async (address: string) => {
        await open(address);
        item('Send again')?.click();
      },
      askToRevoke: async (address: string) => {
        await open(address);
        item('Revoke')?.click();
        return until(() => one('dialog[open]'), 'a dialog');
      },
    };
  }

  it('shows who was invited to what, by whom, until when, and what became of it', async () => {
    const { shows, cell, root, table } = await setup();
    await shows(everyone);
    expect(cell(waiting, 'status')).to.equal('Pending');
    expect(cell(waiting, 'offer')).to.equal('Member Flights · Viewer');
    expect(cell(waiting, 'invited')).to.equal('Ingrid Solheim yesterday');
    expect(cell(waiting, 'expiry')).to.equal('Expires in 24 hours');
    expect(cell(late, 'status')).to.equal('Expired');
    expect(cell(late, 'expiry')).to.equal('Expired 3 hours ago');
    expect(cell('joined@', 'status') + cell('joined@', 'expiry')).to.equal('Accepted');
    expect(cell('unwilling@', 'status')).to.equal('Declined');
    expect(cell('mistaken@', 'status')).to.equal('Revoked');
    expect(root.querySelector('tbody time[datetime][title]')).not.to.equal(null);
    await expect(table).to.be.accessible();
  });

  it('finds by address and filters by status, as far as the backend can', async () => {
    const { shows, search, choose } = await setup();
    await search('late@');
    await shows([late]);
    await search('');
    await choose('declined');
    await shows(['unwilling@newcorp.example']);
  });

  it('leaves out what the backend cannot do', async () => {
    const { shows, one, trigger } = await setup({}, ({ client }) => {
      const { capabilities } = client;
      client.capabilities = async (scope, options) => ({
        ...(await capabilities(scope, options)),
        invitations: { list: true },
      });
    });
    await shows(everyone);
    expect(one('.search')).to.equal(null);
    expect(one('select')).to.equal(null);
    expect(trigger(waiting)).to.equal(null);
    expect(one('th[data-column="actions"]')).to.equal(null);
  });

  it('is absent where the backend lists no invitations', async () => {
    const { root, table } = await setup({}, ({ client }) => {
      const { capabilities } = client;
      client.capabilities = async (scope, options) => {
        const { invitations, ...rest } = await capabilities(scope, options);
        return invitations ? rest : rest;
      };
    });
    await until(() => textOf(root) === '' && !table.matches(':state(loading)'), 'nothing');
  });

  it('sends a waiting invitation again, says so, and tells the page', async () => {
    const { backend, provider, shows, sendAgain, told, focused, trigger } = await setup();
    await shows(everyone);
    const mails = backend.world.mailbox.length;
    const sent = nextEvent(provider, 'tessera-invitation-resent');
    await sendAgain(waiting);
    const { invitationId, renews, organizationId } = await sent;
    expect({ invitationId, renews, organizationId }).to.deep.equal({
      invitationId: 'invitation_newcorp',
      renews: undefined,
      organizationId: 'org_acme',
    });
    await until(() => told() === `Sent again to ${waiting}`, 'the outcome');
    expect(backend.world.mailbox.length).to.equal(mails + 1);
    expect(focused()).to.equal(trigger(waiting));
  });

  it('sends an expired invitation again as a new one, and says why it is not sent once more', async () => {
    const { provider, shows, sendAgain, open, item, addresses, rows } = await setup();
    await shows(everyone);
    const sent = nextEvent(provider, 'tessera-invitation-resent');
    await sendAgain(late);
    const { invitationId, renews } = await sent;
    expect(renews).to.equal('invitation_trial_0');
    await shows([late, waiting, ...everyone.slice(1)]);
    expect(rows()[0]?.dataset['id']).to.equal(invitationId);
    await open(addresses()[0]!);
    expect(textOf(item('Send again'))).to.equal('Send again');
    await sendKeys({ press: 'Escape' });
    rows()[2]?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.click();
    await until(() => textOf(item('Send again')).includes('A newer invitation'), 'the reason');
  });

  it('names the address before it revokes, says that nothing brings it back, and tells the page', async () => {
    const { provider, shows, askToRevoke, press, told, cell, one, focused, trigger, table } =
      await setup();
    await shows(everyone);
    const dialog = await askToRevoke(waiting);
    expect(textOf(dialog)).to.contain(waiting).and.to.contain('cannot be undone');
    await until(() => textOf(focused()) === 'Keep invitation', 'the focus on what keeps it');
    await expect(table).to.be.accessible();
    const revoked = nextEvent(provider, 'tessera-invitation-revoked');
    press('Revoke invitation');
    expect((await revoked).invitationId).to.equal('invitation_newcorp');
    await until(() => told() === `Invitation of ${waiting} revoked`, 'the outcome');
    await until(() => cell(waiting, 'status') === 'Revoked', 'the new status');
    expect(one('dialog')).to.equal(null);
    expect(focused()).to.equal(trigger(waiting));
  });

  it('keeps the invitation when the person thinks again', async () => {
    const { shows, askToRevoke, press, one, deeds, focused, trigger } = await setup();
    await shows(everyone);
    await askToRevoke(waiting);
    press('Keep invitation');
    await until(() => !one('dialog'), 'the dialog to close');
    expect(deeds()).to.deep.equal([]);
    expect(focused()).to.equal(trigger(waiting));
  });

  it('goes on at the list when the row of a revoked invitation goes away', async () => {
    const { choose, shows, askToRevoke, press, one, focused } = await setup();
    await choose('pending');
    await shows([waiting]);
    await askToRevoke(waiting);
    press('Revoke invitation');
    await shows([]);
    await until(() => focused() === one('.search input'), 'the focus where one goes on');
  });

  it('revokes once, however often the button is pressed', async () => {
    const answer = held();
    let asked = 0;
    const { provider, shows, askToRevoke, press, told } = await setup({}, (backend) => {
      backend.answer = async (request, pass) => {
        if (isDeed(request)) await answer.promise;
        return pass();
      };
    });
    provider.addEventListener('tessera-before-invitation-revoke', () => (asked += 1));
    await shows(everyone);
    await askToRevoke(waiting);
    press('Revoke invitation');
    await until(() => told().startsWith('Revoking'), 'the progress');
    press('Revoking…');
    answer.release();
    await until(() => told() === `Invitation of ${waiting} revoked`, 'the outcome');
    expect(asked).to.equal(1);
  });

  it('does nothing that the page prevents', async () => {
    const { provider, shows, sendAgain, askToRevoke, press, deeds, one } = await setup();
    await shows(everyone);
    const ids: string[] = [];
    const prevent = (event: Event & { invitationId: string }) => {
      ids.push(event.invitationId);
      event.preventDefault();
    };
    provider.addEventListener('tessera-before-invitation-resend', prevent);
    provider.addEventListener('tessera-before-invitation-revoke', prevent);
    await sendAgain(waiting);
    await askToRevoke(waiting);
    press('Revoke invitation');
    await until(() => !one('dialog'), 'the dialog to close');
    expect(ids).to.deep.equal(['invitation_newcorp', 'invitation_newcorp']);
    expect(deeds()).to.deep.equal([]);
  });

  it('says beside each action why it cannot be done', async () => {
    const { shows, open, item, deeds, table } = await setup();
    await shows(everyone);
    await open('joined@newcorp.example');
    const again = item('Send again')!;
    expect(textOf(again)).to.contain('This person is already a member.');
    expect(again.getAttribute('aria-disabled')).to.equal('true');
    await expect(table).to.be.accessible();
    again.click();
    await sendKeys({ press: 'Escape' });
    await open('unwilling@newcorp.example');
    expect(textOf(item('Revoke'))).to.contain('This person has said no.');
    expect(deeds()).to.deep.equal([]);
  });

  it('is used with the keyboard alone', async () => {
    const { shows, trigger, focused, one, told } = await setup();
    await shows(everyone);
    trigger(waiting)?.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => textOf(focused()) === 'Send again', 'the first action');
    await sendKeys({ press: 'ArrowDown' });
    expect(textOf(focused())).to.equal('Revoke…');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Home' });
    expect(textOf(focused())).to.equal('Send again');
    await sendKeys({ press: 'Escape' });
    expect(one('.menu')).to.equal(null);
    expect(focused()).to.equal(trigger(waiting));
    await sendKeys({ press: 'Enter' });
    await until(() => textOf(focused()) === 'Send again', 'the first action');
    await sendKeys({ press: 'Enter' });
    await until(() => told() === `Sent again to ${waiting}`, 'the outcome');
  });

  it('says in words when a person may send again after too many mails', async () => {
    const { shows, sendAgain, alert, one, root, deeds } = await setup({}, (backend) => {
      backend.answer = (request, pass) => {
        if (!isDeed(request)) return pass();
        const { body } = refusal(429, 'rate_limited');
        const headers = { 'Content-Type': 'application/problem+json', 'Retry-After': '3600' };
        return new Response(body, { status: 429, headers });
      };
    });
    await shows(everyone);
    await sendAgain(waiting);
    await until(() => one('[role="timer"]'), 'a countdown');
    expect(textOf(one('[role="timer"]'))).to.equal('Try again in 1 hour.');
    expect(alert()).to.contain(`Not sent again to ${waiting}. Too many requests.`);
    const retry = one<HTMLElement>('.outcome .button')!;
    expect(retry.getAttribute('aria-disabled')).to.equal('true');
    retry.click();
    await nextFrame();
    expect(deeds().length).to.equal(1);
    await expect(root.host).to.be.accessible();
  });

  it('sends what may have been sent again under the same key when asked', async () => {
    const keys: (string | null)[] = [];
    let broken = true;
    const { shows, sendAgain, alert, press, told } = await setup({}, (backend) => {
      backend.answer = (request, pass) => {
        if (!isDeed(request)) return pass();
        keys.push(request.headers.get('Idempotency-Key'));
        return broken ? refusal(500, 'server_error') : pass();
      };
    });
    await shows(everyone);
    await sendAgain(waiting);
    await until(() => alert().includes('It is not known whether'), 'the failure');
    expect(alert()).not.to.contain('Not sent');
    broken = false;
    press('Try again');
    await until(() => told() === `Sent again to ${waiting}`, 'the outcome');
    expect(new Set(keys).size).to.equal(1);
    expect(alert()).to.equal('');
  });

  it('shows a changed invitation as it is now, and says that somebody changed it', async () => {
    const { backend, shows, askToRevoke, press, alert, one } = await setup();
    await shows(everyone);
    const first = backend.asked.length;
    backend.answer = (request, pass) =>
      isDeed(request) ? refusal(412, 'version_conflict') : pass();
    await askToRevoke(waiting);
    press('Revoke invitation');
    await until(() => alert().includes('in the meantime'), 'the conflict');
    expect(one('dialog')).to.equal(null);
    await until(
      () => backend.asked.slice(first).some((url) => url.pathname.endsWith('/invitations')),
      'the list asked again',
    );
  });

  it('keeps the dialog open with the reason when revoking is refused', async () => {
    const { shows, askToRevoke, press, alert, one } = await setup({}, (backend) => {
      backend.answer = (request, pass) =>
        isDeed(request) ? refusal(403, 'escalation_refused') : pass();
    });
    await shows(everyone);
    await askToRevoke(waiting);
    press('Revoke invitation');
    await until(
      () => alert().includes(`The invitation of ${waiting} was not revoked.`),
      'a reason',
    );
    expect(one('dialog [role="alert"]')).not.to.equal(null);
    press('Keep invitation');
    await until(() => !one('dialog'), 'the dialog to close');
    expect(alert()).to.equal('');
  });

  it('copies a link where the backend gives one, and only an address of the web', async () => {
    const { shows, open, item, table } = await setup({}, (backend) => {
      backend.answer = changing((one) => ({
        ...one,
        link: one.email === waiting ? 'https://tessera.example/i#1' : 'javascript:alert(1)',
      }));
    });
    await shows(everyone);
    await open(waiting);
    expect(item('Copy link')?.getAttribute('aria-disabled')).to.equal('false');
    await expect(table).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await open(late);
    expect(item('Copy link')).to.equal(undefined);
  });

  it('shows one row as busy, and does nothing else meanwhile', async () => {
    const answer = held();
    const { shows, sendAgain, told, row, open, item, deeds } = await setup({}, (backend) => {
      backend.answer = async (request, pass) => {
        if (isDeed(request)) await answer.promise;
        return pass();
      };
    });
    await shows(everyone);
    await sendAgain(waiting);
    await until(() => told() === `Sending again to ${waiting}…`, 'the progress');
    expect(row(waiting)?.getAttribute('aria-busy')).to.equal('true');
    await open(late);
    expect(textOf(item('Send again'))).to.contain('Sending again to');
    item('Send again')?.click();
    answer.release();
    await until(() => told() === `Sent again to ${waiting}`, 'the outcome');
    expect(deeds().length).to.equal(1);
  });

  it('shows the shape of the table while the invitations are on their way', async () => {
    const answer = held();
    const { shows, table, root } = await setup({}, (backend) => {
      backend.answer = async (request, pass) => {
        if (isList(request)) await answer.promise;
        return pass();
      };
    });
    await until(() => table.matches(':state(loading)'), 'the state loading');
    expect(root.querySelectorAll('tr.skeleton').length).to.be.greaterThan(0);
    await expect(table).to.be.accessible();
    answer.release();
    await shows(everyone);
    expect(root.querySelector('tr.skeleton')).to.equal(null);
  });

  it('says why nothing is there: nobody invited, nobody found, or not allowed to see', async () => {
    const { search, notice, press, shows, table } = await setup();
    await search('nobody');
    await until(() => notice().includes('No invitation matches'), 'a notice');
    await expect(table).to.be.accessible();
    press('Clear search and filter');
    await shows(everyone);
    const empty = await setup({ seed: { ...seeds.default, invitations: [] } });
    await until(() => empty.notice().includes('Nobody is invited'), 'a notice');
    const agent = await setup({ as: 'user_agent_acme' });
    await until(() => agent.notice().includes('Only administrators'), 'a notice');
    expect(agent.one('input')).to.equal(null);
    await expect(agent.table).to.be.accessible();
  });

  it('says what went wrong and what to quote, and tries again when asked', async () => {
    let broken = true;
    const { shows, notice, press, one, table } = await setup({}, (backend) => {
      backend.answer = (request, pass) =>
        broken && isList(request) ? refusal(500, 'server_error') : pass();
    });
    await until(() => one('.notice[role="alert"]'), 'an alert');
    expect(notice()).to.contain('Nothing was changed.').and.to.contain('request_7');
    await expect(table).to.be.accessible();
    broken = false;
    press('Try again');
    await shows(everyone);
  });

  it('shows more of many when asked, and keeps what is there when that fails', async () => {
    let broken = true;
    const seed = withInvitations(seeds.default, 'org_acme', manyInvitations(120));
    const { rows, press, root, one } = await setup({ seed }, (backend) => {
      backend.answer = (request, pass) =>
        broken && request.url.includes('cursor=') ? refusal(403, 'organization_suspended') : pass();
    });
    await until(() => rows().length === 50, 'the first page');
    expect(root.querySelector('table')?.getAttribute('aria-rowcount')).to.equal('122');
    expect(textOf(one('.more'))).to.contain('50 of 121');
    press('Show more invitations');
    await until(() => textOf(one('.more')).includes('could not be loaded'), 'the failure');
    expect(rows().length).to.equal(50);
    broken = false;
    press('Show more invitations');
    await until(() => rows().length === 100, 'the second page');
    press('Show more invitations');
    await until(() => rows().length === 121 && !one('.more'), 'the last page');
  });

  it('shows no row of the former organization, nor the outcome of what was done there', async () => {
    const answer = held();
    const seed = withAdministrator(every, 'user_both', 'org_acme');
    const { backend, provider, shows, sendAgain, rows, told, one } = await setup({
      as: 'user_both',
      seed,
    });
    await shows(everyone);
    backend.answer = async (request, pass) => {
      if (isList(request) || isDeed(request)) await answer.promise;
      return pass();
    };
    await sendAgain(waiting);
    await provider.switchTo('org_borealis');
    await provider.querySelector('tessera-invitation-table')!.updateComplete;
    expect(rows().length).to.equal(0);
    const sent = nextEvent(provider, 'tessera-invitation-resent');
    answer.release();
    expect((await sent).organizationId).to.equal('org_acme');
    await until(() => one('.notice'), 'the list of the next organization');
    await nextFrame();
    expect(told()).to.equal('0 invitations');
  });

  it('shows addresses that try to break the page as the text they are', async () => {
    const title = document.title;
    const seed = withInvitations(seeds.default, 'org_acme', hostileAddresses);
    const { root, rows, sendAgain, told } = await setup({ seed });
    await until(() => rows().length === hostileAddresses.length + 1, 'rows');
    const [first] = hostileAddresses;
    await sendAgain(first!.email);
    await until(() => told() === `Sent again to ${first!.email}`, 'the outcome');
    expect(root.querySelectorAll('script, [onerror], img, bdi *, a').length).to.equal(0);
    expect(document.title).to.equal(title);
    const heights = new Set(rows().map((row) => row.getBoundingClientRect().height));
    expect(heights.size).to.equal(1);
  });

  it('shows what it does not know as it came', async () => {
    const { rows, cell } = await setup({}, (backend) => {
      backend.answer = changing((one) =>
        one.email === late
          ? { ...one, status: 'failed' }
          : {
              ...one,
              status: 'constructor',
              expiresAt: 'some day',
              createdAt: '',
              invitedBy: { userId: 'user_1' },
              organizationRoles: [],
              access: [],
              actions: { 'invitation.resend': 'too_early' },
            },
      );
    });
    await until(() => rows().length > 0, 'rows');
    expect(cell(late, 'status')).to.equal('Not delivered');
    expect(cell(waiting, 'status')).to.equal('constructor');
    expect(cell(waiting, 'expiry')).to.equal('');
    expect(cell(waiting, 'invited')).to.equal('Unknown');
    expect(cell(waiting, 'offer')).to.equal('No role');
  });

  it('speaks Arabic, from right to left', async () => {
    const { shows, one, table, cell } = await setup({}, () => {}, 'ar');
    await shows(everyone);
    await until(() => textOf(one('th')) === 'البريد الإلكتروني', 'Arabic words');
    expect(getComputedStyle(table).direction).to.equal('rtl');
    expect(cell(waiting, 'status')).to.equal('معلّقة');
    await expect(table).to.be.accessible();
  });
});
