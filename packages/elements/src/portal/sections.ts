import type { Capabilities, Organization } from '@tesserakit/contract';
import type { Action } from '@tesserakit/domain';

/** The screens of a portal, in the order of its navigation. */
export const sections = [
  'overview',
  'members',
  'invitations',
  'roles',
  'access',
  'applications',
  'organizations',
  'settings',
] as const;

export type Section = (typeof sections)[number];

/** Whether a person finds a screen: `true`, or the code of the reason why not. */
export function standingOf(
  section: Section,
  can: Capabilities,
  { actions }: Pick<Organization, 'actions'>,
): true | string {
  // Where the backend does not say who may look, the screen does when it is looked at.
  const where = (offered: unknown, action: Action) =>
    offered ? (actions[action] ?? true) : 'unsupported';
  switch (section) {
    case 'members':
      return where(true, 'members.list');
    case 'invitations':
      return where(can.invitations?.list, 'invitations.list');
    case 'roles':
      return can.organizationRoles?.list
        ? where(true, 'organizationRoles.list')
        : where(can.applications?.list, 'applications.list');
    case 'access': {
      const members = where(can.access?.matrixLimit, 'members.list');
      return members === true ? where(true, 'access.read') : members;
    }
    case 'applications':
      return where(can.applications?.list, 'applications.list');
    case 'organizations':
      return where(can.managedOrganizations?.list, 'managedOrganizations.list');
    default:
      return true;
  }
}

/** Where somebody is in a portal: a screen, and what it shows there. */
export interface Place {
  readonly section: Section;
  /** Ids that follow the screen's name in the path. */
  readonly detail: readonly string[];
}

/** Most ids that may follow the name of a screen. */
const depths: Partial<Record<Section, number>> = { members: 1, roles: 1, applications: 2 };

/** The place that a path names; `undefined` where it names none. */
export function placeOf(path: string | undefined): Place | undefined {
  if (path === undefined) return undefined;
  const [name = '', ...rest] = path.split('/');
  const section = name === '' ? 'overview' : sections.find((one) => one === name);
  if (!section || (section === 'overview' && name !== '')) return undefined;
  if (rest.length > (depths[section] ?? 0) || rest.includes('')) return undefined;
  try {
    return { section, detail: rest.map(decodeURIComponent) };
  } catch {
    return undefined;
  }
}

/** The path of a place. */
export function pathOf(section: Section, ...detail: readonly string[]): string {
  return [section === 'overview' ? '' : section, ...detail.map(encodeURIComponent)].join('/');
}
