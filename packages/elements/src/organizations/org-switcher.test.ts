import { seeds } from '@tesserakit/mock-server';
import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../context/provider.js';
import { held, refusal, signIn, type SignIn } from '../../trial/backend.js';
import { nextEvent, show, textOf, until } from '../../trial/page.js';
import { withClosedDoors, withOrganizations } from '../../trial/seeds.js';
import './org-switcher.js';

describe('tessera-org-switcher', () => {
  async function setup(signedIn: SignIn = {}, language = 'en') {
    const backend = signIn({ as: 'user_both', organizationId: 'org_acme', ...signedIn });
    const provider = await show(
      backend,
      html`<tessera-org-switcher></tessera-org-switcher>`,
      language,
    );
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
});
