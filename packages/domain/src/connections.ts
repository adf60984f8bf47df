import { isOwned, type Domain } from './domains.ts';
import type { ErrorCode } from './errors.ts';
import { providerAddressBlocker, type ProviderReach } from './provider-address.ts';

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

/** What an administrator sets; the rest is the directory's. */
export type ConnectionSettings = Omit<
  Connection,
  'connectionId' | 'organizationId' | 'status' | 'testedAt'
>;

export interface SettingFacts extends ProviderReach {
  /** Whether the organization is onboarded to the connection's application, where it is for one. */
  readonly onboarded: boolean;
}

/**
 * Why a connection cannot be kept with these settings: none is wrong, and it is for an application
 * that the organization has.
 */
export function connectionSettingsBlocker(
  settings: ConnectionSettings,
  { onboarded, ...reach }: SettingFacts,
): ErrorCode | undefined {
  if (!onboarded) return 'application_not_onboarded';
  return wrongSetting(settings, reach) ? 'validation_failed' : undefined;
}

/**
 * The first setting that cannot be kept: each protocol has what it cannot do without, and the
 * addresses that the server or a person is sent to are public ones.
 */
export function wrongSetting(
  { protocol, issuer, singleSignOnUrl, clientId }: ConnectionSettings,
  reach: ProviderReach,
): 'issuer' | 'singleSignOnUrl' | 'clientId' | undefined {
  if (protocol === 'saml' && singleSignOnUrl === undefined) return 'singleSignOnUrl';
  if (protocol === 'oidc' && clientId === undefined) return 'clientId';
  // The entity id of SAML is a name that nobody follows.
  const isName = protocol === 'saml' && /^urn:[a-z0-9][a-z0-9-]{0,31}:\S+$/i.test(issuer);
  if (!isName && providerAddressBlocker(issuer, reach)) return 'issuer';
  const address = singleSignOnUrl ?? '';
  return address !== '' && providerAddressBlocker(address, reach) ? 'singleSignOnUrl' : undefined;
}

/** Whether people would be sent elsewhere, or something else be believed, than what was tested. */
export function needsNewTest(before: ConnectionSettings, after: ConnectionSettings): boolean {
  const trusted = [
    'applicationId',
    'protocol',
    'issuer',
    'singleSignOnUrl',
    'certificate',
    'certificateExpiresAt',
    'clientId',
  ] as const;
  return trusted.some((name) => before[name] !== after[name]);
}

/** Settings with the roles left that the organization may hand out, and those that were not. */
export function clampedRoles(
  settings: ConnectionSettings,
  ceiling: ReadonlySet<string>,
): { readonly settings: ConnectionSettings; readonly withheldRoleIds: readonly string[] } {
  const { defaultRoleIds, groupRoles } = settings;
  const named = [...defaultRoleIds, ...groupRoles.map(({ roleId }) => roleId)];
  return {
    settings: {
      ...settings,
      defaultRoleIds: defaultRoleIds.filter((roleId) => ceiling.has(roleId)),
      groupRoles: groupRoles.filter(({ roleId }) => ceiling.has(roleId)),
    },
    withheldRoleIds: [...new Set(named.filter((roleId) => !ceiling.has(roleId)))],
  };
}

export interface ConnectionFacts {
  readonly connection: Connection;
  /** The organization's domains. */
  readonly domains: readonly Domain[];
  /** The organization's connections. */
  readonly connections: readonly Connection[];
  readonly now: number;
}

/**
 * Why a connection cannot be put in force: it takes a domain that is proved by DNS (an address at a
 * domain is no ownership), a certificate that is still good, no other in force for the same, and a
 * test sign-in that passed, so that nobody is locked out.
 */
export function connectionEnablingBlocker(facts: ConnectionFacts): ErrorCode | undefined {
  const { connection, domains, connections, now } = facts;
  if (connection.status === 'active') return 'already_exists';
  if (!domains.some(isOwned)) return 'domain_unverified';
  const { certificateExpiresAt, testedAt, applicationId } = connection;
  if (certificateExpiresAt !== undefined && certificateExpiresAt <= now) return 'validation_failed';
  const taken = connections.some(
    (one) => one.status === 'active' && one.applicationId === applicationId,
  );
  if (taken) return 'already_exists';
  return testedAt === undefined ? 'step_up_required' : undefined;
}

/** Why a connection cannot be put out of force. */
export function connectionDisablingBlocker({ connection }: ConnectionFacts): ErrorCode | undefined {
  return connection.status === 'active' ? undefined : 'not_found';
}
