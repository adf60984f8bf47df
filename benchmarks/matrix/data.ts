import type { AccessCell, AccessRow, Application } from '@tesserakit/contract';
import { membersOf } from '../lists/members.ts';

export const rowCount = 10_000;
export const columnCount = 200;

const products =
  'Atlas Beacon Compass Depot Easel Ferry Gauge Harbor Inbox Journal Kiosk Ledger Mosaic Notary Orbit Parcel Quarry Register Schedule Timesheet'.split(
    ' ',
  );
const places = 'Aurora Baltic Cedar Delta Ember Fjord Granite Indigo Juniper Kestrel'.split(' ');
const roleNames = ['Viewer', 'Editor', 'Approver'];

/** How many roles of an application somebody has, by number of row and column. */
export interface Grid {
  readonly members: AccessRow[];
  readonly applications: Application[];
  readonly counts: Uint8Array;
}

/** Made-up members and applications, the same ones each time: one cell in five is filled. */
export function gridOf(): Grid {
  let state = 7;
  const upTo = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
  const applications = Array.from({ length: columnCount }, (_, column) => applicationAt(column));
  const counts = new Uint8Array(rowCount * columnCount);
  const roles = applications.map(({ roles }) =>
    [1, 2, 3].map((count) =>
      roles
        .slice(0, count)
        .map(({ roleId }) => ({ roleId, source: 'direct' as const, inForce: true as const })),
    ),
  );
  const members = membersOf(rowCount).map(({ userId, name, email }, row): AccessRow => {
    const cells: AccessCell[] = [];
    for (const [column, { applicationId }] of applications.entries()) {
      if (upTo(5) > 0) continue;
      const count = 1 + upTo(3);
      counts[row * columnCount + column] = count;
      cells.push({
        applicationId,
        granted: true,
        inForce: true,
        roles: roles[column]![count - 1]!,
        version: 2,
      });
    }
    return { userId, name, email, status: 'active', give: true, take: true, cells };
  });
  return { members, applications, counts };
}

function applicationAt(column: number): Application {
  const applicationId = `app_${column}`;
  return {
    applicationId,
    name: `${products[Math.floor(column / places.length)]!} ${places[column % places.length]!}`,
    audience: 'b2b',
    onboarding: {
      status: 'active',
      roleGroups: [],
      roleIds: [],
      defaultRoleIds: [],
      allowsRolelessAccess: false,
      exposedRoleGroups: [],
      fromParent: false,
      actions: {},
    },
    roles: roleNames.map((name) => ({
      roleId: `${applicationId}_${name}`,
      key: name,
      name,
      description: '',
      permissions: [],
      assignable: true,
      handOut: true as const,
    })),
  };
}
