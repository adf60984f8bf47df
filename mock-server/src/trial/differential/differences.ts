/** What became of the same attempt at the two servers, and why it is meant to differ. */
export interface Difference {
  readonly mock: string;
  readonly reference: string;
  readonly why: string;
}

const differ = (mock: string, reference: string, why: string): Difference => ({
  mock,
  reference,
  why,
});

const refused = 'back: invalid_request';
const queryOnly =
  'Errors come back the way codes do: in the query. The reference guesses a fragment from what was asked for.';
const codeOnly =
  'One response type and one mode is all there is, to the letter. The reference reads words in any order, and has further modes.';
const tidy =
  'What is longer than two kilobytes or holds NUL is carried nowhere, and so not echoed. The reference carries it.';
const plainNumber = 'A number is digits. The reference takes whatever JavaScript takes for one.';
const oneVerdict =
  'Whatever is wrong with a verifier, the code was not proved: one answer for all, which tells nothing about it.';
const noProof =
  'Whoever does not prove to be a known client is told just that, however it is not proved.';
const noPage =
  'Whoever wants to leave, leaves: the session ends, and nobody is sent to an address that is not registered. The reference stops with an error, and the session goes on.';
const ask = 'Without a good hint the person is asked. The reference stops with an error instead.';
const hintCounts =
  'A good ID token of this very person is the confirmation. The reference asks all the same.';

/** Every attempt that does not end alike. One that ends alike by now has to leave. */
export const differences: Readonly<Record<string, Difference>> = {
  'authorization for a token': differ(
    'back: unsupported_response_type',
    'back: unsupported_response_type in the fragment',
    queryOnly,
  ),
  'authorization of somebody who is signed in for a token, silently': differ(
    'back: unsupported_response_type',
    'back: unsupported_response_type in the fragment',
    queryOnly,
  ),
  'authorization for an ID token': differ(
    'back: unsupported_response_type',
    'back: invalid_request in the fragment',
    queryOnly,
  ),
  'authorization for code and ID token': differ(
    'back: unsupported_response_type',
    'back: invalid_request in the fragment',
    queryOnly,
  ),
  'authorization for none': differ('back: unsupported_response_type', refused, codeOnly),
  'authorization for code twice in one': differ(
    'back: unsupported_response_type',
    'asks',
    codeOnly,
  ),
  'authorization in the fragment': differ('back: unsupported_response_mode', 'asks', codeOnly),
  'authorization by a form': differ('back: unsupported_response_mode', 'asks', codeOnly),
  'authorization with scopes between tabs': differ(
    refused,
    'back: invalid_scope',
    'To both it is one unknown word. Here unknown ones are left out, and openid is missing then.',
  ),
  'authorization with max_age 1e3': differ(refused, 'asks', plainNumber),
  'authorization with a blank before max_age': differ(refused, 'asks', plainNumber),
  'authorization with unknown members of claims': differ(
    'asks',
    refused,
    'Members that are not understood are ignored (OpenID Connect Core, section 5.5).',
  ),
  'authorization with a level that cannot be reached': differ(
    'back: unmet_authentication_requirements',
    'asks',
    'There is one level. The reference finds out after the person has signed in.',
  ),
  'authorization with levels as a text': differ(
    refused,
    'asks',
    'A list is a list. The reference passes over what it cannot read.',
  ),
  'authorization with a reference that nobody has': differ(
    '400 page',
    'back: invalid_request_uri',
    'What stands beside a reference does not count, not even for an error: nobody knows whose it is.',
  ),
  'authorization with NUL in a hint': differ(refused, 'asks', tidy),
  'authorization with a long nonce': differ(refused, 'asks', tidy),
  'authorization with a long state': differ(`${refused}, without state`, 'asks', tidy),
  'authorization with NUL in the state': differ(`${refused}, without state`, 'asks', tidy),
  'authorization with two of something unknown': differ(
    refused,
    'asks',
    'No parameter may be given twice (RFC 6749, section 3.1), known or not.',
  ),
  'a code with something unknown twice': differ(
    '400 invalid_request',
    '200 ok',
    'No parameter may be given twice (RFC 6749, section 3.2), known or not.',
  ),
  'a code with a short verifier': differ('400 invalid_grant', '400 invalid_request', oneVerdict),
  'a code with a long verifier': differ('400 invalid_grant', '400 invalid_request', oneVerdict),
  'a code with a verifier of other letters': differ(
    '400 invalid_grant',
    '400 invalid_request',
    oneVerdict,
  ),
  'a code by a confidential client with proof': differ(
    '401 invalid_client',
    '400 invalid_request',
    noProof,
  ),
  'a code without a client': differ('401 invalid_client', '400 invalid_request', noProof),
  'token: a code in the query': differ('401', '400', noProof),
  'the secret of a client in a header that cannot be read': differ(
    '401 invalid_client',
    '400 invalid_request',
    noProof,
  ),
  'the secret of a client in a header of another kind': differ(
    '401 invalid_client',
    '400 invalid_request',
    noProof,
  ),
  'the secret of a client for another name in the form': differ(
    '401 invalid_client',
    '400 invalid_request',
    noProof,
  ),
  'a refresh without openid': differ(
    '400 invalid_scope',
    '200 ok',
    'Each answer comes with an ID token, by which applications know for whom they act.',
  ),
  'a device is begun by another client': differ(
    '400 unauthorized_client',
    '400 invalid_request',
    'The client is known, and may not use this grant: that is what the error is for.',
  ),
  'a device asks as another client': differ(
    '400 invalid_grant',
    '400 invalid_request',
    'The code is looked at first. The reference looks first at what the client may do.',
  ),
  'signing out with hint, address and state': differ(
    'back to http://localhost:4300/?state=bye',
    'asks',
    hintCounts,
  ),
  'signing out with hint and address': differ('back to http://localhost:4300/', 'asks', hintCounts),
  'signing out with a hint alone': differ('signed out here', 'asks', hintCounts),
  'signing out by a form': differ('back to http://localhost:4300/', 'asks', hintCounts),
  'signing out to an address that is not registered': differ('signed out here', '400 page', noPage),
  'signing out to an address with a query': differ('signed out here', '400 page', noPage),
  'signing out to evil': differ('signed out here', '400 page', noPage),
  'signing out to a script': differ('signed out here', '400 page', noPage),
  'signing out to a path': differ('signed out here', '400 page', noPage),
  'signing out to two addresses': differ('asks', '400 page', ask),
  'signing out with two hints': differ('asks', '400 page', ask),
  'signing out with a hint that is no token': differ('asks', '400 page', ask),
  'signing out with a hint without signature': differ('asks', '400 page', ask),
  'signing out with a hint that was changed': differ('asks', '400 page', ask),
  'signing out as another client': differ('asks', '400 page', ask),
  'signing out as nobody': differ('asks', '400 page', ask),
  'asking about a token as a public client': differ(
    '400 unauthorized_client',
    '200 inactive',
    'Anybody can name a public client. The reference tells it nothing either, but says so otherwise.',
  ),
  'asking about a refresh token of another client': differ(
    '200 inactive',
    '200 active',
    'A client is told about its own refresh tokens. The reference leaves that to its configuration.',
  ),
  'UserInfo with a token in the query': differ(
    '401',
    '400',
    'A token in an address is as good as none; addresses stand in logs.',
  ),
};
