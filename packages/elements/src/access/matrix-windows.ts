import { TesseraError, type DirectoryClient } from '@tesserakit/client';
import type { AccessRow, AccessWindow, Application } from '@tesserakit/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { cacheOf, load, QueryObserver } from '../data/query.js';
import type { Query } from '../data/resource.js';
import type { Range } from '../data/row-range.js';
import { awaited, spread, type AccessView, type Given, type MatrixRows } from './matrix-source.js';

/** Which matrix is wanted, and from whom. */
export interface MatrixAsked {
  readonly client: DirectoryClient;
  readonly organizationId: string;
  readonly view: AccessView;
  readonly applications: readonly Application[];
  /** The most rows that one window may hold. */
  readonly limit: number;
}

/** A window of the grid, of which everything is asked for at once. */
const most = { rows: 50, columns: 25, kept: 240 };

interface Watched {
  readonly observer: QueryObserver<AccessWindow, TesseraError>;
  readonly stop: () => void;
}

/** Everything that is known of one matrix. */
interface Known {
  asked: MatrixAsked;
  readonly question: string;
  readonly windows: Map<string, AccessWindow>;
  readonly watched: Map<string, Watched>;
  total: number | undefined;
}

/**
 * Loads the windows of the grid that are in sight, and keeps those that were. While a changed search
 * or filter is on its way, the former rows stay; rows of another organization never do.
 */
export class MatrixWindows implements ReactiveController, MatrixRows {
  readonly #host: ReactiveControllerHost;
  readonly #ask: () => MatrixAsked | undefined;
  readonly #arrived: (members: readonly AccessRow[], applications: readonly Application[]) => void;
  #known: Known | undefined;
  #former: Known | undefined;
  #connected = false;

  /** @param arrived told of members when they are read, or read again. */
  constructor(
    host: ReactiveControllerHost,
    ask: () => MatrixAsked | undefined,
    arrived: (members: readonly AccessRow[], applications: readonly Application[]) => void,
  ) {
    this.#host = host;
    this.#ask = ask;
    this.#arrived = arrived;
    host.addController(this);
  }

  /** Whether anything can be shown. */
  get ready(): boolean {
    return this.#shown?.total !== undefined;
  }

  get total(): number {
    return this.#shown?.total ?? 0;
  }

  /** Whether what is shown belongs to the former search while the new one is on its way. */
  get outdated(): boolean {
    return this.ready && this.#known?.total === undefined && this.error === undefined;
  }

  /** Why a window that is in sight could not be loaded. */
  get error(): TesseraError | undefined {
    for (const { observer } of this.#known?.watched.values() ?? []) {
      const { error } = observer.getCurrentResult();
      if (error) return TesseraError.from(error);
    }
    return undefined;
  }

