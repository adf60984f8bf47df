import { ContextConsumer } from '@lit/context';
import type { ReactiveElement } from 'lit';
import { languageContext } from '../context/language-context.js';
import { awaitLateProviders } from '../context/late-providers.js';
import type { Groups, Spoken, Words } from './catalogue.js';
import { en } from './en.js';

/** Gives an element the sentences of the language around it; English where nothing says otherwise. */
export class TextController<Name extends keyof Groups = never> {
  readonly #language: ContextConsumer<typeof languageContext, ReactiveElement>;
  readonly #english: Pick<Groups, Name>;
  #around: Spoken | undefined;
  #words: Words<Name>;

  /** @param english the groups that the element uses, for where the language around brings none. */
  constructor(
    host: ReactiveElement,
    ...[english]: [Name] extends [never] ? [] : [Pick<Groups, Name>]
  ) {
    awaitLateProviders();
    this.#language = new ContextConsumer(host, { context: languageContext, subscribe: true });
    this.#english = english ?? ({} as Pick<Groups, Name>);
    this.#words = { ...this.#english, ...en };
  }

  get words(): Words<Name> {
    const around = this.#language.value ?? en;
    if (around !== this.#around) {
      this.#around = around;
      this.#words = { ...this.#english, ...around };
    }
    return this.#words;
  }
}
