import { TesseraError } from '@tesserakit/client';
import { expect, nextFrame } from '@open-wc/testing';
import { html } from 'lit';
import { identifierForm } from './steps/identifier-form.js';
import { en, loginWordsIn } from './text/language.js';
import { held, scripted, steps } from './trial/scripted-server.js';
import { open, textOf } from './trial/sign-in-page.js';

const early = html`<div class="step" data-early>${identifierForm({ words: en })}</div>`;

/** What password managers and browsers remember a form by. */
function shapeOf(place: Element | null) {
  const form = place?.querySelector('form');
  return [...(form?.elements ?? [])].map((control) => ({
    form: [form?.id, form?.method],
    label: textOf((control as HTMLInputElement).labels?.[0] ?? null),
    attributes: ['id', 'name', 'type', 'autocomplete', 'dir', 'inputmode'].map((name) =>
      control.getAttribute(name),
    ),
  }));
}

describe('tessera-sign-in', () => {
  for (const [look, step] of Object.entries(steps)) {
    for (const language of ['en', 'ar']) {
      it(`shows everybody the look "${look}" in ${language}`, async () => {
        const words = await loginWordsIn(language);
        const { at, element, titles, one } = await open(scripted(step), { words });
        await at(step.step);
        expect(titles.at(-1)).to.equal(textOf(one('h1')));
        await expect(element).to.be.accessible();
      });
    }
  }

  it('leads a person from the address over the password to the application', async () => {
    const server = scripted(steps.identifier, steps.password, steps.done);
    const { at, fill, send, left, titles, field } = await open(server);
    await at('identifier');
    fill('identifier', ' Ada@Acme.example ');
    send();
    await at('password');
    expect(field('identifier').value).to.equal('Ada@Acme.example');
    fill('password', ' secret ');
    send();
    await at('done');
    expect(server.sent).to.deep.equal([
      { action: 'identify', identifier: 'Ada@Acme.example' },
      { action: 'verify_password', password: ' secret ' },
    ]);
    expect(left).to.deep.equal([steps.done.redirectTo]);
    expect(titles).to.deep.equal(['Sign in', 'Enter your password', 'Taking you back']);
  });

  it('gives the focus to the first field of a step, else to its heading', async () => {
    const first = await open(scripted(steps.identifier));
    await first.at('identifier');
    expect(first.focused()).to.equal(first.field('identifier'));
    const second = await open(scripted(steps.password));
    await second.at('password');
    expect(second.focused()).to.equal(second.field('password'));
    const third = await open(scripted(steps.noAccess));
    await third.at('no_access');
    expect(third.focused()).to.equal(third.one('h1'));
  });

  it('takes over what was typed, the focus and the caret from the form that stood there early', async () => {
    const answer = held(steps.identifier);
    const { at, field, element, focused, one } = await open(scripted(answer.promise), { early });
    const shape = shapeOf(one('[data-early]'));
    const typed = field('identifier');
    typed.value = 'ada@acme.example';
    typed.focus();
    typed.setSelectionRange(3, 8, 'backward');
    answer.answer();
    await at('identifier');
    await element.updateComplete;
    expect(one('[data-early]')).to.equal(null);
    expect(shapeOf(element)).to.deep.equal(shape);
    const live = field('identifier');
    expect(live).not.to.equal(typed);
    expect(focused()).to.equal(live);
    expect([
      live.value,
      live.selectionStart,
      live.selectionEnd,
      live.selectionDirection,
    ]).to.deep.equal(['ada@acme.example', 3, 8, 'backward']);
  });

  it('keeps the early form when the server cannot be reached, and begins when it can', async () => {
    const server = scripted(new TesseraError('network'), steps.identifier);
    const { alert, until, button, one, at } = await open(server, { early });
    await until(() => alert(), 'an alert');
    expect(one('[data-early] form')).not.to.equal(null);
    expect(one('[role="alert"] + *')).not.to.equal(null);
    button('Try again').click();
    await at('identifier');
    expect(one('[data-early]')).to.equal(null);
  });

  it('loses nothing that was typed when the network fails, and sends what stands there by then', async () => {
    const server = scripted(steps.password, new TesseraError('network'), steps.done);
    const { at, fill, send, field, alert, until, button, one } = await open(server);
    await at('password');
    fill('password', 'secret');
    send();
    await until(() => alert(), 'an alert');
    expect(alert()).to.contain('The server cannot be reached. Check your connection.');
    expect(one('[role="alert"]')).not.to.equal(null);
    expect(field('password').value).to.equal('secret');
    fill('password', 'secret!');
    button('Try again').click();
    await at('done');
    expect(server.sent.at(-1)).to.deep.equal({ action: 'verify_password', password: 'secret!' });
  });

  it('quotes the number of a request that the server could not complete', async () => {
    const failure = new TesseraError('server_error', { requestId: 'request_9' });
    const { at, send, fill, alert, until } = await open(scripted(steps.identifier, failure));
    await at('identifier');
    fill('identifier', 'ada@acme.example');
    send();
    await until(() => alert(), 'an alert');
    expect(alert()).to.contain('request_9');
  });

  it('sends once, however often a person presses, and keeps the focus on the button', async () => {
    const answer = held(steps.password);
    const server = scripted(steps.identifier, answer.promise);
    const { at, fill, send, button, focused, element } = await open(server);
    await at('identifier');
    fill('identifier', 'ada@acme.example');
    const pressed = button('Continue');
    const { width, height } = pressed.getBoundingClientRect();
    pressed.focus();
    pressed.click();
    await element.updateComplete;
    pressed.click();
    send();
    await element.updateComplete;
    expect(server.sent.length).to.equal(1);
    expect(pressed.getAttribute('aria-busy')).to.equal('true');
    expect(pressed.getAttribute('aria-disabled')).to.equal('true');
    expect(focused()).to.equal(pressed);
    const busy = pressed.getBoundingClientRect();
    expect([busy.width, busy.height]).to.deep.equal([width, height]);
    expect(textOf(element.querySelector(':scope > [role="status"]'))).to.equal('One moment');
    answer.answer();
    await at('password');
  });

  it('drops an answer that comes after the person has gone back', async () => {
    const late = held(steps.done);
    const server = scripted(steps.password, late.promise, steps.identifier);
    const { at, fill, send, element, left, one } = await open(server);
    await at('password');
    fill('password', 'secret');
    send();
    element.restart();
    await at('identifier');
    late.answer();
    await nextFrame();
    expect(one('[data-step]')?.dataset.step).to.equal('identifier');
    expect(left).to.deep.equal([]);
  });

  it('gives whoever goes back from the password their address to mend', async () => {
    const { at, button, field } = await open(scripted(steps.password, steps.identifier));
    await at('password');
    button('Not you?').click();
    await at('identifier');
    expect(field('identifier').value).to.equal('Ada@Acme.example');
  });

  it('takes a form out of the document once it was accepted, so that it can be remembered', async () => {
    const { at, fill, send, one } = await open(scripted(steps.password, steps.done));
    await at('password');
    const form = one('form')!;
    fill('password', 'secret');
    send();
    await at('done');
    expect(form.isConnected).to.equal(false);
  });

  it('does not leave for an address that is none of the web', async () => {
    const step = { step: 'done', redirectTo: 'javascript:alert(1)' } as const;
    const { until, alert, left, one } = await open(scripted(step));
    await until(() => alert(), 'an alert');
    expect(alert()).to.contain('The server sent an answer that cannot be read.');
    expect(left).to.deep.equal([]);
    expect(one('a')).to.equal(null);
  });

  it('says in words that there is no sign-in at an address without one', async () => {
    const { element, at, text } = await open(scripted());
    element.transactionId = undefined;
    await at('error');
    expect(text()).to.contain('Start again at the application.');
  });

  it('changes the language at once and keeps what was typed', async () => {
    const { at, fill, element, field, text, titles } = await open(scripted(steps.password));
    await at('password');
    fill('password', 'secret');
    element.words = await loginWordsIn('ar');
    await element.updateComplete;
    await element.querySelector('tessera-password-step')!.updateComplete;
    expect(text()).to.contain('كلمة المرور');
    expect(titles.at(-1)).to.equal('أدخل كلمة المرور');
    expect(field('password').value).to.equal('secret');
  });
});
