import type { Entry } from '../authorization-state.ts';
import { levelOf } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { claimsOfScopes } from './requested-claims.ts';
import type { Standing } from './standing.ts';

/** What tokens say about the organization that a person acts for; nothing for one who does not. */
export function organizationClaims({ organization: acting }: Standing) {
  if (!acting) return {};
  const { organization, member, access } = acting;
  return {
    org_id: organization.organizationId,
    org_name: organization.name,
    org_roles: [...member.organizationRoleIds],
    roles: access.roles.map((role) => role.key),
    permissions: [...access.permissions],
  };
}

/** The ways in which a person proved who they are, as tokens name them (RFC 8176). */
export function provedBy({ methods, factor }: Pick<Entry, 'methods' | 'factor'>): string[] {
  return [...new Set([...methods, ...(factor ? [...factor.methods, 'mfa'] : [])])];
}

/** What tokens say about how the person proved who they are. */
export function authenticationClaims(world: World, entry: Entry) {
  const { factor } = entry;
  return {
    tid: world.tenantId,
    sid: entry.sid,
    auth_time: seconds(entry.authenticatedAt),
    amr: provedBy(entry),
    acr: levelOf(factor),
  };
}

/**
 * What the scopes `profile` and `email` open (OpenID Connect Core, section 5.4), and what was asked
 * for by its name.
 */
export function personalClaims(
  { user }: Standing,
  scope: readonly string[],
  named: readonly string[] = [],
): Record<string, unknown> {
  const { name, picture, locale, email, emailVerified } = user;
  const all = { name, picture, locale, email, email_verified: emailVerified };
  const opened: readonly string[] = [
    ...Object.entries(claimsOfScopes).flatMap(([word, names]) =>
      scope.includes(word) ? names : [],
    ),
    ...named,
  ];
  return Object.fromEntries(
    Object.entries(all).filter(([claim, value]) => value !== undefined && opened.includes(claim)),
  );
}

export function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
