import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose';
import { providerKey } from '../idp/provider-keys.ts';
import { nodeSaml } from '../saml/node.ts';
import { createServer } from '../server.ts';
import { answerIn, redeem, trialBrowser } from '../trial/browser.ts';
import {
  ada,
  arrivals,
  choose,
  federatedServer,
  fieldIn,
  locationOf,
  pathOf,
  setOut,
  stepAt,
} from '../trial/federation.ts';
import { readSamlAnswer } from './saml-answer.ts';
import type { SamlStatement } from './saml.ts';
import type { Departure } from './stage.ts';

const acs = '/federation/connection_saml/acs';

/** To the provider, and back with its form, which is not sent yet. */
async function fetched(some: Parameters<typeof federatedServer>[1] = {}, people = [ada]) {
  const all = federatedServer('saml', some, people);
  const { transactionId, away } = await setOut(all.browser);
  const html = await (await choose(all.browser, away, people[0]?.subject ?? '')).text();
  const form = {
    SAMLResponse: fieldIn(html, 'SAMLResponse'),
    RelayState: fieldIn(html, 'RelayState'),
  };
  const post = (sent: Partial<typeof form> = form, path = acs) =>
    all.browser.send(path, { method: 'POST', body: new URLSearchParams(sent) });
  return { ...all, transactionId, away, html, form, post };
}

describe('signing in through a SAML provider', () => {
  it('goes there and back, makes a member, and gives roles by groups', async () => {
    const person = { subject: 'ada', says: { mail: 'ada@acme.example', groups: ['chiefs'] } };
    const { world, server, browser, post } = await fetched({ attributes: { email: 'mail' } }, [
      person,
    ]);
    const arrived = locationOf(await post());
    const home = await browser.send(pathOf(arrived));
    const tokens = await redeem(world, server, answerIn(await stepAt(browser, home)).get('code'));
    assert.equal(tokens.status, 200);
    const [identity] = world.identities.values();
    const grants = world.grants.get('org_acme')?.get(identity?.userId ?? '');
    assert.deepEqual(
      grants?.find((one) => one.applicationId === 'app_flights')?.roles.map((one) => one.source),
      ['default', 'idp-group'],
    );
    assert.deepEqual(arrivals(world), ['success']);
  });

  it('takes what a form of another site brings without the browser’s own cookies', async () => {
    const { world, server, browser, form } = await fetched();
    const response = await server.fetch(
      new Request(`${world.issuer}${acs}`, {
        method: 'POST',
        headers: { Origin: 'https://saml.acme.example', 'Sec-Fetch-Site': 'cross-site' },
        body: new URLSearchParams(form),
      }),
    );
    assert.equal(response.headers.get('Set-Cookie'), null);
    const arrived = pathOf(locationOf(response));
    const other = trialBrowser(world, server);
    const refused = locationOf(await other.send(arrived));
    assert.equal((await other.step(refused.searchParams.get('tx') ?? '')).step, 'error');
    assert.ok(answerIn(await stepAt(browser, await browser.send(arrived))).has('code'));
  });

  it('F09: takes an answer once, and none that nobody asked for', async () => {
    const { world, browser, form, post, transactionId } = await fetched();
    const arrived = pathOf(locationOf(await post()));
    const errorAt = async (response: Response) => {
      const step = await browser.step(locationOf(response).searchParams.get('tx') ?? '');
      return step.step;
    };
    assert.equal(await errorAt(await post()), 'error');
    await browser.send(arrived);
    assert.equal(await errorAt(await browser.send(arrived)), 'error');
    assert.equal(await errorAt(await post({ SAMLResponse: form.SAMLResponse })), 'error');
    assert.equal(await errorAt(await post({ ...form, RelayState: transactionId })), 'error');
    assert.deepEqual(arrivals(world), ['success']);
  });

  it('F15: follows no address that comes along', async () => {
    const { browser, form, post } = await fetched();
    for (const RelayState of [
      'javascript:alert(1)',
      'https://evil.example/',
      '"><script>',
      '//x',
    ]) {
      const to = locationOf(await post({ ...form, RelayState }));
      assert.equal(to.pathname, '/login/');
      assert.equal((await browser.step(to.searchParams.get('tx') ?? '')).step, 'error');
    }
  });

  it('F08: believes nothing that was changed, and says so in the log', async () => {
    const { world, browser, form, post, transactionId } = await fetched();
    const xml = Buffer.from(form.SAMLResponse, 'base64').toString();
    const changed = xml.replaceAll('ada@acme.example', 'agent@acme.example');
    await post({ ...form, SAMLResponse: Buffer.from(changed).toString('base64') });
    const step = await browser.step(transactionId);
    assert.ok(step.step === 'federated' && step.refusal === 'forbidden');
    assert.deepEqual(arrivals(world), ['forbidden']);
    assert.equal(world.authorization.sessions.size, 0);
  });

  it('says plainly where it cannot be spoken', async () => {
    const { world } = federatedServer('saml');
    const browser = trialBrowser(world, createServer(world));
    const transactionId = await browser.begin();
    await browser.act(transactionId, { action: 'identify', identifier: 'ada@acme.example' });
    await browser.send(`/login/api/${transactionId}/federation`);
    const step = await browser.step(transactionId);
    assert.ok(step.step === 'federated' && step.refusal === 'unsupported');
    assert.equal((await browser.send('/idp/saml/sso')).status, 404);
  });

  it('F18: escapes what the provider says, both ways', async () => {
    const says = { email: 'ada@acme.example', name: '<b>&"\'Ada</b>', groups: ['<x>', 'chiefs'] };
    const { world, browser, post } = await fetched({}, [{ subject: 'a&<"b', says }]);
    await browser.send(pathOf(locationOf(await post())));
    const [identity] = world.identities.values();
    assert.equal(identity?.subject, 'a&<"b');
    assert.equal(world.users.get(identity?.userId ?? '')?.name, '<b>&"\'Ada</b>');
  });
});

