import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { seeds, type Seed } from '@tesserakit/mock-server';
import '../context/provider.js';
import { held, refusal, signIn, type SignIn } from '../../trial/backend.js';
import { nextEvent, show, textOf, until } from '../../trial/page.js';
import { hostileNames, withAdministrator, withHostileNames } from '../../trial/seeds.js';
import './invite-dialog.js';

const isInviting = ({ method, url }: Request) =>
  method === 'POST' && /\/invitations(\/bulk)?$/.test(new URL(url).pathname);

/** The seed in which Acme's Flights has few seats, and may not hand out the approver. */
const withFewSeats: Seed = {
  ...seeds.default,
  onboardings: seeds.default.onboardings.map((onboarding) =>
    onboarding.organizationId === 'org_acme' && onboarding.applicationId === 'app_flights'
      ? { ...onboarding, seatLimit: 6, roleGroupIds: ['group_flights_front_office'] }
      : onboarding,
  ),
};

describe('tessera-invite-dialog', () => {
  async function setup(
    signedIn: SignIn = {},
    prepare: (backend: ReturnType<typeof signIn>) => void = () => {},
    language = 'en',
  ) {
    const backend = signIn({ as: 'user_admin_acme', ...signedIn });
    const sent: { path: string; key: string | null; body: Record<string, unknown> }[] = [];
    prepare(backend);
    const { answer } = backend;
    backend.answer = async (request, pass) => {
      if (isInviting(request)) {
        sent.push({
          path: new URL(request.url).pathname,
          key: request.headers.get('Idempotency-Key'),
          body: (await request.clone().json()) as Record<string, unknown>,
        });
      }
      return answer(request, pass);
    };
    const provider = await show(
      backend,
      html`<tessera-invite-dialog
        ><button slot="trigger">Invite people</button></tessera-invite-dialog
      >`,
      language,
    );
    const element = provider.querySelector('tessera-invite-dialog')!;
    const root = element.shadowRoot!;
    const trigger = element.querySelector('button')!;
    const one = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
    const field = () => one<HTMLTextAreaElement>('#addresses');
    const texts = (selector: string) => [...root.querySelectorAll(selector)].map(textOf);
    const buttonNamed = (words: string) =>
      [...root.querySelectorAll('button')].find(
        (button) => textOf(button) === words || button.getAttribute('aria-label') === words,
      );
    const submit = () => one<HTMLButtonElement>('footer .primary');
    return {
      backend,
      sent,
      provider,
      element,
      root,
      trigger,
      one,
      field,
      buttonNamed,
      submit,
      texts,
      tokens: () => texts('.token'),
      alert: () => textOf(one('[role="alert"]')),
      said: () => texts('[role="status"]').join(''),
      open: async () => {
        trigger.focus();
        trigger.click();
        await until(() => one('dialog')?.matches(':modal'), 'an open dialog');
        await until(() => !element.matches(':state(loading)'), 'what there is to hand out');
      },
      closed: () => until(() => !element.open && !one('dialog')?.matches(':modal'), 'no dialog'),
      paste: async (text: string) => {
        field()!.value = text;
        field()!.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' }));
        await element.updateComplete;
      },
      choose: async (name: string) => {
        const box = [...root.querySelectorAll('label.box')].find(
          (label) => textOf(label.querySelector('bdi')) === name,
        );
        box?.querySelector('input')?.click();
        await element.updateComplete;
      },
      press: async (words: string) => {
        (await until(() => buttonNamed(words), `a button ${words}`)).click();
        await element.updateComplete;
      },
      read: async (content: BlobPart, name = 'team.csv') => {
        const files = new DataTransfer();
        files.items.add(new File([content], name));
        const input = one<HTMLInputElement>('input[type="file"]')!;
        input.files = files.files;
        input.dispatchEvent(new Event('change'));
        await element.updateComplete;
      },
      invite: async () => {
        submit()!.click();
        await until(() => one('.result'), 'what became of the invitations');
      },
      people: (part: string) => texts(`[part="${part}"] li`),
    };
  }

  const ada = 'ada@newcorp.example';
  const bob = 'bob@newcorp.example';

  it('opens by its trigger, with the focus where one types, and gives it back', async () => {
    const { open, field, root, trigger, closed, element, texts } = await setup();
    await open();
    expect(root.activeElement).to.equal(field());
    expect(texts('h2').join()).to.contain('Acme Travel');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await closed();
    expect(document.activeElement).to.equal(trigger);
    expect(element.hasAttribute('open')).to.equal(false);
  });

  it('asks for nothing but what the server can do before somebody opens it', async () => {
    const { backend, open, element } = await setup();
    await until(() => backend.asked.length > 0, 'a question');
    expect(backend.asked.every(({ pathname }) => pathname.endsWith('/capabilities'))).to.equal(
      true,
    );
    await open();
    element.close();
  });

  it('invites the people of a list in one go, each with the same', async () => {
    const { open, paste, submit, sent, people, element, invite, texts, choose, backend } =
      await setup();
    await open();
    await paste(`Ada <${ada}>, ${bob}; cyd@newcorp.example`);
    expect(textOf(submit())).to.equal('Invite 3 people');
    await choose('Creator');
    await choose('Booking agent');
    const invited = nextEvent(element, 'tessera-members-invited');
    await invite();
    expect(people('invited')).to.deep.equal([ada, bob, 'cyd@newcorp.example']);
    expect(texts('.result')).to.deep.equal(['3 people invited']);
    expect(sent).to.have.length(1);
    expect(sent[0]?.body).to.deep.equal({
      emails: [ada, bob, 'cyd@newcorp.example'],
      organizationRoleIds: ['organizationMember', 'organizationCreator'],
      access: [{ applicationId: 'app_flights', roleIds: ['role_flights_booking_agent'] }],
    });
    const { organizationId, invitationIds } = await invited;
    expect(organizationId).to.equal('org_acme');
    const kept = backend.world.invitations.get('org_acme');
    expect(invitationIds.map((id) => kept?.get(id)?.email)).to.include.members([ada, bob]);
    await expect(element).to.be.accessible();
  });

  it('turns what is typed into tokens that can be removed and corrected by keyboard', async () => {
    const { open, tokens, field, root, said } = await setup();
    await open();
    await sendKeys({ type: `${ada},` });
    await until(() => tokens().join() === ada, 'a token');
    await sendKeys({ type: 'nobody' });
    await sendKeys({ press: 'Enter' });
    expect(tokens()).to.deep.equal([ada, 'nobody Not an email address']);
    expect(said()).to.equal('1 address added, 1 cannot be invited');
    await sendKeys({ press: 'Backspace' });
    await until(() => field()?.value === 'nobody', 'the last one, to be typed anew');
    await sendKeys({ type: '@x.example ' });
    await until(() => tokens().at(-1) === 'nobody@x.example', 'the corrected one');
    root.querySelector<HTMLElement>('.remove')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => tokens().length === 1, 'one token');
    expect(root.activeElement?.getAttribute('aria-label')).to.equal('Remove nobody@x.example');
    await sendKeys({ press: 'Space' });
    await until(() => root.activeElement === field(), 'the focus in the field');
  });

  it('says of each address why it cannot be invited, and invites the others', async () => {
    const { open, paste, tokens, submit, press, texts } = await setup();
    await open();
    await paste(`${ada}, admin@acme.example, x@@y, ${ada.toUpperCase()}`);
    await until(() => tokens()[1]?.includes('Your own'), 'who the inviter is');
    expect(tokens()).to.deep.equal([
      ada,
      'admin@acme.example Your own address',
      'x@@y Not an email address',
      `${ada.toUpperCase()} Listed twice`,
    ]);
    expect(textOf(submit())).to.equal('Invite 1 person');
    expect(texts('.summary span')).to.deep.equal(['1 person to invite', '3 cannot be invited']);
    await press('Remove them');
    expect(tokens()).to.deep.equal([ada]);
  });

  it('takes what still stands in the field along', async () => {
    const { open, field, element, submit, invite, people } = await setup();
    await open();
    field()!.value = ada;
    field()!.dispatchEvent(new InputEvent('input'));
    await element.updateComplete;
    expect(textOf(submit())).to.equal('Invite 1 person');
    await invite();
    expect(people('invited')).to.deep.equal([ada]);
  });

  it('asks for an address where there is none, and sends nothing', async () => {
    const { open, submit, texts, field, root, sent } = await setup();
    await open();
    submit()!.click();
    await until(() => texts('.summary .refusal').length === 1, 'a sentence');
    await until(() => root.activeElement === field(), 'the focus in the field');
    expect(field()?.getAttribute('aria-invalid')).to.equal('true');
    expect(sent).to.deep.equal([]);
  });

  it('reads addresses and roles from a file, and invites each to their own', async () => {
    const { open, read, tokens, invite, sent, people, said } = await setup();
    await open();
    await read(`email;role\r\n${ada};Creator\r\n${bob};\r\nz@newcorp.example;King\r\n`);
    await until(() => tokens().length === 3, 'three tokens');
    expect(tokens()).to.deep.equal([`${ada} Creator`, bob, 'z@newcorp.example King No such role']);
    expect(said()).to.equal('3 addresses added from team.csv');
    await invite();
    expect(sent.map(({ body }) => [body['emails'], body['organizationRoleIds']])).to.deep.equal([
      [[ada], ['organizationCreator']],
      [[bob], ['organizationMember']],
    ]);
    expect(new Set(sent.map(({ key }) => key)).size).to.equal(2);
    expect(people('invited')).to.deep.equal([ada, bob]);
    expect(people('refused')).to.deep.equal(['z@newcorp.example No such role']);
  });

  it('says what is wrong with a file, and reads the next one', async () => {
    const { open, read, alert, tokens } = await setup();
    await open();
    await read('country\nNorway', 'countries.csv');
    await until(() => alert().includes('countries.csv'), 'a sentence');
    await read(new Uint8Array(1_000_001), 'film.mov');
    await until(() => alert().includes('film.mov is larger'), 'another sentence');
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...[...ada].flatMap((sign) => [sign.charCodeAt(0), 0]),
    ]);
    await read(wide);
    await until(() => tokens().join() === ada, 'a token');
    expect(alert()).to.equal('');
  });

  it('keeps those who were not invited, with the reason, and sends only them again', async () => {
    const { open, paste, invite, people, press, sent, texts, root, tokens, element } =
      await setup();
    await open();
    await paste(`${ada}, agent@acme.example, suspended@acme.example`);
    await invite();
    expect(texts('.result')).to.deep.equal(['2 not invited', '1 person invited']);
    expect(people('refused')).to.deep.equal([
      'agent@acme.example This person is already a member.',
      'suspended@acme.example This membership is suspended.',
    ]);
    await until(() => root.activeElement?.matches('.result'), 'the focus at what failed');
    await expect(element).to.be.accessible();
    await press('Retry the 2 failed');
    await until(() => sent.length === 2, 'a second call');
    expect(sent[1]?.body['emails']).to.deep.equal(['agent@acme.example', 'suspended@acme.example']);
    expect(sent[1]?.key).not.to.equal(sent[0]?.key);
    expect(people('invited')).to.deep.equal([ada]);
    await press('Change and retry');
    expect(tokens()[0]).to.equal('agent@acme.example This person is already a member.');
  });

  for (const [name, answer, sentence] of [
    ['the server fails', () => refusal(500, 'server_error'), 'not known whether'],
    ['there is no way to the server', () => Response.error(), 'not known whether'],
    ['too much is asked', () => refusal(429, 'rate_limited'), 'Nobody was invited'],
    ['the right is gone by now', () => refusal(403, 'forbidden'), 'Nobody was invited'],
    ['the answer is unreadable', () => new Response('<html>'), 'not known whether'],
  ] as const) {
    it(`keeps everything and says so when ${name}, and sends it again`, async () => {
      let isBroken = true;
      const { open, paste, submit, alert, tokens, one, invite, sent, element, choose } =
        await setup({}, (backend) => {
          backend.answer = (request, pass) => (isBroken && isInviting(request) ? answer() : pass());
        });
      await open();
      await paste(`${ada}, ${bob}`);
      await choose('Creator');
      one<HTMLTextAreaElement>('#message')!.value = 'Welcome!';
      one('#message')!.dispatchEvent(new InputEvent('input'));
      submit()!.click();
      await until(() => alert().includes(sentence), sentence);
      expect(tokens()).to.deep.equal([ada, bob]);
      expect(one<HTMLTextAreaElement>('#message')!.value).to.equal('Welcome!');
      if (name === 'the server fails') await expect(element).to.be.accessible();
      isBroken = false;
      await invite();
      expect(alert()).to.equal('');
      expect(sent[1]?.body).to.deep.equal(sent[0]?.body);
      expect(sent[1]?.key === sent[0]?.key).to.equal(sentence === 'not known whether');
    });
  }

  it('keeps the draft when it is closed, says so, and lets it be discarded and had back', async () => {
    const { open, paste, closed, said, tokens, texts, press, element, choose, one } = await setup();
    await open();
    await paste(`${ada}, nobody,`);
    await choose('Administrator');
    expect(texts('.keeps')).to.deep.equal(['Closing keeps this draft.']);
    await sendKeys({ press: 'Escape' });
    await closed();
    await until(() => said().includes('draft is kept'), 'a sentence');
    await open();
    expect(texts('.banner')).to.deep.equal(['This is the draft that you left.']);
    expect(tokens()).to.have.length(2);
    await press('Discard draft');
    expect(tokens()).to.deep.equal([]);
    expect(one<HTMLInputElement>('.box input')!.checked).to.equal(false);
    await press('Undo');
    expect(tokens()).to.have.length(2);
    expect(one<HTMLInputElement>('.box input')!.checked).to.equal(true);
    await press('Discard draft');
    element.close();
    await closed();
    await open();
    expect(texts('.banner')).to.deep.equal([]);
  });

  it('sends what may have been done under the same key, also after it was closed', async () => {
    let isBroken = true;
    const { open, paste, submit, alert, closed, element, invite, sent } = await setup(
      {},
      (backend) => {
        backend.answer = (request, pass) =>
          isBroken && isInviting(request) ? refusal(503, 'server_error') : pass();
      },
    );
    await open();
    await paste(ada);
    submit()!.click();
    await until(() => alert().includes('not known whether'), 'what happened');
    element.close();
    await closed();
    await open();
    expect(alert()).to.contain('not known whether');
    isBroken = false;
    await invite();
    expect(sent[1]?.key).to.equal(sent[0]?.key);
  });

  it('closes by a press beside it, but not when a text was marked towards there', async () => {
    const { open, one, closed, element, field } = await setup();
    const press = (from: Element, to: Element) => {
      from.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      to.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    };
    await open();
    press(field()!, one('dialog')!);
    await element.updateComplete;
    expect(element.open).to.equal(true);
    press(one('dialog')!, one('dialog')!);
    await closed();
  });

  it('shows roles that cannot be given with the reason, and does not give them', async () => {
    const { open, root, choose, paste, invite, sent, texts } = await setup({ seed: withFewSeats });
    await open();
    await paste(ada);
    const box = [...root.querySelectorAll<HTMLInputElement>('.application input')].find((input) =>
      input.hasAttribute('aria-disabled'),
    )!;
    const reason = root.getElementById(box.getAttribute('aria-describedby')!);
    expect(textOf(reason)).to.equal('This role is not available to the organization.');
    await choose('Approver');
    expect(box.checked).to.equal(false);
    await choose('Viewer');
    expect(texts('summary .given')[0]).to.equal('Viewer');
    await invite();
    expect(sent[0]?.body['access']).to.deep.equal([
      { applicationId: 'app_flights', roleIds: ['role_flights_viewer'] },
    ]);
  });

  it('says how many seats there are, and warns of more people than seats', async () => {
    const { open, paste, texts } = await setup({ seed: withFewSeats });
    await open();
    expect(texts('summary .chip')).to.deep.equal(['4 of 6 seats taken']);
    await paste(`${ada}, ${bob}`);
    expect(texts('.short')).to.deep.equal([]);
    await paste('cyd@newcorp.example,');
    expect(texts('.short')).to.deep.equal(['2 seats are left: who joins later gets no access.']);
  });

  it('lets an invitation live from five minutes to seven days, two days unless chosen', async () => {
    const { open, paste, one, invite, sent, texts } = await setup();
    await open();
    await paste(ada);
    const life = one<HTMLSelectElement>('#life')!;
    expect([...life.options].map(({ text }) => text.trim())).to.deep.equal([
      '5 minutes',
      '1 hour',
      '1 day',
      '2 days',
      '3 days',
      '7 days',
    ]);
    expect(life.value).to.equal('2880');
    life.value = '10080';
    life.dispatchEvent(new Event('change'));
    await invite();
    expect(sent[0]?.body['life']).to.equal(10_080);
    expect(texts('section .hint').join()).to.contain('works for 7 days');
  });

  it('sends the lines of a message as one paragraph, as the protocol has it', async () => {
    const { open, paste, one, invite, sent } = await setup();
    await open();
    await paste(ada);
    one<HTMLTextAreaElement>('#message')!.value = ' Hello,\n\nsee you. ';
    one('#message')!.dispatchEvent(new InputEvent('input'));
    await invite();
    expect(sent[0]?.body['message']).to.equal('Hello, see you.');
  });

  it('invites at most as many as the server takes at once, and the others after them', async () => {
    const { open, paste, submit, invite, people, texts, press, sent } = await setup({}, (backend) =>
      limit(backend, { bulkLimit: 2 }),
    );
    await open();
    await paste(`${ada}, ${bob}, cyd@newcorp.example`);
    expect(textOf(submit())).to.equal('Invite 2 people');
    expect(texts('.summary span')).to.deep.equal(['2 people to invite', '1 more after these']);
    await invite();
    expect(people('refused')).to.deep.equal(['cyd@newcorp.example Not sent yet']);
    await press('Retry the failed one');
    await until(() => people('invited').length === 3, 'all of them');
    expect(sent.map(({ body }) => body['emails'])).to.deep.equal([
      [ada, bob],
      ['cyd@newcorp.example'],
    ]);
  });

  it('draws a few tokens of a long list, those in question first, and all when asked', async () => {
    const { open, paste, tokens, press, submit } = await setup();
    await open();
    const many = Array.from({ length: 300 }, (_, index) => `person.${index}@newcorp.example`);
    await paste([...many, 'x@@y'].join('\n'));
    expect(tokens()).to.have.length(60);
    expect(tokens()[0]).to.contain('x@@y');
    expect(textOf(submit())).to.equal('Invite 300 people');
    await press('Show all 301');
    expect(tokens()).to.have.length(301);
  });

  it('invites one by one where the server knows no bulk, and stops where it is lost', async () => {
    let lost = true;
    const { open, paste, submit, people, alert, sent, press } = await setup({}, (backend) => {
      limit(backend, {});
      const { answer } = backend;
      backend.answer = async (request, pass) => {
        const body = isInviting(request) ? await request.clone().text() : '';
        return lost && body.includes(bob) ? refusal(503, 'server_error') : answer(request, pass);
      };
    });
    await open();
    await paste(`agent@acme.example, ${ada}, ${bob}, cyd@newcorp.example`);
    submit()!.click();
    await until(() => alert().includes('not known whether'), 'what happened');
    expect(people('invited')).to.deep.equal([ada]);
    expect(people('refused')).to.deep.equal([
      'agent@acme.example This person is already a member.',
      `${bob} Not sent yet`,
      'cyd@newcorp.example Not sent yet',
    ]);
    lost = false;
    await press('Retry the 3 failed');
    await until(() => people('invited').length === 3, 'the others');
    expect(sent.every(({ path }) => path.endsWith('/invitations'))).to.equal(true);
    expect(sent.map(({ body }) => body['email'])).to.deep.equal([
      'agent@acme.example',
      ada,
      bob,
      'agent@acme.example',
      bob,
      'cyd@newcorp.example',
    ]);
  });

  it('lets the application stop it', async () => {
    const { open, paste, element, submit, alert, sent, tokens } = await setup();
    element.addEventListener('tessera-before-members-invite', (event) => {
      expect(event.emails).to.deep.equal([ada]);
      event.preventDefault();
    });
    await open();
    await paste(ada);
    submit()!.click();
    await until(() => alert() !== '', 'a sentence');
    expect(sent).to.deep.equal([]);
    expect(tokens()).to.deep.equal([ada]);
  });

  it('sends once, however often the button is pressed', async () => {
    const answer = held();
    const { open, paste, submit, sent, one, element } = await setup({}, (backend) => {
      backend.answer = async (request, pass) => {
        if (isInviting(request)) await answer.promise;
        return pass();
      };
    });
    await open();
    await paste(ada);
    submit()!.click();
    await until(() => element.matches(':state(sending)'), 'the state sending');
    expect(textOf(submit())).to.equal('Inviting 1 person…');
    submit()!.click();
    answer.release();
    await until(() => one('.result'), 'what became of it');
    expect(sent).to.have.length(1);
  });

  it('tells what became of it when it was closed in the meantime', async () => {
    const answer = held();
    const { open, paste, submit, closed, element, said, people } = await setup({}, (backend) => {
      backend.answer = async (request, pass) => {
        if (isInviting(request)) await answer.promise;
        return pass();
      };
    });
    await open();
    await paste(`${ada}, agent@acme.example`);
    submit()!.click();
    await until(() => element.matches(':state(sending)'), 'the state sending');
    element.close();
    await closed();
    answer.release();
    await until(() => said() === '1 person invited · 1 not invited', 'what became of it');
    await open();
    expect(people('refused')).to.deep.equal([
      'agent@acme.example This person is already a member.',
    ]);
  });

  it('tells who can invite to somebody who cannot', async () => {
    const { open, one, element, root } = await setup({ as: 'user_agent_acme' });
    await open();
    await until(() => one('.notice'), 'a notice');
    expect(textOf(one('.notice'))).to.contain('Administrators of');
    expect(root.querySelector('textarea')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('is absent where the server invites nobody', async () => {
    const { backend, one } = await setup({}, (backend) => limit(backend, undefined));
    await until(() => backend.asked.length > 0 && !one('slot'), 'no trigger');
  });

  it('can be filled in before the roles are there, and tells when they do not come', async () => {
    let isBroken = true;
    const { open, paste, submit, root, press, invite, one } = await setup({}, (backend) => {
      backend.answer = (request, pass) =>
        isBroken && request.url.endsWith('/organization-roles')
          ? refusal(403, 'forbidden')
          : pass();
    });
    await open();
    await paste(ada);
    await until(() => one('#roles [role="alert"]'), 'a sentence');
    expect(submit()?.getAttribute('aria-disabled')).to.equal('true');
    expect(root.getElementById(submit()!.getAttribute('aria-describedby')!)).not.to.equal(null);
    isBroken = false;
    await press('Try again');
    await until(() => submit()?.getAttribute('aria-disabled') === 'false', 'the roles');
    await invite();
  });

  it('closes when another organization is in view, and keeps what was entered for the first', async () => {
    const { open, paste, closed, provider, tokens, texts } = await setup({ as: 'user_both' });
    await open();
    provider.organizationId = 'org_borealis';
    await closed();
    await open();
    await until(() => texts('h2').join().includes('Borealis'), 'the other title');
    await paste(ada);
    provider.organizationId = 'org_acme';
    await closed();
    await open();
    expect(tokens()).to.deep.equal([]);
    provider.organizationId = 'org_borealis';
    await closed();
    await open();
    expect(tokens()).to.deep.equal([ada]);
  });

  it('shows nobody of another organization what became of invitations', async () => {
    const answer = held();
    const { open, paste, closed, provider, submit, element, one, tokens, backend } = await setup(
      {
        as: 'user_both',
        organizationId: 'org_borealis',
        seed: withAdministrator(seeds.default, 'user_both', 'org_acme'),
      },
      (backend) => {
        backend.answer = async (request, pass) => {
          if (isInviting(request)) await answer.promise;
          return pass();
        };
      },
    );
    await open();
    await paste(ada);
    const invited = nextEvent(element, 'tessera-members-invited');
    submit()!.click();
    await until(() => element.matches(':state(sending)'), 'the state sending');
    provider.organizationId = 'org_acme';
    await closed();
    answer.release();
    expect((await invited).organizationId).to.equal('org_borealis');
    expect(backend.world.invitations.get('org_borealis')?.size).to.equal(1);
    element.show();
    await until(() => one('dialog')?.matches(':modal'), 'an open dialog');
    expect(one('.result')).to.equal(null);
    expect(one('textarea')).not.to.equal(null);
    expect(tokens()).to.deep.equal([]);
  });

  it('shows hostile names as text', async () => {
    const seed = withHostileNames(seeds.default, 'user_admin_acme', 'org_acme');
    const [, script = ''] = hostileNames;
    const { open, texts, root, paste, read, tokens } = await setup({
      seed: {
        ...seed,
        organizations: seed.organizations.map((organization) =>
          organization.organizationId === 'org_acme'
            ? { ...organization, name: hostileNames[0] ?? '' }
            : organization,
        ),
      },
    });
    await open();
    await until(() => texts('h2').join().includes('<img'), 'the name as text');
    expect(root.querySelector('img, script')).to.equal(null);
    await paste(`<img src=x onerror=alert(1)>@x, ${script}@x`);
    await read(`email,role\n${ada},"<b>${'N'.repeat(300)}"`);
    await until(() => tokens().length === 3, 'tokens');
    expect(root.querySelector('.token b, .token img')).to.equal(null);
    const dialog = root.querySelector('dialog')!;
    expect(dialog.scrollWidth).to.equal(dialog.clientWidth);
  });

  it('speaks Arabic, from right to left', async () => {
    const { open, paste, submit, element } = await setup({}, undefined, 'ar');
    await open();
    await paste(`${ada}, ${bob}`);
    await until(() => textOf(submit()) === 'دعوة شخصين', 'an Arabic button');
    expect(getComputedStyle(element.shadowRoot!.querySelector('dialog')!).direction).to.equal(
      'rtl',
    );
    await expect(element).to.be.accessible();
  });
});

/** Gives a backend other means to invite. */
function limit(backend: ReturnType<typeof signIn>, invitations: object | undefined): void {
  backend.answer = async (request, pass) => {
    const response = await pass();
    if (!new URL(request.url).pathname.endsWith('/capabilities')) return response;
    const capabilities = (await response.json()) as object;
    return Response.json({ ...capabilities, invitations });
  };
}
