import type { Application } from '@tesserakit/contract';
import { questionIn, type Asked } from '../data/in-view.js';
import { ResourceController } from '../data/resource.js';
import { applicationsOn } from './shares.js';
import type { Section } from './sections.js';
import type { PortalStage } from './stage.js';

/** How many there are; `null` where the backend does not count. */
type Count = ResourceController<number | null>;

/** One is enough to learn how many there are. */
const limit = 1;

/** What the first screen counts, each on its own: what is not there does not hold up the rest. */
export class OverviewFacts {
  readonly members: Count;
  readonly suspended: Count;
  readonly pending: Count;
  readonly withoutAccess: Count;
  readonly organizations: Count;
  readonly #applications;
  readonly #stage: PortalStage;
  readonly #waiting: (() => boolean)[] = [];

  constructor(stage: PortalStage) {
    this.#stage = stage;
    this.members = this.#count(
      'members',
      ['members', 'count'],
      ({ client, organizationId }, signal) =>
        client.members.list({ organizationId, limit }, { signal }),
    );
    this.suspended = this.#count(
      'members',
      ['members', 'count', 'suspended'],
      ({ client, organizationId }, signal) =>
        client.members.list({ organizationId, status: 'suspended', limit }, { signal }),
      () => stage.can.members.filters.includes('status'),
    );
    this.pending = this.#count(
      'invitations',
      ['invitations', 'count'],
      ({ client, organizationId }, signal) =>
        client.invitations.list({ organizationId, status: 'pending', limit }, { signal }),
      () => stage.can.invitations?.filters?.includes('status') === true,
    );
    this.withoutAccess = this.#count(
      'access',
      ['access', 'count'],
      ({ client, organizationId }, signal) =>
        client.access.matrix({ organizationId, standing: 'none', limit }, { signal }),
    );
    this.organizations = this.#count(
      'organizations',
      ['managed-organizations', 'count'],
      ({ client, organizationId }, signal) =>
        client.managedOrganizations.list(
          {
            organizationId,
            limit,
            ...(stage.can.managedOrganizations?.allLevels && { levels: 'all' }),
          },
          { signal },
        ),
    );
    this.#applications = applicationsOn(stage, () => stage.isShown('overview'));
  }

  /** Whether nothing is on its way any more. */
  get isKnown(): boolean {
    return this.#waiting.every((isWaiting) => !isWaiting());
  }

  get applications(): readonly Application[] | undefined {
    return this.#applications.value?.items;
  }

  get all(): readonly Pick<Count, 'error' | 'reload'>[] {
    const { members, suspended, pending, withoutAccess, organizations } = this;
    return [members, suspended, pending, withoutAccess, organizations, this.#applications];
  }

  #count(
    section: Section,
    name: readonly unknown[],
    fetch: (asked: Asked, signal: AbortSignal) => Promise<{ readonly total: number | null }>,
    isCounted = () => true,
  ): Count {
    const { host, context } = this.#stage;
    const isWanted = () => this.#stage.isOpen(section) && isCounted();
    const count: Count = new ResourceController(host, () =>
      this.#stage.isShown('overview') && isWanted()
        ? questionIn(context, name, async (asked, signal) => (await fetch(asked, signal)).total)
        : undefined,
    );
    this.#waiting.push(() => isWanted() && count.value === undefined && !count.error);
    return count;
  }
}
