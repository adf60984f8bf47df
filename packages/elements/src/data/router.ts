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
