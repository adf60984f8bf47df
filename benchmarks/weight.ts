import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { bundled } from '../build.ts';

/** The bytes of a text as it travels: gzip at its best. */
export function gz(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length;
}

export interface Bundle {
  /** Files by name; the entry is `entry.js`. */
  readonly files: ReadonlyMap<string, string>;
  /** The entry and all it imports, without what is behind `import()`. */
  readonly atOnce: readonly string[];
  /** What only demo pages load: a whole directory server. */
  readonly demo: ReadonlySet<string>;
}

/** A module as an application's bundler would ship it, with everything it imports. */
export async function bundle(source: string): Promise<Bundle> {
  const config = bundled({ entry: source });
  const result = await build({
    ...config,
    build: {
      ...config.build,
      write: false,
      rolldownOptions: {
        input: 'virtual:entry',
        output: { entryFileNames: 'entry.js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  const chunks = new Map(
    (result as Rolldown.RolldownOutput).output
      .filter((file) => file.type === 'chunk')
      .map((chunk) => [chunk.fileName, chunk]),
  );
  const atOnce = new Set<string>(['entry.js']);
  for (const file of atOnce) for (const other of chunks.get(file)?.imports ?? []) atOnce.add(other);
  const demo = [...chunks.values()].filter(({ moduleIds }) =>
    moduleIds.some((id) => /[\\/]mock-server[\\/]/.test(id)),
  );
  return {
    files: new Map([...chunks].map(([file, { code }]) => [file, code])),
    atOnce: [...atOnce],
    demo: new Set(demo.map(({ fileName }) => fileName)),
  };
}
