import { ContextConsumer } from '@lit/context';
import type { DirectoryClient } from '@tesserakit/client';
import type { ReactiveElement } from 'lit';
import { clientContext } from '../context/client-context.js';
import { awaitLateProviders } from '../context/late-providers.js';
import {
  organizationContext,
  switchingContext,
  type OrganizationInView,
  type Switching,
} from '../context/organization-context.js';

/** Gives an element the backend and the organization in view around it. */
export class ContextController {
  readonly #client: ContextConsumer<typeof clientContext, ReactiveElement>;
  readonly #organization: ContextConsumer<typeof organizationContext, ReactiveElement>;
  readonly #switching: ContextConsumer<typeof switchingContext, ReactiveElement>;

  constructor(host: ReactiveElement) {
    awaitLateProviders();
    this.#client = new ContextConsumer(host, { context: clientContext, subscribe: true });
    this.#organization = new ContextConsumer(host, {
      context: organizationContext,
      subscribe: true,
    });
    this.#switching = new ContextConsumer(host, { context: switchingContext, subscribe: true });
  }

  get client(): DirectoryClient | undefined {
    return this.#client.value;
  }

  get organization(): OrganizationInView | undefined {
    return this.#organization.value;
  }

  /** Puts something else in view; absent where nothing around the element can. */
  get switching(): Switching | undefined {
    return this.#switching.value;
  }
}
