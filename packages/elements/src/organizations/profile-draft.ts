import type { Organization, OrganizationChange } from '@tesserakit/contract';
import { DeedController } from '../data/deed.js';
import { BeforeOrganizationUpdateEvent, OrganizationUpdatedEvent } from './organization-events.js';
import type { OrganizationHost, OrganizationInHand } from './organization-in-hand.js';

/** How a part of the profile is read from an organization, and written back. */
export interface ProfilePart<T> {
  of(organization: Organization): T;
  change(entered: T): OrganizationChange;
}

/**
 * One part of the profile while a person changes it. What was entered stays until it is saved or given
 * up. What somebody else has saved of the same meanwhile is never overwritten unasked.
 */
export class ProfileDraft<T extends object> {
  readonly #host: OrganizationHost;
  readonly #view: OrganizationInHand;
  readonly #part: ProfilePart<T>;
  readonly #deed: DeedController;
  #entered: T | undefined;
  #base: Organization | undefined;
  #contested = false;

  constructor(host: OrganizationHost, view: OrganizationInHand, part: ProfilePart<T>) {
    this.#host = host;
    this.#view = view;
    this.#part = part;
    this.#deed = new DeedController(host);
  }

  /** What stands in the fields. */
  of(organization: Organization): T {
    return this.#entered ?? this.#part.of(organization);
  }

  get changed(): boolean {
    const { changedFields } = this;
    return changedFields.length > 0;
  }

  get busy(): boolean {
    return this.#deed.busy;
  }

  /** Why it was not saved. */
  get error() {
    return this.#contested ? undefined : this.#deed.error;
  }

  /** Whether somebody else has changed the same in the meantime. */
  get contested(): boolean {
    return this.#contested;
  }

  enter(organization: Organization, patch: Partial<T>): void {
    this.#base ??= organization;
    this.#entered = { ...this.of(organization), ...patch };
    this.#host.requestUpdate();
  }

  /** Gives up what was entered, and what is under way is not waited for any more. */
  forget(): void {
    this.#entered = this.#base = undefined;
    this.#contested = false;
    this.#deed.forget();
  }

  /** Saves what was entered. @returns whether it was done. */
  save(outcome: string): Promise<boolean> {
    return this.#save(outcome, true);
  }

  /** @param reconciles whether it is saved once more where others have only touched something else. */
  async #save(outcome: string, reconciles: boolean): Promise<boolean> {
    const [entered, base] = [this.#entered, this.#base];
    if (!entered || !base || this.busy) return false;
    this.#contested = false;
    const change = this.#part.change(entered);
    const fields = Object.keys(change);
    const { organizationId, version } = base;
    const done = await this.#view.change(this.#deed, {
      subject: JSON.stringify(['update', change, version]),
      before: new BeforeOrganizationUpdateEvent(organizationId, fields),
      after: new OrganizationUpdatedEvent(organizationId, fields),
      task: ({ client }, options) =>
        client.organizations.update({ organizationId, ...change, version }, options),
      outcome,
    });
    if (done) this.forget();
    else if (reconciles && this.#deed.error?.code === 'version_conflict') {
      return this.#reconcile(base, outcome);
    }
    return done;
  }

  /** What differs from what was there when the person began. */
  get changedFields(): readonly string[] {
    const [entered, base] = [this.#entered, this.#base];
    if (!entered || !base) return [];
    const before = this.#part.of(base);
    const names = Object.keys(entered) as (keyof T & string)[];
    return names.filter((name) => !isSame(entered[name], before[name]));
  }

  /** Where nobody else has touched the same, it is saved as it is; else the person decides. */
  async #reconcile(former: Organization, outcome: string): Promise<boolean> {
    const now = await this.#view.latest().catch(() => undefined);
    if (!now || this.#base !== former) return false;
    this.#base = now;
    if (isSame(this.#part.of(now), this.#part.of(former))) return this.#save(outcome, false);
    this.#contested = true;
    this.#host.requestUpdate();
    return false;
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
