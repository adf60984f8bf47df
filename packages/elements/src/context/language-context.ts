import { createContext } from '@lit/context';
import type { Spoken } from '../text/catalogue.js';

/** The sentences that the elements below show. */
export const languageContext = createContext<Spoken>(Symbol.for('tessera.language'));
export { catalogueOf } from '../text/language.js';
export type { Catalogue, Spoken, Translation } from '../text/catalogue.js';
