import type { Capabilities } from '@tesserakit/contract';
import type { AccessDirectory } from './access.ts';
import type { ApiKeyDirectory } from './api-keys.ts';
import type { ApplicationDirectory } from './applications.ts';
import type { AuditDirectory } from './audit.ts';
import type { CallOptions, OrganizationScope } from './calls.ts';
import type { ConnectionDirectory } from './connections.ts';
import type { DirectoryTokenDirectory } from './directory-tokens.ts';
import type { DomainDirectory } from './domains.ts';
import type { InvitationDirectory } from './invitations.ts';
import type { ManagedOrganizationDirectory } from './managed-organizations.ts';
import type { MeDirectory } from './me.ts';
import type { MemberDirectory } from './members.ts';
import type { OnboardingDirectory } from './onboardings.ts';
import type { OrganizationRoleDirectory } from './organization-roles.ts';
import type { OrganizationDirectory } from './organizations.ts';
import type { RoleGroupDirectory } from './role-groups.ts';
import type { RoleDirectory } from './roles.ts';
import type { SessionDirectory } from './sessions.ts';
import type { UserDirectory } from './users.ts';

/**
 * A directory of organizations, as the elements need it. Whoever has a backend implements this;
 * whoever speaks the reference contract calls {@link createClient}.
 *
 * Every method fails with {@link TesseraError} and nothing else. What lies out of the caller's
 * reach is refused with `not_found`, whether it exists or not; what a backend cannot do, with
 * `unsupported`, and its capabilities say so. Every write may be refused with `forbidden`,
 * `organization_suspended`, `validation_failed` with the fields at fault, and, where it takes a
 * version, `version_conflict`; a refused write leaves everything untouched.
 */
export interface DirectoryClient {
  /**
   * Names the person behind the client, so that nothing of one is ever shown to another: issuer and
   * subject in one text. Constant while the same person is signed in.
   */
  identity(): string;

  /** What the backend can do for an organization. */
  capabilities(scope: OrganizationScope, options?: CallOptions): Promise<Capabilities>;

  readonly me: MeDirectory;
  readonly sessions: SessionDirectory;
  readonly organizations: OrganizationDirectory;
  readonly managedOrganizations: ManagedOrganizationDirectory;
  readonly members: MemberDirectory;
  readonly invitations: InvitationDirectory;
  readonly access: AccessDirectory;
  readonly organizationRoles: OrganizationRoleDirectory;
  readonly applications: ApplicationDirectory;
  readonly onboardings: OnboardingDirectory;
  readonly roles: RoleDirectory;
  readonly roleGroups: RoleGroupDirectory;
  readonly domains: DomainDirectory;
  readonly connections: ConnectionDirectory;
  readonly directoryTokens: DirectoryTokenDirectory;
  readonly apiKeys: ApiKeyDirectory;
  readonly users: UserDirectory;
  readonly audit: AuditDirectory;
}
