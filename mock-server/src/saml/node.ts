import { inflateRawSync } from 'node:zlib';
import type { Saml, SamlRequest, SamlStatement } from '../federation/saml.ts';
import { escaped } from '../page.ts';

const longestRequest = 64 * 1024;

/**
 * SAML as Node can speak it: requests and the check of responses by `@node-saml/node-saml`,
 * signatures by `xml-crypto`. Both are loaded when somebody first signs in by it.
 */
export const nodeSaml: Saml = {
  requestAddress: async (request) => {
    // The library asks for a key even where there is nothing to check.
    const saml = await clientFor({ ...request, publicPems: ['none'] });
    return saml.getAuthorizeUrlAsync(request.relayState, undefined, {});
  },

  readRequest: async (message) => {
    const packed = Buffer.from(message, 'base64');
    const xml = inflateRawSync(packed, { maxOutputLength: longestRequest }).toString('utf8');
    const [, head = ''] = /<(?:\w+:)?AuthnRequest\b([^>]*)>/.exec(xml) ?? [];
    const attribute = (name: string) => new RegExp(`\\s${name}="([^"<>&]+)"`).exec(head)?.[1];
    const [, entityId] = /<(?:\w+:)?Issuer\b[^>]*>([^<>&]+)</.exec(xml) ?? [];
    const requestId = attribute('ID');
    const returnAddress = attribute('AssertionConsumerServiceURL');
    if (!entityId || !requestId || !returnAddress) throw new TypeError('This is no request.');
    return { requestId, entityId, returnAddress };
  },

  respond: async (statement, privatePem) => {
    const { SignedXml } = await import('xml-crypto');
    const signed = new SignedXml({
      privateKey: privatePem,
      signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      canonicalizationAlgorithm: exclusive,
    });
    signed.addReference({
      xpath: assertion,
      transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', exclusive],
      digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    });
    const reference = `${assertion}/*[local-name(.)='Issuer']`;
    signed.computeSignature(responseXml(statement), {
      location: { reference, action: 'after' },
    });
    return Buffer.from(signed.getSignedXml()).toString('base64');
  },

  readResponse: async (message, publicPems) => {
    const xml = Buffer.from(message, 'base64').toString('utf8');
    // Nothing in an answer has to be declared, and what is declared can be made to grow.
    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new TypeError('A document type is declared.');
    if (publicPems.length === 0) throw new TypeError('Nobody is trusted.');
    const saml = await clientFor({ ...nowhere, publicPems });
    const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: message });
    const parsed = profile?.getAssertion?.() as Parsed | undefined;
    if (!profile || !parsed) throw new TypeError('Nothing is said.');
    const [, destination] = /^[^<]*(?:<\?[^>]*>\s*)?<[^>]*\sDestination="([^"]*)"/.exec(xml) ?? [];
    return statementOf(parsed.Assertion, {
      attributes: (profile['attributes'] ?? {}) as SamlStatement['attributes'],
      destination,
      inResponseTo: profile['inResponseTo'] as string | undefined,
    });
  },
};

const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const assertion = "/*[local-name(.)='Response']/*[local-name(.)='Assertion']";

interface Trusting {
  readonly publicPems: readonly string[];
}

const nowhere: SamlRequest = {
  requestId: '_none',
  entityId: 'none',
  returnAddress: 'https://none.invalid/',
  singleSignOnUrl: 'https://none.invalid/',
  relayState: '',
};

/** Audience, time and the request that is answered are judged by the clock and state of the world. */
async function clientFor(request: SamlRequest & Trusting) {
  const { SAML, ValidateInResponseTo } = await import('@node-saml/node-saml');
  return new SAML({
    entryPoint: request.singleSignOnUrl,
    callbackUrl: request.returnAddress,
    issuer: request.entityId,
    idpCert: [...request.publicPems],
    generateUniqueId: () => request.requestId,
    audience: false,
    acceptedClockSkewMs: -1,
    validateInResponseTo: ValidateInResponseTo.never,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
  });
}

/** Elements as the library hands them on: attributes by `$`, text by `_`, children as lists. */
interface Element {
  readonly $?: Readonly<Record<string, string>>;
  readonly _?: string;
  readonly [name: string]: unknown;
}

interface Parsed {
  readonly Assertion: Element;
}

