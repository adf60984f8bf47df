import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findBrowser, type Machine } from './browser.ts';

/** A machine on which these files start when they are run, and these commands end well. */
function setup(
  some: Partial<Machine> & { files?: string[]; onRun?: (command: string) => boolean },
) {
  const files = new Set(some.files);
  const commands: string[] = [];
  const machine: Machine = {
    platform: 'linux',
    env: { PATH: '/opt/bin:/usr/bin' },
    home: '/home/ada',
    debianRoot: false,
    exists: (path) => files.has(path),
    glob: (pattern) =>
      [...files].filter((file) => file.startsWith(pattern.slice(0, pattern.indexOf('*')))),
    run: (command, parameters) => {
      if (parameters[0] === '--version') return !command.includes('stub');
      const line = [command.split('/').at(-1), ...parameters].join(' ');
      commands.push(line);
      return some.onRun?.(line) ?? false;
    },
    say: () => undefined,
    ...some,
  };
  return { machine, files, commands };
}

const shell = '/home/ada/.cache/ms-playwright/chromium_headless_shell-1200/linux/headless_shell';

describe('findBrowser', () => {
  it('takes the browser that CHROME_PATH names before any other', () => {
    const { machine } = setup({
      files: ['/opt/bin/chromium', '/my/chrome'],
      env: { PATH: '/opt/bin', CHROME_PATH: '/my/chrome' },
    });
    assert.equal(findBrowser(machine), '/my/chrome');
  });

  it('says so when nothing starts at CHROME_PATH, instead of taking another one', () => {
    const { machine } = setup({
      files: ['/opt/bin/chromium'],
      env: { PATH: '/opt/bin', CHROME_PATH: '/my/chrome' },
    });
    assert.throws(() => findBrowser(machine), /CHROME_PATH is \/my\/chrome/);
  });

  it('takes an installed one without downloading anything', () => {
    const { machine, commands } = setup({ files: ['/opt/bin/google-chrome', shell] });
    assert.equal(findBrowser(machine), '/opt/bin/google-chrome');
    assert.deepEqual(commands, []);
  });

  it('looks where macOS and Windows keep their applications', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    assert.equal(findBrowser(setup({ platform: 'darwin', files: [chrome] }).machine), chrome);
    const edge = '/programs/Microsoft/Edge/Application/msedge.exe';
    const env = { 'PROGRAMFILES(X86)': '/programs' };
    assert.equal(findBrowser(setup({ platform: 'win32', env, files: [edge] }).machine), edge);
  });

  it('passes over a stub that does not start', () => {
    const { machine } = setup({
      env: { PATH: '/stub:/opt/bin' },
      files: ['/stub/chromium', '/opt/bin/chromium'],
    });
    assert.equal(findBrowser(machine), '/opt/bin/chromium');
  });

  it('takes one that was downloaded before', () => {
    const { machine, commands } = setup({ files: [shell] });
    assert.equal(findBrowser(machine), shell);
    assert.deepEqual(commands, []);
  });

  it('downloads one where there is none', () => {
    const { machine, files } = setup({
      onRun: (line) => line.includes('install --only-shell chromium') && !!files.add(shell),
    });
    assert.equal(findBrowser(machine), shell);
  });

  it("installs Debian's package when the download fails, with chromium as the second choice", () => {
    const { machine, files, commands } = setup({
      debianRoot: true,
      onRun: (line) =>
        /^apt-get install .* chromium$/.test(line) && !!files.add('/usr/bin/chromium'),
    });
    assert.equal(findBrowser(machine), '/usr/bin/chromium');
    assert.deepEqual(
      commands.slice(1).map((line) => line.replace(/ -.*Timeout=300/, '')),
      ['apt-get update', 'apt-get install chromium-headless-shell', 'apt-get install chromium'],
    );
  });

  it('tells a person without rights and network what to do', () => {
    const { machine, commands } = setup({});
    assert.throws(
      () => findBrowser(machine),
      /Install Chromium or Chrome, or name one in CHROME_PATH/,
    );
    assert.ok(!commands.some((line) => line.startsWith('apt-get')));
  });
});
