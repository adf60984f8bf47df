import type { TesseraError } from '@tesserakit/client';
import type { Capabilities, Organization } from '@tesserakit/contract';
import type { ReactiveElement } from 'lit';
import type { ContextController } from '../data/context-controller.js';
import { questionIn } from '../data/in-view.js';
import type { PathRouter, Router } from '../data/router.js';
import { ResourceController } from '../data/resource.js';
import { organizationQuery } from '../organizations/organization-query.js';
import type { Words } from '../text/catalogue.js';
import type { PortalPlace } from './portal-place.js';
import { standingOf, type Section } from './sections.js';
import type { PortalStage } from './portal-stage.js';

/** Codes that also take away what was shown before. */
const shut = new Set(['not_found', 'forbidden']);

/** The element's own part in what its screens stand on. */
interface Own {
  readonly context: ContextController;
  readonly place: PortalPlace;
  words(): Words<'portal'>;
  go(path: string): void;
}

/** The organization in view with what the backend and the person can do, and where the person is. */
export class PortalFacts implements PortalStage {
  readonly host: ReactiveElement;
  readonly #own: Own;
  readonly #organization: ResourceController<Organization>;
  readonly #capabilities: ResourceController<Capabilities>;

  constructor(host: ReactiveElement, own: Own) {
    this.host = host;
    this.#own = own;
    this.#organization = new ResourceController<Organization>(host, () => {
      const { client, organization } = own.context;
      return client && organization && organizationQuery(client, organization.organizationId);
    });
    this.#capabilities = new ResourceController<Capabilities>(host, () =>
      questionIn(own.context, ['capabilities'], ({ client, organizationId }, signal) =>
        client.capabilities({ organizationId }, { signal }),
      ),
    );
  }

  get context(): ContextController {
    return this.#own.context;
  }

  get router(): PathRouter {
    return this.#own.place.router;
  }

  get words(): Words<'portal'> {
    return this.#own.words();
  }

  /** The organization, as soon as it has come. */
  get known(): Organization | undefined {
    return this.#organization.value;
  }

  /** Only where {@link isReady}. */
  get organization(): Organization {
    return this.#organization.value!;
  }

  /** Only where {@link isReady}. */
  get can(): Capabilities {
    return this.#capabilities.value!;
  }

  get detail(): readonly string[] {
    return this.#own.place.now?.detail ?? [];
  }

  get view(): Router {
    return this.#own.place.view;
  }

  get isReady(): boolean {
    return !this.error && !!this.#organization.value && !!this.#capabilities.value;
  }

  /** Why nothing can be shown. */
  get error(): TesseraError | undefined {
    for (const { value, error } of [this.#organization, this.#capabilities]) {
      if (error && (!value || shut.has(error.code))) return error;
    }
    return undefined;
  }

  isOpen(section: Section): boolean {
    return this.isReady && standingOf(section, this.can, this.organization) === true;
  }

  isShown(section: Section): boolean {
    return this.#own.place.now?.section === section && this.isOpen(section);
  }

  go(path: string): void {
    this.#own.go(path);
  }

  reload(): void {
    this.#organization.reload();
    this.#capabilities.reload();
  }
}
