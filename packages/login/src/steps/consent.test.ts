import { expect } from '@open-wc/testing';
import { scripted, steps } from '../trial/scripted-server.js';
import { open, textOf } from '../trial/sign-in-page.js';

describe('what an application is to get', () => {
  it('is said in words, with the organization, and allowed by one button', async () => {
    const server = scripted(steps.consent, steps.done);
    const { at, text, button, left } = await open(server);
    await at('consent');
    expect(text()).to.contain('Allow Flights to sign you in?');
    expect(text()).to.contain('You are signed in as Ada@Acme.example.');
    expect(text()).to.contain('Acting for Acme Travel');
    expect(text()).to.contain('Sees your email address');
    expect(text()).not.to.contain('name, picture');
    button('Allow').click();
    await at('done');
    expect(server.sent).to.deep.equal([{ action: 'allow' }]);
    expect(left).to.deep.equal([steps.done.redirectTo]);
  });

  it('can be refused, be for another organization, or for another account', async () => {
    const ways = {
      'Do not allow': 'cancel',
      Change: 'change_organization',
      'Use another account': 'restart',
    } as const;
    for (const [name, action] of Object.entries(ways)) {
      const server = scripted(steps.consent, steps.identifier);
      const { at, button } = await open(server);
      await at('consent');
      button(name).click();
      await at('identifier');
      expect(server.sent).to.deep.equal([{ action }]);
    }
  });

  it('offers no other organization where there is none to choose', async () => {
    const { at, button, text } = await open(
      scripted({ ...steps.consent, canChangeOrganization: false }),
    );
    await at('consent');
    expect(button('Change')).to.equal(undefined);
    expect(text()).to.contain('Acme Travel');
  });

  it('W17, W38: shows names and unknown scopes as the text they are', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const { at, element, text } = await open(
      scripted({
        ...steps.consent,
        organization: { organizationId: 'org_1', name },
        scopes: ['openid', name],
      }),
    );
    await at('consent');
    expect(text().split(name)).to.have.length(3);
    expect(element.querySelector('img')).to.equal(null);
  });

  it('shows the code of the device that is let in', async () => {
    const { at, one, text } = await open(scripted({ ...steps.consent, userCode: 'WDJB-MJHT' }));
    await at('consent');
    expect(text()).to.contain('only if your device shows the same code');
    expect(textOf(one('.user-code'))).to.equal('WDJB-MJHT');
  });
});
