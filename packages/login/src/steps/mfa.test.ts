import { expect } from '@open-wc/testing';
import { scripted, steps } from '../trial/scripted-server.js';
import { open, textOf } from '../trial/sign-in-page.js';
import { loginWordsIn } from '../text/language.js';

describe('the step of a second factor', () => {
  it('has the shape by which one-time passwords are filled in', async () => {
    const { at, field, one, text, element } = await open(scripted(steps.mfa));
    await at('mfa');
    expect(text()).to.contain('Juniper Bank asks for a second proof that it is you.');
    const form = one<HTMLFormElement>('form')!;
    expect([form.id, form.method]).to.deep.equal(['totp-form', 'post']);
    const code = field('totp');
    expect([code.autocomplete, code.inputMode]).to.deep.equal(['one-time-code', 'numeric']);
    expect(textOf(code.labels![0]!)).to.equal('One-time password');
    expect(document.activeElement).to.equal(code);
    expect(element.querySelectorAll('form').length).to.equal(1);
    await expect(element).to.be.accessible();
  });

  it('sends what was typed, tells a wrong one beside the field, and asks for one that is missing', async () => {
    const server = scripted(steps.mfa, { ...steps.mfa, refusal: 'invalid_credentials' });
    const { at, fill, send, one, until, focused, field } = await open(server);
    await at('mfa');
    send();
    await until(() => textOf(one('#totp-problem')), 'a problem');
    expect(textOf(one('#totp-problem'))).to.equal('Enter the six digits.');
    expect(server.sent).to.deep.equal([]);
    fill('totp', ' 123 456 ');
    send();
    await until(() => textOf(one('#totp-problem')).includes('used before'), 'the refusal');
    expect(server.sent).to.deep.equal([{ action: 'verify_totp', code: '123 456' }]);
    expect(field('totp').getAttribute('aria-describedby')).to.equal('totp-problem');
    await until(() => focused() === field('totp'), 'the focus in the field');
  });

  it('E11: says how long to wait, sends nothing meanwhile, and forgets the refusal then', async () => {
    const server = scripted({ ...steps.mfa, refusal: 'locked', retryAfter: 1 }, steps.done);
    const { at, fill, send, text, until } = await open(server);
    await at('mfa');
    expect(text()).to.contain('Too many attempts.');
    expect(text()).to.contain('You can try again in 1 second.');
    fill('totp', '123456');
    send();
    expect(server.sent).to.deep.equal([]);
    await until(() => !text().includes('Too many attempts.'), 'the end of the wait');
    send();
    await at('done');
  });

  it('goes over to another way, and carries nothing over that was typed', async () => {
    const server = scripted(steps.mfa, steps.recovery);
    const { at, fill, button, until, one, field, text, send } = await open(server);
    await at('mfa');
    fill('totp', '123456');
    button('Use a recovery code').click();
    await until(() => one('#recovery-code'), 'the other field');
    expect(server.sent).to.deep.equal([{ action: 'choose_factor', factor: 'recovery-code' }]);
    expect(field('recovery-code').value).to.equal('');
    expect(field('recovery-code').autocomplete).to.equal('off');
    expect(text()).to.contain('You have one code left.');
    send();
    await until(() => text().includes('Enter a recovery code.'), 'a problem');
  });

  it('says so when the browser gives no passkey, and lets the person try again', async () => {
    const server = scripted({ ...steps.mfa, way: 'passkey', passkey: steps.passkey.options });
    const { at, button, until, text, element } = await open(server);
    await at('mfa');
    // Nobody is asked in a browser that is tested: its answer is no, or never comes.
    const stop = Object.assign(element.querySelector('tessera-passkey-button')!, {
      ask: () => Promise.reject(new DOMException('No.', 'NotAllowedError')),
    });
    await stop.updateComplete;
    button('Use a passkey').click();
    await until(() => text().includes('No passkey was used.'), 'a sentence about it');
    expect(server.sent).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });
});

describe('the step that sets up a second factor', () => {
  it('shows the key as a picture and as text, and begins at its heading', async () => {
    const { at, one, focused, element } = await open(scripted(steps.enroll));
    await at('mfa_enroll');
    expect(focused()).to.equal(one('h1'));
    const picture = one<HTMLElement>('svg.qr')!;
    expect(picture.getAttribute('aria-label')).to.equal('QR code with the key');
    expect(picture.querySelector('path')?.getAttribute('d')).to.match(/^M4 4h1v1h-1z/);
    expect(textOf(one('.key'))).to.equal('ABCD EFGH IJKL MNOP');
    await expect(element).to.be.accessible();
  });

  it('tells what was wrong with a code at the code, and with a passkey at its button', async () => {
    const server = scripted(
      { ...steps.enroll, refusal: 'invalid_credentials' },
      { ...steps.enroll, refusal: 'validation_failed' },
    );
    const { at, one, fill, send, until } = await open(server);
    await at('mfa_enroll');
    expect(textOf(one('#new-totp-problem'))).to.contain('That is not right');
    expect(textOf(one('#passkey-problem'))).to.equal('');
    fill('new-totp', '123456');
    send();
    await until(() => textOf(one('#passkey-problem')).includes('No passkey'), 'the other problem');
    expect(textOf(one('#new-totp-problem'))).to.equal('');
    expect(server.sent).to.deep.equal([{ action: 'enroll_totp', code: '123456' }]);
  });
});

describe('the step of recovery codes', () => {
  it('lists them, copies them, and goes on when the person has kept them', async () => {
    const server = scripted(steps.codes, steps.done);
    const { at, one, button, element, text, until } = await open(server);
    await at('recovery_codes');
    expect(one('ul')!.getAttribute('aria-label')).to.equal('Recovery codes');
    expect([...element.querySelectorAll('li')].map(textOf)).to.deep.equal(steps.codes.codes);
    await expect(element).to.be.accessible();
    button('Copy').click();
    await until(() => /Copied\.|did not let/.test(text()), 'what became of it');
    button('I have kept them').click();
    await at('done');
    expect(server.sent).to.deep.equal([{ action: 'keep_codes' }]);
  });
});

describe('the steps of passkeys', () => {
  it('offer one, and take no for an answer', async () => {
    const server = scripted(steps.offer, steps.done);
    const { at, button, element } = await open(server);
    await at('passkey_offer');
    await expect(element).to.be.accessible();
    button('Not now').click();
    await at('done');
    expect(server.sent).to.deep.equal([{ action: 'skip_passkey' }]);
  });

  it('ask for one, with a way back to the password', async () => {
    const server = scripted({ ...steps.passkey, refusal: 'invalid_credentials' }, steps.password);
    const { at, button, text } = await open(server);
    await at('passkey');
    expect(text()).to.contain('This passkey does not work here.');
    button('Use a password').click();
    await at('password');
    expect(server.sent).to.deep.equal([{ action: 'use_method', method: 'password' }]);
  });

  it('speak Arabic', async () => {
    const words = await loginWordsIn('ar');
    const { at, titles, text } = await open(scripted(steps.recovery), { words });
    await at('mfa');
    expect(titles).to.deep.equal(['أكّد أنك أنت']);
    expect(text()).to.contain('بقي لك رمز واحد.');
  });
});
