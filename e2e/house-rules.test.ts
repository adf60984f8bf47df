import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = join(import.meta.dirname, '..');
// What is planted here is in no file, so there are no types to ask for.
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });

/** The rules that refuse a text, were it the content of that file. */
async function refusals(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, filePath) });
  const ids = (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
  return ids.filter((id) => /restricted|Parsing|parser/i.test(id));
}

const arrow = '@typescript-eslint/no-restricted-imports';

describe('the dependency arrows', () => {
  const forbidden: readonly [file: string, module: string][] = [
    ['packages/domain/src/planted.ts', 'valibot'],
    ['packages/domain/src/planted.ts', 'node:fs'],
    ['packages/domain/src/planted.ts', '@tesserakit/contract'],
    ['packages/contract/src/planted.ts', '@tesserakit/client'],
    ['packages/contract/src/planted.ts', 'lit'],
    ['packages/client/src/planted.ts', '@tesserakit/elements/provider.js'],
    ['packages/client/src/planted.ts', '@tesserakit/mock-server'],
    ['packages/elements/src/planted.ts', '@tesserakit/contract'],
    ['packages/elements/src/planted.ts', '@tesserakit/login'],
    ['packages/elements/src/planted.ts', '@tesserakit/mock-server/demo'],
    ['packages/elements/src/planted.ts', './context/demo.js'],
    ['packages/login/src/planted.ts', '@tesserakit/mock-server'],
    ['mock-server/src/planted.ts', '@tesserakit/client'],
    ['mock-server/src/planted.ts', '@tesserakit/elements/provider.js'],
    ['packages/elements/src/planted.ts', '../../client/src/index.ts'],
    ['packages/client/src/oidc/planted.ts', '../../../../mock-server/src/index.ts'],
    ['packages/elements/src/planted.ts', '../../../stories/scene.ts'],
    ['mock-server/src/planted.ts', '../../e2e/browser.ts'],
    ['mock-server/src/planted.ts', './world.test.ts'],
  ];
  for (const [file, module] of forbidden) {
    it(`keep ${file.replace('/src/planted.ts', '')} from looking at ${module}`, async () => {
      const text = `import { x } from '${module}';\nexport const y = x;\n`;
      assert.deepEqual(await refusals(file, text), [arrow]);
    });
  }

  const allowed: readonly [file: string, text: string][] = [
    ['packages/contract/src/planted.ts', `export * from '@tesserakit/domain';`],
    ['packages/client/src/planted.ts', `export { routes } from '@tesserakit/contract';`],
    ['packages/elements/src/planted.ts', `export type { Me } from '@tesserakit/contract';`],
    ['packages/elements/src/planted.ts', `export const demo = () => import('./context/demo.js');`],
    ['packages/login/src/planted.ts', `export * from '@tesserakit/elements/org-picker.js';`],
    ['packages/client/src/planted.test.ts', `export * from '@tesserakit/mock-server';`],
    ['stories/planted.ts', `export * from '@tesserakit/mock-server';`],
  ];
  for (const [file, text] of allowed) {
    it(`let ${file} say ${text}`, async () => {
      assert.deepEqual(await refusals(file, `${text}\n`), []);
    });
  }
});

describe('the element rules', () => {
  const element = 'packages/elements/src/members/planted.class.ts';

  for (const text of [
    'export const answer = fetch("/x");',
    'export const kept = localStorage.length;',
    'export const kept = window.sessionStorage;',
    'location.assign("/");',
    'setTimeout(() => undefined, 5);',
    'globalThis.setInterval(() => undefined, 5);',
  ]) {
    it(`keep an element from ${text}`, async () => {
      const [rule, ...others] = await refusals(element, `${text}\n`);
      assert.match(rule ?? '', /^no-restricted-(globals|properties)$/);
      assert.deepEqual(others, []);
    });
  }

  it('let a controller keep a timer', async () => {
    const text = 'setTimeout(() => undefined, 5);\n';
    assert.deepEqual(await refusals('packages/elements/src/data/planted.ts', text), []);
  });

  for (const text of [
    'export const view = (name) => html`<p style="color: red">${name}</p>`;',
    'export const view = (look) => html`<p style=${look}></p>`;',
    'export const view = () => html`<style>p {}</style>`;',
    'export const view = (name) => html`${unsafeHTML(name)}`;',
    'export const show = (place, name) => { place.innerHTML = name; };',
    'export const show = (place, name) => place.insertAdjacentHTML("beforeend", name);',
  ]) {
    it(`refuse ${text}`, async () => {
      assert.deepEqual(await refusals(element, `${text}\n`), ['no-restricted-syntax']);
    });
  }
});
