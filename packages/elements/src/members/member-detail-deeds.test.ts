import { expect } from '@open-wc/testing';
import { held, refusal } from '../../trial/backend.js';
import { showMember } from '../../trial/member-detail.js';
import { nextEvent, textOf, until } from '../../trial/page.js';

const agent = 'user_agent_acme';
const scope = { organizationId: 'org_acme', userId: agent };

describe('what is done in tessera-member-detail', () => {
  async function setup(...asked: Parameters<typeof showMember>) {
    const page = await showMember(...asked);
    await page.says('Membership');
    return {
      ...page,
      openDialog: () => until(() => page.one<HTMLDialogElement>('dialog[open]'), 'a dialog'),
      edit: async () => {
        await page.press('Edit title and department');
        await until(() => page.one('#title'), 'a field');
      },
    };
  }

  it('saves title and department, tells the page, and goes back to where it began', async () => {
    const { press, edit, one, enter, detail, member, section, says, hasFocus, outcome, root } =
      await setup(agent);
    await edit();
    await until(() => root.activeElement === one('#title'), 'the focus in the first field');
    enter('#title', 'Lead Agent');
    enter('#department', ' ');
    const before = nextEvent(detail, 'tessera-before-member-update');
    const after = nextEvent(detail, 'tessera-member-updated');
    await press('Save');
    expect((await before).fields).to.deep.equal(['title', 'department']);
    const { organizationId, userId } = await after;
    expect({ organizationId, userId }).to.deep.equal(scope);
    await says('Title Lead Agent', () => section('profile'));
    expect(member()?.department).to.equal(undefined);
    expect(outcome()).to.equal('Title and department saved.');
    await hasFocus('Edit title and department');
  });

  it('sends nothing when nothing was changed, or when it is given up', async () => {
    let writes = 0;
    const { press, edit, one, enter, hasFocus } = await setup(agent, {
      prepare: (backend) => {
        backend.answer = (request, pass) => {
          if (request.method !== 'GET') writes += 1;
          return pass();
        };
      },
    });
    await edit();
    await press('Save');
    await until(() => !one('form'), 'the form to go');
    await edit();
    enter('#title', 'Not this');
    await press('Cancel');
    await hasFocus('Edit title and department');
    await edit();
    expect(one<HTMLInputElement>('#title')?.value).to.equal('Travel Agent');
    expect(writes).to.equal(0);
  });

  it('keeps what was typed when nobody knows whether it was saved, and sends it again as one deed', async () => {
    const keys: (string | null)[] = [];
    const { press, edit, enter, says, section, member, one, detail } = await setup(agent, {
      prepare: (backend) => {
        backend.answer = async (request, pass) => {
          if (request.method !== 'PATCH') return pass();
          keys.push(request.headers.get('Idempotency-Key'));
          const answer = await pass();
          return keys.length === 1 ? refusal(500, 'server_error') : answer;
        };
      },
    });
    await edit();
    enter('#title', 'Lead Agent');
    await press('Save');
    await says('It is not known whether this was saved.', () => section('profile'));
    expect(one<HTMLInputElement>('#title')?.value).to.equal('Lead Agent');
    await expect(detail).to.be.accessible();
    await press('Save');
    await says('Title Lead Agent', () => section('profile'));
    expect(keys[0]).to.equal(keys[1]);
    expect(member()?.version).to.equal(2);
  });

  it('counts down to when it can be tried again, and tells the reason once', async () => {
    const { press, edit, enter, says, section, one } = await setup(agent, {
      prepare: (backend) => {
        backend.answer = (request, pass) => {
          if (request.method === 'GET') return pass();
          const refused = refusal(429, 'rate_limited');
          refused.headers.set('Retry-After', '30');
          return refused;
        };
      },
    });
    await edit();
    enter('#title', 'Lead Agent');
    await press('Save');
    await says('Try again in 30 seconds.', () => section('profile'));
    expect(textOf(one('[role="alert"]'))).to.contain('what you entered is still here');
    expect(textOf(one('[role="alert"]'))).not.to.contain('30');
    await says('Try again in 29 seconds.', () => section('profile'));
  });

  it('puts what somebody else has saved beside what was entered, and overwrites nothing unasked', async () => {
    const { backend, press, edit, enter, says, section, member, one, detail, hasFocus } =
      await setup(agent);
    await edit();
    await backend.client.members.update({ ...scope, title: 'Tour Guide' });
    enter('#title', 'Lead Agent');
    await press('Save');
    await says('Title · What is there now Tour Guide', () => one('.conflict'));
    expect(textOf(one('.conflict'))).to.contain('Title · What you entered Lead Agent');
    expect(member()?.title).to.equal('Tour Guide');
    await hasFocus('Take what is there now');
    await expect(detail).to.be.accessible();
    await press('Save mine');
    await says('Title Lead Agent', () => section('profile'));
    expect(member()?.title).to.equal('Lead Agent');
  });

  it('takes what somebody else has saved when asked', async () => {
    const { backend, press, edit, enter, says, section, member } = await setup(agent);
    await edit();
    await backend.client.members.update({ ...scope, title: 'Purser' });
    enter('#title', 'Lead Agent');
    await press('Save');
    await press('Take what is there now');
    await says('Title Purser', () => section('profile'));
    expect(member()?.title).to.equal('Purser');
  });

  it('saves beside what somebody else has changed where the two do not touch', async () => {
    const { backend, press, edit, enter, says, section, member } = await setup(agent);
    await edit();
    await backend.client.members.update({ ...scope, title: 'Tour Guide' });
    enter('#department', 'Counter');
    await press('Save');
    await says('Department Counter', () => section('profile'));
    expect(member()?.title).to.equal('Tour Guide');
  });

  it('lets the host stop what is about to be done, and keeps what was entered', async () => {
    const writes: string[] = [];
    const { press, edit, detail, says, section, member, enter } = await setup(agent, {
      prepare: (backend) => {
        backend.answer = (request, pass) => {
          if (request.method !== 'GET') writes.push(request.method);
          return pass();
        };
      },
    });
    let stops = true;
    const stop = (event: Event) => {
      if (stops) event.preventDefault();
    };
    detail.addEventListener('tessera-before-member-suspend', stop);
    detail.addEventListener('tessera-before-member-update', stop);
    await press('Suspend');
    await edit();
    enter('#title', 'Lead Agent');
    await press('Save');
    stops = false;
    await press('Save');
    await says('Title Lead Agent', () => section('profile'));
    expect(writes).to.deep.equal(['PATCH']);
    expect(member()?.status).to.equal('active');
  });

  it('gives a membership an end, and tells when it is', async () => {
    const { press, one, enter, member, hasFocus, outcome, detail } = await setup(agent);
    await press('Set an end');
    await until(() => one('#expiry'), 'a field');
    enter('#expiry', '2096-03-01T12:30');
    await expect(detail).to.be.accessible();
    await press('Save');
    await hasFocus('Change the end');
    expect(member()?.expiresAt).to.equal(new Date('2096-03-01T12:30').getTime());
    expect(textOf(one('header'))).to.contain('Ends in');
    expect(outcome()).to.contain('The membership ends March 1, 2096');
  });

  it('begins with the end there is, and takes it away', async () => {
    const { press, one, says, section, member, hasFocus, backend, detail } = await setup(agent);
    const expiresAt = new Date('2096-03-01T12:30').toISOString();
    await backend.client.members.update({ ...scope, expiresAt });
    detail.reload();
    await press('Change the end');
    await until(() => one<HTMLInputElement>('#expiry')?.value === '2096-03-01T12:30', 'the end');
    await press('Cancel');
    await press('Take the end away');
    await says('does not end by itself', () => section('expiry'));
    expect(member()?.expiresAt).to.equal(undefined);
    await hasFocus('Set an end');
  });

  it('refuses an end that has passed, or none, at the field', async () => {
    const { press, one, enter, says, member, root, detail } = await setup(agent);
    await press('Set an end');
    await until(() => one('#expiry'), 'a field');
    await press('Save');
    await says('Choose a day and a time.', () => one('#expiry-wrong'));
    enter('#expiry', '2001-03-01T12:30');
    await press('Save');
    await says('This moment has passed.', () => one('#expiry-wrong'));
    const field = one<HTMLInputElement>('#expiry')!;
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(field.getAttribute('aria-describedby')).to.contain('expiry-wrong');
    expect(field.value).to.equal('2001-03-01T12:30');
    await until(() => root.activeElement === field, 'the focus in the field');
    await expect(detail).to.be.accessible();
    expect(member()?.version).to.equal(1);
  });

  it('suspends a member and lets them in again, with the focus where it was', async () => {
    const { press, detail, member, hasFocus, says, one, outcome } = await setup(agent);
    const suspended = nextEvent(detail, 'tessera-member-suspended');
    (await press('Suspend')).focus();
    expect((await suspended).userIds).to.deep.equal([agent]);
    await hasFocus('Reactivate');
    expect(member()?.status).to.equal('suspended');
    expect(outcome()).to.equal('Tomás Ribeiro is suspended.');
    await says('Suspended', () => one('header'));
    const reactivated = nextEvent(detail, 'tessera-member-reactivated');
    const changed = nextEvent(detail, 'tessera-members-changed');
    await press('Reactivate');
    await reactivated;
    await changed;
    await hasFocus('Suspend');
    expect(member()?.status).to.equal('active');
  });

  it('tells administrators why they cannot shut themselves out', async () => {
    const { reasonAt, member, press } = await setup('user_admin_acme');
    for (const words of [
      'Suspend',
      'Remove from organization',
      'Transfer ownership',
      'Set an end',
    ]) {
      expect(await reasonAt(words), words).to.equal('You cannot change your own access.');
    }
    await press('Suspend');
    expect(member('user_admin_acme')?.status).to.equal('active');
  });

  it('asks before it removes, and names the person', async () => {
    const { press, openDialog, member, hasFocus, detail } = await setup(agent);
    (await press('Remove from organization')).focus();
    const dialog = await openDialog();
    await hasFocus('Cancel');
    expect(textOf(dialog)).to.contain('Remove Tomás Ribeiro?').and.contain('agent@acme.example');
    await expect(detail).to.be.accessible();
    dialog.querySelector<HTMLElement>('footer .button')?.click();
    await until(() => !dialog.open, 'the dialog to close');
    await hasFocus('Remove from organization');
    expect(member()).not.to.equal(undefined);
  });

  it('says that somebody was removed, and goes on there', async () => {
    const { press, openDialog, one, detail, member, says, root, outcome } = await setup(agent);
    await press('Remove from organization');
    const removed = nextEvent(detail, 'tessera-member-removed');
    (await openDialog()).querySelector<HTMLElement>('.danger')?.click();
    expect((await removed).userIds).to.deep.equal([agent]);
    await says('Tomás Ribeiro is no longer a member');
    expect(member()).to.equal(undefined);
    await until(() => root.activeElement === one('.gone'), 'the focus on what is said');
    expect(outcome()).to.equal('Tomás Ribeiro is no longer a member');
    await expect(detail).to.be.accessible();
  });

  it('keeps the dialog open with the reason when somebody cannot be removed after all', async () => {
    const { press, openDialog, says, member, detail } = await setup(agent, {
      prepare: (backend) => {
        backend.answer = (request, pass) =>
          request.method === 'DELETE' ? refusal(409, 'last_administrator') : pass();
      },
    });
    await press('Remove from organization');
    const dialog = await openDialog();
    dialog.querySelector<HTMLElement>('.danger')?.click();
    await says('at least one active administrator', () => dialog);
    expect(dialog.open).to.equal(true);
    expect(member()).not.to.equal(undefined);
    await expect(detail).to.be.accessible();
  });

  it('says what both become before ownership is transferred', async () => {
    const { press, openDialog, detail, member, says } = await setup(agent);
    await press('Transfer ownership');
    const dialog = await openDialog();
    expect(textOf(dialog)).to.contain('Tomás Ribeiro becomes Administrator.');
    expect(textOf(dialog)).to.contain('You are an administrator no longer');
    await expect(detail).to.be.accessible();
    const transferred = nextEvent(detail, 'tessera-ownership-transferred');
    dialog.querySelector<HTMLElement>('footer .primary')?.click();
    expect((await transferred).userId).to.equal(agent);
    expect(member()?.organizationRoleIds).to.include('organizationAdmin');
    await says('Only administrators see other members');
  });

  it('ends the sessions of a member for the organization', async () => {
    let ended = false;
    const { press, detail, says, section, hasFocus, outcome } = await setup(agent, {
      prepare: (backend) => {
        backend.answer = async (request, pass) => {
          const { pathname } = new URL(request.url);
          if (pathname.endsWith('/sessions/end')) ended = true;
          if (!pathname.endsWith('/sessions')) return pass();
          const authenticatedAt = '2026-01-01T00:00:00Z';
          const session = { name: 'Flights', authenticatedAt, methods: ['pwd', 'otp', 'new'] };
          return Response.json({ items: ended ? [] : [session] });
        };
      },
    });
    await press('Sessions');
    await says('password, one-time code, and new', () => section('sessions'));
    const fact = nextEvent(detail, 'tessera-member-sessions-ended');
    await press('End all sessions');
    expect((await fact).userId).to.equal(agent);
    await says('Not signed in', () => section('sessions'));
    await hasFocus('Sessions');
    expect(outcome()).to.equal('All sessions for this organization have ended.');
  });

  it('tells the fact, but nothing else, when somebody else is shown before the answer comes', async () => {
    const answer = held();
    const { press, detail, says, section, outcome } = await setup(agent, {
      prepare: (backend) => {
        backend.answer = async (request, pass) => {
          if (request.url.endsWith('/suspend')) await answer.promise;
          return pass();
        };
      },
    });
    const suspended = nextEvent(detail, 'tessera-member-suspended');
    await press('Suspend');
    detail.userId = 'user_creator_acme';
    await says('Regional Partner Manager', () => section('profile'));
    answer.release();
    expect((await suspended).userIds).to.deep.equal([agent]);
    await detail.updateComplete;
    expect(outcome()).to.equal('');
  });
});
