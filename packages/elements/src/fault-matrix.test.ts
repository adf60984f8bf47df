import { expect } from '@open-wc/testing';
import type { ErrorCode } from '@tesserakit/domain';
import { html, type TemplateResult } from 'lit';
import { signIn } from '../trial/backend.js';
import { breakable } from '../trial/breakable.js';
import { show, until } from '../trial/page.js';
import './context/provider.js';
import './invitations/invitation-table.js';
import './invitations/invite-dialog.js';
import './members/member-detail.js';
import './members/member-table.js';
import './roles/role-assigner.js';
import { en } from './text/en.js';

/** What a person does on a screen, by the words that stand there. */
interface Hand {
  press(words: RegExp): Promise<void>;
  /** Opens the menu of the row in which these words stand. */
  menu(words: string): Promise<void>;
  type(label: RegExp, text: string): Promise<void>;
  tick(name: RegExp): Promise<void>;
}

interface Screen {
  readonly content: TemplateResult;
  /** What stands there when everything has come. */
  readonly ready: string;
  /** What a person does here, by the method that it comes to. */
  readonly deeds: Readonly<Record<string, (hand: Hand) => Promise<void>>>;
}

const screens: Readonly<Record<string, Screen>> = {
  'tessera-member-table': {
    content: html`<tessera-member-table></tessera-member-table>`,
    ready: 'agent@acme.example',
    deeds: {
      'members.suspend': async ({ menu, press }) => {
        await menu('Tomás Ribeiro');
        await press(/^Suspend/);
      },
      'members.endSessions': async ({ menu, press }) => {
        await menu('Tomás Ribeiro');
        await press(/^End sessions/);
      },
      'members.remove': async ({ menu, press }) => {
        await menu('Tomás Ribeiro');
        await press(/^Remove/);
        await press(/^Remove$/);
      },
      'members.bulk': async ({ tick, press }) => {
        await tick(/Tomás Ribeiro/);
        await press(/^Suspend$/);
        await press(/^Suspend 1 member$/);
      },
    },
  },
  'tessera-member-detail': {
    content: html`<tessera-member-detail user-id="user_agent_acme"></tessera-member-detail>`,
    ready: 'agent@acme.example',
    deeds: {
      'members.update': async ({ press, type }) => {
        await press(/^Edit title and department$/);
        await type(/^Title/, 'Chief');
        await press(/^Save$/);
      },
      'members.suspend': async ({ press }) => press(/^Suspend$/),
    },
  },
  'tessera-invite-dialog': {
    content: html`<tessera-invite-dialog open></tessera-invite-dialog>`,
    ready: 'Booking agent',
    deeds: {
      'invitations.bulk': async ({ type, press }) => {
        await type(/Email addresses/, 'ada@partner.example,');
        await press(/^Invite 1 person$/);
      },
    },
  },
  'tessera-invitation-table': {
    content: html`<tessera-invitation-table></tessera-invitation-table>`,
    ready: 'invited@newcorp.example',
    deeds: {
      'invitations.resend': async ({ menu, press }) => {
        await menu('invited@newcorp.example');
        await press(/^Send again/);
      },
      'invitations.revoke': async ({ menu, press }) => {
        await menu('invited@newcorp.example');
        await press(/^Revoke/);
        await press(/^Revoke invitation$/);
      },
    },
  },
  'tessera-role-assigner': {
    content: html`<tessera-role-assigner user-id="user_agent_acme"></tessera-role-assigner>`,
    ready: 'Booking agent',
    deeds: {
      'members.setOrganizationRoles': async ({ tick, press }) => {
        await tick(/^Creator/);
        await press(/^Save$/);
      },
      'access.grant': async ({ tick, press }) => {
        await tick(/^Approver/);
        await press(/^Save$/);
      },
    },
  },
};

const failures: readonly ErrorCode[] = [
  'server_error',
  'rate_limited',
  'timeout',
  'network',
  'aborted',
  'invalid_response',
  'forbidden',
];

/** Without an answer to these nothing is missing that a person would look for. */
const aids: readonly string[] = ['me.get', 'organizations.get'];

/** All elements below a place, through every root. */
function everything(place: ParentNode): Element[] {
  return [...place.querySelectorAll('*')].flatMap((one) => [
    one,
    ...(one.shadowRoot ? everything(one.shadowRoot) : []),
  ]);
}

const plain = (text: string | null) =>
  (text ?? '')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Every text that stands anywhere on a screen. */
