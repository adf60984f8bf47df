import { TesseraError, type DirectoryClient } from '@tesserakit/client';
import { expect } from '@open-wc/testing';
import { callsOf, send } from './invite-calls.js';
import { blankDraft } from './invite-draft.js';

const [ada, bob, cyd] = ['ada', 'bob', 'cyd'].map((name) => ({ email: `${name}@x.example` }));
const all = [ada!, bob!, cyd!];

describe('callsOf', () => {
  const rolesOf = ({ email }: { email: string }) => (email === bob!.email ? ['admin'] : ['member']);

  it('makes one call for all who get the same', () => {
    const calls = callsOf(blankDraft, all, rolesOf, true);
    expect(calls).to.deep.equal([
      { emails: [ada!.email, cyd!.email], organizationRoleIds: ['member'], access: [] },
      { emails: [bob!.email], organizationRoleIds: ['admin'], access: [] },
    ]);
  });

  it('makes one call for each where the server takes them one by one', () => {
    const calls = callsOf(blankDraft, all, rolesOf, false);
    expect(calls.map(({ emails }) => emails.length)).to.deep.equal([1, 1, 1]);
  });

  it('names only what was chosen', () => {
    const access = { app_a: ['role_1'], app_b: [] };
    const [call] = callsOf(
      { ...blankDraft, access, life: 5, message: ' Hi ' },
      [ada!],
      rolesOf,
      true,
    );
    expect(call?.access).to.deep.equal([{ applicationId: 'app_a', roleIds: ['role_1'] }]);
    expect(call?.life).to.equal(5);
    expect(call?.message).to.equal('Hi');
  });
});

describe('send', () => {
  const call = { emails: all.map(({ email }) => email), organizationRoleIds: [] };
  const answering = (answer: () => Promise<unknown>) =>
    ({ invitations: { bulk: answer, create: answer } }) as unknown as DirectoryClient;
  const failing = (code: 'already_member' | 'forbidden') =>
    answering(() => Promise.reject(new TesseraError(code)));
  const outcome = (client: DirectoryClient, inBulk: boolean) =>
    send(client, 'org', call, inBulk, {});

  it('takes what the server does not answer, or answers in a new word, for not invited', async () => {
    const results = [{ outcome: 'done', invitationId: 'i' }, { outcome: 'postponed' }];
    expect(
      await outcome(
        answering(() => Promise.resolve({ results })),
        true,
      ),
    ).to.deep.equal([
      { email: ada!.email, invitationId: 'i' },
      { email: bob!.email, refused: 'invalid_response' },
      { email: cyd!.email, refused: 'invalid_response' },
    ]);
  });

  it('takes a reason that lies in the address for its verdict, and any other for a failure', async () => {
    expect(await outcome(failing('already_member'), false)).to.deep.equal([
      { email: ada!.email, refused: 'already_member' },
    ]);
    const error = await outcome(failing('forbidden'), false).catch((error: unknown) => error);
    expect((error as TesseraError).code).to.equal('forbidden');
  });
});
