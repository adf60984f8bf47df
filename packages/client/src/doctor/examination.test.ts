import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Member } from '@tesserakit/contract';
import type { DirectoryClient } from '../directory.ts';
import { beginAtAcme } from '../conformance/trial/acme.ts';
import { TesseraError } from '../errors.ts';
import { unsupportedDirectory } from '../unsupported.ts';
import { examine, table, type Finding } from './index.ts';

/** What the doctor finds of the reference client, where some of it is made otherwise. */
async function found(
  otherwise: (good: DirectoryClient) => Partial<DirectoryClient> = () => ({}),
  patience?: number,
) {
  const { client, organizationId } = await beginAtAcme();
  const findings = await examine({ ...client, ...otherwise(client) }, organizationId, { patience });
  const of = (what: string) => {
    const finding = findings.find((one) => one.what === what);
    assert.ok(finding, `Nothing is said about ${what}.`);
    return finding;
  };
  return { findings, of };
}

function listing(list: (good: DirectoryClient) => DirectoryClient['members']['list']) {
  return found((good) => ({ members: { ...good.members, list: list(good) } }));
}

function broken(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ verdict }) => verdict === 'broken').map(({ what }) => what);
}

describe('examine', () => {
  it('finds nothing broken and nothing absent in the reference client', async () => {
    const { findings } = await found();
    assert.deepEqual(
      findings.filter(({ verdict }) => verdict !== 'shown'),
      [],
    );
  });

  it('finds everything absent that is not claimed, and says when it is there all the same', async () => {
    const { findings, of } = await found((good) => ({
      capabilities: () =>
        Promise.resolve({
          organizations: { search: false },
          members: { search: false, sorts: [], filters: [], total: false, pageLimit: 10 },
        }),
      invitations: unsupportedDirectory().invitations,
      audit: good.audit,
    }));
    assert.deepEqual(broken(findings), []);
    assert.deepEqual(of('Invitations'), {
      what: 'Invitations',
      verdict: 'absent',
      why: 'The backend does not claim it.',
    });
    assert.match(of('Audit log').why, /it answers/);
    assert.doesNotMatch(of('How many members there are').why, /it answers/);
  });

  it('says so when the backend is down', async () => {
    const { findings } = await found(() => ({
      capabilities: () => Promise.reject(new TesseraError('network')),
    }));
    assert.equal(findings.length, 1);
    assert.match(findings[0]!.why, /^It is refused with network: /);
  });

  it('says so when the backend never answers, and goes on', async () => {
    const never = (good: DirectoryClient) => ({
      audit: { ...good.audit, list: () => new Promise<never>(() => undefined) },
    });
    const { findings, of } = await found(never, 2000);
    assert.deepEqual(broken(findings), ['Audit log']);
    assert.match(of('Audit log').why, /timeout/);
  });

  it('says where an answer is another than it should be', async () => {
    const { of } = await listing((good) => async (query, options) => ({
      ...(await good.members.list(query, options)),
      items: [{ userId: 7 } as unknown as Member],
    }));
    assert.equal(of('Members').verdict, 'broken');
    assert.match(of('Members').why, /at items\.0\./);
  });

  it('says what kind of error is none of the closed list', async () => {
    const { of } = await listing(() => () => Promise.reject(new SyntaxError('<html>')));
    assert.match(of('Members').why, /SyntaxError: <html>/);
  });

  it('catches claims that are not kept: a count, a search, a version, a verdict', async () => {
    const uncounted = await listing((good) => async (query, options) => ({
      ...(await good.members.list(query, options)),
      total: null,
    }));
    assert.deepEqual(broken(uncounted.findings), ['How many members there are']);

    const deaf = await listing(
      (good) => (query, options) =>
        query.search === undefined
          ? good.members.list(query, options)
          : Promise.reject(new TesseraError('unsupported')),
    );
    assert.deepEqual(broken(deaf.findings), ['Search in members']);

    const bare = await listing((good) => async (query, options) => {
      const page = await good.members.list(query, options);
      return { ...page, items: page.items.map(({ version: _, ...member }) => member) };
    });
    assert.deepEqual(broken(bare.findings), ['Versions of members']);

    const silent = await listing((good) => async (query, options) => {
      const page = await good.members.list(query, options);
      return { ...page, items: page.items.map((member) => ({ ...member, actions: {} })) };
    });
    assert.deepEqual(broken(silent.findings), [
      'Suspend and reactivate members',
      'Remove members',
      'Change titles and departments',
      'Give organization roles',
    ]);
  });
});

describe('table', () => {
  it('has a line for each finding and counts them, and no control characters of a backend', () => {
    const text = table([
      { what: 'Members', verdict: 'shown', why: 'Yes.' },
      { what: 'Audit log', verdict: 'absent', why: 'No.' },
      { what: 'API keys', verdict: 'broken', why: 'It says \u001b[2Jnothing.' },
    ]);
    assert.match(text, /✓ Members {4}Yes\./);
    assert.match(text, /\n1 shown, 1 absent, 1 broken\n/);
    assert.ok(!text.includes('\u001b'));
  });
});
