import type { AccessExplanation } from '@tesserakit/contract';
import { effectiveAccess, explainAccess, type AccessFacts } from '@tesserakit/domain';
import { seeds, type Seed } from '@tesserakit/mock-server';
import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import fc from 'fast-check';
import { render } from 'lit';
import '../context/provider.js';
import { accessWorld, worldNow } from '../../../domain/src/trial/access-worlds.js';
import { held, refusal, signIn, type Backend, type SignIn } from '../../trial/backend.js';
import { nextEvent, show, textOf, until } from '../../trial/page.js';
import { hostileNames, withAdministrator } from '../../trial/seeds.js';
import { accessReasonWords } from '../text/access-reasons.js';
import { actionWords } from '../text/actions.js';
import { ar } from '../text/ar.js';
import { en } from '../text/en.js';
import './access-explainer.js';
import {
  allPermissions,
  conditionList,
  openings,
  roleList,
  verdict,
  type ReasonWords,
} from './access-explainer-parts.js';

const { default: base } = seeds;
const suspended = 'user_suspended_acme';
const agent = 'user_agent_acme';

const isExplanation = ({ url }: Request) => url.endsWith('/explain');

/** The seed in which Acme has another share of Flights. */
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

describe('tessera-access-explainer', () => {
  async function setup(
    userId: string,
    signedIn: SignIn = {},
    prepare: (backend: Backend) => void = () => {},
    { applicationId = 'app_flights', language = 'en' } = {},
  ) {
    const backend = signIn({ as: 'user_admin_acme', organizationId: 'org_acme', ...signedIn });
    prepare(backend);
    const provider = await show(
      backend,
      html`<tessera-access-explainer
        user-id=${userId}
        application-id=${applicationId}
      ></tessera-access-explainer>`,
      language,
    );
    const element = provider.querySelector('tessera-access-explainer')!;
    const root = element.shadowRoot!;
    const plain = (place: Element | null) => textOf(place).replace(/[\u2068\u2069]/g, '');
    const one = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
    return {
      backend,
      provider,
      element,
      root,
      one,
      ready: () => until(() => one('#title'), 'an answer'),
      title: () => plain(one('#title')),
      says: (words: string) =>
        until(() => plain(one('.panel')).includes(words), `the words ${words}`),
      text: () => plain(one('.panel')),
      unmet: () => [...root.querySelectorAll('.conditions > .danger bdi')].map(textOf),
      role: (name: string) =>
        textOf([...root.querySelectorAll('.roles > li')].find((li) => textOf(li).includes(name))),
      deed: () => one<HTMLButtonElement>('.remedies button'),
      status: () => textOf(one('[role="status"]')),
    };
  }

  it('says that the door is open, what each role carries, and what they allow together', async () => {
    const seed: Seed = {
      ...base,
      grants: [
        ...base.grants.filter(({ userId }) => userId !== agent),
        {
          userId: agent,
          organizationId: 'org_acme',
          applicationId: 'app_flights',
          roles: [
            { roleId: 'role_flights_viewer', source: 'default' },
            { roleId: 'role_flights_booking_agent', source: 'idp-group' },
            { roleId: 'role_flights_approver', source: 'direct', expiresAt: base.today - 1 },
          ],
        },
      ],
    };
    const { ready, says, title, role, unmet, element, one } = await setup(agent, { seed });
    await ready();
    await says('Tomás Ribeiro may enter Flights');
    expect(title()).to.equal('Tomás Ribeiro may enter Flights');
    expect(unmet()).to.deep.equal([]);
    expect(one('.remedies')).to.equal(null);
    expect(role('Viewer')).to.contain('Default role: every new member gets it');
    expect(role('Viewer')).to.contain('Without it, nothing would change.');
    expect(role('Booking agent')).to.contain('From a group at the identity provider');
    expect(role('Booking agent')).to.contain('would be lost:');
    expect(role('Approver')).to.contain('Does not count: it has ended.');
    await expect(element).to.be.accessible();
  });

  it('says that the last role is what keeps the door open', async () => {
    const { ready, role } = await setup(agent);
    await ready();
    expect(role('Booking agent')).to.contain('Without it, the door would be closed.');
  });

  it('names what is not met and what would open the door, and does it', async () => {
    const { says, unmet, deed, backend, element, root, status, one } = await setup(suspended);
    await says('may not enter Flights');
    expect(unmet()).to.deep.equal(['The membership is suspended, not accepted yet, or over']);
    await expect(element).to.be.accessible();
    const told = nextEvent(element, 'tessera-access-opened');
    expect(textOf(deed())).to.equal('Reactivate');
    deed()!.click();
    const { opening } = await told;
    expect(opening).to.deep.equal({
      organizationId: 'org_acme',
      userId: suspended,
      applicationId: 'app_flights',
      remedy: 'reactivate_member',
    });
    await says(' may enter Flights');
    expect(status()).to.equal('Done. The door is open.');
    expect(root.activeElement).to.equal(one('#title'));
    expect(backend.world.members.get('org_acme')?.get(suspended)?.status).to.equal('active');
  });

  it('tells whoever may not who may, without a button', async () => {
    const { ready, title, deed, text, element } = await setup(agent, { as: agent }, undefined, {
      applicationId: 'app_ledger',
    });
    await ready();
    await until(() => title().includes('Ledger'), 'the application');
    expect(deed()).to.equal(null);
    expect(text()).to.contain('Administrators of the organization can do this.');
    await expect(element).to.be.accessible();
  });

  it('leaves an application that is suspended here to those who gave it', async () => {
    const seed = withShare({ status: 'suspended' });
    const { says, unmet, deed, text } = await setup(agent, { seed });
    await says('may not enter');
    expect(unmet()[0]).to.contain('it is suspended there');
    expect(text()).to.contain('Reactivate the application for the organization');
    expect(text()).to.contain('Administrators of the platform can do this.');
    expect(deed()).to.equal(null);
  });

  it('lets an administrator choose roles where roles are missing', async () => {
    const about = { applicationId: 'app_ledger' };
    const { ready, deed, root, one, text } = await setup(agent, {}, undefined, about);
    await ready();
    expect(text()).to.contain('Give the person access, with a role');
    expect(deed()?.getAttribute('aria-expanded')).to.equal('false');
    deed()!.focus();
    await sendKeys({ press: 'Enter' });
    const assigner = await until(() => one('tessera-role-assigner'), 'the choice of roles');
    await until(() => assigner.shadowRoot?.querySelector('.role'), 'roles');
    expect(deed()?.getAttribute('aria-expanded')).to.equal('true');
    expect(root.activeElement).to.equal(deed());
    deed()!.click();
    await until(() => !one('tessera-role-assigner'), 'the choice to be closed');
  });

  it('lets a host stop an act', async () => {
    const { says, deed, element, backend } = await setup(suspended);
    await says('may not enter');
    element.addEventListener('tessera-before-access-open', (event) => event.preventDefault());
    deed()!.click();
    await element.updateComplete;
    expect(backend.world.members.get('org_acme')?.get(suspended)?.status).to.equal('suspended');
  });

  it('tells why an act was refused, and takes it again under the same key', async () => {
    const { says, deed, backend, one, element } = await setup(suspended);
    await says('may not enter');
    const keys: (string | null)[] = [];
    backend.answer = (request, pass) => {
      if (request.method === 'GET') return pass();
      keys.push(request.headers.get('Idempotency-Key'));
      return keys.length === 1 ? refusal(500, 'server_error') : pass();
    };
    deed()!.click();
    await until(() => one('.refusal'), 'the reason');
    expect(textOf(one('.refusal'))).to.contain('It is not known whether this was saved.');
    expect(textOf(one('.refusal'))).to.contain('Request request_7');
    await expect(element).to.be.accessible();
    deed()!.click();
    await says(' may enter Flights');
    expect(new Set(keys).size).to.equal(1);
    expect(keys.length).to.equal(2);
  });

  it('asks again after a failure', async () => {
    const { one, element, backend, ready, root } = await setup(agent, {}, (backend) => {
      backend.answer = (request, pass) =>
        isExplanation(request) ? refusal(400, 'validation_failed') : pass();
    });
    await until(() => one('.notice'), 'a notice');
    expect(textOf(one('.notice'))).to.contain('The reasons could not be loaded');
    await expect(element).to.be.accessible();
    backend.answer = (_, pass) => pass();
    one<HTMLButtonElement>('.notice button')!.click();
    await ready();
    expect(root.querySelector('.notice')).to.equal(null);
  });

  it('tells who may not see it, who is not there, and that nobody was chosen', async () => {
    const other = await setup('user_admin_acme', { as: agent });
    await until(() => other.one('.notice'), 'a notice');
    expect(textOf(other.one('.notice'))).to.contain('Only administrators see the access of others');
    const nobody = await setup('user_nobody');
    await until(() => nobody.one('.notice'), 'a notice');
    expect(textOf(nobody.one('.notice'))).to.contain('No such member or application');
    nobody.element.userId = undefined;
    await nobody.element.updateComplete;
    expect(textOf(nobody.one('.notice'))).to.contain('Nothing to explain yet');
  });

  it('is told where a backend gives no reasons', async () => {
    const { one } = await setup(agent, {}, (backend) => {
      backend.answer = async (request, pass) => {
        const answer = await pass();
        if (!request.url.endsWith('/capabilities')) return answer;
        const can = (await answer.json()) as object;
        return Response.json({ ...can, access: { grant: true } });
      };
    });
    await until(() => one('.notice'), 'a notice');
    expect(textOf(one('.notice'))).to.contain('This backend gives no reasons');
  });

  it('never shows the reasons of the former organization after a switch', async () => {
    const seed = withAdministrator(base, 'user_both', 'org_acme');
    const { ready, backend, provider, title, one } = await setup('user_both', {
      as: 'user_both',
      seed,
    });
    await ready();
    const late = held();
    backend.answer = async (request, pass) => {
      if (isExplanation(request)) await late.promise;
      return pass();
    };
    provider.organizationId = 'org_borealis';
    await until(() => !one('#title'), 'the former answer to go');
    late.release();
    await ready();
    const asked = backend.asked.filter(({ pathname }) => pathname.endsWith('/explain'));
    expect(asked.at(-1)?.pathname).to.contain('org_borealis');
    expect(title()).to.contain('may enter Flights');
  });

  it('shows what others have written as text, and in their own direction', async () => {
    for (const name of hostileNames) {
      const seed: Seed = {
        ...base,
        users: base.users.map((user) => (user.userId === agent ? { ...user, name } : user)),
        roles: base.roles.map((role) => ({ ...role, name, permissions: [name] })),
      };
      const { ready, root, element } = await setup(agent, { seed });
      await ready();
      await until(() => textOf(root).length > 0, 'text');
      expect(root.querySelector('bdi > *, h2 > *, code > *')).to.equal(null);
      expect(document.title).not.to.equal('broken');
      expect(element.scrollWidth <= element.clientWidth).to.equal(true);
    }
  });

  it('speaks Arabic, from right to left', async () => {
    const { ready, title, element, unmet } = await setup(suspended, {}, undefined, {
      language: 'ar',
    });
    await ready();
    expect(title()).to.contain('لا يمكن الدخول إلى Flights');
    expect(unmet()).to.deep.equal([ar.accessReasons.fails.member_active]);
    expect(getComputedStyle(element).direction).to.equal('rtl');
    await expect(element).to.be.accessible();
  });
});

