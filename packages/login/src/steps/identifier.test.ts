import { expect } from '@open-wc/testing';
import { scripted, steps } from '../trial/scripted-server.js';
import { open, textOf } from '../trial/sign-in-page.js';

describe('tessera-identifier-step', () => {
  it('has the shape that password managers look for', async () => {
    const { at, field, one } = await open(scripted(steps.identifier));
    await at('identifier');
    const form = one<HTMLFormElement>('form')!;
    expect([form.id, form.method]).to.deep.equal(['identifier-form', 'post']);
    const identifier = field('identifier');
    expect([identifier.id, identifier.autocomplete]).to.deep.equal([
      'identifier',
      'username webauthn',
    ]);
    expect(textOf(identifier.labels![0]!)).to.equal('Email');
  });

  it('asks for an address before anything is sent', async () => {
    const server = scripted(steps.identifier);
    const { at, fill, send, element, one, field, focused } = await open(server);
    await at('identifier');
    fill('identifier', '   ');
    send();
    await element.querySelector('tessera-identifier-step')!.updateComplete;
    expect(textOf(one('#identifier-problem'))).to.equal('Enter your email address.');
    expect(field('identifier').getAttribute('aria-describedby')).to.equal('identifier-problem');
    expect(focused()).to.equal(field('identifier'));
    expect(server.sent).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('begins with the address that the application hinted at, ready to be replaced', async () => {
    const { at, field } = await open(
      scripted({ ...steps.identifier, identifier: 'ada@acme.example' }),
    );
    await at('identifier');
    expect(field('identifier').value).to.equal('ada@acme.example');
    expect(field('identifier').selectionEnd).to.equal('ada@acme.example'.length);
  });
});
