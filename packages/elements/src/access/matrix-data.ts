import type { Page, TesseraError } from '@tesserakit/client';
import type { AccessRow, Application, Capabilities } from '@tesserakit/contract';
import type { ReactiveElement } from 'lit';
import { ContextController } from '../data/context-controller.js';
import { ResourceController } from '../data/resource.js';
import type { Range } from '../data/row-range.js';
import { MatrixAtHand } from './matrix-at-hand.js';
import type { AccessAtHand, AccessView, MatrixRows } from './matrix-source.js';
import { MatrixWindows } from './matrix-windows.js';

/** What a {@link MatrixData} asks of its element. */
export interface DataOfHost {
  /** What the host of the page has given. */
  given(): AccessAtHand | undefined;
  view(): AccessView;
  /** Told of members when they are read, or read again. */
  arrived(members: readonly AccessRow[], applications: readonly Application[]): void;
}

/** Members and applications, from the backend or as they were given, and what may be done to them. */
export class MatrixData {
  readonly #host: ReactiveElement;
  readonly #of: DataOfHost;
  readonly #context: ContextController;
  readonly #capabilities: ResourceController<Capabilities>;
  readonly #applications: ResourceController<Page<Application>>;
  readonly #windows: MatrixWindows;
  #atHand: MatrixAtHand | undefined;

  constructor(host: ReactiveElement, of: DataOfHost) {
    this.#host = host;
    this.#of = of;
    this.#context = new ContextController(host);
    this.#capabilities = new ResourceController<Capabilities>(host, () =>
      this.#question('capabilities', (client, scope, signal) =>
        client.capabilities(scope, { signal }),
      ),
    );
    this.#applications = new ResourceController(host, () =>
      this.#question('applications', (client, scope, signal) =>
        client.applications.list(scope, { signal }),
      ),
    );
    this.#windows = new MatrixWindows(host, () => this.#asked(), of.arrived);
  }

  /** The person and the organization in view, for who has to know that they are others. */
  get place(): readonly unknown[] {
    return [this.#context.client, this.#context.organization?.organizationId];
  }

  /** Takes what was given in place of what was given before. */
  take(given: AccessAtHand | undefined): void {
    this.#atHand = given && new MatrixAtHand(given, () => this.#host.requestUpdate());
  }

  get rows(): MatrixRows {
    return this.#atHand ?? this.#windows;
  }

  /** All applications, whatever the view. */
  get applications(): readonly Application[] {
    return this.#of.given()?.applications ?? this.#applications.value?.items ?? [];
  }

  /** The applications that are shown; while others are on their way, the former ones. */
  get columns(): readonly Application[] {
    return this.#atHand ? this.#wanted : this.#windows.applications;
  }

  get isReady(): boolean {
    return this.#atHand !== undefined || this.#windows.ready;
  }

  get isOutdated(): boolean {
    return this.#windows.outdated;
  }

  /** Why there is nothing, or not all. */
  get error(): TesseraError | 'unsupported' | undefined {
    if (this.#of.given()) return undefined;
    const can = this.#capabilities.value;
    if (can && !can.access?.matrixLimit) return 'unsupported';
    return this.#capabilities.error ?? this.#applications.error ?? this.#windows.error;
  }

  /** Whether anything can be changed at all. */
  get canEdit(): boolean {
    const { grant, bulkLimit } = this.#capabilities.value?.access ?? {};
    return this.#of.given() !== undefined || (grant === true && bulkLimit !== undefined);
  }

  /** Where changes are saved; without a client, the host of the page does that. */
  get saved() {
    const { client, organization } = this.#context;
    if (this.#of.given()) return { organizationId: organization?.organizationId ?? '', limit: 0 };
    const limit = this.#capabilities.value?.access?.bulkLimit;
    if (!client || !organization || !limit) return undefined;
    return { client, organizationId: organization.organizationId, limit };
  }

  /** Narrows what was given to what is looked for. */
  narrow(): void {
    this.#atHand?.look(this.#of.view());
  }

  /** Told what is in sight. */
  look(rows: Range, columns: Range): void {
    if (!this.#atHand) this.#windows.look(rows, columns);
  }

  readonly collect: MatrixWindows['collect'] = (...asked) => this.#windows.collect(...asked);

  reload(): void {
    this.#capabilities.reload();
    this.#applications.reload();
    this.#windows.reload();
  }

  get #wanted(): readonly Application[] {
    const { application } = this.#of.view();
    return application === undefined
      ? this.applications
      : this.applications.filter(({ applicationId }) => applicationId === application);
  }

  #asked() {
    const { client, organization } = this.#context;
    const limit = this.#capabilities.value?.access?.matrixLimit;
    if (this.#of.given() || !client || !organization || !limit) return undefined;
    if (!this.#applications.value) return undefined;
    const { organizationId } = organization;
    const view = this.#of.view();
    return { client, organizationId, view, applications: this.#wanted, limit };
  }

  #question<T>(
    name: string,
    fetch: (
      client: NonNullable<ContextController['client']>,
      scope: { organizationId: string },
      signal: AbortSignal,
    ) => Promise<T>,
  ) {
    const { client, organization } = this.#context;
    if (this.#of.given() || !client || !organization) return undefined;
    const { organizationId } = organization;
    return {
      owner: client,
      key: [client.identity(), organizationId, name] as const,
      fetch: (signal: AbortSignal) => fetch(client, { organizationId }, signal),
    };
  }
}
