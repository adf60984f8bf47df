import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the search needs to know of, and may do on, the machine it runs on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Whether Debian's packages can be installed: apt is there, and we are root. */
  readonly debianRoot: boolean;
  exists(path: string): boolean;
  /** Files that match a pattern, the newest version first. */
  glob(pattern: string): string[];
  /** Whether the command ended well within so many seconds. */
  run(command: string, parameters: readonly string[], seconds: number): boolean;
  say(line: string): void;
}

/** What keeps a browser quiet and able to run inside a container. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Where a browser of Chromium's family is: the one that `CHROME_PATH` names, an installed one, one
 * downloaded before, a fresh download, or Debian's package. What was found is started once, since
 * some systems ship a stub in its place.
 *
 * @throws Error with what to do, when there is none and none can be had.
 */
export function findBrowser(machine: Machine = thisMachine): string {
  const named = machine.env['CHROME_PATH'];
  if (named) {
    if (works(machine, named)) return named;
    throw new Error(`CHROME_PATH is ${named}, but no browser starts there.`);
  }
  const found = installed(machine) ?? downloaded(machine) ?? download(machine) ?? debian(machine);
  if (found) return found;
  throw new Error(
    'No browser was found, and none could be installed. Install Chromium or Chrome, or name one in CHROME_PATH.',
  );
}

const names = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
];

function installed(machine: Machine): string | undefined {
  const { platform, env, home } = machine;
  const ending = platform === 'win32' ? '.exe' : '';
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
  return firstOf(machine, [...onPath, ...usualPlaces(platform, env, home)]);
}

function usualPlaces(platform: NodeJS.Platform, env: Machine['env'], home: string): string[] {
  if (platform === 'darwin') {
    return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) =>
        join(folder, `${name}.app`, 'Contents/MacOS', name),
      ),
    );
  }
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
      ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map(
        (place) => join(env[variable] ?? '', place),
      ),
    );
  }
  return names.flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`]);
}

/** What Playwright has downloaded, now or for another project. */
function downloaded(machine: Machine): string | undefined {
  const { platform, env, home } = machine;
  const caches: Partial<Record<NodeJS.Platform, string>> = {
    darwin: join(home, 'Library/Caches'),
    win32: env['LOCALAPPDATA'] ?? join(home, 'AppData/Local'),
  };
  const cache = caches[platform] ?? env['XDG_CACHE_HOME'] ?? join(home, '.cache');
  const folder = env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(cache, 'ms-playwright');
  const executables = '{chrome-headless-shell,headless_shell,chrome}{,.exe}';
  return firstOf(machine, [
    ...machine.glob(join(folder, 'chromium_headless_shell-*/*', executables)),
    ...machine.glob(join(folder, 'chromium-*/*', executables)),
  ]);
}

function download(machine: Machine): string | undefined {
  machine.say('No browser is installed: downloading one …');
  const playwright = fileURLToPath(import.meta.resolve('playwright-core/package.json'));
  const command = join(dirname(playwright), 'cli.js');
  const parameters = [command, 'install', '--only-shell', 'chromium'];
  if (machine.run(process.execPath, parameters, 240)) return downloaded(machine);
  machine.say('The download failed.');
  return undefined;
}

function debian(machine: Machine): string | undefined {
  if (!machine.debianRoot) return undefined;
  const options = ['-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];
  machine.run('apt-get', ['update'], 120);
  for (const name of ['chromium-headless-shell', 'chromium']) {
    machine.say(`Installing Debian's ${name} …`);
    if (machine.run('apt-get', ['install', ...options, name], 600)) return installed(machine);
  }
  return undefined;
}

function firstOf(machine: Machine, places: readonly string[]): string | undefined {
  return places.find((place) => works(machine, place));
}

function works(machine: Machine, place: string): boolean {
  if (!machine.exists(place)) return false;
  // On Windows `--version` opens a window instead of answering.
  return machine.platform === 'win32' || machine.run(place, ['--version', '--no-sandbox'], 20);
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  debianRoot: process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
  exists: existsSync,
  glob: (pattern) =>
    globSync(pattern.replaceAll('\\', '/')).sort((a, b) =>
      b.localeCompare(a, 'en', { numeric: true }),
    ),
  run: (command, parameters, seconds) =>
    spawnSync(command, parameters, {
      timeout: seconds * 1000,
      killSignal: 'SIGKILL',
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0,
  say: (line) => console.error(line),
};
