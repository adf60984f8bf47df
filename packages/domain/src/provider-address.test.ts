import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { providerAddressBlocker } from './provider-address.ts';

const out = { thisMachine: false };

describe('providerAddressBlocker', () => {
  it('lets the server be sent to public names of the web', () => {
    const addresses = [
      'https://login.acme.example/saml/sso',
      'https://login.acme.example:8443/?tenant=1',
      'http://idp.bücher.example/',
      'https://localhost.acme.example',
      'https://127.0.0.1.acme.example',
      'https://idp.acme.example./',
      'https://idp.local.example/',
      'https://1acme.web3/',
    ];
    for (const address of addresses) assert.equal(providerAddressBlocker(address, out), undefined);
  });

  it('F13: sends it to nothing that only the server reaches', () => {
    const machines = [
      ...[
        'http://localhost/',
        'https://LOCALHOST./',
        'https://idp.localhost/',
        'http://127.0.0.1/',
      ],
      ...['http://127.1/', 'http://2130706433/', 'http://0x7f000001/', 'http://0177.0.0.1/'],
      ...['http://[::1]/', 'http://0.0.0.0/', 'http://[::]/', 'http://[::ffff:127.0.0.1]/'],
      ...['http://169.254.169.254/latest/meta-data', 'http://[fe80::1]/', 'http://[fd00::1]/'],
      ...['http://10.0.0.1/', 'http://172.16.0.1/', 'http://192.168.1.1/', 'http://100.64.0.1/'],
      ...['http://8.8.8.8/', 'http://intranet/', 'http://idp.local/', 'http://idp.internal/'],
      ...['http://metadata.google.internal/', 'http://router.lan', 'http://printer.home.arpa/'],
      ...['http://１２７.0.0.1/', 'http://127。0。0。1/'],
    ];
    for (const address of machines) {
      assert.equal(providerAddressBlocker(address, out), 'validation_failed', address);
    }
  });

  it('F13: takes no other scheme, and nothing that hides where it leads', () => {
    const tricks = [
      ...[
        'file:///etc/passwd',
        'ftp://idp.example/',
        'gopher://idp.example/',
        'javascript:alert(1)',
      ],
      ...['data:text/xml,<a/>', 'ws://idp.example', '//idp.example', 'idp.example', ''],
      ...['https://idp.example@evil.example/', 'https://user:word@idp.example/', 'https://'],
      ...['https://:word@idp.example/', 'https://idp.local./'],
      ...['https://idp.example\\@127.0.0.1/', 'https://idp.example/#x', ' https://idp.example/'],
      ...['https://idp.\nexample/'],
    ];
    for (const address of tricks) {
      assert.equal(providerAddressBlocker(address, out), 'validation_failed', address);
    }
  });

  it('F13: opens this very machine, and no other, where that was said', () => {
    const here = { thisMachine: true };
    for (const address of [
      'http://localhost:4400/saml',
      'http://127.0.0.1:8080',
      'http://127.10.20.30/',
      'http://[::1]/',
    ]) {
      assert.equal(providerAddressBlocker(address, here), undefined, address);
    }
    for (const address of ['http://10.0.0.1/', 'http://nolocalhost/', 'file:///etc/passwd']) {
      assert.equal(providerAddressBlocker(address, here), 'validation_failed', address);
    }
  });
});
