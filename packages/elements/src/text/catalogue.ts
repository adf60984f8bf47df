import type { ErrorCode } from '@tesserakit/domain';
import type { AccessEditingWords } from './access-editing.js';
import type { AccessMatrixWords } from './access-matrix.js';
import type { AccessReasonWords } from './access-reasons.js';
import type { ActionWords } from './actions.js';
import type { AppLauncherWords } from './app-launcher.js';
import type { ApplicationListWords } from './application-list.js';
import type { ApplicationShareWords } from './application-share.js';
import type { ImpactWords } from './impact.js';
import type { InvitationListWords } from './invitation-list.js';
import type { InvitingWords } from './inviting.js';
import type { MemberDetailWords } from './member-detail.js';
import type { MemberDeedWords } from './member-deeds.js';
import type { MemberRecordWords } from './member-records.js';
import type { MemberWords } from './members.js';
import type { OrganizationChoiceWords } from './organization-choice.js';
import type { OrganizationOffersWords } from './organization-offers.js';
import type { OrganizationCreationWords } from './organization-creation.js';
import type { OrganizationProfileWords } from './organization-profile.js';
import type { OrganizationTreeWords } from './organization-tree.js';
import type { PortalOverviewWords } from './portal-overview.js';
import type { PortalScreenWords } from './portal-screens.js';
import type { PortalWords } from './portal.js';
import type { RoleAssignmentWords } from './role-assignment.js';
import type { RoleEditorWords } from './role-editor.js';
import type { RoleFormWords } from './role-form.js';
import type { RoleNames } from './role-names.js';

/** What every element can show, in one language. */
export interface Catalogue {
  /** BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly errors: Record<ErrorCode, string>;
  readonly common: {
    readonly retry: string;
    /** The button that tries again, while it is too early: "in 5 seconds". */
    readonly retryIn: (when: string) => string;
    readonly loading: string;
    readonly never: string;
    readonly unknown: string;
    /** What was not harmed when something could not be loaded. */
    readonly unharmed: string;
    /** What is there can be used; some of what belongs to it is missing. */
    readonly partly: string;
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
}

/** What the elements of one noun show beside it; each brings its own in English. */
export interface Groups {
  readonly accessEditing: AccessEditingWords;
  readonly accessMatrix: AccessMatrixWords;
  readonly accessReasons: AccessReasonWords;
  readonly actions: ActionWords;
  readonly appLauncher: AppLauncherWords;
  readonly administration: Readonly<Record<string, string>>;
  readonly applicationList: ApplicationListWords;
  readonly applicationShare: ApplicationShareWords;
  readonly impact: ImpactWords;
  readonly invitationList: InvitationListWords;
  readonly inviting: InvitingWords;
  readonly memberDetail: MemberDetailWords;
  readonly memberDeeds: MemberDeedWords;
  readonly memberRecords: MemberRecordWords;
  readonly members: MemberWords;
  readonly organizationChoice: OrganizationChoiceWords;
  readonly organizationOffers: OrganizationOffersWords;
  readonly organizationCreation: OrganizationCreationWords;
  readonly organizationProfile: OrganizationProfileWords;
  readonly organizationTree: OrganizationTreeWords;
  readonly portal: PortalWords;
  readonly portalOverview: PortalOverviewWords;
  readonly portalScreens: PortalScreenWords;
  readonly roleAssignment: RoleAssignmentWords;
  readonly roleEditor: RoleEditorWords;
  readonly roleForm: RoleFormWords;
  readonly roleNames: RoleNames;
}

/** What an element shows that uses these groups. */
export type Words<Name extends keyof Groups = never> = Catalogue & Pick<Groups, Name>;

/** Every sentence that the elements can show, in one language. A missing one does not compile. */
export interface Translation extends Catalogue, Groups {}

/** A language around the elements: English brings no groups, for the elements that use them do. */
export type Spoken = Catalogue & Partial<Groups>;
