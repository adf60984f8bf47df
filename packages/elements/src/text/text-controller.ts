import { ContextConsumer } from '@lit/context';
import type { ReactiveElement } from 'lit';
import { languageContext } from '../context/language-context.js';
import { awaitLateProviders } from '../context/late-providers.js';
import type { Catalogue } from './catalogue.js';
import { en } from './en.js';

/** Gives an element the sentences of the language around it; English where nothing says otherwise. */
export class TextController {
  readonly #language: ContextConsumer<typeof languageContext, ReactiveElement>;

  constructor(host: ReactiveElement) {
    awaitLateProviders();
    this.#language = new ContextConsumer(host, { context: languageContext, subscribe: true });
  }

  get words(): Catalogue {
    return this.#language.value ?? en;
  }
}
