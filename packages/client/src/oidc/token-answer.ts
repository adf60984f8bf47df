import { isRecord, readJson, refusalOf } from '../answer.ts';
import { within } from '../deadline.ts';
import { TesseraError } from '../errors.ts';
import { reach, usualTimeout, type Fetch } from '../exchange.ts';
import { SignInError } from './sign-in-error.ts';

/** What the token endpoint gave. What the ID token says is not checked yet. */
export interface TokenAnswer {
  readonly accessToken: string;
  readonly idToken: string;
  readonly refreshToken: string | undefined;
  /** Seconds for which the access token counts. */
  readonly life: number;
}

/** Seconds that an access token counts for when the server does not say. */
const usualLife = 60;

/**
 * Asks the token endpoint (RFC 6749, sections 4.1.3, 5 and 6).
 *
 * @throws SignInError with the server's OAuth error, or `refused` for an answer that is not of the
 *   agreed form; TesseraError when there is none.
 */
export async function askForTokens(
  fetch: Fetch,
  endpoint: string,
  form: Readonly<Record<string, string>>,
): Promise<TokenAnswer> {
  return within({ timeout: usualTimeout }, async (signal) => {
    const response = await reach(fetch, endpoint, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(form),
      credentials: 'omit',
      cache: 'no-store',
      // A code or refresh token is for this address and no other.
      redirect: 'error',
      signal,
    });
    if (!response.ok) throw await oauthError(response);
    return read(await readJson(response));
  });
}

async function oauthError(response: Response): Promise<Error> {
  const refusal = await refusalOf(response.clone());
  const body = await readJson(response).catch(() => undefined);
  const { error, error_description: description } = isRecord(body) ? body : {};
  if (typeof error !== 'string' || error === '' || refusal.code === 'rate_limited') return refusal;
  return new SignInError(error, {
    description: typeof description === 'string' ? description : undefined,
    cause: refusal,
  });
}

function read(answer: unknown): TokenAnswer {
  if (!isRecord(answer)) throw new TesseraError('invalid_response');
  const {
    access_token: accessToken,
    token_type: type,
    expires_in: life = usualLife,
    refresh_token: refreshToken,
    id_token: idToken,
  } = answer;
  if (!isText(accessToken)) throw SignInError.refused('access_token');
  if (!isText(type) || type.toLowerCase() !== 'bearer') throw SignInError.refused('token_type');
  if (typeof life !== 'number' || life <= 0) throw SignInError.refused('expires_in');
  if (refreshToken !== undefined && !isText(refreshToken)) {
    throw SignInError.refused('refresh_token');
  }
  if (!isText(idToken)) throw SignInError.refused('id_token_missing');
  return { accessToken, idToken, refreshToken, life };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
