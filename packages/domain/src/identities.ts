import type { Connection } from './connections.ts';
import { domainOfEmail } from './domain-names.ts';
import { isOwned, type Domain } from './domains.ts';
import { acceptedEmail, canonicalEmail } from './email-addresses.ts';
import type { ErrorCode } from './errors.ts';
import type { Member } from './members.ts';
import type { User } from './users.ts';

/**
 * How an identity provider names a person: who says it, and what it calls them, both to the letter.
 * An address is none: it may be another person's tomorrow.
 */
export interface IdentityName {
  readonly issuer: string;
  readonly subject: string;
}

/** A name at an identity provider that was found to be a person's. It belongs to no other. */
export interface Identity extends IdentityName {
  readonly userId: string;
  /** Whose provider it is: through the connections of another it opens nothing. */
  readonly organizationId: string;
  /** The connection through which it was linked; it goes with it. */
  readonly connectionId: string;
  /** Milliseconds since the epoch. */
  readonly linkedAt: number;
}

/** Equal for equal names, and for no others. */
export function identityKey({ issuer, subject }: IdentityName): string {
  return JSON.stringify([issuer, subject]);
}

/** What an identity provider says of a person, after its signature was found good. */
export interface Assertion extends IdentityName {
  /** As it was said; it proves nothing beyond the provider's own domains. */
  readonly email?: string;
  /** Whether the provider itself stands for the address. */
  readonly emailVerified: boolean;
  readonly name?: string;
  readonly groups: readonly string[];
}

const longestSubject = 255;
const longestName = 300;
const longestGroup = 256;
const mostGroups = 1000;

/** What a provider sent, under the names that the connection gives to it. */
export type Said = Readonly<Record<string, unknown>>;

/**
 * An assertion made of what a provider sent; `undefined` when it names nobody. Only plain texts
 * count: what is a list or a number where a text belongs is as good as not said, a list that is too
 * long is cut, and an address is said to be proved by `true` and by nothing else.
 */
export function acceptedAssertion(
  { issuer, subject }: { readonly issuer: string; readonly subject: unknown },
  said: Said,
  { attributes, protocol }: Pick<Connection, 'attributes' | 'protocol'>,
): Assertion | undefined {
  if (typeof subject !== 'string' || subject === '' || subject.length > longestSubject) {
    return undefined;
  }
  if (/\p{Cc}/u.test(subject) || subject.trim() !== subject) return undefined;
  const valueOf = (name: string) => said[attributes[name] ?? name];
  const address = valueOf('email');
  const email = typeof address === 'string' ? acceptedEmail(address) : undefined;
  const name = plainText(valueOf('name'), longestName);
  const groups = valueOf('groups');
  return {
    issuer,
    subject,
    ...(email !== undefined && { email }),
    // SAML has no word for it: whoever signs for a directory stands for its addresses.
    emailVerified: email !== undefined && (protocol === 'saml' || said['email_verified'] === true),
    ...(name !== undefined && { name }),
    groups: groupsOf(groups),
  };
}

function groupsOf(said: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(said) ? said : [said];
  const groups = list.filter(
    (one): one is string => typeof one === 'string' && one !== '' && one.length <= longestGroup,
  );
  return [...new Set(groups)].slice(0, mostGroups);
}

function plainText(said: unknown, longest: number): string | undefined {
  if (typeof said !== 'string') return undefined;
  const text = said
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, longest);
  return text === '' ? undefined : text;
}

/**
 * Why an organization's provider does not stand for the address that it names. It takes a plain one
 * that the provider itself calls proved, at a very domain that the organization owns.
 */
export function vouchingBlocker(
  { email, emailVerified }: Pick<Assertion, 'email' | 'emailVerified'>,
  organizationId: string,
  domains: readonly Domain[],
): ErrorCode | undefined {
  const name = email === undefined ? undefined : domainOfEmail(email);
  if (name === undefined) return 'validation_failed';
  if (!emailVerified) return 'email_unverified';
  const owned = domains.some(
    (one) => one.organizationId === organizationId && one.name === name && isOwned(one),
  );
  return owned ? undefined : 'domain_unverified';
}

/** A person of the tenant to whom a name at a provider may be linked. */
export interface LinkingFacts {
  readonly assertion: Assertion;
  readonly organizationId: string;
  /** The domains of the organization whose provider it is. */
  readonly domains: readonly Domain[];
  readonly user: User;
  /** The person's membership of that organization, if there is one. */
  readonly member: Member | undefined;
  /** Whether somebody may have come in as this person: by a password, another identity, a membership. */
  readonly used: boolean;
  /** Whether another name of the same provider is linked to the person. */
  readonly namedAlready: boolean;
  /** The person who has just proved, in this very sign-in, who they are. */
  readonly present: string | undefined;
}

/**
 * Why a name at a provider cannot be linked to a person. It takes the proof of both sides: the
 * organization owns the domain of the person's address, and the address is the person's own. Who is
 * there, and proved it, may link the name that is given to their own address elsewhere, as a member.
 * Whoever administers the tenant is nobody's to vouch for.
 */
export function linkingBlocker(facts: LinkingFacts): ErrorCode | undefined {
  const { assertion, organizationId, domains, user, member, used, namedAlready, present } = facts;
  if (user.platformAdministrator) return 'forbidden';
  if (user.status !== 'active') return 'no_access';
  if (present !== undefined && present !== user.userId) return 'forbidden';
  const { email = '', emailVerified } = assertion;
  if (canonicalEmail(email) !== canonicalEmail(user.email)) return 'forbidden';
  // An address that is given to somebody else has another name at the provider by then.
  if (namedAlready) return 'already_exists';
  if (!user.emailVerified && used) return 'email_unverified';
  const unproved = vouchingBlocker(assertion, organizationId, domains);
  if (unproved === undefined) return undefined;
  const isGuest = present === user.userId && member?.status === 'active' && emailVerified;
  return isGuest ? undefined : unproved;
}
