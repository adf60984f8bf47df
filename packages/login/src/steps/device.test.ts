import { expect } from '@open-wc/testing';
import { scripted, steps } from '../trial/scripted-server.js';
import { open } from '../trial/sign-in-page.js';

describe('the code of a device', () => {
  it('is asked for, sent as it is typed, and leads to a sign-in', async () => {
    const server = scripted(steps.device, steps.identifier);
    const { at, field, fill, send, focused } = await open(server);
    await at('device');
    expect(focused()).to.equal(field('user-code'));
    fill('user-code', ' wdjb mjht ');
    send();
    await at('identifier');
    expect(server.sent).to.deep.equal([{ action: 'enter_user_code', userCode: 'wdjb mjht' }]);
  });

  it('has to be sent, also where it came with the address', async () => {
    const server = scripted({ ...steps.device, userCode: 'WDJB-MJHT' });
    const { at, field } = await open(server);
    await at('device');
    expect(field('user-code').value).to.equal('WDJB-MJHT');
    expect(server.sent).to.deep.equal([]);
  });

  it('is asked for again when it is missing or not known, with what was typed', async () => {
    const wrong = { ...steps.device, userCode: 'x', refusal: 'not_found' };
    const { at, field, fill, send, text, until } = await open(scripted(steps.device, wrong));
    await at('device');
    send();
    await until(() => text().includes('Enter the code.'), 'the sentence');
    expect(field('user-code').getAttribute('aria-invalid')).to.equal('true');
    fill('user-code', 'x');
    send();
    await until(() => text().includes('No device shows this code'), 'the refusal');
    expect(field('user-code').value).to.equal('x');
  });

  it('is over with a word about what became of it', async () => {
    const application = { name: 'Flights' };
    const approved = await open(scripted({ ...steps.device, application, outcome: 'approved' }));
    await approved.at('device');
    expect(approved.text()).to.contain('Flights is signed in on your device.');
    expect(approved.one('form')).to.equal(null);
    const denied = await open(scripted({ ...steps.device, application, outcome: 'denied' }));
    await denied.at('device');
    expect(denied.text()).to.contain('Flights was not signed in on the device.');
  });
});
