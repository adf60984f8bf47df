const tags = {
  slot: 'Slots',
  csspart: 'Parts',
  cssprop: 'Custom properties',
  cssstate: 'States',
  fires: 'Events',
} as const;

/**
 * What an element's class says of itself in its doc comments, as Markdown: so that the page of its
 * stories never tells anything else than the source.
 *
 * @param source the text of the module with the one class.
 */
export function classDocs(source: string): string {
  const lines = sentencesOf(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export class/.exec(source)?.[1] ?? '');
  const start = lines.findIndex((line) => line.startsWith('@'));
  const purpose = (start < 0 ? lines : lines.slice(0, start)).join('\n');
  const sections = Object.entries(tags).map(([tag, title]) =>
    section(title, lines.filter((line) => line.startsWith(`@${tag} `)).map(entryOf)),
  );
  return [purpose, section('Properties', propertiesOf(source)), ...sections].join('\n');
}

function section(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `\n#### ${title}\n\n${entries.join('\n')}\n`;
}

/** `@fires {Class} name - text` as a list entry; the slot without a name is the default one. */
function entryOf(line: string): string {
  const [, type, name, text = ''] = /^@\w+ (?:\{(.*?)\} )?(?:(\S+) )?- (.*)$/.exec(line) ?? [];
  return `- \`${name ?? 'default'}\`${type ? ` (\`${type}\`)` : ''}: ${text}`;
}

function propertiesOf(source: string): string[] {
  const fields = source.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*@property\([^]*?\)\s+(\w+)/g);
  return [...fields].map(
    ([, doc = '', name]) => `- \`${name}\`: ${sentencesOf(doc).join(' ').trim()}`,
  );
}

function sentencesOf(comment: string): string[] {
  return comment.split('\n').map((line) => line.replace(/^\s*\*? ?/, '').trim());
}
