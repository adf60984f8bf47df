/** A request to sign in, as it goes to an identity provider by SAML. */
export interface SamlRequest {
  readonly requestId: string;
  /** Who asks: the entity id of one connection. */
  readonly entityId: string;
  /** Where the answer is taken. */
  readonly returnAddress: string;
  readonly singleSignOnUrl: string;
  readonly relayState: string;
}

/** What a request says that came to a provider. */
export type ReceivedRequest = Pick<SamlRequest, 'requestId' | 'entityId' | 'returnAddress'>;

/** What one signed assertion says, as plain data. Moments in milliseconds since the epoch. */
export interface SamlStatement {
  readonly assertionId: string;
  readonly issuer: string;
  readonly subject: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly audiences: readonly string[];
  readonly notBefore?: number | undefined;
  readonly notOnOrAfter?: number | undefined;
  /** Of whoever brings it. */
  readonly confirmation: {
    readonly recipient?: string | undefined;
    readonly inResponseTo?: string | undefined;
    readonly notOnOrAfter?: number | undefined;
  };
  /** Of the response around it. */
  readonly destination?: string | undefined;
  readonly inResponseTo?: string | undefined;
}

/** What it takes to speak SAML, which no browser can: signed XML, both ways. */
export interface Saml {
  /** Where a browser goes with a request (HTTP redirect binding). */
  requestAddress(request: SamlRequest): Promise<string>;
  /** What a request says that a browser brought; rejects for what is none. */
  readRequest(message: string): Promise<ReceivedRequest>;
  /** A response with one signed assertion, for a form. */
  respond(statement: SamlStatement, privatePem: string): Promise<string>;
  /**
   * What the one assertion of a response says, read from the very bytes that are signed by one of
   * the keys; rejects for anything else.
   */
  readResponse(message: string, publicPems: readonly string[]): Promise<SamlStatement>;
}
