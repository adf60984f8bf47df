import { openHouse, type Scenario } from '../house.ts';
import type { WorldOptions } from '../world.ts';
import { keepHouse, type KeptHouse } from './house.ts';
import type { Shelf } from './shelf.ts';

export interface KeptHouseOptions extends Omit<WorldOptions, 'random'> {
  /** Under which the browser keeps the world; by default the name of the scenario. */
  readonly name?: string;
}

/**
 * Opens a house whose world survives a reload, and is the same one in every tab of this origin that
 * opens it by the same name. `large` and `hostile` are never kept. What this browser keeps of
 * another version, or damaged, is left, and the scenario begins anew.
 *
 * @throws RangeError that lists the names, for a scenario that does not exist.
 */
export function openKeptHouse(beginning: Scenario, options: KeptHouseOptions = {}): KeptHouse {
  const { name = beginning.name, ...rest } = options;
  return keepHouse(openHouse(beginning, rest), browserShelf(name));
}

const store = 'worlds';

/** One text in IndexedDB, for all tabs of this origin. */
function browserShelf(name: string): Shelf {
  const lock = `tessera-world ${name}`;
  // Where nothing can be kept, there is nothing to tell, and Node would wait to be told.
  const channel = 'indexedDB' in globalThis ? new BroadcastChannel(lock) : undefined;
  let opened: Promise<IDBDatabase> | undefined;
  const within = async <T>(
    mode: IDBTransactionMode,
    ask: (worlds: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => {
    const database = await (opened ??= openDatabase());
    const transaction = database.transaction(store, mode);
    const request = ask(transaction.objectStore(store));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    return request.result;
  };
  return {
    read: () => within<string | undefined>('readonly', (worlds) => worlds.get(name)),
    write: async (text) => {
      await within('readwrite', (worlds) => worlds.put(text, name));
      channel?.postMessage('written');
    },
    alone: async (task) => navigator.locks.request(lock, task),
    watch: (watcher) => channel?.addEventListener('message', watcher),
  };
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('tessera-mock', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store);
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
  return request.result;
}
