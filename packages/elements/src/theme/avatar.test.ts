import { expect, fixture, html } from '@open-wc/testing';
import { avatar, initialsOf } from './avatar.js';

describe('initialsOf', () => {
  it('takes the first letters of the first and the last word', () => {
    expect(initialsOf('Ingrid Solheim')).to.equal('IS');
    expect(initialsOf('Maria del Carmen Ruiz')).to.equal('MR');
    expect(initialsOf('borealis')).to.equal('B');
  });

  it('keeps what a person sees as one letter in one piece', () => {
    expect(initialsOf('e\u0301lise')).to.equal('E\u0301');
    expect(initialsOf('नमस्ते')).to.equal('न');
  });

  it('passes over signs and invisible marks before a letter', () => {
    expect(initialsOf('\u202E<b>Mallory</b>')).to.equal('B');
    expect(initialsOf('“Acme” (Travel)')).to.equal('AT');
  });

  it('puts a question mark where there is no letter', () => {
    expect(initialsOf('')).to.equal('?');
    expect(initialsOf('\u200B 🛫')).to.equal('?');
  });
});

describe('avatar', () => {
  it('shows the initials again when the picture cannot be loaded', async () => {
    const face = { id: 'user_1', name: 'Ada Lovelace', picture: 'http://localhost:1/none.png' };
    const element = await fixture<HTMLElement>(avatar(face));
    const picture = element.querySelector('img');
    picture?.dispatchEvent(new Event('error'));
    expect(picture?.hidden).to.equal(true);
    expect(element.dataset.initials).to.equal('AL');
  });

  it('gives the same person the same hue, and says nothing to a screen reader', async () => {
    const page = await fixture(
      html`<div>${['user_1', 'user_1', 'user_2'].map((id) => avatar({ id, name: 'Ada' }))}</div>`,
    );
    const [first, same, other] = [...page.querySelectorAll<HTMLElement>('.avatar')].map((face) =>
      face.style.getPropertyValue('--_hue'),
    );
    expect(first).to.equal(same);
    expect(first).not.to.equal(other);
    expect(page.querySelectorAll('.avatar[aria-hidden="true"]').length).to.equal(3);
  });
});
