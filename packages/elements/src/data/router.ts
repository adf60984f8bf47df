/** How an element reads and writes the parameters of an address; a host may put its router here. */
export interface Router {
  read(): URLSearchParams;
  /** Puts them in place of those that stood there, without a step in the history. */
  write(parameters: URLSearchParams): void;
  /** Tells when a person went back or forth in the history. @returns what ends it. */
  follow?(went: () => void): () => void;
}

/** The address of the page. */
export const pageAddress: Router = {
  read: () => new URLSearchParams(location.search),
  write(parameters) {
    const address = new URL(location.href);
    address.search = parameters.toString();
    if (address.href !== location.href) history.replaceState(history.state, '', address);
  },
  follow(went) {
    addEventListener('popstate', went);
    return () => removeEventListener('popstate', went);
  },
};

/**
 * How an element of many screens reads and writes where it is; a host may put its router here. A path
 * is below a base of the host's own and begins without a slash: `members/user_1`, '' for the first
 * screen. It may carry parameters for its screen, whose names have a dot: `members?members.status=active`.
 */
export interface PathRouter extends Router {
  /** The path now, without parameters; `undefined` where the address is none below the base. */
  path(): string | undefined;
  /** The address of a path, for a link. */
  href(path: string): string;
  /** Goes to a path: by a step in the history, or in place of the present one. */
  go(path: string, replacing?: boolean): void;
  follow(went: () => void): () => void;
  /** Calls the page by the screen that is shown. */
  entitle?(title: string): void;
}

/** The paths below a base in the address of the page. What parameters the host has there stay. */
export function pagePaths(base: string): PathRouter {
  const root = base.replace(/\/*$/, '/');
  const href = (path: string) => {
    const address = new URL(location.href);
    const { searchParams: parameters } = address;
    const [place = '', own] = path.split('?', 2);
    address.pathname = root + place;
    address.hash = '';
    // Those of the former screen do not come along.
    for (const name of [...parameters.keys()]) if (name.includes('.')) parameters.delete(name);
    for (const [name, value] of new URLSearchParams(own)) parameters.set(name, value);
    return `${address.pathname}${address.search}`;
  };
  return {
    ...pageAddress,
    follow: (went) => pageAddress.follow!(went),
    path() {
      const { pathname } = location;
      if (`${pathname}/` === root) return '';
      return pathname.startsWith(root) ? pathname.slice(root.length).replace(/\/$/, '') : undefined;
    },
    href,
    go(path, replacing = false) {
      if (replacing) history.replaceState(history.state, '', href(path));
      else history.pushState(null, '', href(path));
    },
    entitle: (title) => (document.title = title),
  };
}

/** Paths that stand in no address: for an element that shall leave the page's alone. */
export function ownPaths(path = ''): PathRouter {
  const [start = '', query] = path.split('?', 2);
  let place = start;
  let parameters = new URLSearchParams(query);
  return {
    read: () => new URLSearchParams(parameters),
    write: (written) => (parameters = written),
    path: () => place,
    href: () => '',
    go(next) {
      const [where = '', own] = next.split('?', 2);
      place = where;
      parameters = new URLSearchParams(own);
    },
    follow: () => () => {},
  };
}
