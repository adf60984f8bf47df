import { createContext } from '@lit/context';

/** The organization that the elements below show, in this tab and this part of the page. */
export interface OrganizationInView {
  readonly organizationId: string;
  /**
   * Puts another organization in view: gets its token and data first, and only then announces it.
   *
   * @throws TesseraError with the reason; the former organization stays in view then.
   */
  switchTo(organizationId: string): Promise<void>;
}

export const organizationContext = createContext<OrganizationInView | undefined>(
  Symbol.for('tessera.organization'),
);
