import { seeds } from '@tesserakit/mock-server';
import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../context/provider.js';
import { held, refusal, signIn, type SignIn } from '../../trial/backend.js';
import { nextEvent, show, textOf, until } from '../../trial/page.js';
import { withClosedDoors, withInvitation, withOrganizations } from '../../trial/seeds.js';
import './org-switcher.js';

describe('tessera-org-switcher', () => {
  async function setup(
    signedIn: SignIn = {},
    language = 'en',
    content = html`<tessera-org-switcher></tessera-org-switcher>`,
  ) {
    const backend = signIn({ as: 'user_both', organizationId: 'org_acme', ...signedIn });
    const provider = await show(backend, content, language);
    const switcher = provider.querySelector('tessera-org-switcher')!;
    const root = switcher.shadowRoot!;
    const trigger = root.querySelector<HTMLElement>('.trigger')!;
    const picker = () => root.querySelector('tessera-org-picker');
    const option = (name: string) =>
      [...(picker()?.shadowRoot?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])].find(
        (option) => textOf(option).includes(name),
      );
    const atRest = () => Promise.all(root.getAnimations().map((animation) => animation.finished));
    const shows = (name: string) => until(() => textOf(trigger) === name, `the name ${name}`);
    return {
      backend,
      provider,
      switcher,
      root,
      trigger,
      picker,
      option,
      shows,
      atRest,
      inPicker: (selector: string) =>
        picker()?.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined,
      said: () => textOf(picker()?.shadowRoot?.querySelector('[role="status"]')),
      isOpen: () => root.querySelector('.popover')?.matches(':popover-open') ?? false,
      open: async (expected: string) => {
        trigger.click();
        return until(() => option(expected), `the option ${expected}`);
      },
      failure: () => textOf(root.querySelector('[role="alert"]')),
    };
  }

  it('shows for which organization a person acts, and says so on the button', async () => {
    const { shows, trigger, switcher, isOpen } = await setup();
    await shows('Acme Travel');
    expect(trigger.getAttribute('aria-label')).to.equal('Acme Travel. Switch organization');
    expect(isOpen()).to.equal(false);
    await expect(switcher).to.be.accessible();
  });

  it('opens the choice with the present one selected, and takes the focus there', async () => {
    const { open, shows, picker, switcher, root, atRest } = await setup();
    await shows('Acme Travel');
    const present = await open('Acme Travel');
    expect(present.getAttribute('aria-selected')).to.equal('true');
    await until(() => root.activeElement === picker(), 'the focus in the choice');
    await until(() => picker()?.shadowRoot?.activeElement, 'a focused list');
    await atRest();
    await expect(switcher).to.be.accessible();
  });

  it('takes the focus to the search field where there are many', async () => {
    const seed = withOrganizations(seeds.default, 'user_both', 12);
    const { open, picker } = await setup({ seed });
    await open('Borealis');
    await until(() => picker()?.shadowRoot?.activeElement?.matches('input'), 'a focused field');
  });

  it('gives the focus back to the button on Escape', async () => {
    const { option, isOpen, root, trigger, picker } = await setup();
    trigger.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => option('Borealis'), 'the choice');
    await until(() => root.activeElement === picker(), 'the focus in the choice');
    await sendKeys({ press: 'Escape' });
    await until(() => !isOpen(), 'a closed choice');
    await until(() => root.activeElement === trigger, 'the focus on the button');
  });

  it('switches with the keyboard alone, and announces it', async () => {
    const { shows, trigger, isOpen, provider, root, picker, option } = await setup();
    await shows('Acme Travel');
    trigger.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => option('Borealis') && root.activeElement === picker(), 'the choice');
    const switched = nextEvent(provider, 'tessera-organization-switched');
    await sendKeys({ press: 'b' });
    await sendKeys({ press: 'Enter' });
    expect((await switched).organizationId).to.equal('org_borealis');
    await shows('Borealis');
    expect(provider.organizationId).to.equal('org_borealis');
    expect(isOpen()).to.equal(false);
    expect(root.activeElement === trigger).to.equal(true);
    await until(
      () => textOf(root.querySelector('[role="status"]')) === 'You now act for Borealis.',
      'the announcement',
    );
  });

  it('tells the page of the switch once, by the provider alone', async () => {
    const { open, provider, shows } = await setup();
    const told: string[] = [];
    for (const type of ['tessera-organization-chosen', 'tessera-organization-switched'] as const) {
      provider.addEventListener(type, () => told.push(type));
    }
    (await open('Borealis')).click();
    await shows('Borealis');
    expect(told).to.deep.equal(['tessera-organization-switched']);
  });

  it('says why a switch failed, and stays where it was', async () => {
    const { backend, open, provider, failure, isOpen, trigger, picker, switcher, atRest } =
      await setup();
    const option = await open('Borealis');
    backend.answer = (request, pass) =>
      request.url.endsWith('/org_borealis') ? refusal(403, 'member_suspended') : pass();
    option.click();
    await until(() => failure(), 'the reason');
    expect(failure()).to.equal('This membership is suspended.');
    expect(provider.organizationId).to.equal('org_acme');
    expect(textOf(trigger)).to.equal('Acme Travel');
    expect(picker()?.value).to.equal('org_acme');
    expect(isOpen()).to.equal(true);
    await atRest();
    await expect(switcher).to.be.accessible();
  });

  it('shows that the switch is on its way, with the former organization still in view', async () => {
    const answer = held();
    const { backend, open, trigger, shows } = await setup();
    await shows('Acme Travel');
    const option = await open('Borealis');
    backend.answer = async (request, pass) => {
      if (request.url.endsWith('/org_borealis')) await answer.promise;
      return pass();
    };
    option.click();
    await until(() => trigger.getAttribute('aria-busy') === 'true', 'a busy button');
    expect(textOf(trigger)).to.equal('Acme Travel');
    answer.release();
    await shows('Borealis');
    await until(() => trigger.getAttribute('aria-busy') === 'false', 'a button at rest');
  });

  it('does not switch to an organization that cannot be entered', async () => {
    const seed = withClosedDoors(seeds.default, 'user_both');
    const { open, provider, isOpen } = await setup({ seed });
    (await open('Dormant Ltd')).click();
    expect(provider.organizationId).to.equal('org_acme');
    expect(isOpen()).to.equal(true);
  });

  it('says what is wrong when the organization in view cannot be read', async () => {
    const { backend, provider, shows } = await setup();
    backend.answer = () => refusal(404, 'not_found');
    provider.organizationId = 'org_borealis';
    await shows('This does not exist, or you cannot reach it.');
  });

  it('speaks Arabic', async () => {
    const { trigger } = await setup({}, 'ar');
    await until(
      () => trigger.getAttribute('aria-label') === 'Acme Travel. تبديل المؤسسة',
      'Arabic words',
    );
  });

  describe('an organization that is looked after', () => {
    const administrator = { as: 'user_admin_acme', organizationId: 'org_acme' };

    it('says on the button that one acts for it, on whose behalf inside, and leads back', async () => {
      const { provider, trigger, shows, root, open, switcher, atRest } = await setup(administrator);
      await shows('Acme Travel');
      await provider.actFor('org_acme_north');
      await shows('Acting for Acme North');
      expect(trigger.getAttribute('aria-label')).to.equal(
        'Acting for Acme North. Switch organization',
      );
      await open('Acme Travel');
      const note = () => root.querySelector('.acting');
      await until(
        () => /You look after .Acme North. on behalf of .Acme Travel.\./.test(textOf(note())),
        'on whose behalf',
      );
      await atRest();
      await expect(switcher).to.be.accessible();
      note()?.querySelector('button')?.click();
      await shows('Acme Travel');
      expect(provider.actingFrom).to.equal(undefined);
      expect(note()).to.equal(null);
    });

    it('is left by choosing the organization on whose behalf one acts', async () => {
      const { provider, shows, open } = await setup(administrator);
      await shows('Acme Travel');
      await provider.actFor('org_acme_north_oslo');
      await shows('Acting for Acme North Oslo');
      (await open('Acme Travel')).click();
      await shows('Acme Travel');
    });
  });

  describe('the personal account', () => {
    const personal = html`<tessera-org-switcher personal></tessera-org-switcher>`;

    it('is another choice, and leads back to an organization', async () => {
      const { shows, open, provider, option, isOpen } = await setup({}, 'en', personal);
      await shows('Acme Travel');
      const entry = await open('Personal account');
      await until(() => textOf(option('Personal account')).includes('Noor Haddad'), 'who it is');
      expect(entry.getAttribute('aria-selected')).to.equal('false');
      entry.click();
      await shows('Noor Haddad');
      expect(provider.organizationId).to.equal(undefined);
      expect(isOpen()).to.equal(false);
      (await open('Borealis')).click();
      await shows('Borealis');
      expect(provider.organizationId).to.equal('org_borealis');
    });
  });

  describe('invitations that wait', () => {
    const seed = withInvitation(seeds.default, 'user_both', 'org_cirrus');
    const row = '.offers li';

    it('stand below the organizations, and become one of them when accepted', async () => {
      const { open, inPicker, option, provider, said, switcher, atRest } = await setup({ seed });
      await open('Acme Travel');
      await until(() => inPicker(row), 'the invitation');
      expect(textOf(inPicker(row))).to.match(/^Cirrus Group Invited by/);
      expect(option('Cirrus Group')).to.equal(undefined);
      await atRest();
      await expect(switcher).to.be.accessible();
      const accepted = nextEvent(provider, 'tessera-invitation-accepted');
      inPicker('[aria-label="Accept the invitation to Cirrus Group"]')?.click();
      expect((await accepted).organizationId).to.equal('org_cirrus');
      await until(() => option('Cirrus Group'), 'one more organization');
      await until(() => said() === 'You have joined Cirrus Group.', 'the announcement');
      expect(inPicker('.offers')).to.equal(undefined);
    });

    it('are declined after a question, and stay when the person keeps them', async () => {
      const { open, inPicker, backend, said } = await setup({ seed });
      await open('Acme Travel');
      await until(() => inPicker(row), 'the invitation');
      const decline = () => inPicker('[aria-label="Decline the invitation to Cirrus Group"]');
      decline()?.click();
      await until(() => inPicker('.keep'), 'the question');
      inPicker('.keep')?.click();
      await until(() => decline(), 'the answers');
      const status = () =>
        backend.world.invitations.get('org_cirrus')?.get('invitation_org_cirrus')?.status;
      expect(status()).to.equal('pending');
      decline()?.click();
      (await until(() => inPicker('.danger'), 'the question')).click();
      await until(() => said().includes('You have declined'), 'the announcement');
      expect(status()).to.equal('declined');
      await until(() => !inPicker('.offers'), 'no invitation');
    });

    it('stay, with the reason, when the server refuses', async () => {
      const { open, inPicker, backend } = await setup({ seed });
      await open('Acme Travel');
      await until(() => inPicker(row), 'the invitation');
      backend.answer = (request, pass) =>
        request.method === 'POST' ? refusal(403, 'organization_suspended') : pass();
      inPicker('.offers .button')?.click();
      await until(() => inPicker('.offers .refusal'), 'the reason');
      expect(textOf(inPicker('.offers .refusal'))).to.contain('This organization is suspended.');
      expect(inPicker(row)).not.to.equal(undefined);
    });

    it('are missed only where they should be there', async () => {
      const { backend, open, inPicker } = await setup({ seed });
      backend.answer = (request, pass) =>
        request.url.includes('/me/invitations') ? refusal(403, 'email_unverified') : pass();
      await open('Acme Travel');
      await until(() => inPicker('.offers [role="alert"]'), 'the reason');
      const other = await setup({ seed });
      other.backend.answer = (request, pass) =>
        request.url.includes('/me/invitations') ? refusal(501, 'unsupported') : pass();
      await other.open('Acme Travel');
      await until(
        () => other.backend.asked.some(({ pathname }) => pathname.endsWith('/me/invitations')),
        'the question',
      );
      expect(other.inPicker('.offers')).to.equal(undefined);
    });
  });

  it('leads to where one creates and manages organizations, where the host has such places', async () => {
    const { open, root } = await setup();
    await open('Acme Travel');
    expect(root.querySelectorAll('.entry').length).to.equal(0);
    const other = await setup(
      {},
      'en',
      html`<tessera-org-switcher
        create-href="/new"
        manage-href="/settings"
      ></tessera-org-switcher>`,
    );
    await other.open('Acme Travel');
    const entries = [...other.root.querySelectorAll<HTMLAnchorElement>('.entry')];
    expect(entries.map((entry) => [textOf(entry), entry.getAttribute('href')])).to.deep.equal([
      ['Create organization', '/new'],
      ['Manage organization', '/settings'],
    ]);
  });
});
