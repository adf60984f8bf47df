import { TesseraError } from '@tesserakit/client';
import type { Application } from '@tesserakit/contract';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { accessSketches, lookers, worldOf } from '../../trial/access-worlds.js';
import { signIn } from '../../trial/backend.js';
import { MatrixDraft, type Edit } from './matrix-draft.js';
import { changed, type Change, type Target } from './matrix-rules.js';
import { savingOf } from './matrix-saving.js';

/** A change that a person might try, of a cell by numbers. */
const attempt = fc.record({
  row: fc.nat(20),
  column: fc.nat(3),
  role: fc.nat(5),
  kind: fc.constantFrom('role', 'role', 'role', 'give', 'take', 'leave'),
});

type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

function changeOf({ kind, role }: Attempt, { roles }: Application): Change {
  if (kind === 'give' || kind === 'take') return { kind };
  const { roleId } = roles[role % roles.length]!;
  return { kind: 'role', roleId, on: kind === 'role' };
}

/** All cells of an organization, as somebody reads them; `undefined` for whoever may not. */
async function read(
  client: ReturnType<typeof signIn>['client'],
  scope: { organizationId: string; actingFrom?: string },
) {
  try {
    const applications = (await client.applications.list(scope)).items;
    const { items } = await client.access.matrix({ ...scope, limit: 200 });
    const targets = items.flatMap((member) =>
      applications.map((application): Target => {
        const { applicationId } = application;
        const cell = member.cells.find((one) => one.applicationId === applicationId);
        return { member, application, cell };
      }),
    );
    return { targets, columns: applications.length };
  } catch (error) {
    expect(TesseraError.from(error).code).to.match(
      /forbidden|not_found|unauthenticated|organization_suspended|no_access|member_suspended|not_joined/,
    );
    return undefined;
  }
}

describe('what the matrix refuses before the click', () => {
  it('is what the server refuses, for the same reason, in whatever world and for whoever looks', async () => {
    const codes = new Map<string, number>();
    let done = 0;
    await fc.assert(
      fc.asyncProperty(
        accessSketches,
        lookers,
        fc.array(attempt, { minLength: 4, maxLength: 16 }),
        async (sketch, { userId, ...scope }, attempts) => {
          const { client } = signIn({ as: userId, seed: worldOf(sketch) });
          const all = await read(client, scope);
          if (!all || all.targets.length === 0) return;
          const { targets, columns } = all;
          const draft = new MatrixDraft();
          for (const one of attempts) {
            const place = (one.row * columns + (one.column % columns)) % targets.length;
            const target = targets[place]!;
            const change = changeOf(one, target.application);
            const alone = new MatrixDraft();
            const code = alone.refusalOf(target, change);
            if (code !== undefined) {
              codes.set(code, (codes.get(code) ?? 0) + 1);
              expect(await verdictOf(client, scope, target, change), JSON.stringify(one)).to.equal(
                code,
              );
            }
            draft.apply([target], change);
          }
          // All that it takes is done, seats and all.
          const verdicts = new Map<Edit, string | undefined>();
          const place = { client, ...scope, limit: 250 };
          const settle = (edit: Edit, code: string | undefined) => verdicts.set(edit, code);
          await savingOf(place, draft.open, settle, () => undefined).run();
          expect(verdicts.size).to.equal(draft.size);
          for (const [{ target, chosen }, code] of verdicts) {
            expect(code, JSON.stringify([target, chosen])).to.equal(undefined);
          }
          done += verdicts.size;
        },
      ),
      { numRuns: 300 },
    );
    // The worlds are of all kinds.
    expect(done).to.be.greaterThan(200);
    const seen = ['self_change_refused', 'role_outside_ceiling', 'seat_limit_reached'];
    for (const code of [...seen, 'escalation_refused']) {
      expect(codes.get(code) ?? 0, code).to.be.greaterThan(5);
    }
  }).timeout(120_000);
});

/** What the server says to one change. */
async function verdictOf(
  client: ReturnType<typeof signIn>['client'],
  scope: { organizationId: string; actingFrom?: string },
  target: Target,
  change: Change,
): Promise<string | undefined> {
  const alone = new MatrixDraft();
  const chosen = changed(target.application, alone.chosenIn(target), change);
  let verdict: string | undefined;
  const place = { client, ...scope, limit: 1 };
  const run = savingOf(
    place,
    [{ target, chosen }],
    (_, code) => (verdict = code),
    () => undefined,
  );
  await run.run();
  return run.error?.code ?? verdict;
}
