import { expect, fixture, html } from '@open-wc/testing';
import { flights, scripted, steps } from '../trial/scripted-server.js';
import { open } from '../trial/sign-in-page.js';

describe('the head of a step', () => {
  it('W19: shows a logo as an image, whatever it is, and goes on without it', async () => {
    const script =
      '<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran=1"><script>window.ran=1</script></svg>';
    const logoUrl = `data:image/svg+xml,${encodeURIComponent(script)}`;
    for (const url of ['https://127.0.0.1:9/logo.svg', logoUrl, 'javascript:window.ran=1']) {
      const application = { ...flights, logoUrl: url };
      const { at, element, until } = await open(scripted({ ...steps.identifier, application }));
      await at('identifier');
      const shown = [...element.querySelectorAll('.logo > *')].map((one) => one.localName);
      expect(shown.filter((name) => name !== 'svg' && name !== 'img')).to.deep.equal([]);
      const image = element.querySelector<HTMLImageElement>('.logo img');
      if (url.startsWith('https:')) {
        expect(image?.referrerPolicy).to.equal('no-referrer');
        await until(() => image?.hidden, 'the image out of sight');
      } else {
        expect(image).to.equal(null);
      }
      expect('ran' in window).to.equal(false);
    }
  });
});

describe('a page around the sign-in', () => {
  it('W25: does not mislead it by names and ids of its own', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <form id="identifier-form" name="identifier"><input id="identifier" name="action" /></form>
        <p id="client"></p>
        <p id="screen"></p>
        <img name="currentScript" alt="" />
        <p id="customElements"></p>
      </div>`,
    );
    const server = scripted(steps.identifier, steps.password);
    const { at, field, send, element, fill } = await open(server);
    await at('identifier');
    expect(element.contains(field('identifier'))).to.equal(true);
    page.querySelector<HTMLInputElement>('#identifier')!.value = 'eve@evil.example';
    fill('identifier', 'ada@acme.example');
    send();
    await at('password');
    expect(server.sent).to.deep.equal([{ action: 'identify', identifier: 'ada@acme.example' }]);
  });
});
