import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { configs as lit } from 'eslint-plugin-lit';
import a11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Where each package may look: `domain ← contract ← client ← elements ← login`, `contract ← mock-server`. */
const arrows = [
  arrow('packages/domain', [], { outside: [] }),
  arrow('packages/contract', ['domain'], { outside: ['valibot'] }),
  arrow('packages/client', ['domain', 'contract']),
  arrow('packages/client-better-auth', ['domain', 'contract', 'client'], { outside: ['valibot'] }),
  arrow('packages/elements', ['domain', 'client'], { types: ['contract'] }),
  arrow('packages/login', ['domain', 'client', 'elements'], { types: ['contract'] }),
  arrow('mock-server', ['domain', 'contract']),
];

/**
 * What the sources of a folder may import of this repository, and, where `outside` is given, of
 * everything else. Tests and their trials look at everything.
 */
function arrow(folder, allowed, { types = [], outside } = {}) {
  const own = [...allowed, ...types].join('|') || 'nothing';
  const free = [`@tesserakit/(${own})(/|$)`, ...(outside ?? []).map((name) => `${name}(/|$)`)];
  const patterns = [
    {
      regex: `^(?!${free.join('|')})${outside ? '[^.]' : '@tesserakit/'}`,
      message: `${folder} may only look at ${[...allowed, ...types].join(', ') || 'itself'}.`,
    },
    {
      regex: '^\\.\\./(.*/)?(src|stories|examples|e2e|benchmarks|mock-server)/',
      message: 'Another package is imported by its name, and stories, examples and e2e by nobody.',
    },
    { regex: '\\.(test|stories)(\\.[jt]s)?$', message: 'Nothing looks at tests and stories.' },
    {
      regex: '^\\..*/demo(\\.js)?$',
      message: 'The demo brings the whole mock server along; only import() may reach it.',
    },
    ...types.map((name) => ({
      regex: `^@tesserakit/${name}(/|$)`,
      allowTypeImports: true,
      message: `${folder} knows ${name} by its types alone.`,
    })),
  ];
  return {
    files: [`${folder}/src/**/*.ts`],
    ignores: ['**/*.test.ts', '**/trial/**', 'packages/elements/src/context/demo.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

const unsafeMarkup = [
  {
    selector: 'Identifier[name=/^(unsafeHTML|unsafeSVG|unsafeStatic|styleMap)$/]',
    message: 'Texts of people would become markup, or the strict CSP of a host would refuse it.',
  },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Texts of people would become markup. Render a template.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=|<style/]',
    message: 'A strict CSP refuses inline style. Use a class, or the property `.style`.',
  },
];

const platform = [
  'fetch',
  'localStorage',
  'sessionStorage',
  'location',
  'history',
  'setTimeout',
  'setInterval',
];
const notInElements = 'This lives in a controller, the client or the host, never in an element.';

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', 'storybook-static/', 'test-results/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      'no-restricted-syntax': ['error', ...unsafeMarkup],
    },
  },
  {
    files: ['packages/{elements,login}/**/*.ts', 'stories/**/*.ts', 'examples/**/*.ts'],
    extends: [
      lit['flat/recommended'],
      wc['flat/recommended'],
      wc['flat/best-practice'],
      { plugins: { 'lit-a11y': a11y }, rules: a11y.configs.recommended.rules },
    ],
    rules: {
      // A table laid out as a grid or as cards loses its roles unless they are said again.
      'lit-a11y/no-redundant-role': 'off',
      // The options of a list take their keys where the focus is: on the list or the search field.
      'lit-a11y/click-events-have-key-events': 'off',
    },
  },
  {
    files: ['packages/{elements,login}/src/**/*.class.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...platform.map((name) => ({ name, message: notInElements })),
      ],
      'no-restricted-properties': [
        'error',
        ...['window', 'globalThis', 'self', 'document'].flatMap((object) =>
          platform.map((property) => ({ object, property, message: notInElements })),
        ),
      ],
    },
  },
  // Node's test runner gives a promise back from `describe` and `it` that nobody needs, as do the
  // assertions in the page.
  {
    files: ['**/*.test.ts', 'packages/elements/trial/fault-*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  {
    // Playwright reads from the pattern which fixtures a test wants, even when it wants none.
    files: ['e2e/fixture.ts', '**/*.spec.ts'],
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  ...arrows,
  prettier,
);
