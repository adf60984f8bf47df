import type { Domain } from './domains.ts';
import type { ErrorCode } from './errors.ts';

export type ConnectionProtocol = 'saml' | 'oidc';
export type ConnectionStatus = 'draft' | 'active' | 'disabled';

/** An organization's own identity provider, for all of its applications or for one. */
export interface Connection {
  readonly connectionId: string;
  readonly organizationId: string;
  readonly applicationId?: string;
  readonly name: string;
  readonly protocol: ConnectionProtocol;
  readonly status: ConnectionStatus;
  /** SAML: the entity id. OIDC: the issuer. */
  readonly issuer: string;
  /** SAML: where requests go. */
  readonly singleSignOnUrl?: string;
  /** SAML: the certificate that signs assertions, PEM. */
  readonly certificate?: string;
  /** SAML, milliseconds since the epoch. */
  readonly certificateExpiresAt?: number;
  /** OIDC. */
  readonly clientId?: string;
  /** Whether people who come through it become members by themselves. */
  readonly jit: boolean;
  readonly defaultRoleIds: readonly string[];
  /** The provider's names for what the directory calls `email`, `name`, … */
  readonly attributes: Readonly<Record<string, string>>;
  /** Roles by the provider's groups. */
  readonly groupRoles: readonly GroupRole[];
  /** When a test sign-in last passed with these very settings, milliseconds since the epoch. */
  readonly testedAt?: number;
}

/** Whoever is in the group at the identity provider gets the role. */
export interface GroupRole {
  readonly group: string;
  readonly roleId: string;
}

export interface ConnectionFacts {
  readonly connection: Connection;
  /** The organization's domains. */
  readonly domains: readonly Domain[];
  readonly now: number;
}

/**
 * Why a connection cannot be put in force: it takes a domain that is proved by DNS (an address at a
 * domain is no ownership), a certificate that is still good, and a test sign-in that passed, so
 * that nobody is locked out.
 */
export function connectionEnablingBlocker(facts: ConnectionFacts): ErrorCode | undefined {
  const { connection, domains, now } = facts;
  if (connection.status === 'active') return 'already_exists';
  const owned = domains.some(({ status, proof }) => status === 'verified' && proof === 'dns');
  if (!owned) return 'domain_unverified';
  const { certificateExpiresAt, testedAt } = connection;
  if (certificateExpiresAt !== undefined && certificateExpiresAt <= now) return 'validation_failed';
  return testedAt === undefined ? 'step_up_required' : undefined;
}

/** Why a connection cannot be put out of force. */
export function connectionDisablingBlocker({ connection }: ConnectionFacts): ErrorCode | undefined {
  return connection.status === 'active' ? undefined : 'not_found';
}
