import type { ErrorCode } from './errors.ts';

/** Where addresses of identity providers may lead beside the public web. */
export interface ProviderReach {
  /** Whether this very machine counts: for development alone. */
  readonly thisMachine: boolean;
}

/**
 * Why the server cannot be sent to an address that an administrator wrote down: it takes a plain
 * address of the web, on a public name. Names inside a network, addresses of machines in it and
 * what is only reached from the server itself are refused, so that nobody looks around from there.
 */
export function providerAddressBlocker(
  address: string,
  { thisMachine }: ProviderReach,
): ErrorCode | undefined {
  if (!URL.canParse(address) || /[\s\\]/.test(address)) return 'validation_failed';
  const { protocol, hostname, username, password, hash } = new URL(address);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  if (!isWeb || username !== '' || password !== '' || hash !== '') return 'validation_failed';
  const host = hostname.replace(/\.$/, '');
  if (isThisMachine(host)) return thisMachine ? undefined : 'validation_failed';
  return isPublicName(host) ? undefined : 'validation_failed';
}

function isThisMachine(host: string): boolean {
  return /^(?:.+\.)?localhost$/.test(host) || /^127(?:\.\d+){3}$/.test(host) || host === '[::1]';
}

/** An address in numbers is never one: whose it is can be proved to nobody. */
function isPublicName(host: string): boolean {
  const isNumber = /^[\d.]+$/.test(host);
  const inside = /\.(?:local|localdomain|internal|intranet|lan|home|corp|home\.arpa)$/;
  return !isNumber && host.includes('.') && !inside.test(host);
}
