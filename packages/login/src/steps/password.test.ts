import { expect } from '@open-wc/testing';
import { scripted, steps } from '../trial/scripted-server.js';
import { open, textOf } from '../trial/sign-in-page.js';

describe('tessera-password-step', () => {
  it('has the shape that password managers look for', async () => {
    const { at, element, field, one } = await open(scripted(steps.password));
    await at('password');
    expect(element.shadowRoot).to.equal(null);
    expect(element.querySelectorAll('form').length).to.equal(1);
    const form = one<HTMLFormElement>('form')!;
    expect([form.id, form.method]).to.deep.equal(['password-form', 'post']);
    const username = field('identifier');
    expect([username.id, username.autocomplete]).to.deep.equal(['username', 'username']);
    expect([username.readOnly, username.value]).to.deep.equal([true, 'Ada@Acme.example']);
    const password = field('password');
    expect(password.id).to.equal('password');
    expect(password.autocomplete).to.equal('current-password');
    expect(password.type).to.equal('password');
    expect(textOf(password.labels![0]!)).to.equal('Password');
  });

  it('shows the password on demand, says so in its name, and hides it before it is sent', async () => {
    const { at, field, button, element, fill, send } = await open(
      scripted(steps.password, steps.wrong),
    );
    await at('password');
    const step = element.querySelector('tessera-password-step')!;
    button('Show password').click();
    await step.updateComplete;
    expect(field('password').type).to.equal('text');
    button('Hide password').click();
    await step.updateComplete;
    expect(field('password').type).to.equal('password');
    button('Show password').click();
    await step.updateComplete;
    fill('password', 'secret');
    send();
    await step.updateComplete;
    expect(field('password').type).to.equal('password');
  });

  it('tells a wrong password beside the field and leaves it there to be mended', async () => {
    const server = scripted(steps.password, steps.wrong);
    const { at, field, fill, send, one, until, focused } = await open(server);
    await at('password');
    const form = one('form');
    fill('password', 'secret');
    send();
    await until(() => textOf(one('#password-problem')), 'a problem');
    expect(textOf(one('#password-problem'))).to.equal('Email or password is incorrect.');
    const password = field('password');
    expect(password.getAttribute('aria-describedby')).to.equal('password-problem');
    expect(password.getAttribute('aria-invalid')).to.equal('true');
    expect(password.value).to.equal('secret');
    expect(one('form')).to.equal(form);
    await until(() => focused() === password, 'the focus in the field');
    expect([password.selectionStart, password.selectionEnd]).to.deep.equal([0, 6]);
  });

  it('asks for a password before anything is sent', async () => {
    const server = scripted(steps.password);
    const { at, send, element, one, focused, field } = await open(server);
    await at('password');
    send();
    await element.querySelector('tessera-password-step')!.updateComplete;
    expect(textOf(one('#password-problem'))).to.equal('Enter your password.');
    expect(focused()).to.equal(field('password'));
    expect(server.sent).to.deep.equal([]);
  });

  it('leads to a passkey where the server takes one', async () => {
    const server = scripted({ ...steps.password, methods: ['passkey'] }, steps.passkey);
    const { at, button } = await open(server);
    await at('password');
    button('Use a passkey instead').click();
    await at('passkey');
    expect(server.sent).to.deep.equal([{ action: 'use_method', method: 'passkey' }]);
  });

  it('E11: says for how long to wait, sends nothing meanwhile, and says when the wait is over', async () => {
    const server = scripted({ ...steps.locked, retryAfter: 1 }, steps.done);
    const { at, fill, send, text, until } = await open(server);
    await at('password');
    expect(text()).to.contain('Too many attempts. Wait before you try again.');
    expect(text()).to.contain('You can try again in 1 second.');
    fill('password', 'secret');
    send();
    expect(server.sent).to.deep.equal([]);
    await until(() => text().includes('You can try again now.'), 'the end of the wait');
    expect(text()).not.to.contain('Too many attempts.');
    send();
    await at('done');
  });
});
