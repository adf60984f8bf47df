import { expect } from '@open-wc/testing';
import { scripted, steps } from '../trial/scripted-server.js';
import { open } from '../trial/sign-in-page.js';

describe('the way to an organization’s own identity provider', () => {
  it('is taken at once by whoever has just said who they are', async () => {
    const { at, fill, send, left } = await open(scripted(steps.identifier, steps.federated));
    await at('identifier');
    fill('identifier', 'ada@acme.example');
    send();
    await at('federated');
    expect(left).to.deep.equal([steps.federated.redirectTo]);
  });

  it('waits for a press of whoever opens the page again, or comes back from there', async () => {
    const { at, left, one, text, element } = await open(scripted(steps.federated));
    await at('federated');
    expect(left).to.deep.equal([]);
    expect(text()).to.contain('Acme Travel finds out who you are');
    expect(one<HTMLAnchorElement>('a.button')?.href).to.equal(steps.federated.redirectTo);
    await expect(element).to.be.accessible();
  });

  it('says why it led nowhere, and does not go there again by itself', async () => {
    const refused = { ...steps.federated, refusal: 'member_suspended' };
    const server = scripted(refused, refused, steps.password);
    const { at, left, text, button } = await open(server);
    await at('federated');
    expect(text()).to.contain('suspended');
    button('Use a password').click();
    await at('federated');
    expect(left).to.deep.equal([]);
    expect(server.sent).to.deep.equal([{ action: 'use_password' }]);
  });

  it('offers no password where the organization takes none, and always another account', async () => {
    const demanded = { ...steps.federated, canUsePassword: false };
    const server = scripted(demanded, steps.identifier);
    const { at, text, button } = await open(server);
    await at('federated');
    expect(text()).not.to.contain('Use a password');
    button('Use another account').click();
    await at('identifier');
    expect(server.sent).to.deep.equal([{ action: 'restart' }]);
  });

  it('leads to no address but one of the web', async () => {
    const bad = { ...steps.federated, redirectTo: 'javascript:alert(1)' };
    const { one } = await open(scripted(bad));
    expect(one('a.button')).to.equal(null);
  });
});
