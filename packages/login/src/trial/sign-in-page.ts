import { fixture, html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../sign-in.js';
import type { TesseraSignIn } from '../sign-in.js';
import { en, type LoginCatalogue } from '../text/language.js';
import type { scripted } from './scripted-server.js';

/** Sign-in pages in front of a scripted server, and what tests ask about them. */
export async function open(
  server: ReturnType<typeof scripted>,
  { words = en, early }: { words?: LoginCatalogue; early?: TemplateResult } = {},
) {
  const left: string[] = [];
  const titles: string[] = [];
  const place = await fixture<HTMLElement>(
    html`<main
      lang=${words.language}
      dir=${words.direction}
      @tessera-sign-in-ended=${(event: { redirectTo: string }) => left.push(event.redirectTo)}
      @tessera-sign-in-step-changed=${(event: { title: string }) => titles.push(event.title)}
    >
      <tessera-sign-in .words=${words}>${early}</tessera-sign-in>
    </main>`,
  );
  const element = place.querySelector<TesseraSignIn>('tessera-sign-in')!;
  element.transactionId = 'tx_1';
  element.client = server.client;
  const one = <T extends HTMLElement = HTMLElement>(selector: string) =>
    element.querySelector<T>(selector);
  const page = {
    element,
    place,
    left,
    titles,
    one,
    field: (name: string) => one<HTMLInputElement>(`input[name="${name}"]`)!,
    text: () => textOf(element),
    alert: () => textOf(one('.alert')),
    focused: () => document.activeElement,
    at: async (step: string) => {
      await waitUntil(() => one(`[data-step="${step}"]`), `the step ${step}`);
      await waitUntil(() => element.contains(document.activeElement), 'the focus in the step');
    },
    until: (fact: () => unknown, missing: string) => waitUntil(() => Boolean(fact()), missing),
    button: (name: string) =>
      [...element.querySelectorAll('button')].find(
        (button) => (button.getAttribute('aria-label') ?? textOf(button)) === name,
      )!,
    fill: (name: string, value: string) => {
      page.field(name).value = value;
    },
    send: () => one<HTMLFormElement>('form')!.requestSubmit(),
  };
  return page;
}

export function textOf(place: Element | null): string {
  return place?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
