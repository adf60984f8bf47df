import { expect } from '@open-wc/testing';
import {
  foundRows,
  treeMove,
  treeRows,
  type Level,
  type TreeNode,
  type TreeRow,
} from './tree-rows.js';

const node = (id: string, childCount = 0, status: 'active' | 'suspended' = 'active'): TreeNode => ({
  organization: { organizationId: id, name: id, slug: id, status, actions: {} },
  applications: [],
  childCount,
});
const level = (nodes: TreeNode[], some: Partial<Level> = {}): Level => ({
  nodes,
  hasMore: false,
  total: nodes.length,
  ...some,
});

const told = (row: TreeRow) =>
  row.kind === 'node'
    ? `${row.level} ${row.id} ${row.position}/${row.size}${row.isShutOut ? ' shut' : ''}`
    : `${row.level} … ${row.parentId}`;

describe('treeRows', () => {
  const levels: Record<string, Level> = {
    root: level([node('a', 1, 'suspended'), node('b', 2)]),
    a: level([node('a1')]),
    b: level([node('b1')], { hasMore: true, total: 2 }),
  };
  const rows = (...expanded: string[]) =>
    treeRows(
      node('root', 2),
      (id) => levels[id],
      (id) => expanded.includes(id),
    );

  it('shows what is expanded, each with its place among its like', () => {
    expect(rows().map(told)).to.deep.equal(['1 root 1/1']);
    expect(rows('root', 'b').map(told)).to.deep.equal([
      '1 root 1/1',
      '2 a 1/2',
      '2 b 2/2',
      '3 b1 1/2',
      '3 … b',
    ]);
  });

  it('tells what is shut out because something above it is', () => {
    expect(rows('root', 'a').map(told)).to.include('3 a1 1/1 shut');
    expect(rows('root', 'a').map(told)).to.include('2 a 1/2');
  });

  it('holds a place for what has not come at all', () => {
    const some = treeRows(
      node('root', 2),
      () => undefined,
      () => true,
    );
    expect(some.map(told)).to.deep.equal(['1 root 1/1', '2 … root']);
  });
});

describe('foundRows', () => {
  it('shows what was found side by side', () => {
    const found = foundRows(level([node('a'), node('b')], { hasMore: true, total: null }));
    expect(found.map(told)).to.deep.equal(['1 a 1/-1', '1 b 2/-1', '1 … ']);
  });
});

describe('treeMove', () => {
  const levels: Record<string, Level> = {
    root: level([node('a', 1), node('b')]),
    a: level([node('a1')]),
  };
  const rows = treeRows(
    node('root', 2),
    (id) => levels[id],
    (id) => id === 'root',
  );
  const move = (key: string, at: number) => treeMove(key, rows, at);

  it('goes up and down, and to both ends', () => {
    expect(move('ArrowDown', 0)).to.deep.equal({ to: 1 });
    expect(move('ArrowDown', 2)).to.deep.equal({ to: 2 });
    expect(move('ArrowUp', 0)).to.deep.equal({ to: 0 });
    expect(move('End', 0)).to.deep.equal({ to: 2 });
    expect(move('Home', 2)).to.deep.equal({ to: 0 });
    expect(move('PageDown', 0)).to.deep.equal({ to: 2 });
  });

  it('opens, goes in, closes, and goes back to what is above', () => {
    expect(move('ArrowRight', 1)).to.deep.equal({ toggle: 'a' });
    expect(move('ArrowRight', 0)).to.deep.equal({ to: 1 });
    expect(move('ArrowLeft', 0)).to.deep.equal({ toggle: 'root' });
    expect(move('ArrowLeft', 2)).to.deep.equal({ to: 0 });
    expect(move('ArrowRight', 2)).to.deep.equal({ act: 'b' });
    expect(move('Enter', 1)).to.deep.equal({ act: 'a' });
    expect(move('x', 1)).to.equal(undefined);
  });
});
