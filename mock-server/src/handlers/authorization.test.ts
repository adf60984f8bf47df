import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pathOf, routes, type Operation, type Route } from '@tesserakit/contract';
import { isPersonal } from '@tesserakit/domain';
import {
  aimOf,
  groundOf,
  requestOf,
  type Ground,
  type MatrixAnswer,
} from '../trial/matrix/asking.ts';
import { callers, type MatrixCaller } from '../trial/matrix/callers.ts';
import {
  matrixRows,
  type OrganizationRow,
  type PersonalRow,
  type Row,
  type TenantRow,
} from '../trial/matrix/rows.ts';
import { above, needleOf, places, type PlaceName } from '../trial/matrix/seed.ts';
import {
  personalVerdictOf,
  relationOf,
  tenantVerdictOf,
  verdictOf,
  type Cell,
} from '../trial/matrix/verdicts.ts';

const operations = Object.keys(routes) as Operation[];
const rowsOf = (operation: Operation): readonly Row[] => [matrixRows[operation]].flat();
const isWrite = (operation: Operation) => (routes[operation] as Route).action !== undefined;
/** What a person does for themselves, which no organization learns of. */
const isOwn = (operation: Operation, { program }: MatrixCaller) => {
  const { action }: Route = routes[operation];
  return !program && action !== undefined && isPersonal(action);
};

const organizationRows = operations.flatMap((operation) =>
  rowsOf(operation).flatMap((row) => (row.in === 'organization' ? [{ operation, row }] : [])),
);

/** Where an organization of the same length would be, if there were one. */
const nowhere = (place: PlaceName) => `org_${'z'.repeat(place.length)}`;

/** What is wrong with a refusal, whoever was refused: nothing done, nothing told, noted once. */
function faultsOf(
  operation: Operation,
  caller: MatrixCaller,
  { verdict, text, changed, events }: MatrixAnswer,
): string[] {
  if (verdict === 'ok') {
    const wrote = isWrite(operation) || events.length === 0;
    return wrote ? [] : ['a read is in the audit log'];
  }
  const noted = isWrite(operation) && caller.as !== 'nobody' ? 1 : 0;
  const [event] = events;
  const place = isOwn(operation, caller) ? undefined : caller.place;
  const own = place === undefined ? undefined : `org_${place}`;
  return [
    ...(changed ? ['changed the directory'] : []),
    ...(text.includes('needle-') ? ['tells a name'] : []),
    ...(events.length !== noted ? [`left ${events.length} events`] : []),
    ...(event && event.outcome !== 'denied' ? ['is no denied event'] : []),
    ...(event && event.organizationId !== own ? ['is noted in another organization'] : []),
  ];
}

/** Organizations that a caller learns nothing of, but what a child is told of its parent's name. */
function strangersOf(caller: MatrixCaller): PlaceName[] {
  if (caller.as !== 'organization') return [];
  return places.filter((place) => relationOf(caller, place) === 'outside');
}

function leaksOf(caller: MatrixCaller, text: string): string[] {
  return strangersOf(caller).filter((place) => {
    const needle = needleOf(place);
    const isParent = caller.place !== undefined && above[caller.place]?.[0] === place;
    return text.includes(isParent ? `@${needle}` : needle) || text.includes(`"org_${place}"`);
  });
}

/** The faults of one cell; none when the answer is what is expected of it. */
async function tryCell(
  ground: Ground,
  operation: Operation,
  row: OrganizationRow,
  cell: Cell,
  userId?: string,
): Promise<{ faults: string[]; spent: boolean }> {
  const { caller, place, unlinked } = cell;
  const aim = aimOf(caller, place, unlinked ? 'two' : 'one');
  const plain = requestOf(operation, row, userId === undefined ? aim : { ...aim, userId });
  const request = await ground.confirmed(plain, row);
  const answer = await ground.ask(caller, request);
  const needs = userId === undefined ? row.needs : { ...row.needs, own: [] };
  const rights = verdictOf(needs, cell);
  const expected = rights === 'ok' ? (row.except?.(cell) ?? 'ok') : rights;
  const faults = faultsOf(operation, caller, answer);
  if (answer.verdict !== expected) faults.push(`${answer.verdict} instead of ${expected}`);
  if (answer.verdict === 'ok') {
    faults.push(...leaksOf(caller, answer.text).map((stranger) => `tells of ${stranger}`));
    const fromAbove = relationOf(caller, place) === 'above';
    if (fromAbove && answer.text.includes('app_two')) faults.push('tells of another application');
  }
  if (expected === 'not_found' && relationOf(caller, place) !== 'platform') {
    const parameters = { ...request.parameters, organizationId: nowhere(place) };
    const missing = await ground.ask(caller, { ...request, parameters });
    if (missing.bytes !== answer.bytes) faults.push(`${answer.bytes}, not ${missing.bytes}`);
  }
  const name = [
    caller.name,
    '→',
    place,
    ...(userId === undefined ? [] : ['themselves']),
    ...(unlinked ? ['application that is not linked'] : []),
    ...(cell.suspended ? [`${cell.suspended} suspended`] : []),
  ].join(' ');
  return { faults: faults.map((fault) => `${name}: ${fault}`), spent: answer.changed };
}

