import type { Connection, ConnectionProtocol } from '@tesserakit/domain';

/** What became of a test sign-in. */
export type TestSignIn =
  | { readonly passed: true }
  | {
      readonly passed: false;
      readonly reason: 'unreachable' | 'unknown_provider' | 'settings_mismatch';
    };

/** The identity providers of organizations, as the server meets them. */
export interface IdentityProviders {
  /** Tries a sign-in. Rejects when it cannot; the signal ends the wait. */
  probe(connection: Connection, signal: AbortSignal): Promise<TestSignIn>;
}

/** An identity provider that a seed knows: what a connection to it must say. */
export interface ListedProvider {
  readonly protocol: ConnectionProtocol;
  readonly issuer: string;
  /** SAML. */
  readonly singleSignOnUrl?: string;
  /** OIDC. */
  readonly clientId?: string;
  /** Names its pages, below `/idp/`; one without cannot be visited. */
  readonly providerId?: string;
  /** Who can sign in there. */
  readonly people?: readonly ProviderPerson[];
}

/** A person as an identity provider knows them. */
export interface ProviderPerson {
  /** What it calls them, for ever. */
  readonly subject: string;
  /** What it says of them: claims, or the attributes of SAML. */
  readonly says: Readonly<Record<string, unknown>>;
}

/** Identity providers by issuer, from a list that may grow; any other is unknown. */
export function listedProviders(list: ReadonlyMap<string, ListedProvider>): IdentityProviders {
  return {
    probe: async ({ protocol, issuer, singleSignOnUrl, clientId }) => {
      const provider = list.get(issuer);
      if (provider?.protocol !== protocol) return { passed: false, reason: 'unknown_provider' };
      const same =
        protocol === 'saml'
          ? provider.singleSignOnUrl === singleSignOnUrl
          : provider.clientId === clientId;
      return same ? { passed: true } : { passed: false, reason: 'settings_mismatch' };
    },
  };
}
