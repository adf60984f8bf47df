import type { Member } from '@tesserakit/contract';

const firstNames =
  'Ada Alan Anna Ben Carla Chen Dana Elena Emil Fatima Felix Grace Hana Hugo Ida Ivan Jana José Kai Kemal Lena Lin María Milo Nadia Noah Olga Omar Petra Quinn Rosa Sam Sara Tariq Theo Uma Vera Wei Yara Zoë'.split(
    ' ',
  );
const lastNames =
  "Adler Bauer Costa Díaz Ekman Fischer Garcia Haddad Ito Jansen Kovács Lopez Meyer Novak O'Neill Park Rossi Silva Tanaka Ueda Vogel Weber Yılmaz Zhang".split(
    ' ',
  );
const statuses = [...new Array<string>(7).fill('active'), 'pending', 'suspended', 'active'];
const organizationRoles = [
  { roleId: 'org_admin', name: 'Administrator' },
  { roleId: 'org_member', name: 'Member' },
  { roleId: 'auditor', name: 'Auditor' },
];
const applications = ['Flights', 'Hotels', 'Trains', 'Expenses', 'Insights'];
const applicationRoles = ['Viewer', 'Approver', 'Booking agent'];

/** So many made-up members, the same ones each time; the name ends with the number of the row. */
export function membersOf(count: number): Member[] {
  let state = 42;
  const upTo = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
  const oneOf = <T>(values: readonly T[]) => values[upTo(values.length)]!;
  return Array.from({ length: count }, (_, row): Member => {
    const [first, last] = [oneOf(firstNames), oneOf(lastNames)];
    const at = upTo(applications.length);
    return {
      userId: `user_${row}`,
      organizationId: 'org_bench',
      email: `${first}.${last}.${row}@bench.example`.toLowerCase(),
      name: `${first} ${last} ${row}`,
      status: oneOf(statuses),
      organizationRoles: organizationRoles.slice(0, 1 + upTo(2)),
      access: applications.slice(at, at + upTo(5)).map((name) => ({
        applicationId: name,
        name,
        roles: [{ roleId: name, name: oneOf(applicationRoles) }],
      })),
      lastSignInAt: new Date(1_790_000_000_000 - upTo(31_536_000) * 1000).toISOString(),
      source: 'direct',
      version: 1,
      actions: {},
    };
  });
}

export const searched = 'quinn';

/** Plain look at name and address, as one writes it by hand. */
export function matches({ name, email }: Member, word: string): boolean {
  return name.toLowerCase().includes(word) || email.toLowerCase().includes(word);
}

export function byName(one: Member, other: Member): number {
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
}

/** What is left of the members by a word, in order of their names where that is wanted. */
export function chosen(all: readonly Member[], word: string, sorted: boolean): Member[] {
  const found = word ? all.filter((member) => matches(member, word)) : [...all];
  return sorted ? found.sort(byName) : found;
}
