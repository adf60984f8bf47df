import type { LoginCatalogue } from './catalogue.js';
import { factorsInArabic } from './factors.ar.js';
import { factorsInEnglish, type FactorWords } from './factors.js';

/** The words about second factors and passkeys; loaded with their steps, not with the first one. */
export function factorWords({ language }: LoginCatalogue): FactorWords {
  return language === 'ar' ? factorsInArabic : factorsInEnglish;
}
