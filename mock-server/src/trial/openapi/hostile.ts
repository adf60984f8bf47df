import fc from 'fast-check';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

/** Values that no field is meant to take, as JSON texts. */
const values = [
  'null',
  'true',
  '-1',
  '0.5',
  '1e308',
  '1e999',
  '""',
  '" "',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\u202eabc"',
  '"\\r\\nSet-Cookie: a=b"',
  '"__proto__"',
  '"constructor"',
  '"toString"',
  '"../../etc/passwd"',
  '"org_acme,org_borealis"',
  '[]',
  '{}',
  '[null]',
  '[[]]',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"then":1,"toJSON":2,"valueOf":3}',
  '["organizationMember","organizationMember"]',
  `"${'a'.repeat(5000)}"`,
  `"${'\\ud83d\\ude00'.repeat(300)}"`,
  `[${'"a",'.repeat(3000)}"a"]`,
  nested(500),
] as const;

/** Names of fields that nobody asked for, with their value. */
const extras = [
  '"__proto__":{"polluted":true,"platformAdministrator":true}',
  '"constructor":{"prototype":{"polluted":true}}',
  '"organizationId":"org_borealis"',
  '"userId":"user_platform"',
  '"status":"active"',
  '"platformAdministrator":true',
  '"permissions":["organization:delete"]',
  '"version":0',
  '"":null',
  '"\\u0000":1',
  '"a.b[0]":1',
] as const;

/** Bodies that are no body at all. */
const texts = [
  '',
  ' ',
  '{',
  '{"a":',
  '[1,',
  'null',
  '"text"',
  '17',
  'NaN',
  '{}{}',
  '\ufeff{}',
  '{"name":"a","name":"b"}',
  "{'name':'a'}",
  '<xml/>',
  'name=a&status=b',
  '\u0000',
  nested(20_000),
  '{"a":'.repeat(5000) + '1' + '}'.repeat(5000),
] as const;

/** A legal body, spoiled in one place. */
export function spoiled(legal: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc
    .tuple(legal, fc.nat(), fc.constantFrom('put', 'drop', 'add', 'cut'), fc.nat())
    .map(([value, where, how, what]) => {
      const text = JSON.stringify(value);
      switch (how) {
        case 'put':
          return put(value, where, values[what % values.length] ?? 'null');
        case 'drop':
          return drop(value, where);
        case 'add':
          return text.replace(
            /^\{/,
            `{${extras[what % extras.length] ?? ''}${text === '{}' ? '' : ','}`,
          );
        case 'cut':
          return text.slice(0, where % text.length);
      }
    });
}

export const hostileText = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...texts) },
  { weight: 4, arbitrary: fc.constantFrom(...values) },
  { weight: 4, arbitrary: fc.json() },
  { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.constant(`{"name":"${'a'.repeat(1_100_000)}"}`) },
);

export const hostileType = fc.constantFrom(
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/jsonx',
  'APPLICATION/JSON',
  'application/merge-patch+json',
);

/** Segments as they stand in a path: some are not even encoded. */
export const hostileSegment = fc.oneof(
  fc.constantFrom(
    '.',
    '..',
    '%2e%2e',
    '%2f',
    '%5c',
    '%00',
    '%ff',
    '%',
    '%u0041',
    '%ED%A0%80',
    ';a=b',
    'a%2fb',
    'org_acme%2fmembers',
    'org_acme,org_borealis',
    'org_acme|user_both',
    'org_acme:user_both',
    '../org_borealis',
    'org_acme/..',
    '//',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'ORG_ACME',
    'org_acme%20',
    '*',
    '%F0%9F%98%80',
    'x'.repeat(300),
  ),
  fc.string({ minLength: 1 }).map((text) => encodeURIComponent(text)),
);

export const hostileQuery = fc.oneof(
  fc.constantFrom(
    'limit=0',
    'limit=-1',
    'limit=1e9',
    'limit=0x10',
    'limit=101',
    'limit=99999999999999999999',
    'limit=NaN',
    'limit=',
    'limit=1&limit=2',
    'limit=1&limit=1',
    'search=%',
    'search=%ff%fe',
    'search=%00',
    'search=%ED%A0%80',
    `search=${'a'.repeat(5000)}`,
    'search[]=a',
    'search[a]=b',
    'sort=-',
    'sort=__proto__',
    'cursor=e30',
    'cursor=..',
    `cursor=${'A'.repeat(3000)}`,
    '__proto__=1',
    '__proto__[polluted]=1',
    'constructor=1',
    'toString=1',
    'organizationId=org_borealis',
    'impact=0',
    '&&==&',
    '%=%',
    '?',
  ),
  fc
    .tuple(fc.string(), fc.string())
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
);

export const hostileHeaders = fc.oneof(
  fc.record({
    'If-Match': fc.constantFrom(
      '*',
      '1',
      '"1"',
      '"999"',
      'W/"1"',
      '',
      '-1',
      '1e3',
      '"a", "b"',
      '9'.repeat(400),
    ),
  }),
  fc.record({
    'Idempotency-Key': fc.constantFrom(
      'a-key',
      'a-key',
      'b',
      '',
      ' ',
      'a b',
      '__proto__',
      'x'.repeat(300),
      'é',
    ),
  }),
  fc.record({
    'X-HTTP-Method-Override': fc.constantFrom('DELETE', 'GET'),
    'X-Org-Id': fc.constant('org_borealis'),
    Origin: fc.constantFrom('http://evil.example', 'null', 'http://localhost:4300'),
  }),
);

type Path = readonly (string | number)[];

function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    yield* pathsIn(inner, [...path, Array.isArray(value) ? Number(name) : name]);
  }
}

const mark = '\u0001here\u0001';

/** With one of its values, however deep, replaced by a JSON text. */
function put(value: unknown, where: number, text: string): string {
  const paths = [...pathsIn(value)];
  const path = paths[where % paths.length] ?? [];
  return JSON.stringify(changed(value, path, mark)).replace(JSON.stringify(mark), () => text);
}

/** Without one of its fields or items, however deep. */
function drop(value: unknown, where: number): string {
  const paths = [...pathsIn(value)].filter(({ length }) => length > 0);
  const path = paths[where % Math.max(1, paths.length)];
  return path ? JSON.stringify(changed(value, path, undefined)) : '{}';
}

function changed(value: unknown, [name, ...rest]: Path, to: unknown): unknown {
  if (name === undefined) return to;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === name ? changed(item, rest, to) : item));
  }
  const object = value as Record<string, unknown>;
  return { ...object, [name]: changed(object[name], rest, to) };
}
