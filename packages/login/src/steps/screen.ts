import type { ListQuery, Page } from '@tesserakit/client';
import type { LoginAction, LoginStep, OrganizationChoice } from '@tesserakit/contract';
import type { TemplateResult } from 'lit';
import type { LoginCatalogue } from '../text/catalogue.js';

/** The face of the application that a person signs in to. */
export interface Application {
  readonly name: string;
  readonly logoUrl?: string | undefined;
}

/** What a step is given to show itself. */
export interface Screen<Step = LoginStep> {
  readonly step: Step;
  /** As long as the server has said for whom. */
  readonly application: Application | undefined;
  readonly words: LoginCatalogue;
  /** What the person did and the server has not answered yet. */
  readonly pending: LoginAction['action'] | undefined;
  /** Tells the server what the person does. Ignored while something is pending. */
  readonly act: (action: LoginAction) => void;
  /** Searches and pages the organizations that a person may choose from. */
  readonly organizations: (
    query: ListQuery,
    signal: AbortSignal,
  ) => Promise<Page<OrganizationChoice>>;
}

/** How one step looks, and what the page is called meanwhile. */
export interface StepView<Step = LoginStep> {
  title(words: LoginCatalogue, application: Application | undefined): string;
  render(screen: Screen<Step>): TemplateResult;
}
