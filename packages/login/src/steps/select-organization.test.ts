import { expect } from '@open-wc/testing';
import { loginWordsIn } from '../text/language.js';
import { held, scripted, steps } from '../trial/scripted-server.js';
import { open, textOf } from '../trial/sign-in-page.js';

describe('tessera-organization-step', () => {
  async function setup(server: ReturnType<typeof scripted>, language = 'en') {
    const page = await open(server, { words: await loginWordsIn(language) });
    await page.at('select_organization');
    const picker = page.element.querySelector('tessera-org-picker')!;
    const options = () => [...picker.shadowRoot!.querySelectorAll<HTMLElement>('[role="option"]')];
    await page.until(() => options().length > 0, 'options');
    const option = (name: string) => options().find((each) => textOf(each).includes(name))!;
    return { ...page, picker, options, option };
  }

  it('names the application, lists the organizations, and sends the choice at once', async () => {
    const server = scripted(steps.organizations, steps.done);
    const { text, option, at, element } = await setup(server);
    expect(text()).to.contain('to continue to Flights');
    await expect(element).to.be.accessible();
    option('Borealis').click();
    await at('done');
    expect(server.sent).to.deep.equal([
      { action: 'choose_organization', organizationId: 'org_borealis' },
    ]);
  });

  it('holds to the first choice while it is on its way', async () => {
    const answer = held(steps.done);
    const server = scripted(steps.organizations, answer.promise);
    const { option, picker, element, at } = await setup(server);
    option('Borealis').click();
    await element.updateComplete;
    option('Acme Travel').click();
    expect(server.sent.length).to.equal(1);
    expect(picker.getAttribute('aria-busy')).to.equal('true');
    answer.answer();
    await at('done');
  });

  it('says that the chosen organization has closed, and lets the person choose again', async () => {
    const refused = { ...steps.organizations, refusal: 'no_access' } as const;
    const { option, picker, alert, until } = await setup(scripted(steps.organizations, refused));
    option('Borealis').click();
    await until(() => alert(), 'an alert');
    expect(alert()).to.equal('That organization no longer gives you access. Choose another one.');
    expect(picker.value).to.equal(undefined);
  });

  it('asks the server for what is searched', async () => {
    const page = { ...steps.organizations.organizations, nextCursor: 'more', total: 60 };
    const server = scripted({ ...steps.organizations, organizations: page });
    const { picker, until } = await setup(server);
    const field = picker.shadowRoot!.querySelector('input')!;
    field.value = 'bor';
    field.dispatchEvent(new InputEvent('input'));
    await until(() => server.searches.includes('bor'), 'a search');
  });

  it('speaks the language of the pages in the list too', async () => {
    const refusedElsewhere = steps.organizations.organizations.items.map((item, index) =>
      index === 0 ? { ...item, entry: 'organization_suspended' } : item,
    );
    const organizations = { ...steps.organizations.organizations, items: refusedElsewhere };
    const { option, until } = await setup(
      scripted({ ...steps.organizations, organizations }),
      'ar',
    );
    await until(() => textOf(option('Acme Travel')).includes('هذه المؤسسة موقوفة.'), 'the reason');
  });
});
