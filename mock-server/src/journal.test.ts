import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newJournal } from './journal.ts';
import { Table } from './table.ts';

describe('the revision of a journal', () => {
  it('grows with every change, and again when it is taken back', () => {
    const journal = newJournal();
    const table = new Table<string, number>(journal, [['a', 1]]);
    const revisions = [journal.revision];
    const told = () => revisions.push(journal.revision);
    table.set('a', 2);
    told();
    journal.rehearse(() => {
      table.delete('a');
      told();
    });
    told();
    assert.equal(table.get('a'), 2);
    assert.deepEqual(
      revisions,
      [...new Set(revisions)].sort((a, b) => a - b),
    );
    table.delete('nothing');
    assert.equal(journal.revision, revisions.at(-1));
  });
});