const sight = (place: ParentNode): string =>
  plain(
    everything(place)
      .flatMap(({ shadowRoot }) => (shadowRoot ? [...shadowRoot.children] : []))
      .map(({ textContent }) => textContent)
      .join(' '),
  );

const isAlert = (one: Element) =>
  one.matches('[role="alert"], .notice, .refusal, .outcome, [part="refused"]');

async function setup(
  { content }: Screen,
  method?: string,
  code?: ErrorCode,
  wait?: Promise<unknown>,
) {
  const backend = signIn({ as: 'user_admin_acme' });
  const broken = breakable(backend.client);
  broken.fail(method, code, wait);
  const provider = await show({ ...backend, client: broken.client }, content);
  const all = () => everything(provider);
  const named = (one: Element) => plain(one.getAttribute('aria-label') ?? one.textContent);
  const button = (words: RegExp) =>
    all().find(
      (one): one is HTMLElement =>
        one instanceof HTMLButtonElement && words.test(named(one)) && one.checkVisibility(),
    );
  const labelled = (words: RegExp) =>
    all().find(
      (one): one is HTMLInputElement | HTMLTextAreaElement =>
        (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement) &&
        [
          one.getAttribute('aria-label'),
          ...[...(one.labels ?? [])].map((label) => label.textContent),
        ].some((text) => text !== null && words.test(plain(text))),
    );
  const hand: Hand = {
    press: async (words) => (await until(() => button(words), `a button ${String(words)}`)).click(),
    menu: async (words) =>
      (await until(() => button(new RegExp(`^Actions .*${words}`)), `a menu of ${words}`)).click(),
    type: async (label, text) => {
      const field = await until(() => labelled(label), `a field ${String(label)}`);
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: text }));
    },
    tick: async (name) => (await until(() => labelled(name), `a box ${String(name)}`)).click(),
  };
  return {
    ...broken,
    hand,
    provider,
    sees: () => sight(provider),
    alerts: () =>
      all()
        .filter(isAlert)
        .map((one) => plain(one.textContent))
        .join(' '),
    again: () => button(/^(Try again|Try 1 again|Retry.*)$/)?.click(),
  };
}

/** A failure in words: the sentence of its code, or what could not be had. */
const says = (text: string, code: ErrorCode) =>
  text.includes(en.errors[code]) ||
  /could not be loaded|Only administrators|does not let you|It is not known whether|in the meantime/.test(
    text,
  );

for (const [tag, screen] of Object.entries(screens)) {
  describe(`${tag} when something fails`, () => {
    it('says which part of it could not be had, and has it when it is tried again', async function () {
      this.timeout(60_000);
      const healthy = await setup(screen);
      await until(() => healthy.sees().includes(screen.ready), 'a screen');
      const methods = [...healthy.called].filter((method) => !aids.includes(method));
      healthy.provider.remove();
      expect(methods.length).to.be.greaterThan(1);
      const missed: string[] = [];
      const attempt = async (method: string, code: ErrorCode) => {
        const { provider, sees, fail, again } = await setup(screen, method, code);
        // What a person may not have is not missed where the rest can be used without.
        const isAbsent = () => code === 'forbidden' && sees().includes(screen.ready);
        try {
          await until(() => says(sees(), code) || isAbsent(), 'a sentence');
          fail();
          again();
          if (code !== 'forbidden')
            await until(() => !says(sees(), code) && sees().includes(screen.ready), 'the part');
        } catch (error) {
          missed.push(`${method} ${code}: ${String(error)} ${sees().slice(-160)}`);
        }
        provider.remove();
      };
      for (const method of methods)
        await Promise.all(
          failures.filter((code) => code !== 'aborted').map((code) => attempt(method, code)),
        );
      expect(missed).to.deep.equal([]);
    });

    for (const [method, deed] of Object.entries(screen.deeds)) {
      it(`tells why ${method} came to nothing, whatever it was`, async function () {
        this.timeout(60_000);
        const missed: string[] = [];
        for (const code of [...failures, 'version_conflict'] as const) {
          const { provider, sees, alerts, fail, hand, called } = await setup(screen);
          try {
            await until(() => sees().includes(screen.ready), 'a screen');
            fail(method, code);
            await deed(hand);
            await until(() => called.has(method), 'the deed');
            await until(() => says(alerts(), code), 'a sentence');
          } catch (error) {
            missed.push(`${code}: ${String(error)} ${alerts()} | ${sees().slice(-160)}`);
          }
          provider.remove();
        }
        expect(missed).to.deep.equal([]);
      });
    }
  });
}
