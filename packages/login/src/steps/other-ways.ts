import { html, nothing, type TemplateResult } from 'lit';
import type { Screen } from './screen.js';

const known = ['password', 'email-code', 'magic-link', 'passkey'] as const;

/** The ways beside this one in which a person can prove who they are. */
export function otherWays(
  { words, pending, act }: Screen,
  methods: readonly string[] | undefined,
): TemplateResult | typeof nothing {
  const offered = known.filter(
    (method) =>
      methods?.includes(method) && (method !== 'passkey' || 'PublicKeyCredential' in window),
  );
  if (offered.length === 0) return nothing;
  return html`<ul class="ways" aria-label=${words.ways.list}>
    ${offered.map(
      (method) =>
        html`<li>
          <button
            class="link"
            type="button"
            aria-disabled=${pending ? 'true' : nothing}
            @click=${() => act({ action: 'use_method', method })}
          >
            ${words.ways[method]}
          </button>
        </li>`,
    )}
  </ul>`;
}
