import type { ErrorCode } from './errors.ts';
import type { Reach } from './reach.ts';

export type OrganizationStatus = 'active' | 'suspended';

/** A customer, partner or branch whose members act on its behalf. */
export interface Organization {
  readonly organizationId: string;
  readonly name: string;
  readonly slug: string;
  readonly logoUrl?: string;
  readonly status: OrganizationStatus;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly parentOrganizationId?: string;
  readonly branding?: Branding;
  readonly authentication?: AuthenticationPolicy;
  /** The customer's own notes: names and texts. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** How the organization's sign-in looks. */
export interface Branding {
  /** `#rrggbb`. */
  readonly accentColor?: string;
  readonly logoUrl?: string;
}

/** How members sign in. */
export interface AuthenticationPolicy {
  /** Ways of signing in that count for this organization; all where it says nothing. */
  readonly methods?: readonly string[];
  readonly requiresSecondFactor?: boolean;
  /** Minutes until a member has to sign in again. */
  readonly sessionMinutes?: number;
}

/** Why an organization cannot be suspended now. */
export function organizationSuspensionBlocker({ status }: Organization): ErrorCode | undefined {
  return status === 'suspended' ? 'organization_suspended' : undefined;
}

/** Why an organization cannot be let in again now. */
export function organizationReactivationBlocker({ status }: Organization): ErrorCode | undefined {
  return status === 'active' ? 'already_exists' : undefined;
}

export interface DeletionFacts {
  readonly organization: Organization;
  /** How whoever asks stands to it. */
  readonly reach: Reach;
  /** Everything that it, and what it manages, has. */
  readonly applicationIds: readonly string[];
  /** Whether those below have all of their applications through it. */
  readonly linkedBelow: boolean;
}

/**
 * Why an organization cannot be deleted by somebody who reaches it. Who is managed does not end
 * what the parent answers for; who manages does not destroy more than they reach.
 */
export function organizationDeletionBlocker({
  organization,
  reach,
  applicationIds,
  linkedBelow,
}: DeletionFacts): ErrorCode | undefined {
  if (reach.kind !== 'own' && reach.kind !== 'managed') return undefined;
  if (!linkedBelow) return 'forbidden';
  if (reach.kind === 'own') return organization.parentOrganizationId ? 'forbidden' : undefined;
  return applicationIds.every((id) => reach.applicationIds.has(id)) ? undefined : 'forbidden';
}

/** Words that a slug cannot be, because addresses and programs use them for something else. */
const reservedSlugs = new Set(
  'admin api app assets auth dev false help login logout me new null static system true undefined www'.split(
    ' ',
  ),
);

/** The form of a slug: lower-case letters, digits and single hyphens inside, 2 to 60 of them. */
const slugForm = /^(?=.{2,60}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Why a text cannot be the slug of an organization. */
export function slugBlocker(slug: string, taken: boolean): ErrorCode | undefined {
  if (!slugForm.test(slug) || reservedSlugs.has(slug)) return 'validation_failed';
  return taken ? 'already_exists' : undefined;
}

/** Whether a text can be read at all: more than blanks, marks of direction and invisible letters. */
export function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}
