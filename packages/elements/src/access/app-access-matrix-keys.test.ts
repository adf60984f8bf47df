import { seeds, withManyMembers } from '@tesserakit/mock-server';
import { expect, html } from '@open-wc/testing';
import '../context/provider.js';
import { signIn } from '../../trial/backend.js';
import { show, until } from '../../trial/page.js';
import './app-access-matrix.js';

const many = withManyMembers(seeds.default, 'org_acme', 300);

describe('tessera-app-access-matrix, under many keys', () => {
  it('keeps one tab stop, in sight, and the focus on one cell over 5,000 keys', async () => {
    const backend = signIn({ as: 'user_admin_acme', seed: many });
    const content = html`<tessera-app-access-matrix
      .style=${'--tessera-table-block-size: 220px'}
    ></tessera-app-access-matrix>`;
    const provider = await show(backend, content);
    const root = provider.querySelector('tessera-app-access-matrix')!.shadowRoot!;
    const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
    const first = await until(() => root.querySelector<HTMLElement>('.rows .cell'), 'a cell');
    first.focus();
    const viewport = root.querySelector('.viewport')!;
    const keys = [
      ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'],
      ...['Control+Home', 'Control+End', 'Shift+ArrowDown', 'Shift+ArrowRight', ' ', 'Escape'],
    ];
    let state = 11;
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return keys[Math.floor((state / 4294967296) * keys.length)]!;
    };
    for (let count = 0; count < 5000; count += 1) {
      const [name = '', modifier] = next().split('+').reverse();
      // The key itself, as the browser hands it to whoever has the focus.
      root.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: name,
          ctrlKey: modifier === 'Control',
          shiftKey: modifier === 'Shift',
          bubbles: true,
          composed: true,
          cancelable: true,
        }),
      );
      if (count % 40 === 0) await new Promise(requestAnimationFrame);
      const stops = all('[role="grid"] [tabindex="0"]');
      const focused = root.activeElement!;
      expect(stops.length, `stops after ${count}`).to.equal(1);
      expect(stops[0] === focused, `the focus after ${count}`).to.equal(true);
      const place = focused.getBoundingClientRect();
      const frame = viewport.getBoundingClientRect();
      const isSeen =
        place.top >= frame.top - 1 &&
        place.bottom <= frame.bottom + 1 &&
        place.left >= frame.left - 1 &&
        place.right <= frame.right + 1;
      expect(isSeen, `in sight after ${count}`).to.equal(true);
    }
  }).timeout(150_000);
});
