import { seeds, withManyMembers } from '@tesserakit/mock-server';
import { expect, html, waitUntil } from '@open-wc/testing';
import '../context/provider.js';
import { signIn } from '../../trial/backend.js';
import { show, textOf, until } from '../../trial/page.js';
import './app-access-matrix.js';
import type { AccessChange } from './matrix-events.js';

const isBulk = (request: Request) => new URL(request.url).pathname.endsWith('/access/bulk');

/** Members enough that a column of each of both applications is two thousand cells. */
const many = withManyMembers(seeds.default, 'org_acme', 2100);

describe('tessera-app-access-matrix, saving very many changes', () => {
  it('loses none of 2,000, does none twice, and tells what became of each', async () => {
    const backend = signIn({ as: 'user_admin_acme', seed: many });
    const { world } = backend;
    const provider = await show(
      backend,
      html`<tessera-app-access-matrix></tessera-app-access-matrix>`,
    );
    const matrix = provider.querySelector('tessera-app-access-matrix')!;
    const root = matrix.shadowRoot!;
    const one = (selector: string) => root.querySelector<HTMLElement>(selector);
    const press = async (words: string) => {
      const found = await until(
        () =>
          [...root.querySelectorAll('button')].find((button) => textOf(button).startsWith(words)),
        `a button ${words}`,
      );
      found.click();
    };
    const given = (userId: string, applicationId: string) =>
      world.grants
        .get('org_acme')
        ?.get(userId)
        ?.some((grant) => grant.applicationId === applicationId) === true;

    // Everybody loses Flights, and everybody without Ledger is given it.
    const head = await until(() => {
      const heads = root.querySelectorAll<HTMLElement>('.head > .cell');
      return heads.length === 2 && heads;
    }, 'the columns');
    head[0]!.click();
    await press('Withdraw access');
    await until(() => one('.bar'), 'the first changes');
    head[0]!.click();
    head[1]!.click();
    const first = Number(/[\d,]+/.exec(textOf(one('.bar')))![0].replace(',', ''));
    await press('Give access');
    const number = () => Number(/[\d,]+/.exec(textOf(one('.bar')))![0].replace(',', ''));
    await until(() => number() > first, 'more changes');
    const total = number();
    expect(total).to.be.greaterThan(2000);

    // Meanwhile somebody else writes some of the cells, and an answer is lost.
    let changes: readonly AccessChange[] = [];
    let calls = 0;
    const keys: string[] = [];
    matrix.addEventListener('tessera-before-access-save', (event) => ({ changes } = event));
    const planted = [...world.members.get('org_acme')!.keys()]
      .filter((userId) => given(userId, 'app_flights'))
      .filter((_, place) => place % 13 === 5);
    for (const userId of planted) {
      await backend.client.access.grant({
        organizationId: 'org_acme',
        userId,
        applicationId: 'app_flights',
        roleIds: ['role_flights_approver'],
      });
    }
    backend.answer = async (request, pass) => {
      if (!isBulk(request)) return pass();
      calls += 1;
      keys.push(request.headers.get('Idempotency-Key') ?? '');
      const answer = await pass();
      if (calls === 3) throw new TypeError('The answer was lost.');
      return answer;
    };
    const before = world.audit.length;
    await press('Save');
    await until(() => textOf(one('.outcome')).includes('It is not known'), 'the lost answer');
    await press('Try again');
    const saved = total - planted.length;
    const told = `${saved.toLocaleString('en')} changes saved.`;
    await until(() => textOf(one('.outcome')).includes(told), 'that all others are saved');

    expect(changes.length).to.equal(total);
    expect(new Set(keys).size).to.equal(keys.length - 1);
    expect(textOf(one('.outcome'))).to.contain(`${planted.length} changes not saved`);
    // Every cell is as it was asked for, but those that somebody else had changed.
    for (const { userId, applicationId, roleIds } of changes) {
      const isPlanted = applicationId === 'app_flights' && planted.includes(userId);
      expect(given(userId, applicationId)).to.equal(isPlanted || roleIds !== null);
    }
    // Each was done once.
    const deeds = world.audit
      .slice(before)
      .filter(({ action, outcome }) => /^access\./.test(action) && outcome === 'success')
      .map(({ action, target, applicationId }) => `${action} ${target?.id} ${applicationId}`);
    expect(deeds.length).to.equal(saved);
    expect(new Set(deeds).size).to.equal(saved);
    // What was not saved is all there, with its reason, and nothing else is.
    await until(() => one('.unsaved li'), 'what was not saved');
    expect(textOf(one('.bar'))).to.contain(`${planted.length} unsaved changes`);
    const shown = [...root.querySelectorAll('.unsaved li')];
    expect(shown.length).to.equal(Math.min(50, planted.length));
    for (const line of shown) expect(textOf(line)).to.contain('Somebody changed this');

    await press('Keep all mine');
    const isKept = () => textOf(one('.bar')).includes(`Save ${planted.length} changes`);
    await waitUntil(isKept, 'all to be kept', { timeout: 30_000 });
    await press(`Save ${planted.length}`);
    await until(() => !one('.bar'), 'nothing left to save');
    for (const userId of planted) expect(given(userId, 'app_flights')).to.equal(false);
  }).timeout(120_000);
});
