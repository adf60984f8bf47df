import type { LoginCatalogue } from './catalogue.js';
import { en } from './en.js';

export type { LoginCatalogue } from './catalogue.js';
export { en } from './en.js';

const loaders: Record<string, () => Promise<LoginCatalogue>> = {
  en: () => Promise.resolve(en),
  ar: async () => (await import('./ar.js')).ar(),
};

/** The languages of the login pages, each by its own name. */
export const languages: Readonly<Record<string, string>> = { en: 'English', ar: 'العربية' };

/** The first of the wanted languages (BCP 47) that the pages speak; English where there is none. */
export function languageAmong(wanted: readonly string[]): string {
  const spoken = wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return spoken.find((language) => Object.hasOwn(loaders, language)) ?? 'en';
}

/** The sentences in a language of the pages, loaded when first asked for; English if that fails. */
export async function loginWordsIn(language: string): Promise<LoginCatalogue> {
  const load = Object.hasOwn(loaders, language) ? loaders[language] : undefined;
  return load ? load().catch(() => en) : en;
}
