import { expect, html } from '@open-wc/testing';
import '../context/provider.js';
import { held, refusal, signIn, type Backend } from '../../trial/backend.js';
import { show, textOf, until } from '../../trial/page.js';
import './org-portal.js';

/** Answers a question of the overview in another way. */
function instead(part: string, answer: Backend['answer']): Backend['answer'] {
  return (request, pass) =>
    new URL(request.url).pathname.endsWith(`/${part}`) ? answer(request, pass) : pass();
}

describe('the overview of a portal', function () {
  // Each screen is loaded when it is looked at for the first time.
  this.timeout(10_000);

  /** Of Borealis, where nothing wants attention. */
  async function setup(answer?: Backend['answer']) {
    const backend = signIn({ as: 'user_both', organizationId: 'org_borealis' });
    if (answer) backend.answer = answer;
    const provider = await show(backend, html`<tessera-org-portal></tessera-org-portal>`);
    const root = provider.querySelector('tessera-org-portal')!.shadowRoot!;
    const cards = () =>
      [...root.querySelectorAll('.counts li')].map((card) =>
        card.querySelector('i') ? `${textOf(card)} …` : textOf(card),
      );
    return {
      cards,
      count: (name: string) => cards().find((card) => card.startsWith(name)),
      shows: (words: string) => until(() => textOf(root).includes(words), words),
      isCalm: () => textOf(root).includes('Nothing needs your attention'),
      isSettled: () => until(() => cards().length > 0 && !cards().join().includes('…'), 'counts'),
      title: () => textOf(root.querySelector('#attention')),
    };
  }

  it('says that nothing needs attention once that is known', async () => {
    const answer = held();
    const { count, isCalm, shows } = await setup(
      instead('applications', async (_, pass) => {
        await answer.promise;
        return pass();
      }),
    );
    await until(() => count('Open invitations')?.endsWith('0'), 'the invitations');
    await until(() => count('Managed organizations')?.endsWith('0'), 'the organizations');
    expect([count('Applications'), isCalm()]).to.deep.equal(['Applications …', false]);
    answer.release();
    await shows('Nothing needs your attention');
  });

  for (const part of ['applications', 'invitations']) {
    it(`does not say so where the ${part} could not be counted, and leaves no count blank`, async () => {
      const { isCalm, isSettled, cards, title } = await setup(
        instead(part, () => refusal(404, 'not_found')),
      );
      await isSettled();
      expect(cards().filter((card) => card.includes('–not counted')).length).to.equal(1);
      expect([isCalm(), title()]).to.deep.equal([false, '']);
    });
  }

  it('misses nothing that the person may not know', async () => {
    const { shows } = await setup(instead('invitations', () => refusal(403, 'forbidden')));
    await shows('Nothing needs your attention');
  });

  it('says what the backend cannot count', async () => {
    const { count, isSettled } = await setup(
      instead('capabilities', async (_, pass) => {
        const can = (await (await pass()).json()) as { invitations: object };
        return Response.json({ ...can, invitations: { ...can.invitations, filters: [] } });
      }),
    );
    await isSettled();
    expect(count('Open invitations')).to.equal('Open invitations –not counted');
  });
});
