import { readFile, rename, writeFile } from 'node:fs/promises';
import type { House } from '../house.ts';
import { keepHouse, type KeptHouse } from './house.ts';
import { isKept, unwrap } from './parcel.ts';
import { queue, type Shelf } from './shelf.ts';

/**
 * Keeps the world of a house in a file. What is in the file already takes its place, with the
 * scenario that it came from.
 *
 * @throws Error with a sentence for the person at the terminal when the scenario is never kept, or
 * the file holds something else.
 */
export async function keepInFile(house: House, path: string): Promise<KeptHouse> {
  const { name } = house.scenario;
  if (!isKept(name)) throw new Error(`The seed "${name}" is never kept. Leave out --file.`);
  const kept = keepHouse(house, await fileShelf(path));
  await kept.keeping.read(async () => undefined);
  return kept;
}

/**
 * One world in a file of its own. It is replaced as a whole, so that whatever stops the process
 * leaves what was there before or what is there after.
 */
async function fileShelf(path: string): Promise<Shelf> {
  let kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Error(`${path} cannot be read: ${error.message}`, { cause: error });
  });
  if (kept !== undefined && !(await unwrap(kept))) {
    throw new Error(
      `${path} is damaged, or of another version. Move it away to begin anew; it was left as it is.`,
    );
  }
  return {
    read: async () => kept,
    write: async (text) => {
      const next = `${path}.next`;
      await writeFile(next, text, { flush: true });
      await rename(next, path);
      kept = text;
    },
    alone: queue(),
    watch: () => undefined,
  };
}
