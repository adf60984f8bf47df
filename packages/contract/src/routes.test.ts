import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { impact } from './impact.ts';
import { memberListQuery } from './member-changes.ts';
import { memberPage } from './members.ts';
import type { Route } from './route.ts';
import { pathOf, routes } from './routes.ts';

type Json = Record<string, unknown>;

const document = JSON.parse(
  await readFile(new URL('../openapi.json', import.meta.url), 'utf8'),
) as { paths: Record<string, Record<string, Json>>; components: Record<string, Json> };
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.values(methods).map((operation) => ({ path, operation })),
);

describe('openapi.json', () => {
  it('names each operation once, and every route of the protocol', () => {
    const names = operations.map(({ operation }) => operation['operationId']);
    assert.equal(new Set(names).size, names.length);
    for (const name of Object.keys(routes)) assert.ok(names.includes(name), name);
  });

  it('declares every parameter of a path', () => {
    for (const { path, operation } of operations) {
      const declared = (operation['parameters'] as { name: string; in: string }[])
        .filter((parameter) => parameter.in === 'path')
        .map(({ name }) => name);
      const used = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      assert.deepEqual(declared, used, path);
    }
  });

  it('refers only to what it defines', () => {
    const references = [
      ...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g),
    ];
    assert.ok(references.length > 20);
    for (const [, kind, name] of references) {
      assert.ok(document.components[kind ?? '']?.[name ?? ''], `${kind}/${name}`);
    }
  });
});

describe('pathOf', () => {
  it('keeps a hostile id inside its segment', () => {
    const path = pathOf('members.get', { organizationId: '../a?b#c', userId: 'x/y' });
    assert.equal(path, '/organizations/..%2Fa%3Fb%23c/members/x%2Fy');
  });

  it('says which parameter is missing', () => {
    assert.throws(() => pathOf('members.get', { organizationId: 'a' }), /userId/);
  });
});

describe('the schemas', () => {
  it('let every route be read without knowing its words and fields of tomorrow', () => {
    const member = {
      userId: 'u',
      organizationId: 'o',
      email: 'u@o.example',
      status: 'hibernating',
      organizationRoles: [],
      source: 'telepathy',
      access: [],
      version: 1,
      actions: { 'member.clone': 'forbidden' },
      aura: 'blue',
    };
    const answer = { items: [member], nextCursor: null, total: 1 };
    const { items } = v.parse(memberPage, answer);
    assert.equal(items[0]?.status, 'hibernating');
    assert.equal(items[0]?.name, '');
    assert.ok(!('aura' in items[0]!));
  });

  it('refuse a query that is not in the agreement', () => {
    for (const query of [
      { limit: '0' },
      { limit: '1e2' },
      { sort: 'password' },
      { colour: 'red' },
    ]) {
      assert.equal(v.safeParse(memberListQuery, query).success, false, JSON.stringify(query));
    }
    assert.deepEqual(v.parse(memberListQuery, { limit: '25', sort: '-joinedAt' }), {
      limit: 25,
      sort: '-joinedAt',
    });
  });

  it('describe an answer for every route', () => {
    for (const route of Object.values<Route>(routes)) assert.equal(route.answer.kind, 'schema');
  });
});

describe('a preview', () => {
  const previews = Object.entries<Route>(routes).flatMap(([name, route]) => {
    const [noun = '', verb = ''] = name.split('.');
    const [, deed] = /^preview(.+)$/.exec(verb) ?? [];
    return deed ? [{ name, route, deed: `${noun}.${deed[0]?.toLowerCase()}${deed.slice(1)}` }] : [];
  });

  it('is named after the deed that it shows, which takes its token', () => {
    const confirmed = Object.entries<Route>(routes)
      .filter(([, { query }]) => query && 'impact' in query.entries)
      .map(([name]) => name);
    assert.deepEqual(previews.map(({ deed }) => deed).sort(), confirmed.sort());
  });

  it('takes what the deed takes, or stands under its noun', () => {
    const nouns: Record<string, string> = {
      delete: 'deletion',
      remove: 'removal',
      withdraw: 'withdrawal',
      move: 'move',
    };
    for (const { name, route, deed } of previews) {
      const written = (routes as Record<string, Route>)[deed];
      assert.equal(route.answer, impact, name);
      assert.equal(route.action, undefined, name);
      if (route.method === 'GET') {
        assert.ok(route.path.endsWith(`/${nouns[deed.split('.')[1] ?? '']}`), name);
      } else {
        assert.deepEqual(
          [route.path, route.body],
          [`${written?.path}/preview`, written?.body],
          name,
        );
      }
    }
  });
});
