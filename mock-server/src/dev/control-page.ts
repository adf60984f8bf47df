import type { House } from '../house.ts';
import { page } from '../page.ts';
import { seedNames } from '../seeds/index.ts';

/** A plain page that says what can be controlled, and how. */
export function controlPage({ scenario }: House): Response {
  return page(
    'Control of the mock server',
    `<p>Scenario <code>${scenario.name}</code>, random seed ${scenario.random}.
      There are: ${seedNames.map((name) => `<code>${name}</code>`).join(', ')}.</p>
    <dl>
      <dt><code>POST /dev/reset</code></dt>
      <dd>The same scenario anew.</dd>
      <dt><a href="/dev/scenario"><code>/dev/scenario</code></a></dt>
      <dd>GET, and POST <code>{ "name": "diagram", "random": 1 }</code>.</dd>
      <dt><a href="/dev/clock"><code>/dev/clock</code></a></dt>
      <dd>GET, and POST <code>{ "moveBy": 300000 }</code> in milliseconds or
        <code>{ "setTo": "2030-01-01T00:00:00Z" }</code>.</dd>
      <dt><a href="/dev/dns"><code>/dev/dns</code></a></dt>
      <dd>Text records: GET, and PUT
        <code>{ "name": "_tessera.acme.example", "values": ["…"] }</code>.</dd>
      <dt><code>POST /dev/domains/recheck</code></dt>
      <dd>The records of all domains are looked for again.</dd>
      <dt><code>POST /dev/keys/rotation</code></dt>
      <dd>Tokens are signed with new keys from now on.</dd>
      <dt><a href="/dev/latency"><code>/dev/latency</code></a></dt>
      <dd>GET, and PUT <code>{ "milliseconds": 300, "jitter": 200 }</code>.</dd>
      <dt><a href="/dev/faults"><code>/dev/faults</code></a></dt>
      <dd>GET, DELETE, and PUT
        <code>[{ "route": "members.list", "kind": "status", "status": 503, "times": 2 }]</code>.
        A route is an operation or a path with <code>*</code> and <code>**</code>; a kind is
        <code>status</code>, <code>html</code>, <code>timeout</code>, <code>dropped</code>,
        <code>truncated</code> or <code>out-of-order</code>; also <code>method</code>,
        <code>retryAfter</code> in seconds, and <code>rate</code> from 0 to 1.</dd>
      <dt><a href="/dev/mailbox"><code>/dev/mailbox</code></a></dt>
      <dd>The mail that would have been sent. As a list, <code>/dev/mailbox.json</code>: GET, with
        <code>?to=</code> an address and <code>?purpose=</code>, and DELETE.</dd>
      <dt><a href="/dev/requests"><code>/dev/requests</code></a></dt>
      <dd>The last 1,000 requests: GET, with <code>?since=</code> a number, and DELETE.</dd>
    </dl>`,
  );
}
