/**
 * Whether a domain is everybody's: a public suffix, a host that gives names away, or a mail host
 * that is open to all. Its lists come when they are first asked for.
 *
 * @see https://publicsuffix.org
 */
export async function isPublicDomain(name: string): Promise<boolean> {
  const [{ getDomain }, { default: mailHosts }] = await Promise.all([
    import('tldts'),
    import('email-providers/all.json', { with: { type: 'json' } }),
  ]);
  const registered = getDomain(name, { allowPrivateDomains: true });
  if (registered === null) return true;
  return mailHosts.includes(registered) || mailHosts.includes(name);
}
