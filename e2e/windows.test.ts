import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '..');
const files = globSync('{packages/*,mock-server,examples/*}/src/**/*.ts', {
  cwd: root,
  exclude: ['**/*.test.ts', '**/trial/**', '**/dist/**', '**/node_modules/**'],
});

/** Lines of what is shipped that match, as `file: line`. */
function linesWith(pattern: RegExp): string[] {
  return files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${file.replaceAll('\\', '/')}: ${line.trim()}`),
  );
}

describe('the code that is shipped', () => {
  it('W23: sends messages to channels of its own origin, and to no window', () => {
    assert.ok(files.length > 300);
    const lines = linesWith(/postMessage\(|onmessage|addEventListener\('message'/);
    const others = lines.filter((line) => !/\bchannel\??\.(postMessage|onmessage|add)/.test(line));
    assert.deepEqual(others, []);
    assert.ok(lines.length > 0);
    const made = linesWith(/\bchannel\b.*=(?!=|>)/);
    const strange = made.filter((line) => !/channel\.onmessage|BroadcastChannel|\?\?/.test(line));
    assert.deepEqual(strange, []);
  });

  it('W27: opens no other window, so that none can reach back', () => {
    assert.deepEqual(linesWith(/target=["']?_|window\.open\(|\btarget = '_/), []);
  });

  it('W19: shows pictures as images, and embeds nothing', () => {
    assert.deepEqual(linesWith(/<(object|embed|iframe|frame|foreignObject)[\s>]/i), []);
  });
});
