import type { Operation } from '@tesserakit/contract';
import type {
  AccessGrant,
  Application,
  ApplicationRole,
  Connection,
  Domain,
  Identity,
  Invitation,
  Member,
  Onboarding,
  Organization,
  OrganizationRole,
  RoleGroup,
  User,
} from '@tesserakit/domain';
import type { JWK } from 'jose';
import type { ListedProvider } from '../identity-providers.ts';
import type { Factors } from '../login/factors.ts';
import type { PasswordRecord } from '../login/password.ts';
import type { TenantSettings } from '../world.ts';

/** An OIDC client as a seed names it; its addresses come from the world's application origins. */
export interface SeededClient {
  readonly clientId: string;
  readonly name: string;
  /** Absent for the Admin Portal, which belongs to no customer's application. */
  readonly applicationId?: string;
  /** A confidential client that cannot prove itself has no page to come back to. */
  readonly confidential: boolean;
  /** Digest of the secret by which a confidential one proves itself. */
  readonly secretDigest?: string;
  /** Public keys by which a confidential one proves itself, in place of a secret. */
  readonly keys?: readonly JWK[];
  /** Of another company: nobody's data goes there before they said so. */
  readonly thirdParty?: boolean;
  /** It runs where nobody can type, and gets its tokens by a device code. */
  readonly device?: boolean;
}

/** Changes what the directory answers, on its way out. */
export type Wire = (operation: Operation, answer: unknown) => unknown;

/** What a world begins with: plain data, never changed by the worlds made from it. */
export interface Seed {
  readonly tenantId: string;
  /** The moment at which the seed was written down: in a world, people's moments are as long ago. */
  readonly today: number;
  readonly users: readonly User[];
  /** Passwords by user; who has none here cannot sign in with one. */
  readonly passwords: ReadonlyMap<string, PasswordRecord>;
  /** Second factors by user. */
  readonly factors?: ReadonlyMap<string, Factors>;
  readonly organizations: readonly Organization[];
  readonly applications: readonly Application[];
  readonly clients: readonly SeededClient[];
  readonly roles: readonly ApplicationRole[];
  readonly roleGroups: readonly RoleGroup[];
  readonly onboardings: readonly Onboarding[];
  readonly members: readonly Member[];
  readonly grants: readonly AccessGrant[];
  readonly invitations?: readonly Invitation[];
  readonly domains?: readonly Domain[];
  readonly connections?: readonly Connection[];
  /** What the providers of these connections call people. */
  readonly identities?: readonly Identity[];
  /** The identity providers that a connection may lead to. */
  readonly identityProviders?: readonly ListedProvider[];
  /** Beside the built-in ones. */
  readonly organizationRoles?: readonly OrganizationRole[];
  readonly settings?: Partial<TenantSettings>;
  /** For a scenario with another server than this one; answers go out as they are without. */
  readonly wire?: Wire;
}