/** All cells of a row in the places named, each in a world as it was before. */
async function tryCells(
  operation: Operation,
  row: OrganizationRow,
  some: readonly PlaceName[],
  { suspended, unlinked = false }: { suspended?: PlaceName | undefined; unlinked?: boolean },
): Promise<{ faults: string[]; cells: number }> {
  const faults: string[] = [];
  let cells = 0;
  for (const place of some) {
    const closed = row.ofSuspended ? place : suspended;
    const fresh = (caller: MatrixCaller) =>
      groundOf(row, aimOf(caller, place, unlinked ? 'two' : 'one'), closed);
    let ground: Ground | undefined;
    for (const caller of callers) {
      const cell: Cell = { caller, place, unlinked, ...(closed && { suspended: closed }) };
      const own =
        row.aboutOneself && caller.place === place ? [undefined, caller.userId] : [undefined];
      for (const userId of own) {
        ground ??= fresh(caller);
        const tried = await tryCell(ground, operation, row, cell, userId);
        faults.push(...tried.faults);
        cells += 1;
        if (tried.spent) ground = undefined;
      }
    }
  }
  return { faults, cells };
}

const all = places.filter((place) => place !== 'elsewhere');

/** All cells of an operation in organizations: each application, each organization, one suspended. */
async function tryRow(operation: Operation, row: OrganizationRow) {
  const passes = [
    () => tryCells(operation, row, all, {}),
    ...(row.aboutApplication ? [() => tryCells(operation, row, all, { unlinked: true })] : []),
    ...(row.ofSuspended
      ? []
      : [() => tryCells(operation, row, ['own', 'child'], { suspended: 'own' })]),
  ];
  const tried = [];
  for (const pass of passes) tried.push(await pass());
  return tried;
}

/** All cells of an operation that is about no organization. */
async function tryPlain(operation: Operation, row: TenantRow | PersonalRow) {
  const faults: string[] = [];
  for (const caller of callers) {
    const aim = aimOf(caller, 'own');
    const ground = groundOf(row, aim);
    const request = await ground.confirmed(requestOf(operation, row, aim), row);
    const answer = await ground.ask(caller, request);
    const expected =
      row.in === 'tenant' ? tenantVerdictOf(caller) : personalVerdictOf(row.needs, caller);
    const wrong = faultsOf(operation, caller, answer);
    if (answer.verdict !== expected) wrong.push(`${answer.verdict} instead of ${expected}`);
    faults.push(...wrong.map((fault) => `${caller.name}: ${fault}`));
  }
  return [{ faults, cells: callers.length }];
}

describe('who may do what, where', () => {
  let cells = 0;

  for (const operation of operations) {
    it(`T01, T16, T19, P15, P27, P31: is as it is written down for ${operation}`, async () => {
      const faults: string[] = [];
      for (const row of rowsOf(operation)) {
        const tried =
          row.in === 'organization' ? await tryRow(operation, row) : await tryPlain(operation, row);
        for (const pass of tried) {
          faults.push(...pass.faults);
          cells += pass.cells;
        }
      }
      assert.deepEqual(faults, []);
    });
  }

  it('was tried in every cell', (test) => {
    test.diagnostic(`${cells} cells`);
    assert.ok(cells > operations.length * callers.length * 3, `${cells} cells`);
  });
});

/** The caller of that name. */
function named(name: string): MatrixCaller {
  const caller = callers.find((one) => one.name === name);
  assert.ok(caller, name);
  return caller;
}

const administrator = named('admin of own');

/** Parameters that name something inside of an organization. */
const inside = [
  'userId',
  'invitationId',
  'domainId',
  'connectionId',
  'directoryTokenId',
  'apiKeyId',
] as const;

