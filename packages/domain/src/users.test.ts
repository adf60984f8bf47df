import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalEmail } from './users.ts';

describe('canonicalEmail', () => {
  it('makes one person of the spellings of one address', () => {
    assert.equal(canonicalEmail(' Ada@Acme.Example '), 'ada@acme.example');
    assert.equal(canonicalEmail('e\u0301@acme.example'), canonicalEmail('\u00e9@acme.example'));
  });

  it('keeps plus-addresses and look-alike letters apart', () => {
    assert.notEqual(canonicalEmail('ada+x@acme.example'), canonicalEmail('ada@acme.example'));
    assert.notEqual(canonicalEmail('\u0430da@acme.example'), canonicalEmail('ada@acme.example'));
  });
});
