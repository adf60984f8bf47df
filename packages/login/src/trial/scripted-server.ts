import { TesseraError } from '@tesserakit/client';
import type { LoginClient } from '@tesserakit/client/login';
import type {
  LoginAction,
  LoginStep,
  OrganizationChoice,
  PasskeyCreation,
} from '@tesserakit/contract';

type Answer = LoginStep | TesseraError | Promise<LoginStep>;

/** A server of sign-ins that answers what a test has written down, in that order. */
export function scripted(...answers: readonly Answer[]) {
  const left = [...answers];
  const sent: LoginAction[] = [];
  const searches: (string | undefined)[] = [];
  const next = async (): Promise<LoginStep> => {
    const answer = await left.shift();
    if (!answer) throw new TypeError('The script of this test has no further answer.');
    if (answer instanceof TesseraError) throw answer;
    return answer;
  };
  const client: LoginClient = {
    open: next,
    submit: (_transactionId, action) => {
      sent.push(action);
      return next();
    },
    follow: () => Promise.resolve('followed'),
    organizations: async (_transactionId, { search }) => {
      searches.push(search);
      return { items: [], nextCursor: null, total: 0 };
    },
  };
  return { client, sent, searches };
}

/** An answer that comes when the test says so. */
export function held(step: LoginStep) {
  let answer = (): void => undefined;
  const promise = new Promise<LoginStep>((resolve) => (answer = () => resolve(step)));
  return { promise, answer };
}

export const flights = { name: 'Flights' };
const identifier = 'Ada@Acme.example';

function organization(name: string, entry: true | string = true): OrganizationChoice {
  return {
    organizationId: `org_${name.toLowerCase().replaceAll(' ', '_')}`,
    name,
    status: 'active',
    entry,
    organizationRoles: [],
    roles: [],
  };
}

const open = [organization('Acme Travel'), organization('Borealis')];
const closed = [
  organization('Acme Travel', 'application_not_onboarded'),
  organization('Dormant Ltd', 'organization_suspended'),
];

const creation: PasskeyCreation = {
  challenge: 'AAAA',
  rp: { id: 'localhost', name: 'localhost' },
  user: { id: 'AAAA', name: identifier, displayName: 'Ada' },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
};

/** One of each step. */
export const steps = {
  identifier: { step: 'identifier', application: flights },
  password: { step: 'password', application: flights, identifier },
  wrong: { step: 'password', application: flights, identifier, refusal: 'invalid_credentials' },
  locked: { step: 'password', application: flights, identifier, refusal: 'locked', retryAfter: 60 },
  federated: {
    step: 'federated',
    application: flights,
    identifier,
    organization: { name: 'Acme Travel' },
    redirectTo: 'https://login.example/login/api/1/federation',
    canUsePassword: true,
  },
  code: {
    step: 'code',
    application: flights,
    identifier,
    resendAfter: 1,
    methods: ['password', 'magic-link'],
  },
  linkSent: {
    step: 'magic_link_sent',
    application: flights,
    identifier,
    resendAfter: 0,
    methods: ['password', 'email-code'],
  },
  confirmLink: { step: 'confirm_link', application: flights, identifier },
  linkOver: { step: 'link_over', application: flights, refusal: 'link_expired' },
  passkey: {
    step: 'passkey',
    application: flights,
    identifier,
    options: { challenge: 'AAAA', rpId: 'localhost' },
    methods: ['password'],
  },
  offer: {
    step: 'passkey_offer',
    application: flights,
    identifier,
    options: creation,
  },
  mfa: {
    step: 'mfa',
    application: flights,
    identifier,
    organization: { name: 'Juniper Bank' },
    way: 'totp',
    ways: ['totp', 'recovery-code'],
  },
  recovery: {
    step: 'mfa',
    application: flights,
    identifier,
    way: 'recovery-code',
    ways: ['totp', 'recovery-code'],
    codesLeft: 1,
  },
  enroll: {
    step: 'mfa_enroll',
    application: flights,
    identifier,
    organization: { name: 'Juniper Bank' },
    secret: 'ABCDEFGHIJKLMNOP',
    address: 'otpauth://totp/login.example:Ada%40Acme.example?secret=ABCDEFGHIJKLMNOP',
    passkey: creation,
  },
  codes: {
    step: 'recovery_codes',
    application: flights,
    identifier,
    codes: ['ABCD-EFGH-JKLM-NPQR', 'STUV-WXYZ-2345-6789'],
  },
  organizations: {
    step: 'select_organization',
    application: flights,
    identifier,
    organizations: { items: open, nextCursor: null, total: 2 },
  },
  consent: {
    step: 'consent',
    application: flights,
    identifier,
    organization: { organizationId: 'org_acme', name: 'Acme Travel' },
    canChangeOrganization: true,
    scopes: ['openid', 'email'],
  },
  device: { step: 'device' },
  noAccess: { step: 'no_access', application: flights, identifier, organizations: closed },
  noOrganization: { step: 'no_access', application: flights, identifier, organizations: [] },
  error: { step: 'error', code: 'invalid_request', requestId: 'request_7', detail: 'Not known.' },
  expired: { step: 'expired', application: flights },
  signedOut: { step: 'signed_out', application: flights, returnTo: 'https://flights.example/' },
  done: { step: 'done', redirectTo: 'https://flights.example/callback?code=1' },
} satisfies Record<string, LoginStep>;