describe('an organization in a path', () => {
  it('T01, T03: has nothing of another organization inside', async () => {
    for (const { operation, row } of organizationRows) {
      for (const name of inside.filter((one) => routes[operation].path.includes(`{${one}}`))) {
        for (const caller of [administrator, named('admin of parent')]) {
          const cell = { caller, place: 'own', unlinked: false } as const;
          if (verdictOf(row.needs, cell) !== 'ok') continue;
          const ground = groundOf(row, aimOf(caller, 'own'));
          const own = requestOf(operation, row, aimOf(caller, 'own'));
          const foreign =
            requestOf(operation, row, aimOf(caller, 'foreign')).parameters[name] ?? '';
          const ask = (id: string) =>
            ground.ask(caller, { ...own, parameters: { ...own.parameters, [name]: id } });
          const answer = await ask(foreign);
          const missing = await ask('z'.repeat(foreign.length));
          const what = `${operation} by ${caller.name}`;
          assert.equal(answer.verdict, 'not_found', what);
          assert.equal(answer.bytes, missing.bytes, what);
          assert.equal(answer.changed, false, what);
        }
      }
    }
  });

  it('T02: is the one that counts, whatever else of the request names another', async () => {
    for (const { operation, row } of organizationRows) {
      const aim = aimOf(administrator, 'own');
      const ground = groundOf(row, aim);
      const request = requestOf(operation, row, aim);
      const foreign = { organizationId: 'org_foreign' };
      const attempts = [
        { ...request, query: foreign },
        { ...request, body: { ...request.body, ...foreign } },
      ];
      for (const attempt of isWrite(operation) ? attempts : attempts.slice(0, 1)) {
        const { verdict, changed } = await ground.ask(administrator, attempt);
        assert.equal(verdict, 'validation_failed', operation);
        assert.equal(changed, false, operation);
      }
      const before = JSON.stringify(ground.world.organizations.get('org_foreign'));
      const plain = await groundOf(row, aim).ask(administrator, request);
      const { verdict } = await ground.ask(administrator, {
        ...request,
        headers: { 'X-Org-Id': 'org_foreign', 'X-Organization-Id': 'org_foreign' },
      });
      assert.equal(verdict, plain.verdict, operation);
      assert.equal(JSON.stringify(ground.world.organizations.get('org_foreign')), before);
    }
  });

  it('P16: is out of reach for its former parent from the moment it is put elsewhere', async () => {
    for (const { operation, row } of organizationRows) {
      for (const caller of [named('admin of parent'), named('creator of parent')]) {
        const aim = aimOf(caller, 'own');
        const ground = groundOf(row, aim);
        const own = ground.world.organizations.get('org_own');
        assert.ok(own);
        ground.world.organizations.set('org_own', {
          ...own,
          parentOrganizationId: 'org_elsewhere',
        });
        for (const place of ['own', 'child'] as const) {
          const { verdict } = await ground.ask(
            caller,
            requestOf(operation, row, aimOf(caller, place)),
          );
          assert.equal(verdict, 'not_found', `${operation} by ${caller.name} in ${place}`);
        }
      }
    }
  });

  it('T20: opens nothing more however its path is written', async () => {
    const member = named('member of own');
    const spellings: ((path: string) => string)[] = [
      (path) => `/${path}`,
      (path) => path.replaceAll('/', '//'),
      (path) => `${path}/`,
      (path) => `${path}.`,
      (path) => `${path};`,
      (path) => `${path};a=b`,
      (path) => `${path}%00`,
      (path) => path.replace('/organizations', '/Organizations'),
      (path) => path.replace('org_own', 'ORG_OWN'),
      (path) => path.replace('/org_own', '%2forg_own'),
      (path) => path.replace('org_own', 'org%5fown'),
      (path) => path.replace('org_own', 'org_foreign/../org_own'),
      (path) => path.replace('org_own', 'org_foreign%2f..%2forg_own'),
    ];
    for (const { operation, row } of organizationRows) {
      const aim = aimOf(member, 'own');
      const ground = groundOf(row, aim);
      const request = requestOf(operation, row, aim);
      const canonical = verdictOf(row.needs, { caller: member, place: 'own', unlinked: false });
      if (canonical === 'ok') continue;
      for (const spell of spellings) {
        const path = spell(pathOf(operation, request.parameters));
        const { verdict, changed } = await ground.send(member, request, path);
        assert.ok(verdict === canonical || verdict === 'not_found', `${path}: ${verdict}`);
        assert.equal(changed, false, path);
      }
    }
  });
});

describe('a parent', () => {
  it('T05, P31: cannot ask who has what of an application that it does not manage', async () => {
    const list = 'members.list';
    const [row] = rowsOf(list);
    assert.ok(row);
    const totals = async (caller: MatrixCaller, query: Record<string, string>) => {
      const aim = aimOf(caller, 'own');
      const answer = await groundOf(row, aim).ask(caller, { ...requestOf(list, row, aim), query });
      return (JSON.parse(answer.text) as { total: number }).total;
    };
    for (const name of ['application', 'applicationRole']) {
      const id = (color: string) =>
        name === 'application' ? `app_${color}` : `role_${color}_reader`;
      assert.equal(await totals(administrator, { [name]: id('two') }), 1);
      assert.equal(await totals(named('admin of parent'), { [name]: id('one') }), 1);
      assert.equal(await totals(named('admin of parent'), { [name]: id('two') }), 0);
    }
  });
});
