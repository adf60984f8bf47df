/**
 * The one form of a domain name: lower-case A-labels (IDNA, by the platform's URL parser), without a
 * trailing dot. `undefined` for what is no domain name: an address, a single label, an IP.
 */
export function canonicalDomain(text: string): string | undefined {
  const name = text.trim().replace(/\.$/, '');
  if (name.length > 253 || /[\s/?#@:\\%]/.test(name)) return undefined;
  if (!URL.canParse(`https://${name}/`)) return undefined;
  const { hostname } = new URL(`https://${name}/`);
  const labels = hostname.split('.');
  const isAddress = /^[\d.]+$/.test(hostname);
  if (isAddress || labels.length < 2) return undefined;
  const isLabel = (label: string) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label);
  return labels.every(isLabel) ? hostname : undefined;
}

/** The canonical domain of an email address; only what follows the last `@` counts. */
export function domainOfEmail(email: string): string | undefined {
  const at = email.lastIndexOf('@');
  return at < 1 ? undefined : canonicalDomain(email.slice(at + 1));
}
