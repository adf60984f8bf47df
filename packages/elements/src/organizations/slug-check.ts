import type { DirectoryClient } from '@tesserakit/client';
import { slugBlocker } from '@tesserakit/domain';
import type { SlugAnswer } from '@tesserakit/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Pause } from '../data/pause.js';
import { ResourceController } from '../data/resource.js';

/** What is known of a slug that somebody thinks of. */
export type SlugState = 'invalid' | 'checking' | 'free' | 'taken' | 'unknown';

/** Asks while a person types whether a slug is free; not at each letter. */
export class SlugCheck implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #pause = new Pause(250);
  readonly #answer: ResourceController<SlugAnswer>;
  #slug = '';
  #asked = '';

  /** @param of whom to ask; `undefined` where slugs cannot be asked for. */
  constructor(
    host: ReactiveControllerHost,
    of: () =>
      { readonly client: DirectoryClient; readonly organizationId: string | undefined } | undefined,
  ) {
    this.#host = host;
    this.#answer = new ResourceController(host, () => {
      const slug = this.#asked;
      const scope = of();
      if (!scope || !slug) return undefined;
      const { client, organizationId } = scope;
      return {
        owner: client,
        key: [client.identity(), organizationId ?? '', 'slugs', slug],
        fetch: (signal) => client.organizations.slugAvailable({ organizationId, slug }, { signal }),
      };
    });
    host.addController(this);
  }

  /** A person has typed another slug; none while there is nothing to find out. */
  type(slug: string): void {
    this.#slug = slug;
    this.#pause.end();
    if (this.#isWellFormed && slug !== this.#asked) {
      this.#pause.after(() => {
        this.#asked = slug;
        this.#host.requestUpdate();
      });
    }
    this.#host.requestUpdate();
  }

  get state(): SlugState {
    if (!this.#isWellFormed) return 'invalid';
    if (this.#pause.isPending || this.#slug !== this.#asked) return 'checking';
    const { value, error } = this.#answer;
    if (value) return value.available === true ? 'free' : 'taken';
    return error ? 'unknown' : 'checking';
  }

  get #isWellFormed(): boolean {
    return slugBlocker(this.#slug, false) === undefined;
  }

  hostDisconnected(): void {
    this.#pause.end();
  }
}

/** The slug that a name suggests; empty where it has no letter that a slug can have. */
export function slugFrom(name: string): string {
  const plain = name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  const words = plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const slug = words.join('-').slice(0, 60).replace(/-$/, '');
  return slugBlocker(slug, false) ? '' : slug;
}
