import type { TesseraError } from '@tesserakit/client';
import type { Application } from '@tesserakit/contract';
import { questionIn, type Asked } from '../data/in-view.js';
import { ResourceController } from '../data/resource.js';
import { applicationsOn } from './applications-in-view.js';
import type { Section } from './sections.js';
import type { PortalStage } from './portal-stage.js';

/** How many there are. */
export interface Count {
  /** `null` where the backend does not count. */
  readonly value: number | null | undefined;
  readonly error: TesseraError | undefined;
  /** Whether an answer is on its way. */
  readonly isComing: boolean;
  reload(): void;
}

interface Counted {
  readonly items: readonly unknown[];
  readonly total: number | null;
  readonly nextCursor?: string | null;
}

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

  /** Whether whatever may want attention is known: what the person may not know does not. */
  get isKnown(): boolean {
    return this.#concerned.every(
      ({ value, error, isComing }) =>
        (value !== undefined && value !== null) || (error ? isNone(error) : !isComing),
    );
  }

  /** Whether something that may want attention is on its way. */
  get isComing(): boolean {
    return this.#concerned.some(({ isComing }) => isComing);
  }

  get applications(): readonly Application[] | undefined {
    return this.#applications.value?.items;
  }

  get applicationCount(): Count {
    const { value, error } = this.#applications;
    const isComing = this.#stage.isOpen('applications') && !value && !error;
    return {
      value: value?.items.length,
      error,
      isComing,
      reload: () => this.#applications.reload(),
    };
  }

  get all(): readonly Count[] {
    return [this.members, this.organizations, ...this.#concerned];
  }

  get #concerned(): readonly Count[] {
    return [this.suspended, this.pending, this.withoutAccess, this.applicationCount];
  }

  #count(
    section: Section,
    name: readonly unknown[],
    fetch: (asked: Asked, signal: AbortSignal) => Promise<Counted>,
    isCounted = () => true,
  ): Count {
    const { host, context } = this.#stage;
    const isWanted = () => this.#stage.isOpen(section) && isCounted();
    const answer = new ResourceController<number | null>(host, () =>
      this.#stage.isShown('overview') && isWanted()
        ? questionIn(context, name, async (asked, signal) => totalOf(await fetch(asked, signal)))
        : undefined,
    );
    return {
      get value() {
        return answer.value;
      },
      get error() {
        return answer.error;
      },
      get isComing() {
        return isWanted() && answer.value === undefined && !answer.error;
      },
      reload: () => answer.reload(),
    };
  }
}

/** What one page says of how many there are: also where the backend does not count, if it holds all. */
function totalOf({ total, items, nextCursor }: Counted): number | null {
  return total ?? (nextCursor === null ? items.length : null);
}

/** Whether there is nothing for this person to know. */
function isNone({ code }: TesseraError): boolean {
  return code === 'forbidden' || code === 'unsupported';
}
