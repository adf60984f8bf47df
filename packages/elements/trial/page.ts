import { fixture, html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { TesseraProvider } from '../src/context/provider.js';
import type { Backend } from './backend.js';

/** A provider on the page with elements in it, as one person uses it. */
export async function show(
  { client, organizationId }: Backend,
  content: TemplateResult,
  language = 'en',
): Promise<TesseraProvider> {
  return fixture<TesseraProvider>(
    html`<tessera-provider lang=${language} .client=${client} .organizationId=${organizationId}
      >${content}</tessera-provider
    >`,
  );
}

/** Waits until a question about the page has an answer. */
export async function until<T>(
  question: () => T | null | undefined | false,
  missing: string,
): Promise<T> {
  let answer: T | null | undefined | false;
  await waitUntil(() => (answer = question()), missing, { timeout: 4000 });
  return answer as T;
}

/** The next event of a type that reaches an element. */
export function nextEvent<K extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  type: K,
): Promise<HTMLElementEventMap[K]> {
  return new Promise((resolve) => element.addEventListener(type, resolve, { once: true }));
}

/** What a person sees of a part of the page, in one line. */
export function textOf(place: ParentNode | Element | null | undefined): string {
  return place?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
