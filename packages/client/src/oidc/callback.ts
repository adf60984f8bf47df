import { SignInError } from './sign-in-error.ts';

export interface CallbackExpectation {
  readonly redirectUri: string;
  readonly issuer: string;
  /** Whether the server says that it always names itself in its answers (RFC 9207, section 3). */
  readonly issuerAdvertised: boolean;
}

/** What the server sent the person back with: a code, or the name of an error. */
export interface Callback {
  /** Whether it is one of ours is the next question. */
  readonly state: string;
  readonly code: string | null;
  readonly error: string | null;
  readonly description: string | undefined;
}

/** Answers to other kinds of requests than ours. */
const foreign = ['access_token', 'id_token', 'response'];

/**
 * Reads the address at which a person came back, before anything is done with the code in it.
 *
 * @throws SignInError `refused` for an answer of another server (RFC 9207, section 2.4), to another
 *   address, with a parameter twice, with both a code and an error, or with neither.
 */
export function readCallback(url: string, expected: CallbackExpectation): Callback {
  if (addressOf(url) !== addressOf(expected.redirectUri)) {
    throw SignInError.refused('callback_address');
  }
  const { searchParams } = new URL(url);
  const names = [...searchParams.keys()];
  if (new Set(names).size < names.length) throw SignInError.refused('callback_repeated_parameter');
  if (names.some((name) => foreign.includes(name))) {
    throw SignInError.refused('callback_unexpected_parameter');
  }
  const state = searchParams.get('state');
  if (!state) throw SignInError.refused('callback_state');
  const issuer = searchParams.get('iss');
  if (issuer === null ? expected.issuerAdvertised : issuer !== expected.issuer) {
    throw SignInError.refused('callback_issuer');
  }
  const code = searchParams.get('code');
  const error = searchParams.get('error');
  if (code !== null && error !== null) throw SignInError.refused('callback_code_and_error');
  if (!code && !error) throw SignInError.refused('callback_no_code');
  return { state, code, error, description: searchParams.get('error_description') ?? undefined };
}

function addressOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
