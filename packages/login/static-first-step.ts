import { fileURLToPath } from 'node:url';
import { nothing, type TemplateResult } from 'lit';
import { defaultServerConditions, runnerImport, type Plugin } from 'vite';

const themeModule = 'virtual:tessera-theme.css';
const place = '<!-- first step -->';
const conditions = ['tessera-source', ...defaultServerConditions];

/**
 * Writes into the page what has to be there before any script: the form of the first step, from the
 * template that the script uses too, and the look of the kit as a style sheet of its own.
 */
export function staticFirstStep(): Plugin {
  return {
    name: 'tessera-static-first-step',
    resolveId: (id) => (id === themeModule ? `\0${themeModule}` : undefined),
    load: (id) => (id === `\0${themeModule}` ? themeStyles() : undefined),
    transformIndexHtml: {
      order: 'pre',
      handler: async (page) => page.replace(place, await firstStep()),
    },
  };
}

/** The first step as markup, to be taken over by `tessera-sign-in`. */
export async function firstStep(): Promise<string> {
  const [{ identifierForm }, { en }] = await Promise.all([
    own<typeof import('./src/steps/identifier-form.js')>('./src/steps/identifier-form.ts'),
    own<typeof import('./src/text/en.js')>('./src/text/en.ts'),
  ]);
  const markup = markupOf(identifierForm({ words: en })).replace('<input', '<input autofocus');
  return `<div class="step" data-early>${markup.replace(/\s+/g, ' ').replaceAll('> <', '><')}</div>`;
}

/** The custom properties and controls of the elements, for a document instead of a shadow root. */
async function themeStyles(): Promise<string> {
  const [{ tokens }, { controls }] = await Promise.all([
    own<{ tokens: CSSText }>('../elements/src/theme/tokens.ts'),
    own<{ controls: CSSText }>('../elements/src/theme/controls.ts'),
  ]);
  return `${tokens.cssText}\n${controls.cssText}`;
}

interface CSSText {
  readonly cssText: string;
}

async function own<T>(path: string): Promise<T> {
  const file = fileURLToPath(new URL(path, import.meta.url));
  // The environment's own conditions count, not those of the configuration.
  const environments = { inline: { resolve: { conditions, noExternal: [/^@tesserakit\//] } } };
  return (await runnerImport<T>(file, { configFile: false, logLevel: 'error', environments }))
    .module;
}

/**
 * The markup of a template with plain values: texts and attributes are escaped, listeners and
 * properties are left to the script.
 *
 * @throws TypeError when a value is none that can be written down, such as a directive.
 */
export function markupOf(value: unknown): string {
  if (value === nothing || value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(markupOf).join('');
  if (isTemplate(value)) return templateMarkup(value);
  if (typeof value === 'object' || typeof value === 'function') {
    throw new TypeError('Only texts, numbers and templates can stand in a page without a script.');
  }
  return escaped(String(value));
}

function templateMarkup({ strings, values }: TemplateResult): string {
  let markup = '';
  for (const [index, text] of strings.entries()) {
    const value = values[index];
    const attribute = /\s([.@?]?)([^\s"'<>=]+)=$/.exec(text);
    if (attribute && index < values.length) {
      const [whole, kind = '', name = ''] = attribute;
      markup += text.slice(0, -whole.length) + attributeMarkup(kind, name, value);
    } else {
      markup += text + (index < values.length ? markupOf(value) : '');
    }
  }
  return markup;
}

function attributeMarkup(kind: string, name: string, value: unknown): string {
  if (kind === '.' || kind === '@' || value === nothing) return '';
  if (kind === '?') return value ? ` ${name}` : '';
  return ` ${name}="${markupOf(value)}"`;
}

function isTemplate(value: unknown): value is TemplateResult {
  return typeof value === 'object' && value !== null && '_$litType$' in value;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
