import type { DirectoryClient } from '@tesserakit/client';

const here = import.meta.url;

/**
 * Every method of a client that an element comes to call: found in its source and in all that this
 * brings along, so that none is forgotten that no test happens to reach.
 *
 * @param entry a module below `src`, without its ending.
 */
export async function methodsIn(entry: string, client: DirectoryClient): Promise<Set<string>> {
  const sources = await sourcesFrom(new URL(`../src/${entry}.ts`, here));
  const namespaces = Object.entries(client).filter(([, part]) => typeof part === 'object');
  const found = sources.flatMap((source) => [
    ...(/\bcapabilities\(/.test(source) ? ['capabilities'] : []),
    ...namespaces.flatMap(([noun, part]) =>
      Object.keys(part as object)
        .filter((verb) => calls(source, noun, verb))
        .map((verb) => `${noun}.${verb}`),
    ),
  ]);
  return new Set(found);
}

/** By its name, or as one of several that are chosen from where they all are named. */
function calls(source: string, noun: string, verb: string): boolean {
  const byName = new RegExp(`\\b${noun}\\s*\\.\\s*${verb}\\(`);
  const byChoice = new RegExp(`\\b${noun}\\[\\w+\\]\\(`);
  const isNamed = new RegExp(`'${verb}'|\\b${verb}: \\w+Icon\\b`);
  return byName.test(source) || (byChoice.test(source) && isNamed.test(source));
}

async function sourcesFrom(entry: URL): Promise<string[]> {
  const seen = new Map<string, string>();
  const read = async (place: URL): Promise<void> => {
    if (seen.has(place.href)) return;
    seen.set(place.href, '');
    const module = await (await fetch(`${place.href}?import&raw`)).text();
    const [, text = '""'] = /^export default (".*")/m.exec(module) ?? [];
    const source = JSON.parse(text) as string;
    // Another element's methods are a matter of its own.
    if (place !== entry && /^define\('/m.test(source)) return;
    seen.set(place.href, source);
    const real = source.replace(/^import type [^;]*;/gm, '');
    const links = [...real.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)\.js'/g)];
    await Promise.all(links.map(([, link]) => read(new URL(`${link}.ts`, place))));
  };
  await read(entry);
  return [...seen.values()];
}
