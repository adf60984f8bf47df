import type { Capabilities, Organization } from '@tesserakit/contract';
import type { ReactiveElement } from 'lit';
import type { ContextController } from '../data/context-controller.js';
import type { PathRouter, Router } from '../data/router.js';
import type { Words } from '../text/catalogue.js';
import type { Section } from './sections.js';

/** What the screens of a portal stand on. */
export interface PortalStage {
  readonly host: ReactiveElement;
  readonly context: ContextController;
  readonly router: PathRouter;
  readonly words: Words<'portal'>;
  readonly organization: Organization;
  readonly can: Capabilities;
  /** Ids that follow the screen's name in the path. */
  readonly detail: readonly string[];
  /** The parameters of a screen in the address. */
  readonly view: Router;
  /** Whether a screen is the one that is looked at. */
  isShown(section: Section): boolean;
  /** Whether a person finds a screen. */
  isOpen(section: Section): boolean;
  go(path: string): void;
}

/** One screen of a portal, loaded when somebody goes there. */
export interface PortalScreen {
  /** What it shows now, where that has a name of its own. */
  title?(): string | undefined;
  /** The one obvious next thing to do, beside the title. */
  action?(): unknown;
  render(): unknown;
}
