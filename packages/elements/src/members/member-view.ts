import type { MemberOrder, MemberSource, MemberStatus } from '@tesserakit/contract';

/** How a person looks at the members: what they searched, filtered, sorted by, and which columns. */
export interface MemberView {
  readonly search?: string | undefined;
  readonly status?: MemberStatus | undefined;
  /** `organization:<roleId>` or `application:<roleId>`. */
  readonly role?: string | undefined;
  readonly application?: string | undefined;
  readonly source?: MemberSource | undefined;
  readonly sort?: MemberOrder | undefined;
  /** Names of the columns beside the name. */
  readonly columns?: readonly string[] | undefined;
}

const prefix = 'members.';
const words = ['search', 'status', 'role', 'application', 'source', 'sort'] as const;
const closed: Partial<Record<(typeof words)[number], RegExp>> = {
  status: /^(active|pending|suspended)$/,
  role: /^(organization|application):./,
  source: /^(direct|invitation|sso|scim|signup)$/,
  sort: /^-?(name|email|status|joinedAt|lastSignInAt)$/,
};

/** The view that the parameters of an address say; what makes no sense is left out. */
export function viewOf(parameters: URLSearchParams): MemberView {
  const view: Record<string, string | readonly string[]> = {};
  for (const word of words) {
    const value = parameters.get(prefix + word)?.slice(0, 200);
    if (value && (closed[word]?.test(value) ?? true)) view[word] = value;
  }
  const columns = parameters.get(`${prefix}columns`);
  if (columns !== null) view['columns'] = columns.split(',').filter(Boolean);
  return view;
}

/** Writes a view into the parameters of an address; whatever else stands there stays. */
export function writeView(parameters: URLSearchParams, view: MemberView): URLSearchParams {
  const written = new URLSearchParams(parameters);
  for (const word of words) {
    if (view[word]) written.set(prefix + word, view[word]);
    else written.delete(prefix + word);
  }
  if (view.columns) written.set(`${prefix}columns`, view.columns.join(','));
  else written.delete(`${prefix}columns`);
  return written;
}
