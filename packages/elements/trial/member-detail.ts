import { html } from 'lit';
import '../src/context/provider.js';
import '../src/members/member-detail.js';
import type { SectionName } from '../src/members/member-section.js';
import { signIn, type Backend, type SignIn } from './backend.js';
import { show, textOf, until } from './page.js';

/** One member on the page, as one person sees them, and questions about what is there. */
export async function showMember(
  userId: string,
  {
    prepare = () => {},
    language = 'en',
    ...signedIn
  }: SignIn & { prepare?: (backend: Backend) => void; language?: string } = {},
) {
  const backend = signIn({ as: 'user_admin_acme', ...signedIn });
  prepare(backend);
  const element = html`<tessera-member-detail user-id=${userId}></tessera-member-detail>`;
  const provider = await show(backend, element, language);
  const detail = provider.querySelector('tessera-member-detail')!;
  const root = detail.shadowRoot!;
  const one = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
  const section = (name: SectionName) => one(`[data-section="${name}"]`);
  const button = (words: string) =>
    [...root.querySelectorAll('button')].find((button) => textOf(button) === words);
  const member = (id = userId) => backend.world.members.get('org_acme')?.get(id);
  return {
    backend,
    provider,
    detail,
    root,
    one,
    section,
    button,
    member,
    says: (words: string, place: () => Element | null = () => one('.panel')) =>
      until(() => textOf(place()).includes(words), `the words ${words}, not ${textOf(place())}`),
    press: async (words: string) => {
      const found = await until(() => button(words), `a button ${words}`);
      found.click();
      return found;
    },
    /** Why the button cannot be pressed. */
    reasonAt: async (words: string) => {
      const found = await until(() => button(words), `a button ${words}`);
      await until(() => found.getAttribute('aria-disabled') === 'true', `${words} to be off`);
      return textOf(one(`#${found.getAttribute('aria-describedby')}`));
    },
    enter: (selector: string, value: string) => {
      const field = one<HTMLInputElement>(selector)!;
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    outcome: () => textOf(one('[role="status"]')),
    hasFocus: (words: string) =>
      until(() => textOf(root.activeElement) === words, `the focus on ${words}`),
  };
}
