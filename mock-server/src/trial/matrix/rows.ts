import type { Operation } from '@tesserakit/contract';
import type { World } from '../../world.ts';
import type { MatrixCaller } from './callers.ts';
import { connectingRows } from './connecting-rows.ts';
import { memberRows } from './member-rows.ts';
import { organizationRows } from './organization-rows.ts';
import { personalRows } from './personal-rows.ts';
import type { PlaceName } from './seed.ts';
import { tenantRows } from './tenant-rows.ts';
import type { Cell, Needs, PersonalNeeds, Verdict } from './verdicts.ts';

/** What a request of the matrix is about. */
export interface Aim {
  readonly place: PlaceName;
  readonly organizationId: string;
  /** An active member without any administration. */
  readonly userId: string;
  /** `one` is linked all the way down; `two` is each organization's own affair. */
  readonly color: 'one' | 'two';
  readonly applicationId: string;
  readonly caller: MatrixCaller;
}

interface Request {
  /** Parameters of the path that are not those of the aim. */
  readonly parameters?: (aim: Aim) => Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: (aim: Aim) => object;
  /** The preview whose token confirms it. */
  readonly confirms?: Operation;
  /** What has to be so beforehand. */
  readonly prepare?: (world: World, aim: Aim) => void;
}

/** An operation in an organization. */
export interface OrganizationRow extends Request {
  readonly in: 'organization';
  readonly needs: Needs;
  /** Whether it is about one application. */
  readonly aboutApplication?: true;
  /** Whether everybody may do it about themselves. */
  readonly aboutOneself?: true;
  /** Whether it takes a suspended organization. */
  readonly ofSuspended?: true;
  /** Where something else is in the way than who asks. */
  readonly except?: (cell: Cell) => Verdict | undefined;
}

/** An operation of the tenant: the platform administrators' alone. */
export interface TenantRow extends Request {
  readonly in: 'tenant';
}

/** What people do for themselves. */
export interface PersonalRow extends Request {
  readonly in: 'person';
  readonly needs: PersonalNeeds;
}

export type Row = OrganizationRow | TenantRow | PersonalRow;

export type Rows<Name extends Operation> = Readonly<Record<Name, Row | readonly Row[]>>;

/** Every operation with who may take it; one that is missing does not compile. */
export const matrixRows: Rows<Operation> = {
  ...personalRows,
  ...organizationRows,
  ...memberRows,
  ...connectingRows,
  ...tenantRows,
};
