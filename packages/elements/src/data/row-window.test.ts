import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { css, LitElement } from 'lit';
import { until } from '../../trial/page.js';
import { RowWindow } from './row-window.js';

/** A table of numbers. */
class TrialTable extends LitElement {
  static override styles = css`
    .viewport {
      block-size: 400px;
      overflow: auto;
    }
    table,
    tbody {
      display: block;
    }
    thead {
      display: block;
      position: sticky;
      inset-block-start: 0;
      block-size: 30px;
    }
    tbody {
      position: relative;
    }
    tbody > tr {
      position: absolute;
      block-size: var(--height, 40px);
      inset-inline: 0;
    }
  `;

  count = 100_000;
  readonly written: number[] = [];

  readonly rows = new RowWindow(this, {
    viewport: () => this.renderRoot.querySelector<HTMLElement>('.viewport'),
    body: () => this.renderRoot.querySelector('tbody'),
    draw: (row, index) => {
      this.written.push(index);
      const button =
        row.querySelector('button') ?? row.appendChild(document.createElement('button'));
      button.textContent = String(index);
    },
    drawn: () => undefined,
  });

  override render() {
    this.rows.count = this.count;
    return html`<div class="viewport">
      <table>
        <thead></thead>
        <tbody></tbody>
      </table>
    </div>`;
  }
}

customElements.define('trial-table', TrialTable);

describe('RowWindow', () => {
  async function setup(count = 100_000) {
    const table = await fixture<TrialTable>(html`<trial-table .count=${count}></trial-table>`);
    const root = table.shadowRoot!;
    const viewport = root.querySelector('.viewport')!;
    const rows = () => [...root.querySelectorAll('tr')];
    const numbers = () => rows().map((row) => Number(row.textContent));
    return {
      table,
      root,
      viewport,
      rows,
      numbers,
      /** The numbers of the rows that a person sees. */
      inSight: () => {
        const { bottom } = viewport.getBoundingClientRect();
        const { bottom: top } = root.querySelector('thead')!.getBoundingClientRect();
        return rows()
          .filter((row) => {
            const box = row.getBoundingClientRect();
            return box.bottom > top && box.top < bottom;
          })
          .map((row) => Number(row.textContent));
      },
      scrollTo: async (top: number) => {
        viewport.scrollTop = top;
        await nextFrame();
        await nextFrame();
      },
    };
  }

  it('draws what is in sight alone, and for a step only the rows that come', async () => {
    const { table, numbers, scrollTo } = await setup();
    expect(numbers()).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    await scrollTo(40_000);
    expect(numbers()).to.deep.equal(Array.from({ length: 17 }, (_, place) => 997 + place));
    table.written.length = 0;
    await scrollTo(40_080);
    expect(numbers()).to.deep.equal(Array.from({ length: 17 }, (_, place) => 999 + place));
    expect(table.written.toSorted()).to.deep.equal([1014, 1015]);
    await scrollTo(39_960);
    expect(numbers()[0]).to.equal(996);
  });

  it('has as many rows for a million as for a thousand, and reaches the last one', async () => {
    const { viewport, rows, inSight, numbers, scrollTo } = await setup(1_000_000);
    await scrollTo(viewport.scrollHeight);
    expect(inSight().at(-1)).to.equal(999_999);
    const end = rows().at(-1)!.getBoundingClientRect().bottom;
    expect(end).to.be.closeTo(viewport.getBoundingClientRect().bottom, 1);
    expect(rows().at(-1)?.getAttribute('aria-rowindex')).to.equal('1000001');
    await scrollTo(viewport.scrollTop - 100);
    expect(inSight().at(-1)).to.be.within(999_980, 999_998);
    await scrollTo(viewport.scrollHeight / 2);
    expect(inSight().length).to.be.within(10, 11);
    expect(numbers()).to.deep.equal(numbers().toSorted((a, b) => a - b));
    expect(rows().length).to.equal(17);
    await scrollTo(0);
    expect(inSight()[0]).to.equal(0);
  });

  it('keeps the row that has the focus, at its place among the others', async () => {
    const { root, rows, numbers, scrollTo } = await setup();
    const row = rows()[3]!;
    row.querySelector('button')!.focus();
    for (const top of [120, 400, 90_000]) {
      await scrollTo(top);
      expect(root.activeElement?.textContent).to.equal('3');
      expect(numbers()).to.deep.equal(numbers().toSorted((a, b) => a - b));
    }
    await scrollTo(80);
    expect(rows().filter((one) => one.textContent === '3')).to.deep.equal([row]);
    expect(root.activeElement?.textContent).to.equal('3');
    await scrollTo(90_000);
    row.querySelector('button')!.blur();
    await scrollTo(90_100);
    expect(numbers()).to.not.include(3);
    expect(rows().length).to.equal(17);
  });

  it('leaves whoever stands in the list at the same row when rows become higher', async () => {
    const { table, inSight, scrollTo } = await setup();
    await scrollTo(40_000);
    expect(inSight()[0]).to.equal(1000);
    table.style.setProperty('--height', '80px');
    await until(() => inSight()[0] === 1000 && inSight().length <= 6, 'the same row on top');
  });

  it('has no row too many when the list becomes shorter', async () => {
    const { table, numbers, scrollTo } = await setup();
    await scrollTo(40_000);
    table.count = 3;
    table.requestUpdate();
    await table.updateComplete;
    expect(numbers()).to.deep.equal([0, 1, 2]);
  });

  it('goes on after the table was taken out and put back', async () => {
    const { table, inSight, scrollTo } = await setup();
    await scrollTo(4000);
    const place = table.parentElement!;
    table.remove();
    place.append(table);
    table.requestUpdate();
    await table.updateComplete;
    await scrollTo(0);
    expect(inSight()[0]).to.equal(0);
    await scrollTo(800);
    expect(inSight()[0]).to.equal(20);
  });
});
