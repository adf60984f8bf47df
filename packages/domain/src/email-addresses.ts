import { canonicalDomain } from './domain-names.ts';

/**
 * An address as it is kept: without blanks around it, in Unicode's composed form, otherwise as it
 * was typed. `undefined` for what is no plain address of one mailbox: no display names, lists,
 * comments, quotes, line breaks, look-alikes of `@`, or domains that do not exist by their form.
 */
export function acceptedEmail(text: string): string | undefined {
  if (text.length > 320) return undefined;
  const email = text.trim().normalize('NFC');
  const [local = '', domain = '', ...more] = email.split('@');
  if (more.length > 0 || local === '' || local.length > 64 || email.length > 254) return undefined;
  if (/[\s"(),:;<>[\]\\\p{C}\p{Z}]/u.test(email)) return undefined;
  // Wide and small forms of such signs, for whoever composes it further than we do.
  if (/[\s"(),:;<>[\]\\@]/.test(local.normalize('NFKC'))) return undefined;
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return undefined;
  if (/[.\u3002\uFF0E\uFF61]$/.test(domain)) return undefined;
  return canonicalDomain(domain) === undefined ? undefined : email;
}

/**
 * The form under which an address is looked up and kept unique: letters folded, the domain in its
 * one form. Unicode look-alikes and plus-addresses stay different people.
 */
export function canonicalEmail(email: string): string {
  // Composed once more, since small letters can be composed that great ones cannot.
  const folded = email.trim().normalize('NFC').toLowerCase().normalize('NFC');
  const at = folded.lastIndexOf('@');
  const domain = folded.slice(at + 1);
  if (/^[a-z0-9.-]*$/.test(domain)) return folded;
  return folded.slice(0, at + 1) + (canonicalDomain(domain) ?? domain);
}
