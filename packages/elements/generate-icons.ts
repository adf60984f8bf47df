/** Writes src/theme/icons.ts: the few Lucide icons that the kit draws, as lit templates. */
import { readFile, writeFile } from 'node:fs/promises';

const names = [
  'arrow-down',
  'arrow-up',
  'ban',
  'building-2',
  'calendar-clock',
  'check',
  'chevron-down',
  'chevron-right',
  'chevrons-up-down',
  'circle-alert',
  'circle-check',
  'circle-pause',
  'circle-play',
  'circle-x',
  'clock',
  'columns-3',
  'copy',
  'crown',
  'download',
  'ellipsis',
  'folder-sync',
  'history',
  'house',
  'info',
  'layout-grid',
  'key-round',
  'link',
  'lock',
  'log-in',
  'log-out',
  'mail',
  'menu',
  'minus',
  'network',
  'pencil',
  'plus',
  'rotate-ccw',
  'search',
  'send',
  'settings',
  'share-2',
  'shield',
  'trash-2',
  'triangle-alert',
  'undo-2',
  'upload',
  'user-plus',
  'user-x',
  'users',
  'x',
];

const icons = await Promise.all(
  names.map(async (name) => {
    const file = new URL(import.meta.resolve(`lucide-static/icons/${name}.svg`));
    const shapes = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(await readFile(file, 'utf8'))?.[1];
    if (!shapes) throw new Error(`${name} is not an icon of this version of lucide-static`);
    const identifier = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const drawn = shapes
      .replace(/\s+/g, ' ')
      .replace(/ ?\/> ?/g, '/>')
      .trim();
    return `export const ${identifier}Icon = /* @__PURE__ */ icon(() => html\`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${drawn}</svg>\`);`;
  }),
);

await writeFile(
  new URL('src/theme/icons.ts', import.meta.url),
  `// Written by \`npm run icons\` from lucide-static (ISC).
import { html, type TemplateResult } from 'lit';

// A bundler leaves out an icon that nobody uses only when its template is not made at once.
function icon(draw: () => TemplateResult) {
  return draw();
}

${icons.join('\n')}
`,
);