const inside = (element: Element | undefined, name: string) =>
  (element?.[name] ?? []) as readonly Element[];

function statementOf(
  element: Element,
  around: Pick<SamlStatement, 'attributes' | 'destination' | 'inResponseTo'>,
): SamlStatement {
  const [subject] = inside(element, 'Subject');
  const [conditions] = inside(element, 'Conditions');
  const confirmations = inside(subject, 'SubjectConfirmation');
  const bearer = confirmations.length === 1 ? confirmations[0] : undefined;
  if (bearer?.$?.['Method'] !== 'urn:oasis:names:tc:SAML:2.0:cm:bearer') {
    throw new TypeError('There is not one confirmation of a bearer.');
  }
  const data = inside(bearer, 'SubjectConfirmationData')[0]?.$;
  const limits = conditions?.$;
  const issuer = inside(element, 'Issuer')[0]?._;
  const name = inside(subject, 'NameID')[0]?._;
  const assertionId = element.$?.['ID'];
  if (!issuer || !name || !assertionId) throw new TypeError('A name is missing.');
  return {
    ...around,
    assertionId,
    issuer,
    subject: name,
    audiences: inside(conditions, 'AudienceRestriction')
      .flatMap((one) => inside(one, 'Audience'))
      .flatMap(({ _ }) => _ ?? []),
    notBefore: momentOf(limits?.['NotBefore']),
    notOnOrAfter: momentOf(limits?.['NotOnOrAfter']),
    confirmation: {
      recipient: data?.['Recipient'],
      inResponseTo: data?.['InResponseTo'],
      notOnOrAfter: momentOf(data?.['NotOnOrAfter']),
    },
  };
}

function momentOf(text: string | undefined): number | undefined {
  const moment = Date.parse(text ?? '');
  return Number.isNaN(moment) ? undefined : moment;
}

function responseXml(statement: SamlStatement): string {
  const { assertionId, issuer, subject, attributes, audiences, confirmation } = statement;
  const at = new Date(statement.notBefore ?? 0).toISOString();
  const said = Object.entries(attributes)
    .map(([name, value]) => attributeXml(name, value))
    .join('');
  return (
    `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="${assertionId}-response" Version="2.0" IssueInstant="${at}"` +
    `${attributesXml({ Destination: statement.destination, InResponseTo: statement.inResponseTo })}>` +
    `<saml:Issuer xmlns:saml="${saml2}">${escaped(issuer)}</saml:Issuer>` +
    `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>` +
    `<saml:Assertion xmlns:saml="${saml2}" ID="${assertionId}" Version="2.0" IssueInstant="${at}">` +
    `<saml:Issuer>${escaped(issuer)}</saml:Issuer>` +
    `<saml:Subject><saml:NameID>${escaped(subject)}</saml:NameID>` +
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData` +
    `${attributesXml({
      Recipient: confirmation.recipient,
      InResponseTo: confirmation.inResponseTo,
      NotOnOrAfter: textOf(confirmation.notOnOrAfter),
    })}/></saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions${attributesXml({
      NotBefore: textOf(statement.notBefore),
      NotOnOrAfter: textOf(statement.notOnOrAfter),
    })}><saml:AudienceRestriction>` +
    audiences.map((one) => `<saml:Audience>${escaped(one)}</saml:Audience>`).join('') +
    `</saml:AudienceRestriction></saml:Conditions>` +
    `<saml:AuthnStatement AuthnInstant="${at}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>` +
    `<saml:AttributeStatement>${said}</saml:AttributeStatement>` +
    `</saml:Assertion></samlp:Response>`
  );
}

const saml2 = 'urn:oasis:names:tc:SAML:2.0:assertion';

function attributeXml(name: string, value: unknown): string {
  const values = (Array.isArray(value) ? value : [value]) as readonly unknown[];
  const texts = values.map(
    (one) => `<saml:AttributeValue>${escaped(String(one))}</saml:AttributeValue>`,
  );
  return `<saml:Attribute Name="${escaped(name)}">${texts.join('')}</saml:Attribute>`;
}

function attributesXml(all: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(all)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value)}"`))
    .join('');
}

function textOf(moment: number | undefined): string | undefined {
  return moment === undefined ? undefined : new Date(moment).toISOString();
}