  reload(): void {
    for (const { observer } of this.#known?.watched.values() ?? []) void observer.refetch();
  }

  /** The columns in the order in which they are shown. */
  get applications(): readonly Application[] {
    return this.#shown?.asked.applications ?? [];
  }

  member(row: number): AccessRow | undefined {
    const [part, place] = [Math.floor(row / most.rows), row % most.rows];
    const { windows, asked } = this.#shown ?? {};
    const columns = Math.max(1, asked?.applications.length ?? 1);
    for (let column = 0; column * most.columns < columns; column += 1) {
      const member = windows?.get(`${part}:${column}`)?.items[place];
      if (member) return member;
    }
    return undefined;
  }

  fill(row: number, columns: ReadonlyMap<string, number>, into: Given[]): void {
    const [part, place] = [Math.floor(row / most.rows), row % most.rows];
    for (let first = 0; first < columns.size; first += most.columns) {
      const window = this.#shown?.windows.get(`${part}:${first / most.columns}`);
      const end = Math.min(columns.size, first + most.columns);
      into.fill(window ? undefined : awaited, first, end);
      const member = window?.items[place];
      if (member) spread(member, columns, into);
    }
  }

  /** Told what is in sight: that is loaded, and followed until something else is. */
  look(rows: Range, columns: Range): void {
    const known = this.#known;
    if (!known || !this.#connected) return;
    const wanted = new Set<string>();
    const parts = (range: Range, size: number) => ({
      from: Math.floor(range.first / size),
      to: Math.floor(Math.max(range.first, range.end - 1) / size),
    });
    const [down, across] = [parts(rows, most.rows), parts(columns, most.columns)];
    for (let part = down.from; part <= down.to; part += 1) {
      for (let column = across.from; column <= across.to; column += 1)
        wanted.add(`${part}:${column}`);
    }
    for (const [name, { stop }] of known.watched) {
      if (wanted.has(name)) continue;
      stop();
      known.watched.delete(name);
    }
    for (const name of wanted) if (!known.watched.has(name)) this.#watch(known, name);
  }

  /**
   * Reads rows by their numbers, also those that are not in sight, for some applications.
   *
   * @throws TesseraError
   */
  async collect(
    rows: Range,
    applications: readonly Application[],
    found: (members: readonly AccessRow[], first: number) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const asked = this.#shown?.asked;
    if (!asked) return;
    for (let first = rows.first; first < rows.end; first += asked.limit) {
      const limit = Math.min(asked.limit, rows.end - first);
      const { items } = await load(questionOf({ ...asked, applications }, first, limit));
      signal.throwIfAborted();
      found(items, first);
    }
  }

  hostUpdate(): void {
    if (!this.#connected) return;
    const asked = this.#ask();
    const question = asked && JSON.stringify(keyOf(asked));
    if (question === this.#known?.question && asked?.client === this.#known?.asked.client) {
      if (asked && this.#known) this.#known.asked = asked;
      return;
    }
    this.#drop(this.#known);
    const former = this.#shown;
    const stays =
      asked !== undefined &&
      former?.asked.client === asked.client &&
      former.asked.organizationId === asked.organizationId;
    this.#former = stays ? former : undefined;
    this.#known =
      asked && question !== undefined
        ? { asked, question, windows: new Map(), watched: new Map(), total: undefined }
        : undefined;
    if (this.#known) this.look({ first: 0, end: 1 }, { first: 0, end: 1 });
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#drop(this.#known);
    this.#known = this.#former = undefined;
  }

  get #shown(): Known | undefined {
    return this.#known?.total === undefined ? (this.#former ?? this.#known) : this.#known;
  }

  #drop(known: Known | undefined): void {
    for (const { stop } of known?.watched.values() ?? []) stop();
    known?.watched.clear();
  }

  #watch(known: Known, name: string): void {
    const [part = 0, column = 0] = name.split(':').map(Number);
    const { asked } = known;
    const applications = asked.applications.slice(
      column * most.columns,
      (column + 1) * most.columns,
    );
    const query = questionOf({ ...asked, applications }, part * most.rows, most.rows);
    const observer = new QueryObserver<AccessWindow, TesseraError>(cacheOf(query.owner), {
      queryKey: query.key as readonly unknown[],
      queryFn: ({ signal }) => query.fetch(signal),
    });
    const take = (): void => {
      const { data } = observer.getCurrentResult();
      if (data && data !== known.windows.get(name)) {
        known.windows.delete(name);
        known.windows.set(name, data);
        known.total = data.total;
        // Whoever has been everywhere does not keep everything.
        for (const oldest of known.windows.keys()) {
          if (known.windows.size <= most.kept) break;
          if (!known.watched.has(oldest)) known.windows.delete(oldest);
        }
        this.#arrived(data.items, applications);
      }
      if (known.windows === this.#known?.windows) this.#host.requestUpdate();
    };
    known.watched.set(name, { observer, stop: observer.subscribe(take) });
    take();
  }
}

/** What is asked for, whichever window of it. */
function wantedIn({ organizationId, view, applications }: MatrixAsked) {
  const { standing, application } = view;
  return {
    organizationId,
    ...view,
    application: standing && application,
    applications: applications.map(({ applicationId }) => applicationId).join(','),
  };
}

function keyOf(asked: MatrixAsked) {
  const { client, organizationId } = asked;
  return [client.identity(), organizationId, 'accessMatrix', wantedIn(asked)] as const;
}

function questionOf(asked: MatrixAsked, first: number, limit: number): Query<AccessWindow> {
  return {
    owner: asked.client,
    key: [...keyOf(asked), first, limit],
    fetch: (signal) => asked.client.access.matrix({ ...wantedIn(asked), first, limit }, { signal }),
  };
}
