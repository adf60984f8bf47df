import type { TesseraError } from '@tesserakit/client';
import type { ManagedOrganization, Organization } from '@tesserakit/contract';

/** An organization in the tree; the one at its root is managed by nobody who is shown. */
export interface TreeNode {
  readonly organization: Organization;
  readonly applications: ManagedOrganization['applications'];
  readonly childCount: number;
}

/** What is known of the organizations below one. */
export interface Level {
  readonly nodes: readonly TreeNode[];
  readonly hasMore: boolean;
  /** Over all pages; `null` where the backend does not count. */
  readonly total: number | null;
  readonly error?: TesseraError | undefined;
}

/** A row of the tree: an organization, or what stands for those that have not come. */
export type TreeRow =
  | {
      readonly kind: 'node';
      readonly id: string;
      readonly node: TreeNode;
      readonly parentId: string | undefined;
      readonly level: number;
      readonly position: number;
      /** -1 where nobody knows how many there are beside it. */
      readonly size: number;
      /** Nothing where there is nothing below. */
      readonly expanded: boolean | undefined;
      /** Whether an organization above it is shut out, so that it is, too. */
      readonly isShutOut: boolean;
    }
  | {
      readonly kind: 'rest';
      readonly parentId: string;
      readonly level: number;
      readonly error: TesseraError | undefined;
    };

/** The rows of a tree in their order, as far as it is expanded. */
export function treeRows(
  root: TreeNode,
  levelBelow: (organizationId: string) => Level | undefined,
  isExpanded: (organizationId: string) => boolean,
): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (
    node: TreeNode,
    parentId: string | undefined,
    place: { level: number; position: number; size: number; isShutOut: boolean },
  ) => {
    const { organizationId: id, status } = node.organization;
    const expanded = node.childCount > 0 ? isExpanded(id) : undefined;
    rows.push({ kind: 'node', id, node, parentId, expanded, ...place });
    if (expanded) addBelow(id, place.level + 1, place.isShutOut || status === 'suspended');
  };
  const addBelow = (id: string, level: number, isShutOut: boolean) => {
    const below = levelBelow(id);
    const size = below?.total ?? (below?.hasMore ? -1 : (below?.nodes.length ?? -1));
    for (const [index, node] of (below?.nodes ?? []).entries()) {
      add(node, id, { level, position: index + 1, size, isShutOut });
    }
    if (!below || below.hasMore)
      rows.push({ kind: 'rest', parentId: id, level, error: below?.error });
  };
  const isShutOut = false;
  add(root, undefined, { level: 1, position: 1, size: 1, isShutOut });
  return rows;
}

/** What was found in a tree, without the tree: who manages each is said beside it. */
export function foundRows({ nodes, hasMore, total, error }: Level): TreeRow[] {
  const size = total ?? (hasMore ? -1 : nodes.length);
  const rows: TreeRow[] = nodes.map((node, index) => ({
    kind: 'node',
    id: node.organization.organizationId,
    node,
    parentId: node.organization.managedBy?.organizationId,
    level: 1,
    position: index + 1,
    size,
    expanded: undefined,
    isShutOut: false,
  }));
  return hasMore ? [...rows, { kind: 'rest', parentId: '', level: 1, error }] : rows;
}

/** What a key does in a tree, by the APG treegrid pattern with focus on rows. */
export type TreeMove =
  { readonly to: number } | { readonly toggle: string } | { readonly act: string };

export function treeMove(key: string, rows: readonly TreeRow[], at: number): TreeMove | undefined {
  const row = rows[at];
  const last = rows.length - 1;
  const to = (index: number) => ({ to: Math.max(0, Math.min(last, index)) });
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'PageDown':
      return to(at + 10);
    case 'PageUp':
      return to(at - 10);
    case 'Home':
      return to(0);
    case 'End':
      return to(last);
  }
  if (row?.kind !== 'node') return undefined;
  if (key === 'Enter') return { act: row.id };
  if (key === 'ArrowRight') {
    if (row.expanded === false) return { toggle: row.id };
    return row.expanded ? to(at + 1) : { act: row.id };
  }
  if (key !== 'ArrowLeft') return undefined;
  if (row.expanded) return { toggle: row.id };
  const parent = rows.findIndex((one) => one.kind === 'node' && one.id === row.parentId);
  return parent < 0 ? undefined : { to: parent };
}
