import type { House } from '../house.ts';
import { exportWorld } from '../snapshot.ts';
import { isKept, unwrap, wrap } from './parcel.ts';
import type { Shelf } from './shelf.ts';

/** How requests to a kept world take turns with those to the same world elsewhere. */
export interface Keeping {
  /** Runs what changes nothing, on the newest world that this place was told about. */
  read<T>(task: () => Promise<T>): Promise<T>;
  /** Runs what may change something, alone and on the newest world; it is kept when this resolves. */
  write<T>(task: () => Promise<T>): Promise<T>;
}

/**
 * Keeps the world of a house on a shelf, where the same world may be kept from several places.
 * Where the shelf does not work, the house goes on in memory, and says so once.
 */
export function keepingOf(house: House, shelf: Shelf): Keeping {
  /** The newest text, as far as this house knows. */
  let known: string | undefined;
  let stale = true;
  let works = true;

  const giveUp = (error: unknown) => {
    if (works) console.warn('The world is not kept: it lives in memory from here on.', error);
    works = false;
  };
  const save = async () => {
    const { scenario, world } = house;
    if (!isKept(scenario.name)) return;
    const text = await wrap({ scenario, world: await exportWorld(world) });
    await shelf.write(text);
    known = text;
  };
  /** Where nothing is kept yet that is of use, what is here is what others are to find. */
  const follow = async () => {
    stale = false;
    const newest = await shelf.read();
    if (newest === undefined) return save();
    if (newest === known) return;
    const parcel = await unwrap(newest);
    if (!parcel) {
      console.warn('The kept world is damaged or of another version. It begins anew.');
      return save();
    }
    known = newest;
    house.moveIn(parcel.scenario, parcel.world);
  };
  const alone = async <T>(task: () => Promise<T>): Promise<T> => {
    let begun = false;
    try {
      return await shelf.alone(() => {
        begun = true;
        return task();
      });
    } catch (error) {
      if (begun) throw error;
      giveUp(error);
      return task();
    }
  };
  const follows = () => works && isKept(house.scenario.name);
  shelf.watch(() => {
    stale = true;
  });
  return {
    read: async (task) => {
      if (stale && follows()) await alone(() => follow().catch(giveUp));
      return task();
    },
    write: async (task) => {
      if (!works) return task();
      return alone(async () => {
        if (follows()) await follow().catch(giveUp);
        const result = await task();
        if (works) await save().catch(giveUp);
        return result;
      });
    },
  };
}
