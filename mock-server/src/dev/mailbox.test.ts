import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Mail } from '../mailbox.ts';
import { trialControl } from '../trial/control.ts';

describe('the mailbox', () => {
  function setup(...mails: Partial<Mail>[]) {
    const trial = trialControl();
    const { world } = trial.house;
    for (const mail of mails) {
      world.mailbox.push({
        mailId: world.newId('mail'),
        at: world.now(),
        to: 'lena@partner.example',
        subject: 'Welcome',
        text: 'Hello.',
        purpose: 'invitation',
        ...mail,
      });
    }
    return {
      ...trial,
      subjects: async (query = '') => {
        const { body } = await trial.control('GET', `mailbox.json${query}`);
        return (body as Mail[]).map(({ subject }) => subject);
      },
      page: async () => {
        const answer = await trial.send('/dev/mailbox');
        return { headers: answer.headers, text: await answer.text() };
      },
    };
  }

  it('lists what was sent, newest first, with the link of an invitation', async () => {
    const { ask, control, page } = setup({ subject: 'Older' });
    await ask('/organizations/org_acme/invitations', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        email: 'new@partner.example',
        organizationRoleIds: ['organizationMember'],
      }),
    });
    const { body } = await control('GET', 'mailbox.json');
    const [newest, older] = body as Mail[];
    assert.equal(newest?.to, 'new@partner.example');
    assert.match(newest.link ?? '', /^http:\/\/localhost:4400\/login\/invitation#/);
    assert.match(String(newest.at), /^\d{4}-\d\d-\d\dT/);
    assert.equal(older?.subject, 'Older');
    const { text } = await page();
    assert.ok(text.includes(`<a href="${newest.link}">`));
    assert.ok(text.indexOf('new@partner.example') < text.indexOf('Older'));
  });

  it('finds what went to an address, however it is spelled, and what was for something', async () => {
    const { subjects, control } = setup(
      { subject: 'one' },
      { subject: 'two', to: 'other@partner.example' },
      { subject: 'three', purpose: 'domain-proof' },
    );
    assert.deepEqual(await subjects('?to=LENA@Partner.example'), ['three', 'one']);
    assert.deepEqual(await subjects('?purpose=domain-proof'), ['three']);
    assert.deepEqual(await subjects('?to=lena@partner.example&purpose=invitation'), ['one']);
    assert.deepEqual(await subjects('?to=nobody@partner.example'), []);
    assert.equal((await control('GET', 'mailbox.json?purpose=nothing')).status, 422);
    assert.equal((await control('GET', 'mailbox.json?from=x')).status, 422);
  });

  it('is emptied by itself, or with everything else', async () => {
    const { subjects, control, page } = setup({});
    assert.deepEqual(await control('DELETE', 'mailbox.json'), { status: 200, body: [] });
    assert.deepEqual(await subjects(), []);
    assert.match((await page()).text, /No mail was sent/);
    const other = setup({});
    assert.equal((await other.subjects()).length, 1);
    await other.control('POST', 'reset');
    assert.deepEqual(await other.subjects(), []);
  });

  it('shows what people wrote as text, and opens nothing but web addresses', async () => {
    const markup = `<img src=x onerror="alert(1)"> & 'quoted'`;
    const { page } = setup(
      { to: markup, subject: markup, text: markup, link: `https://a.example/"><script>` },
      { link: 'javascript:alert(1)' },
      { link: 'no address' },
    );
    const { text, headers } = await page();
    assert.doesNotMatch(text, /<img|<script|onerror="|javascript:|<style|style=/);
    assert.equal(text.match(/<a /g)?.length, 1);
    assert.match(text, /href="https:\/\/a\.example\/&#34;&#62;&#60;script&#62;"/);
    assert.match(headers.get('Content-Security-Policy') ?? '', /^default-src 'none'/);
  });
});