describe('readSamlAnswer', () => {
  const departure: Departure = {
    state: 'tx.1',
    nonce: 'n',
    verifier: 'v',
    requestId: '_request',
    binding: 'b',
  };

  async function setup() {
    const { world, connection, later } = federatedServer('saml');
    const here = `${world.issuer}${acs}`;
    const usual: SamlStatement = {
      assertionId: '_1',
      issuer: connection.issuer,
      subject: 'ada',
      attributes: { email: 'ada@acme.example' },
      audiences: [`${world.issuer}/federation/connection_saml`],
      notBefore: world.now(),
      notOnOrAfter: world.now() + 300_000,
      confirmation: {
        recipient: here,
        inResponseTo: '_request',
        notOnOrAfter: world.now() + 300_000,
      },
      destination: here,
      inResponseTo: '_request',
    };
    const { privatePem } = await providerKey(world, 'saml');
    const signed = (said: Partial<SamlStatement> = {}, pem = privatePem) =>
      nodeSaml.respond({ ...usual, ...said }, pem);
    const read = (message: string, certificate?: string) =>
      readSamlAnswer(
        world,
        { ...connection, ...(certificate !== undefined && { certificate }) },
        departure,
        message,
        nodeSaml,
      ).catch(() => undefined);
    return { world, usual, signed, read, later };
  }

  const decoded = (message: string) => Buffer.from(message, 'base64').toString();
  const encoded = (xml: string) => Buffer.from(xml).toString('base64');

  it('reads who it is by issuer and name', async () => {
    const { read, signed } = await setup();
    const said = await read(await signed());
    assert.deepEqual([said?.subject, said?.email], ['ada', 'ada@acme.example']);
  });

  it('F07: believes no answer for another audience, recipient, request or issuer', async () => {
    const { read, signed, usual } = await setup();
    const { confirmation } = usual;
    const wrong: Partial<SamlStatement>[] = [
      { audiences: ['https://other.example'] },
      { audiences: [] },
      { audiences: [...usual.audiences, 'https://other.example'] },
      { issuer: 'https://other.example/metadata' },
      { destination: 'https://other.example/acs' },
      { inResponseTo: '_other' },
      { inResponseTo: undefined },
      { confirmation: { ...confirmation, recipient: 'https://other.example/acs' } },
      { confirmation: { ...confirmation, recipient: undefined } },
      { confirmation: { ...confirmation, inResponseTo: '_other' } },
      { confirmation: { ...confirmation, inResponseTo: undefined } },
    ];
    for (const [at, some] of wrong.entries()) {
      const message = await signed({ ...some, assertionId: `_wrong${at}` });
      assert.equal(await read(message), undefined, JSON.stringify(some));
    }
  });

  it('F09: believes no answer twice, too late, too early, or without an end', async () => {
    const { world, read, signed, usual, later } = await setup();
    const message = await signed();
    assert.notEqual(await read(message), undefined);
    assert.equal(await read(message), undefined);
    const { confirmation } = usual;
    const wrong: Partial<SamlStatement>[] = [
      { notOnOrAfter: undefined },
      { confirmation: { ...confirmation, notOnOrAfter: undefined } },
      { notBefore: world.now() + 61_000 },
      { notOnOrAfter: world.now() - 60_000 },
      { confirmation: { ...confirmation, notOnOrAfter: world.now() - 60_000 } },
    ];
    for (const [at, some] of wrong.entries()) {
      const other = await signed({ ...some, assertionId: `_wrong${at}` });
      assert.equal(await read(other), undefined, JSON.stringify(some));
    }
    const kept = await signed({ assertionId: '_kept' });
    later(360_000);
    assert.equal(await read(kept), undefined);
  });

  it('F08: believes nothing unsigned, or signed by a key that comes along', async () => {
    const { read, signed } = await setup();
    const strange = await generateKeyPair('RS256', { extractable: true });
    assert.equal(await read(await signed({}, await exportPKCS8(strange.privateKey))), undefined);
    const message = decoded(await signed({ assertionId: '_2' }));
    const unsigned = message.replace(/<Signature[^]*<\/Signature>/, '');
    assert.notEqual(unsigned, message);
    assert.equal(await read(encoded(unsigned)), undefined);
    for (const text of ['', 'x', '<Response/>', message.slice(0, 500)]) {
      assert.equal(await read(encoded(text)), undefined);
    }
  });

  it('F08: believes no assertion around, beside or inside the signed one', async () => {
    const { read, signed } = await setup();
    const xml = decoded(await signed());
    const [assertion = ''] = /<saml:Assertion[^]*<\/saml:Assertion>/.exec(xml) ?? [];
    const [signature = ''] = /<Signature[^]*<\/Signature>/.exec(assertion) ?? [];
    const bare = assertion.replace(signature, '');
    const evil = bare.replaceAll('ada', 'eve').replace(/ID="_1"/, 'ID="_evil"');
    const twin = bare.replaceAll('ada', 'eve');
    const around = (inner: string) =>
      evil.replace('</saml:Assertion>', `${inner}</saml:Assertion>`);
    const wrapped = [
      xml.replace(assertion, `${evil}${assertion}`),
      xml.replace(assertion, `${assertion}${evil}`),
      xml.replace(assertion, `${twin}${assertion}`),
      xml.replace(assertion, around(assertion)),
      xml.replace(assertion, around(signature)),
      xml.replace(assertion, evil.replace('<saml:Subject>', `${signature}<saml:Subject>`)),
      xml.replace(assertion, `<samlp:Extensions>${assertion}</samlp:Extensions>${evil}`),
      xml.replace(
        assertion,
        evil.replace(
          '<saml:Subject>',
          `${signature.replace('</Signature>', `<Object>${assertion}</Object></Signature>`)}<saml:Subject>`,
        ),
      ),
    ];
    for (const [at, text] of wrapped.entries()) {
      const said = await read(encoded(text));
      assert.notEqual(said?.subject, 'eve', `variant ${at + 1}`);
      assert.equal(said, undefined, `variant ${at + 1}`);
    }
  });

  it('F08: reads a name to its end, whatever comment stands in it', async () => {
    const { read, signed } = await setup();
    const name = 'ada.evil.example';
    const xml = decoded(await signed({ subject: name }));
    const said = await read(encoded(xml.replace(name, 'ada<!-- -->.evil.example')));
    assert.ok(said === undefined || said.subject === name);
  });

  it('F23: looks up nothing that an answer declares, and lets nothing grow', async () => {
    const { read, signed } = await setup();
    const xml = decoded(await signed());
    const lol = '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">';
    for (const declared of [
      '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
      `<!DOCTYPE x [${lol}]>`,
      '<!doctype x [<!ENTITY e SYSTEM "http://127.0.0.1/">]>',
    ]) {
      assert.equal(await read(encoded(`${declared}${xml}`)), undefined);
    }
  });

  it('F14: believes the keys that the organization trusts, several while one follows another', async () => {
    const strange = await generateKeyPair('RS256', { extractable: true });
    const foreign = await exportSPKI(strange.publicKey);
    const { world, read, signed } = await setup();
    const { publicPem } = await providerKey(world, 'saml');
    assert.equal(await read(await signed(), foreign), undefined);
    assert.notEqual(await read(await signed(), `${foreign}\n${publicPem}`), undefined);
    const other = await exportPKCS8(strange.privateKey);
    assert.notEqual(await read(await signed({ assertionId: '_2' }, other), foreign), undefined);
  });

  it('F19: believes nobody where no key is known', async () => {
    const { read, signed, world } = await setup();
    const [provider] = [...world.providers.values()].filter((one) => one.protocol === 'saml');
    const message = await signed();
    const saml = [...world.providers].filter(([, one]) => one.providerId === 'saml');
    for (const [issuer, one] of saml) {
      const { providerId, ...unlisted } = one;
      world.providers.set(issuer, unlisted);
    }
    assert.ok(provider);
    assert.equal(await read(message), undefined);
  });
});
