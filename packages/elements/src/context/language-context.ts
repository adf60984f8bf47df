import { createContext } from '@lit/context';
import type { Catalogue } from '../text/catalogue.js';

/** The sentences that the elements below show. */
export const languageContext = createContext<Catalogue>(Symbol.for('tessera.language'));
export { catalogueOf } from '../text/language.js';
export type { Catalogue } from '../text/catalogue.js';
