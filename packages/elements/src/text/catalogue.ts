import type { ErrorCode } from '@tesserakit/domain';

/** Every sentence that the elements can show, in one language. A missing one does not compile. */
export interface Catalogue {
  /** BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly errors: Record<ErrorCode, string>;
  readonly common: {
    readonly retry: string;
    readonly loading: string;
    readonly never: string;
    readonly unknown: string;
    /** What was not harmed when something could not be loaded. */
    readonly unharmed: string;
    readonly requestId: (id: string) => string;
    readonly retryAfter: (seconds: number) => string;
    readonly demo: string;
    readonly demoHint: string;
  };
  readonly organizations: {
    readonly choose: string;
    /** The switcher's name: which organization is in view, and that it can be changed. */
    readonly switchFrom: (name: string) => string;
    readonly search: string;
    readonly found: (count: number) => string;
    readonly none: string;
    readonly noneHint: string;
    readonly noMatch: (search: string) => string;
    readonly noMatchHint: string;
    readonly failed: string;
    readonly lastUsed: string;
    readonly switching: (name: string) => string;
    readonly switched: (name: string) => string;
    readonly more: string;
  };
  readonly members: {
    readonly title: string;
    readonly caption: (count: number | null) => string;
    readonly count: (count: number) => string;
    readonly search: string;
    readonly status: string;
    readonly anyStatus: string;
    readonly role: string;
    readonly anyRole: string;
    readonly inOrganization: string;
    readonly sort: string;
    readonly sortBy: (column: string) => string;
    readonly columns: {
      readonly name: string;
      readonly status: string;
      readonly organizationRoles: string;
      readonly access: string;
      readonly lastSignInAt: string;
    };
    readonly statuses: Record<'active' | 'pending' | 'suspended', string>;
    readonly organizationRoles: Record<string, string>;
    readonly noAccess: string;
    readonly empty: string;
    readonly emptyHint: string;
    readonly noMatch: string;
    readonly noMatchHint: string;
    readonly clearFilters: string;
    readonly failed: string;
    readonly forbidden: string;
    readonly forbiddenHint: string;
    readonly loadingMore: string;
    readonly moreFailed: string;
  };
}
