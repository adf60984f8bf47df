import { acceptedEmail, canonicalEmail } from '@tesserakit/domain';
import type { Listed } from './address-list.js';

/** What can be said of an address before anything is sent. */
export type Verdict =
  'ready' | 'malformed' | 'repeated' | 'own' | 'unknownRole' | 'refusedRole' | 'tooMany';

/** Whether an address cannot be invited as it stands, now or later. */
export function isUnusable({ verdict }: { readonly verdict: Verdict }): boolean {
  return verdict !== 'ready' && verdict !== 'tooMany';
}

/** What an address is judged by. */
export interface Grounds {
  /** The address of the person who invites; `undefined` while it is not known. */
  readonly own: string | undefined;
  /** The most that can be invited at once. */
  readonly most: number;
  /** What is wrong with roles that a list names for somebody. */
  roleVerdict(role: string): 'unknownRole' | 'refusedRole' | undefined;
}

export interface Judged<T extends Listed = Listed> {
  readonly listed: T;
  readonly verdict: Verdict;
}

/** Judges each address of a list, in its order; of those that mean the same person the first counts. */
export function judged<T extends Listed>(list: readonly T[], grounds: Grounds): Judged<T>[] {
  const own = grounds.own === undefined ? undefined : canonicalEmail(grounds.own);
  const seen = new Set<string>();
  let ready = 0;
  return list.map((listed) => {
    const verdict = verdictOf(listed);
    if (verdict === 'ready') ready++;
    return { listed, verdict: ready > grounds.most && verdict === 'ready' ? 'tooMany' : verdict };
  });

  function verdictOf(listed: Listed): Verdict {
    const canonical = canonicalOf(listed);
    if (canonical === undefined) return 'malformed';
    if (seen.has(canonical)) return 'repeated';
    seen.add(canonical);
    if (canonical === own) return 'own';
    return (listed.role && grounds.roleVerdict(listed.role)) || 'ready';
  }
}

// A list is judged again at each letter that is typed beside it.
const known = new WeakMap<Listed, { readonly canonical: string | undefined }>();

function canonicalOf(listed: Listed): string | undefined {
  let found = known.get(listed);
  if (!found) {
    const email = acceptedEmail(listed.email);
    found = { canonical: email === undefined ? undefined : canonicalEmail(email) };
    known.set(listed, found);
  }
  return found.canonical;
}
