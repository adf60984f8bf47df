/**
 * Thrown instead of an answer of which nothing arrives: where the server runs in the page, its
 * `fetch` fails as the browser's own does without a connection; behind a port, the socket closes.
 */
export class ConnectionLost extends TypeError {
  override readonly name = 'TypeError';

  constructor() {
    super('Failed to fetch');
  }
}
