import { expect } from '@open-wc/testing';
import { scripted, steps } from '../trial/scripted-server.js';
import { open, textOf } from '../trial/sign-in-page.js';

describe('where a sign-in ends', () => {
  it('tells a person without access who they are, why not, and how to go on', async () => {
    const server = scripted(steps.noAccess, steps.done);
    const { at, text, button, left } = await open(server);
    await at('no_access');
    expect(text()).to.contain('No access to Flights');
    expect(text()).to.contain('You are signed in as Ada@Acme.example.');
    expect(text()).to.contain('Acme Travel The organization does not have this application.');
    expect(text()).to.contain('Dormant Ltd This organization is suspended.');
    expect(text()).to.contain('ask an administrator');
    button('Back to Flights').click();
    await at('done');
    expect(server.sent).to.deep.equal([{ action: 'cancel' }]);
    expect(left).to.deep.equal([steps.done.redirectTo]);
  });

  it('lets a person without access begin with another account, from an empty field', async () => {
    const server = scripted(steps.noOrganization, steps.identifier);
    const { at, button, field } = await open(server);
    await at('no_access');
    button('Use another account').click();
    await at('identifier');
    expect(server.sent).to.deep.equal([{ action: 'restart' }]);
    expect(field('identifier').value).to.equal('');
  });

  it('gives a number to quote with what went wrong', async () => {
    const { at, text, one } = await open(scripted(steps.error));
    await at('error');
    expect(textOf(one('code'))).to.equal('request_7');
    expect(text()).to.contain('Go back to the application and try once more.');
  });

  it('offers a fresh start at the application when a sign-in has expired', async () => {
    const { at, text } = await open(scripted(steps.expired));
    await at('expired');
    expect(text()).to.contain('Go back to Flights and sign in again.');
  });

  it('leads back after signing out, but only to an address of the web', async () => {
    const good = await open(scripted(steps.signedOut));
    await good.at('signed_out');
    expect(good.one<HTMLAnchorElement>('a')?.href).to.equal('https://flights.example/');
    const bad = await open(scripted({ ...steps.signedOut, returnTo: 'javascript:alert(1)' }));
    await bad.at('signed_out');
    expect(bad.one('a')).to.equal(null);
  });

  it('W17: shows names that try to break the page as the text they are', async () => {
    const name = '<img src=x onerror=alert(1)>\u202e';
    const { at, element, text } = await open(
      scripted({ ...steps.noAccess, application: { name } }),
    );
    await at('no_access');
    expect(text()).to.contain(name);
    expect(element.querySelector('img')).to.equal(null);
  });
});
