import { seeds } from '@tesserakit/mock-server';
import { expect } from '@open-wc/testing';
import { held, refusal } from '../../trial/backend.js';
import { showMember } from '../../trial/member-detail.js';
import { textOf, until } from '../../trial/page.js';
import { hostileNames, withAdministrator, withHostileNames } from '../../trial/seeds.js';
// Fetched before, so that no test waits for it.
import '../roles/role-assigner.js';

const agent = 'user_agent_acme';

const ends = (path: string) => (request: Request) => new URL(request.url).pathname.endsWith(path);

describe('tessera-member-detail', () => {
  it('shows who a member is, how the membership stands, and what they are in the organization', async () => {
    const { says, one, section, detail } = await showMember(agent);
    await says('Booking agent');
    expect(textOf(one('header'))).to.equal('Tomás Ribeiro agent@acme.example Active');
    const profile = textOf(section('profile'));
    expect(profile).to.contain('Title Travel Agent').and.contain('Department Front Office');
    expect(profile).to.contain('Came by Invitation');
    expect(textOf(section('roles'))).to.contain('Member');
    await expect(detail).to.be.accessible();
  });

  it('says in words why name, email and picture are not changed here', async () => {
    const { says, section } = await showMember(agent);
    await says('belong to the person’s own account', () => section('profile'));
  });

  it('knows who has not joined by the address alone', async () => {
    const { says, one, section, reasonAt, detail } = await showMember('user_invited');
    await until(() => one('.why'), 'the applications');
    await says('Until they join');
    expect(textOf(one('header'))).to.equal('invited@newcorp.example Pending');
    expect(textOf(section('profile'))).not.to.contain('Name ');
    expect(await reasonAt('Suspend')).to.equal('This person has not joined yet.');
    one('[data-application="app_flights"] .why')?.click();
    await says('The membership is active No', () => one('.conditions'));
    expect(await reasonAt('Transfer ownership')).to.equal('This person has not joined yet.');
    await expect(detail).to.be.accessible();
  });

  it('shows which applications may be entered as what, and tells the conditions when asked', async () => {
    const { says, one, section, backend, detail } = await showMember(agent);
    await says('Booking agent');
    const flights = () => one('[data-application="app_flights"]');
    expect(textOf(flights())).to.contain('May enter').and.contain('given directly');
    expect(textOf(one('[data-application="app_ledger"]'))).to.contain('May not enter');
    expect(backend.asked.some(({ pathname }) => pathname.endsWith('/explain'))).to.equal(false);
    one('[data-application="app_ledger"] .why')?.click();
    await says('The person was given access No', () => section('access'));
    expect(textOf(section('access'))).to.contain('The membership is active Yes');
    await expect(detail).to.be.accessible();
    one('[data-application="app_ledger"] .why')?.click();
    await until(() => !one('.conditions'), 'no conditions');
  });

  it('asks for sessions and history when they are unfolded, and not before', async () => {
    const { says, section, backend, press, detail } = await showMember(agent);
    await says('Booking agent');
    const asked = (path: string) => backend.asked.some(({ pathname }) => pathname.endsWith(path));
    expect(asked('/sessions') || asked('/audit')).to.equal(false);
    const fold = await press('Sessions');
    await says('Not signed in for this organization now.', () => section('sessions'));
    expect(fold.getAttribute('aria-expanded')).to.equal('true');
    await press('History');
    await says('Nothing has been noted', () => section('history'));
    await expect(detail).to.be.accessible();
  });

  it('tells what happened, newest first, by whom, and what was changed', async () => {
    const { says, section, press, root, backend } = await showMember(agent);
    const scope = { organizationId: 'org_acme', userId: agent };
    await backend.client.members.update({ ...scope, title: 'Guide' });
    await backend.client.members.suspend(scope);
    await press('History');
    await says('Suspended', () => section('history'));
    const events = [...root.querySelectorAll('.history > li')].map(textOf);
    expect(events[0]).to.contain('Suspended').and.contain('by Ingrid Solheim');
    expect(events[1]).to.contain('Changed · Title');
  });

  it('brings earlier events page by page, keeps those there are when that fails, and goes on', async () => {
    let broken = true;
    const { says, press, root, one, section, outcome } = await showMember(agent, {
      prepare: (backend) => {
        backend.answer = async (request, pass) => {
          if (!ends('/audit')(request)) return pass();
          const further = request.url.includes('cursor=');
          if (further && broken) return refusal(403, 'organization_suspended');
          return Response.json({
            items: [
              {
                eventId: further ? 'b' : 'a',
                at: '2026-01-01T00:00:00Z',
                action: further ? 'member.add' : 'member.levitate',
                outcome: 'success',
                actor: { type: 'system', id: 'system' },
              },
            ],
            nextCursor: further ? null : 'more',
            total: null,
          });
        };
      },
    });
    await press('History');
    await says('member.levitate by the system', () => section('history'));
    await press('Show earlier events');
    await says('Earlier events could not be loaded.', () => section('history'));
    expect(root.querySelectorAll('.history > li').length).to.equal(1);
    broken = false;
    await press('Try again');
    await says('Added as a member', () => section('history'));
    await until(() => root.activeElement === one('.history'), 'the focus on the events');
    expect(outcome()).to.equal('Earlier events are shown.');
  });

  it('shows the other parts when one cannot be loaded, and gets that one when asked again', async () => {
    let broken = true;
    const { says, section, press, detail } = await showMember(agent, {
      prepare: (backend) => {
        backend.answer = (request, pass) =>
          broken && ends('/access')(request) ? refusal(409, 'organization_suspended') : pass();
      },
    });
    await says('This part could not be loaded.', () => section('access'));
    expect(textOf(section('access'))).to.contain('Request request_7');
    expect(textOf(section('profile'))).to.contain('Travel Agent');
    await expect(detail).to.be.accessible();
    broken = false;
    await press('Try again');
    await says('Booking agent', () => section('access'));
  });

  it('says what went wrong when the member cannot be loaded, and tries again when asked', async () => {
    let broken = true;
    const { says, press, one, detail } = await showMember(agent, {
      prepare: (backend) => {
        backend.answer = (request, pass) =>
          broken && ends(`/members/${agent}`)(request)
            ? refusal(409, 'organization_suspended')
            : pass();
      },
    });
    await says('This member could not be loaded');
    expect(one('[role="alert"]')).not.to.equal(null);
    await expect(detail).to.be.accessible();
    broken = false;
    await press('Try again');
    await says('Travel Agent');
  });

  it('tells who may not see the members so, and says who is no member', async () => {
    const colleague = await showMember('user_both', { as: agent });
    await colleague.says('Only administrators see other members');
    await expect(colleague.detail).to.be.accessible();
    const nobody = await showMember('user_dormant');
    await nobody.says('No such member');
    const unset = await showMember('');
    await unset.says('Nobody is chosen');
    await expect(unset.detail).to.be.accessible();
  });

  it('lets people look at themselves without offering what they may not do', async () => {
    const { says, reasonAt, section, detail } = await showMember(agent, { as: agent });
    await says('Travel Agent');
    expect(await reasonAt('Suspend')).to.equal('Your role does not allow this.');
    expect(await reasonAt('Edit title and department')).to.equal('Your role does not allow this.');
    await says('Booking agent', () => section('access'));
    await expect(detail).to.be.accessible();
  });

  it('leaves out what the backend cannot do', async () => {
    const { says, section, button } = await showMember(agent, {
      prepare: (backend) => {
        backend.answer = async (request, pass) => {
          if (!ends('/capabilities')(request)) return pass();
          const can = (await (await pass()).json()) as Record<string, object>;
          return Response.json({
            organizations: { search: true },
            members: { ...can['members'], suspend: false, update: false, expiry: false },
          });
        };
      },
    });
    await says('Remove from organization');
    for (const name of ['access', 'expiry', 'sessions', 'history'] as const) {
      expect(section(name), name).to.equal(null);
    }
    for (const words of ['Suspend', 'Transfer ownership', 'Edit title and department']) {
      expect(button(words), words).to.equal(undefined);
    }
  });

  it('shows the shape of the screen while the member is on the way', async () => {
    const answer = held();
    const { detail, one, says } = await showMember(agent, {
      prepare: (backend) => {
        backend.answer = async (request, pass) => {
          if (ends(`/members/${agent}`)(request)) await answer.promise;
          return pass();
        };
      },
    });
    await until(() => detail.matches(':state(loading)'), 'the state loading');
    expect(one('.skeleton')?.getAttribute('aria-busy')).to.equal('true');
    await expect(detail).to.be.accessible();
    answer.release();
    await says('Travel Agent');
    expect(detail.matches(':state(loading)')).to.equal(false);
  });

  it('T09: shows nothing of the former organization, nor what was typed there', async () => {
    const answer = held();
    const seed = withAdministrator(seeds.default, 'user_both', 'org_acme');
    const { provider, backend, detail, says, press, enter, one, section } = await showMember(
      'user_both',
      { as: 'user_both', seed },
    );
    await press('Edit title and department');
    await until(() => one('#title'), 'a field');
    enter('#title', 'Typed for the former one');
    backend.answer = async (request, pass) => {
      if (ends('/members/user_both')(request)) await answer.promise;
      return pass();
    };
    await provider.switchTo('org_borealis');
    await detail.updateComplete;
    expect(textOf(detail.shadowRoot)).not.to.contain('Partner Liaison');
    answer.release();
    await says('Managing Partner', () => section('profile'));
    expect(one('#title')).to.equal(null);
  });

  it('forgets one member when another is shown', async () => {
    const { detail, says, press, one, section } = await showMember(agent);
    await press('History');
    await press('Edit title and department');
    detail.userId = 'user_creator_acme';
    await says('Regional Partner Manager', () => section('profile'));
    expect(one('form')).to.equal(null);
    expect(section('history')?.querySelector('button')?.getAttribute('aria-expanded')).to.equal(
      'false',
    );
  });

  it('fetches the screen that changes roles when it is asked for', async () => {
    const { press, one, detail, hasFocus } = await showMember(agent);
    (await press('Edit roles and access')).focus();
    await until(() => one('tessera-role-assigner'), 'the screen for roles');
    await hasFocus('Close roles');
    expect(one('tessera-role-assigner')?.getAttribute('user-id')).to.equal(agent);
    await press('Close roles');
    await until(() => one('tessera-role-assigner')?.hidden, 'the screen to be put away');
    await expect(detail).to.be.accessible();
  });

  it('shows names that try to break the page as the text they are', async () => {
    const title = document.title;
    const seed = withHostileNames(seeds.default, 'user_admin_acme', 'org_acme');
    for (const [index, name] of hostileNames.entries()) {
      const { detail, one, root, provider } = await showMember(`user_hostile_${index}`, { seed });
      await until(() => one('[data-section="membership"]'), 'the member');
      expect(textOf(one('h2'))).to.equal(textOf({ textContent: name } as Element));
      expect(root.querySelectorAll('script, [onerror], bdi *, a').length).to.equal(0);
      expect(detail.scrollWidth, name).to.be.at.most(detail.clientWidth);
      provider.remove();
    }
    expect(document.title).to.equal(title);
  });

  it('speaks Arabic from right to left', async () => {
    const { says, detail, one } = await showMember(agent, { language: 'ar' });
    await says('الملف الشخصي');
    expect(getComputedStyle(one('.panel')!).direction).to.equal('rtl');
    await expect(detail).to.be.accessible();
  });
});
