import type { LoginClient } from '@tesserakit/client/login';

/**
 * A client for a page that was opened by a mailed link: the link is followed first, and the sign-in
 * to which it leads takes the place of the one that the address names.
 *
 * @param arrived told which sign-in that is
 */
export function followedFirst(
  client: LoginClient,
  secret: string,
  arrived: (transactionId: string) => void,
): LoginClient {
  let own: string | undefined;
  return {
    ...client,
    async open(transactionId, options) {
      if (own === undefined) {
        own = await client.follow(secret, transactionId, options);
        arrived(own);
      }
      return client.open(own, options);
    },
    submit: (transactionId, action, options) =>
      client.submit(own ?? transactionId, action, options),
    organizations: (transactionId, query, options) =>
      client.organizations(own ?? transactionId, query, options),
  };
}
