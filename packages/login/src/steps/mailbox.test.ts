import { expect } from '@open-wc/testing';
import { followedFirst } from '../followed-link.js';
import { scripted, steps } from '../trial/scripted-server.js';
import { open, textOf } from '../trial/sign-in-page.js';
import { loginWordsIn } from '../text/language.js';

describe('the steps in which a mailbox proves who somebody is', () => {
  it('offers a code and a link beside the password', async () => {
    const methods = ['password', 'email-code', 'magic-link'] as const;
    const server = scripted({ ...steps.password, methods: [...methods] }, steps.code);
    const { at, button, element } = await open(server);
    await at('password');
    expect([...element.querySelectorAll('.ways button')].map((one) => textOf(one))).to.deep.equal([
      'Get a code by email',
      'Get a link by email',
    ]);
    button('Get a code by email').click();
    await at('code');
    expect(server.sent).to.deep.equal([{ action: 'use_method', method: 'email-code' }]);
  });

  it('has the shape by which codes are filled in, and tells nothing of who is known', async () => {
    const { at, field, one, text, element } = await open(scripted(steps.code));
    await at('code');
    expect(text()).to.contain('If Ada@Acme.example has an account, six digits are on their way.');
    const code = field('email-code');
    expect([code.autocomplete, code.inputMode]).to.deep.equal(['one-time-code', 'numeric']);
    expect(one<HTMLFormElement>('form')!.method).to.equal('post');
    expect(document.activeElement).to.equal(code);
    expect(element.querySelectorAll('form').length).to.equal(1);
    await expect(element).to.be.accessible();
  });

  it('sends what was typed, and says what is wrong with it, or that it is over', async () => {
    const wrong = { ...steps.code, refusal: 'invalid_credentials' };
    const server = scripted(steps.code, wrong, { ...steps.code, refusal: 'link_expired' });
    const { at, fill, send, one, until } = await open(server);
    await at('code');
    const problem = () => textOf(one('#email-code-problem'));
    send();
    await until(() => problem() === 'Enter the six digits.', 'what is missing');
    fill('email-code', '123 456');
    send();
    await until(() => problem() === 'That is not the code that was sent last.', 'a wrong one');
    send();
    await until(() => problem().startsWith('This code is good no more.'), 'the end of it');
    expect(server.sent.map(({ action }) => action)).to.deep.equal(['verify_code', 'verify_code']);
  });

  it('asks for another code once it is time for it', async () => {
    const server = scripted(steps.code, { ...steps.code, resendAfter: 60 });
    const { at, button, text, until } = await open(server);
    await at('code');
    const again = button('Send a new code');
    expect(again.getAttribute('aria-disabled')).to.equal('true');
    expect(text()).to.contain('in 1 second');
    again.click();
    expect(server.sent).to.deep.equal([]);
    await until(() => !again.hasAttribute('aria-disabled'), 'the end of the wait');
    again.click();
    await until(() => text().includes('in 60 seconds'), 'the next wait');
    expect(server.sent).to.deep.equal([{ action: 'send_again' }]);
  });

  it('says that a link was sent, and leads from it to another way', async () => {
    const server = scripted(steps.linkSent, steps.code);
    const { at, button, text, element } = await open(server);
    await at('magic_link_sent');
    expect(text()).to.contain('a link is on its way');
    await expect(element).to.be.accessible();
    button('Get a code by email').click();
    await at('code');
  });

  it('uses up a link that was opened only when the person says so', async () => {
    const server = scripted(steps.confirmLink, steps.done);
    const { at, button, text, element } = await open(server);
    await at('confirm_link');
    expect(text()).to.contain('It signs Ada@Acme.example in.');
    expect(server.sent).to.deep.equal([]);
    await expect(element).to.be.accessible();
    button('Sign in').click();
    await at('done');
    expect(server.sent).to.deep.equal([{ action: 'confirm_link' }]);
  });

  it('leads from a link that works no more to the beginning', async () => {
    const server = scripted(steps.linkOver, steps.identifier);
    const { at, button, element } = await open(server);
    await at('link_over');
    await expect(element).to.be.accessible();
    button('Start again').click();
    await at('identifier');
  });

  it('follows a link once, and goes on with the sign-in that it leads to', async () => {
    const asked: string[] = [];
    const { client } = scripted(steps.confirmLink, steps.confirmLink, steps.done);
    const followed: string[] = [];
    const arrived: string[] = [];
    const leading = followedFirst(
      {
        ...client,
        open: (transactionId) => {
          asked.push(transactionId);
          return client.open(transactionId);
        },
        follow: (secret, transactionId) => {
          followed.push(`${secret} ${transactionId}`);
          return Promise.resolve('other');
        },
      },
      'secret',
      (transactionId) => arrived.push(transactionId),
    );
    await leading.open('named');
    await leading.open('named');
    expect([followed, arrived, asked]).to.deep.equal([
      ['secret named'],
      ['other'],
      ['other', 'other'],
    ]);
  });

  it('speaks Arabic', async () => {
    const words = await loginWordsIn('ar');
    const { at, text, element } = await open(scripted(steps.code), { words });
    await at('code');
    expect(text()).to.contain('فستصلك ستة أرقام');
    await expect(element).to.be.accessible();
  });
});
