import { TesseraError } from '@tesserakit/client';
import type { ReactiveElement } from 'lit';
import type { Section } from './sections.js';
import type { PortalScreen, PortalStage } from './portal-stage.js';

type Begin = (stage: PortalStage) => PortalScreen;

/** Each screen is loaded when somebody goes there for the first time. */
export const loaders: Record<Section, () => Promise<{ readonly begin: Begin }>> = {
  overview: () => import('./overview.js'),
  members: () => import('./members.js'),
  invitations: () => import('./invitations.js'),
  roles: () => import('./roles.js'),
  access: () => import('./access.js'),
  applications: () => import('./applications.js'),
  organizations: () => import('./organizations.js'),
  settings: () => import('./settings.js'),
};

/** The screens that have been loaded, and why one could not be. */
export class PortalScreens {
  readonly #host: ReactiveElement;
  readonly #stage: PortalStage;
  readonly #screens = new Map<Section, PortalScreen>();
  readonly #coming = new Set<Section>();
  readonly #failed = new Set<Section>();

  constructor(host: ReactiveElement, stage: PortalStage) {
    this.#host = host;
    this.#stage = stage;
  }

  /** A screen; asked for the first time, it is on its way. */
  of(section: Section): PortalScreen | undefined {
    const screen = this.#screens.get(section);
    if (!screen && !this.#failed.has(section)) void this.#load(section);
    return screen;
  }

  failureOf(section: Section): TesseraError | undefined {
    return this.#failed.has(section) ? new TesseraError('network') : undefined;
  }

  retry(section: Section): void {
    this.#failed.delete(section);
    this.#host.requestUpdate();
  }

  async #load(section: Section): Promise<void> {
    if (this.#coming.has(section)) return;
    this.#coming.add(section);
    const loaded = await loaders[section]().catch(() => undefined);
    this.#coming.delete(section);
    this.#host.requestUpdate();
    if (loaded) this.#screens.set(section, loaded.begin(this.#stage));
    else this.#failed.add(section);
  }
}
