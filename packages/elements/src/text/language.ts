import type { Spoken } from './catalogue.js';
import { en } from './en.js';

const loaders: Record<string, () => Promise<Spoken>> = {
  ar: async () => (await import('./ar.js')).ar,
};

/**
 * The sentences in a language, loaded when they are first asked for. A language that the kit does
 * not speak, or that cannot be loaded, is answered in English.
 *
 * @param tag BCP 47; only the language part counts (`ar-EG` is `ar`).
 */
export async function catalogueOf(tag: string): Promise<Spoken> {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  const load = Object.hasOwn(loaders, language) ? loaders[language] : undefined;
  return load ? load().catch(() => en) : en;
}
