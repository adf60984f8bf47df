/** `npm run build [-- packages login example cdn]`: everything, or the named parts, into `dist/`. */
import { execFile } from 'node:child_process';
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build, defaultClientConditions, type InlineConfig, type Plugin } from 'vite';
import { minifiedTemplates } from './vite.config.ts';

const root = import.meta.dirname;
/** What is published, by folder. */
export const libraries = [
  'packages/domain',
  'packages/contract',
  'packages/client',
  'packages/client-better-auth',
  'packages/elements',
  'packages/login',
  'mock-server',
];

/** Every library as ES modules, file by file, with their declarations; what they import stays an import. */
export async function buildPackages(): Promise<void> {
  await Promise.all([...libraries.map(buildLibrary), buildDeclarations()]);
}

async function buildLibrary(folder: string): Promise<void> {
  const source = join(root, folder, 'src');
  const entry: Record<string, string> = {};
  for await (const file of glob('**/*.ts', { cwd: source })) {
    if (isPublished(file)) entry[file.replace(/\.ts$/, '')] = join(source, file);
  }
  if (Object.keys(entry).length === 0) return;
  await build({
    ...shared,
    plugins: [minifiedTemplates()],
    define: { __TESSERA_VERSION__: JSON.stringify(await versionOf(folder)) },
    build: {
      target: 'es2022',
      outDir: join(root, folder, 'dist'),
      emptyOutDir: false,
      sourcemap: true,
      minify: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        external: (id) => !/^(\.|\/|\0|[A-Za-z]:[\\/])/.test(id),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

function isPublished(file: string): boolean {
  return !/\.test\.ts$|(^|[\\/])trial[\\/]|\.d\.ts$/.test(file);
}

async function buildDeclarations(): Promise<void> {
  const compiler = join(root, 'node_modules/typescript7/bin/tsc');
  const target = join(root, 'node_modules/.cache/tessera-declarations');
  await rm(target, { recursive: true, force: true });
  await promisify(execFile)(process.execPath, [
    compiler,
    '-p',
    join(root, 'tsconfig.build.json'),
  ]).catch((error: { stdout?: string }) => {
    throw new Error(`The declarations cannot be written:\n${error.stdout ?? String(error)}`);
  });
  for await (const file of glob('**/src/**/*.d.ts', { cwd: target })) {
    const place = join(root, file.replace(/([\\/])src([\\/])/, '$1dist$2'));
    const text = await readFile(join(target, file), 'utf8');
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, text.replace(/(from |import\()(["']\.[^"']*)\.ts(["'])/g, '$1$2.js$3'));
  }
}

/** The hosted sign-in pages, as static files for any server. */
export async function buildLoginPages(): Promise<void> {
  await buildPages('packages/login');
}

/** The example application. */
export async function buildExample(): Promise<void> {
  await buildPages('examples/customer-app');
}

async function buildPages(folder: string): Promise<void> {
  const own = join(root, folder, 'vite.config.ts');
  await build({
    configFile: own,
    logLevel: 'warn',
    mode: 'production',
    plugins: [minifiedTemplates()],
  });
}

/**
 * All elements in one file for pages without a bundler, `tessera.js`; the demo's directory and the
 * other languages are files beside it, loaded when they are wanted.
 */
export async function buildCdn(): Promise<void> {
  const outDir = join(root, 'packages/elements/dist/cdn');
  await build({
    ...bundled({ tessera: await everyElement() }),
    define: {
      ...productionOnly,
      __TESSERA_VERSION__: JSON.stringify(await versionOf('packages/elements')),
    },
    build: {
      ...bundledOutput,
      outDir,
      emptyOutDir: true,
      sourcemap: true,
      rolldownOptions: {
        input: 'virtual:tessera',
        preserveEntrySignatures: 'allow-extension',
        output: { entryFileNames: 'tessera.js', chunkFileNames: 'tessera-[name].js' },
      },
    },
  });
}

/** A module that brings all elements, and the client for a page's own backend. */
async function everyElement(): Promise<string> {
  const names = await elementNames();
  const modules = names.map((name) => `export * from '@tesserakit/elements/${name}';`);
  return [...modules, `export { createClient, TesseraError } from '@tesserakit/client';`].join(
    '\n',
  );
}

/** The entries of the kit that register a tag, as `member-table.js`. */
export async function elementNames(): Promise<string[]> {
  const text = await readFile(join(root, 'packages/elements/package.json'), 'utf8');
  const entries = Object.keys((JSON.parse(text) as { exports: object }).exports);
  return entries
    .filter((entry) => entries.includes(entry.replace(/\.js$/, '.class.js')))
    .map((entry) => entry.slice(2));
}

const shared: InlineConfig = { root, configFile: false, logLevel: 'warn', mode: 'production' };
const productionOnly = { 'process.env.NODE_ENV': '"production"' };
const bundledOutput = { target: 'es2022', modulePreload: false, minify: 'oxc' } as const;

const preloadsNothing = 'export const __vitePreload = (load) => load();';

/** A build that carries all it imports, from modules that are written here and not in a file. */
export function bundled(modules: Record<string, string>): InlineConfig {
  const written: Plugin = {
    name: 'written-modules',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith('virtual:') && id.slice(8) in modules ? `\0${id}` : null),
    load(id) {
      // There are no style sheets and no modules to load ahead of an `import()`.
      if (id === '\0vite/preload-helper.js') return preloadsNothing;
      return id.startsWith('\0virtual:') ? modules[id.slice(9)] : null;
    },
  };
  return {
    ...shared,
    base: './',
    plugins: [written, minifiedTemplates()],
    define: productionOnly,
    resolve: { conditions: ['tessera-source', ...defaultClientConditions] },
    build: bundledOutput,
  };
}

async function versionOf(folder: string): Promise<string> {
  const text = await readFile(join(root, folder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

const parts: Record<string, () => Promise<void>> = {
  packages: buildPackages,
  login: buildLoginPages,
  example: buildExample,
  cdn: buildCdn,
};

async function run(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    throw new Error(
      `There is no part "${unknown[0]}". There are: ${Object.keys(parts).join(', ')}.`,
    );
  }
  if (wanted.length === 0) {
    for (const folder of libraries)
      await rm(join(root, folder, 'dist'), { recursive: true, force: true });
  }
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const begin = performance.now();
    await part();
    console.log(`${name.padEnd(10)}${((performance.now() - begin) / 1000).toFixed(1)} s`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  run(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
