import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problem } from '@tesserakit/contract';
import * as v from 'valibot';
import { openHouse } from '../house.ts';
import { createServer } from '../server.ts';
import { seeds } from '../seeds/index.ts';
import { trialControl } from '../trial/control.ts';
import { createWorld } from '../world.ts';

const paths = ['', 'scenario', 'clock', 'latency', 'faults', 'mailbox', 'requests'];
const issuer = 'http://localhost:4400';

describe('the control API', () => {
  it('does not exist unless it is opened (T15)', async () => {
    const server = createServer(openHouse({ name: 'default' }));
    const unknown = await (await server.fetch(new Request(`${issuer}/nothing`))).text();
    const without = (text: string) => text.replace(/"requestId":"\w+"/, '');
    for (const path of paths) {
      const answer = await server.fetch(new Request(`${issuer}/dev/${path}`));
      assert.equal(answer.status, 404);
      assert.equal(without(await answer.text()), without(unknown));
    }
  });

  it('is not opened for a single world, which cannot begin anew', () => {
    const world = createWorld(seeds.default);
    assert.throws(() => createServer(world, { control: true }), /openHouse/);
  });

  it('refuses pages of other origins (T15), and answers to its own and to tools', async () => {
    const { control } = trialControl();
    const refused: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'http://localhost:4300' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'cross-site', Origin: issuer },
    ];
    for (const headers of refused) {
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const { status, body } = await control(
          method,
          'faults',
          method === 'PUT' ? [] : undefined,
          {
            ...headers,
          },
        );
        assert.equal(status, 403, JSON.stringify(headers));
        assert.equal(v.parse(problem, body).code, 'forbidden');
      }
      assert.equal((await control('POST', 'reset', undefined, headers)).status, 403);
    }
    const allowed: Record<string, string>[] = [
      {},
      { Origin: issuer, 'Sec-Fetch-Site': 'same-origin' },
      { 'Sec-Fetch-Site': 'none' },
    ];
    for (const headers of allowed) {
      assert.equal((await control('GET', 'clock', undefined, headers)).status, 200);
    }
  });

  it('refuses to be reached by another name than this machine or its issuer have (T15)', async () => {
    const house = openHouse({ name: 'default' }, { issuer: 'https://directory.example' });
    const server = createServer(house, { control: true });
    const status = async (base: string, Host?: string) => {
      const headers = Host === undefined ? {} : { Host };
      return (await server.fetch(new Request(`${base}/dev/clock`, { headers }))).status;
    };
    for (const host of ['directory.example', 'localhost:1', '127.0.0.1:4400', '[::1]:4400']) {
      assert.equal(await status(`https://${host}`), 200, host);
      assert.equal(await status('https://directory.example', host), 200, host);
    }
    const foreign = [
      'evil.example',
      'localhost.evil.example',
      '10.0.0.1',
      '127.0.0.1.evil.example',
    ];
    for (const host of foreign) {
      assert.equal(await status(`https://${host}`), 403, host);
      assert.equal(await status('https://directory.example', host), 403, host);
    }
  });

  it('refuses what it does not know, and bodies that are not JSON', async () => {
    const { server, control } = trialControl();
    assert.equal((await control('GET', 'nothing')).status, 404);
    assert.equal((await control('DELETE', 'clock')).status, 404);
    for (const [type, body] of [
      ['text/plain', '{"milliseconds":1}'],
      ['application/json', '{'],
      ['application/json', '{"milliseconds":-1}'],
      ['application/json', '{"milliseconds":1,"more":2}'],
    ] as const) {
      const answer = await server.fetch(
        new Request(`${issuer}/dev/latency`, {
          method: 'PUT',
          headers: { 'Content-Type': type },
          body,
        }),
      );
      assert.equal(answer.status, 422, body);
    }
  });

  it('has a page that lists it, without script or style', async () => {
    const { server } = trialControl({ name: 'diagram' });
    const answer = await server.fetch(new Request(`${issuer}/dev`));
    const text = await answer.text();
    assert.equal(answer.headers.get('Content-Type'), 'text/html; charset=utf-8');
    for (const path of paths) assert.ok(text.includes(`/dev/${path}`), path);
    assert.match(text, /Scenario <code>diagram<\/code>/);
    assert.doesNotMatch(text, /<style|<script|style=/);
    const other = await server.fetch(new Request(`${issuer}/dev/`));
    assert.equal(await other.text(), text);
  });
});
