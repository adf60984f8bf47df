import type { Me, OrganizationChoice } from '@tesserakit/contract';
import type { ReactiveControllerHost } from 'lit';
import type { ContextController } from '../data/context-controller.js';
import { PagesController } from '../data/pages.js';
import { ResourceController } from '../data/resource.js';
import type { Words } from '../text/catalogue.js';
import { personQuery } from './person-query.js';
import { sourceOf, type OrganizationSource } from './organization-source.js';
import { organizationOption, personalOption, type PickerOption } from './picker-option.js';

type OptionWords = Words<'roleNames' | 'organizationChoice'>;

/** What a picker's options depend on. */
export interface OptionsHost extends ReactiveControllerHost {
  readonly source: OrganizationSource | undefined;
  readonly personal: boolean;
}

/** The options of a picker in their order: the person themselves where wanted, then organizations. */
export class PickerOptions {
  readonly pages: PagesController<OrganizationChoice>;
  readonly #host: OptionsHost;
  readonly #words: () => OptionWords;
  readonly #person: ResourceController<Me>;
  #searched = '';

  constructor(host: OptionsHost, context: ContextController, words: () => OptionWords) {
    this.#host = host;
    this.#words = words;
    this.#person = new ResourceController<Me>(host, () => {
      const { client, organization } = context;
      if (!client || !host.personal || host.source) return undefined;
      return personQuery(client, organization?.organizationId);
    });
    this.pages = new PagesController(host, () => {
      const { client, organization } = context;
      const organizationId = organization?.organizationId;
      const source = host.source ?? (client && sourceOf(client, organizationId));
      const owner = host.source ?? client;
      if (!source || !owner) return undefined;
      const identity = host.source ? '' : (client?.identity() ?? '');
      return {
        owner,
        key: [identity, organizationId ?? '', 'organizations', this.#searched],
        fetch: (cursor, signal) => source.search(this.#searched, cursor, signal),
      };
    });
  }

  /** What was typed, as it was asked for last. */
  get searched(): string {
    return this.#searched;
  }

  search(words: string): void {
    this.#searched = words;
    this.#host.requestUpdate();
  }

  get count(): number {
    return this.pages.items.length + this.#before;
  }

  /** How many there will be when all have come; -1 where nobody knows. */
  get size(): number {
    const { total, hasMore, items } = this.pages;
    if (total === null && hasMore) return -1;
    return (total ?? items.length) + this.#before;
  }

  idAt(index: number): string | undefined {
    if (index < this.#before) return '';
    return this.pages.items[index - this.#before]?.organizationId;
  }

  at(index: number): PickerOption | undefined {
    const words = this.#words();
    const { value: me } = this.#person;
    if (index >= 0 && index < this.#before) return personalOption(words, me?.name, me?.picture);
    const organization = this.pages.items[index - this.#before];
    const first = index === this.#before && !this.#searched;
    return organization && organizationOption(words, organization, first);
  }

  indexOf(id: string | undefined): number {
    if (id === '') return this.#before - 1;
    const index = this.pages.items.findIndex(({ organizationId }) => organizationId === id);
    return index < 0 ? -1 : index + this.#before;
  }

  /** In their order, for type-ahead. */
  get names(): readonly string[] {
    const names = this.pages.items.map(({ name }) => name);
    return this.#before > 0 ? [this.#words().organizationChoice.personal, ...names] : names;
  }

  /** How many options stand before the organizations. */
  get #before(): number {
    return this.#host.personal && !this.#searched ? 1 : 0;
  }
}
