import { hostileNames } from '../mock-server/src/seeds/hostile-names.js';
import type { Seed } from '@tesserakit/mock-server';

/** One name with all of it: markup, turned direction that nothing ends, no place to break a line. */
const everything = `${hostileNames.markup} ${hostileNames.isolate} ${hostileNames.override} ${hostileNames.long}`;

const names = Object.values(hostileNames).flatMap((name) => [everything, name]);

const addresses: readonly ((number: number) => string)[] = [
  (number) => `"<img src=x onerror=alert(1)>${number}"@${'d'.repeat(63)}.${'d'.repeat(63)}.example`,
  (number) => `\u202Eevil${number}\u2067\u2068@acme.example`,
  (number) => `محمد${number}@مثال.example`,
];

const pictures = [
  'javascript:document.title="broken"',
  'data:text/html,<script>document.title="broken"</script>',
];

/** What stands under these keys was written by people, and is shown to others. */
const listOf: Readonly<Record<string, readonly ((number: number) => string)[]>> = {
  ...Object.fromEntries(
    ['name', 'title', 'department', 'description', 'message'].map((key) => [
      key,
      names.map((name) => () => name),
    ]),
  ),
  email: addresses,
  picture: pictures.map((address) => () => address),
  logoUrl: pictures.map((address) => () => address),
};

/** Whether it is such a text from its beginning to its end. */
export function isHostile(text: string): boolean {
  const number = Number(/(?<=\D)\d+/.exec(text)?.[0]);
  return [...names, ...addresses.map((address) => address(number))].some(
    (hostile) => hostile.trim() === text,
  );
}

/**
 * Puts hostile texts in the place of those of people, wherever they stand in some data, and leaves
 * its ids and its structure. The same text becomes the same one again.
 */
export function disguise(): <Data>(data: Data) => Data {
  const chosen = new Map<string, string>();
  const inPlaceOf = (key: string, text: string): string => {
    const list = listOf[key];
    if (!list) return text;
    const kind = `${key} ${text}`;
    const known = chosen.get(kind);
    if (known !== undefined) return known;
    const hostile = list[chosen.size % list.length]!(chosen.size);
    chosen.set(kind, hostile);
    return hostile;
  };
  const disguised = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return inPlaceOf(key, value);
    if (Array.isArray(value)) return value.map((item) => disguised(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, disguised(one, key)]),
    );
  };
  return <Data>(data: Data) => disguised(data) as Data;
}

/** The seed with hostile texts in place of those of people. */
export function disguisedSeed(seed: Seed, disguised: <Data>(data: Data) => Data): Seed {
  return {
    ...seed,
    users: disguised(seed.users),
    organizations: disguised(seed.organizations),
    applications: disguised(seed.applications),
    roles: disguised(seed.roles),
    roleGroups: disguised(seed.roleGroups),
    members: disguised(seed.members),
    ...(seed.invitations && { invitations: disguised(seed.invitations) }),
    ...(seed.organizationRoles && { organizationRoles: disguised(seed.organizationRoles) }),
  };
}
