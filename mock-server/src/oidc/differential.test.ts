import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import { authorization } from '../trial/differential/attempts-authorization.ts';
import { other } from '../trial/differential/attempts-other.ts';
import { token } from '../trial/differential/attempts-token.ts';
import { differences } from '../trial/differential/differences.ts';
import { openMock } from '../trial/differential/mock.ts';
import { openReference } from '../trial/differential/reference.ts';
import type { Side } from '../trial/differential/side.ts';
import { toolsFor, type Tools } from '../trial/differential/tools.ts';

const attempts = { ...authorization, ...token, ...other };

describe('what is sent to the mock and to a certified server', () => {
  let sides: readonly Side[] = [];
  let tools: readonly Tools[] = [];

  before(async () => {
    // What the reference says about being tried out.
    for (const name of ['info', 'warn'] as const) mock.method(console, name, () => undefined);
    sides = await Promise.all([openMock(), openReference()]);
    tools = sides.map(toolsFor);
  });
  after(async () => {
    await Promise.all(sides.map((side) => side.close()));
  });

  for (const [name, attempt] of Object.entries(attempts)) {
    const listed = differences[name];
    it(`ends ${listed ? 'as the table of differences says' : 'alike'}: ${name}`, async () => {
      const [atMock, atReference] = await Promise.all(tools.map((one) => attempt(one)));
      const expected = listed ?? { mock: atReference, reference: atReference };
      assert.deepEqual(
        { mock: atMock, reference: atReference },
        { mock: expected.mock, reference: expected.reference },
      );
    });
  }

  it('is enough to tell, and every difference in the table is one, of something that is sent', () => {
    assert.ok(Object.keys(attempts).length >= 150);
    for (const [name, { mock: atMock, reference, why }] of Object.entries(differences)) {
      assert.ok(name in attempts, name);
      assert.notEqual(atMock, reference, name);
      assert.match(why, /\.$/);
    }
  });
});