/** What the server would say about a world. */
function answerOn(facts: AccessFacts): AccessExplanation {
  const { entry, conditions, permissions, given, remedies } = explainAccess(facts, worldNow);
  return {
    userId: 'user',
    applicationId: 'app',
    name: 'App',
    entry,
    granted: facts.grant !== undefined,
    roles: given.map(({ roleId, source, inForce, removal }) => ({
      roleId,
      name: roleId,
      source,
      inForce,
      removal: { ...removal, permissions: [...removal.permissions] },
    })),
    conditions: [...conditions].map(([condition, holds]) => ({ condition, holds })),
    permissions: [...permissions],
    remedies: remedies.map(({ name, by }) => ({ name, by, may: 'forbidden' })),
    version: 1,
    actions: {},
  };
}

describe('the words of an explanation', () => {
  const english: ReasonWords = { ...en, accessReasons: accessReasonWords, actions: actionWords };
  const look = { can: undefined, busy: false, choosing: false, below: undefined, run: () => {} };

  for (const words of [english, ar]) {
    it(`say what is in force, in 10,000 random worlds (${words.language})`, function () {
      this.timeout(120_000);
      const { accessReasons } = words;
      const place = document.createElement('div');
      const texts = (selector: string) => [...place.querySelectorAll(selector)].map(textOf);
      fc.assert(
        fc.property(accessWorld, (facts) => {
          const answer = answerOn(facts);
          render(
            html`${verdict(words, answer, undefined)} ${openings(words, answer.remedies, look)}
            ${conditionList(words, answer)} ${roleList(words, answer)}
            ${allPermissions(words, answer)}`,
            place,
          );
          const truth = effectiveAccess(facts, worldNow);
          const isOpen = truth.entry === true;
          const title = accessReasons[isOpen ? 'mayEnter' : 'mayNotEnter']('\u2068App\u2069');
          expect(texts('h2')).to.deep.equal([title]);
          const reason = truth.entry === true ? [] : [words.errors[truth.entry]];
          expect(texts('header p')).to.deep.equal(reason);
          expect(texts('.conditions bdi')).to.deep.equal(
            [...truth.conditions].map(
              ([condition, holds]) => accessReasons[holds ? 'holds' : 'fails'][condition],
            ),
          );
          expect(texts('.conditions .danger').length === 0).to.equal(isOpen);
          expect(texts('[part="remedy"]').length === 0).to.equal(isOpen);
          const allowed = isOpen ? truth.permissions : [];
          expect(texts('details code')).to.deep.equal(allowed);
          const counting = texts('.roles > li:not(.idle) .strong').sort();
          if (isOpen)
            expect(counting).to.deep.equal(truth.roles.map(({ roleId }) => roleId).sort());
          const spoken = texts('bdi, p, h2, h3').join(' ');
          expect(/[a-z]_[a-z]|idp-group/.test(spoken)).to.equal(false);
        }),
        { numRuns: 10_000 },
      );
    });
  }
});
