import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { routes } from '@tesserakit/contract';
import { unsupportedDirectory } from './unsupported.ts';

type Methods = Record<string, Record<string, () => Promise<unknown>>>;

describe('unsupportedDirectory', () => {
  it('refuses every operation with unsupported', async () => {
    const directory = unsupportedDirectory() as unknown as Methods;
    for (const operation of Object.keys(routes)) {
      // A method of the client itself.
      if (operation === 'organizations.capabilities') continue;
      const [noun = '', verb = ''] = operation.split('.');
      await assert.rejects(directory[noun]![verb]!(), { code: 'unsupported' }, operation);
    }
  });
});
