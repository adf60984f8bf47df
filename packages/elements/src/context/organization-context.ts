import { createContext } from '@lit/context';

/** The organization that the elements below show, in this tab and this part of the page. */
export interface OrganizationInView {
  readonly organizationId: string;
  /** The organization of the person, where what is in view is one that it manages. */
  readonly actingFrom?: string | undefined;
  /** {@link Switching} */
  switchTo(organizationId: string): Promise<void>;
}

export const organizationContext = createContext<OrganizationInView | undefined>(
  Symbol.for('tessera.organization'),
);

/** Puts something else in view: gets its token and data first, and only then announces it. */
export interface Switching {
  /**
   * Puts an organization of the person in view, or for an empty id the person themselves.
   *
   * @throws TesseraError with the reason; what was in view stays then.
   */
  switchTo(organizationId: string): Promise<void>;
  /**
   * Puts an organization in view that the one of the person manages, at whatever level. Until the
   * next `switchTo`, everything is done on behalf of the person's organization.
   *
   * @throws TesseraError with the reason; what was in view stays then.
   */
  actFor(organizationId: string): Promise<void>;
}

export const switchingContext = createContext<Switching | undefined>(
  Symbol.for('tessera.switching'),
);
