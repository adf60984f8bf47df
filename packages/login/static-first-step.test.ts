import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { html, nothing } from 'lit';
import { firstStep, markupOf } from './static-first-step.ts';

const inOneLine = (markup: string) => markup.replace(/\s+/g, ' ');

describe('markupOf', () => {
  it('writes texts and attributes as what they are, never as markup', () => {
    const name = '"><script>&';
    assert.equal(
      markupOf(html`<p title=${name}>${name}</p>`),
      '<p title="&quot;&gt;&lt;script&gt;&amp;">&quot;&gt;&lt;script&gt;&amp;</p>',
    );
  });

  it('leaves listeners and properties to the script, and what is not there out', () => {
    const template = html`<input
      @input=${() => 1}
      .value=${'x'}
      ?required=${true}
      ?hidden=${false}
      id=${nothing}
    />`;
    assert.equal(inOneLine(markupOf(template)), '<input required />');
  });

  it('writes templates and lists within templates', () => {
    const names = ['Ada', 7, undefined, nothing].map((name) => html`<b>${name}</b>`);
    assert.equal(markupOf(html`<p>${names}</p>`), '<p><b>Ada</b><b>7</b><b></b><b></b></p>');
  });

  it('refuses what cannot be written down', () => {
    assert.throws(() => markupOf(html`<p>${{ a: 1 }}</p>`), TypeError);
  });
});

describe('firstStep', () => {
  it('is a form that a browser fills and sends by itself', async () => {
    const markup = await firstStep();
    assert.match(markup, /^<div class="step" data-early>/);
    assert.match(markup, /<form class="form" id="identifier-form" method="post" novalidate>/);
    assert.match(markup, /<label for="identifier">Email<\/label>/);
    assert.match(
      markup,
      /<input [^>]*id="identifier" name="identifier"[^>]* autocomplete="username webauthn"/,
    );
    assert.match(markup, /<button [^>]*type="submit"[^>]*><span>Continue<\/span><\/button>/);
    assert.doesNotMatch(markup, /style=|on\w+=|undefined|\[object/);
  });
});
