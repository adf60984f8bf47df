import { expect, html } from '@open-wc/testing';
import { seeds } from '@tesserakit/mock-server';
import '../context/provider.js';
import type { PathRouter } from '../data/router.js';
import { signIn } from '../../trial/backend.js';
import { show, textOf, until } from '../../trial/page.js';
import { withAdministrator } from '../../trial/seeds.js';
import './org-portal.js';

/** A history of addresses with the organization in each, as `members?organization=org_acme`. */
function hostHistory(start: string) {
  const entries = [start];
  let at = 0;
  let replaced = 0;
  const followers = new Set<() => void>();
  const split = () => entries[at]!.split('?', 2) as [string, string];
  const own = (parameters: URLSearchParams) =>
    [...parameters].filter(([name]) => !name.includes('.'));
  const push = (address: string) => (entries.splice(++at, Infinity, address), undefined);
  const read = () => new URLSearchParams(split()[1]);
  const router: PathRouter = {
    path: () => split()[0],
    read,
    write: (parameters) => (entries[at] = `${split()[0]}?${parameters.toString()}`),
    href: (path) => `#/${path}`,
    go(path, replacing) {
      const [place = '', parameters = ''] = path.split('?', 2);
      const all = [...own(read()), ...new URLSearchParams(parameters)];
      const address = `${place}?${new URLSearchParams(all).toString()}`;
      if (!replacing) return push(address);
      replaced += 1;
      entries[at] = address;
    },
    follow(went) {
      followers.add(went);
      return () => followers.delete(went);
    },
  };
  return {
    router,
    entries,
    followers,
    replaced: () => replaced,
    step(by: number) {
      at += by;
      for (const went of followers) went();
    },
    /** What a host does that keeps the organization in the address. */
    switched(organizationId: string) {
      const parameters = read();
      parameters.set('organization', organizationId);
      push(`${split()[0]}?${parameters.toString()}`);
    },
  };
}

describe('the place of a portal', function () {
  // Each screen is loaded when it is looked at for the first time.
  this.timeout(10_000);

  async function setup(organizationId: string, path = '', seed = seeds.default) {
    const history = hostHistory(
      `${path}${path.includes('?') ? '&' : '?'}organization=${organizationId}`,
    );
    const provider = await show(
      signIn({ as: 'user_both', seed, organizationId }),
      html`<tessera-org-portal .router=${history.router}></tessera-org-portal>`,
    );
    provider.addEventListener('tessera-organization-switched', (event) =>
      history.switched(event.organizationId),
    );
    const portal = provider.querySelector('tessera-org-portal')!;
    const root = portal.shadowRoot!;
    const links = () => [...root.querySelectorAll<HTMLElement>('nav a.to')];
    const names = () => links().map(textOf);
    const heading = () => textOf(root.querySelector('h1'));
    return {
      ...history,
      provider,
      portal,
      names,
      heading,
      shows: (title: string, link: string) =>
        until(() => heading() === title && names().includes(link), `${title} with ${link}`),
      go: (name: string) =>
        links()
          .find((one) => textOf(one) === name)
          ?.click(),
    };
  }

  /** Administers both Acme and Borealis. */
  const both = withAdministrator(seeds.default, 'user_both', 'org_acme');

  it('is that in the address, also where organizations come into view that were there before', async () => {
    const { provider, shows, go, entries, heading } = await setup('org_acme');
    await shows('Overview', 'Settings');
    await provider.switchTo('org_borealis');
    await shows('Overview', 'Members');
    go('Members');
    await shows('Members', 'Members');
    // Of Acme they are a plain member, who does not find its members.
    await provider.switchTo('org_acme');
    await until(() => entries.at(-1) === '?organization=org_acme', 'the overview in the address');
    expect(heading()).to.equal('Overview');
    expect(entries).to.deep.equal([
      '?organization=org_acme',
      '?organization=org_borealis',
      'members?organization=org_borealis',
      '?organization=org_acme',
    ]);
  });

  it('is written again only where it is another', async () => {
    const { provider, shows, entries, replaced } = await setup('org_acme', 'invitations', both);
    await shows('Invitations', 'Members');
    await provider.switchTo('org_borealis');
    await shows('Invitations', 'Members');
    expect(entries.at(-1)).to.equal('invitations?organization=org_borealis');
    expect(replaced()).to.equal(0);
  });

  it('leaves the parameters of a screen in the entry of the former organization alone', async () => {
    const filtered = 'members?members.search=noor';
    const { provider, shows, entries, portal } = await setup('org_acme', filtered, both);
    const table = () => portal.shadowRoot!.querySelector('tessera-member-table')?.shadowRoot;
    await until(() => textOf(table()).includes('Noor'), 'who is looked for');
    const before = entries[0];
    await provider.switchTo('org_borealis');
    await shows('Members', 'Members');
    await until(() => textOf(table()).includes('admin@borealis.example'), 'those of Borealis');
    expect(entries).to.deep.equal([before, 'members?organization=org_borealis']);
  });

  it('takes a step within the page for none', async () => {
    const { provider, shows, step, entries } = await setup(
      'org_acme',
      'members/user_agent_acme',
      both,
    );
    await shows('Member', 'Members');
    step(0);
    await provider.switchTo('org_borealis');
    await shows('Members', 'Members');
    await until(() => entries.at(-1) === 'members?organization=org_borealis', 'the members');
  });

  it('is no longer that of a step once somebody does something anywhere on the page', async () => {
    const { provider, shows, go, step, entries } = await setup(
      'org_acme',
      'members/user_agent_acme',
      both,
    );
    await shows('Member', 'Members');
    go('Settings');
    await shows('Settings', 'Members');
    step(-1);
    await shows('Member', 'Members');
    document.body.click();
    await provider.switchTo('org_borealis');
    await shows('Members', 'Members');
    await until(() => entries.at(-1) === 'members?organization=org_borealis', 'the members');
  });

  it('follows nothing while it is out of the page', async () => {
    const { portal, followers, shows } = await setup('org_acme');
    await shows('Overview', 'Settings');
    const other = hostHistory('settings?');
    const place = portal.parentElement!;
    portal.remove();
    portal.router = other.router;
    await portal.updateComplete;
    expect([followers.size, other.followers.size]).to.deep.equal([0, 0]);
    place.append(portal);
    await shows('Settings', 'Settings');
    expect(other.followers.size).to.equal(1);
  });
});
