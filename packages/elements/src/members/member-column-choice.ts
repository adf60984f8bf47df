import { css, html, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import type { MemberColumns } from './member-columns.js';

/** Tells which columns a person wants to see beside the name. */
export function columnChoice(
  { members }: Words<'members'>,
  { offered, shown }: MemberColumns,
  choose: (names: readonly string[]) => void,
): TemplateResult {
  const names = shown.map(({ name }) => name);
  const toggled = (name: string) =>
    names.includes(name) ? names.filter((one) => one !== name) : [...names, name];
  return html`<div
    class="popover"
    id="columns"
    popover
    role="group"
    aria-label=${members.chooseColumns}
  >
    ${offered
      .filter(({ name }) => name !== 'name')
      .map(
        ({ name, title }) =>
          html`<label>
            <input
              type="checkbox"
              .checked=${names.includes(name)}
              @change=${() => choose(toggled(name))}
            />
            <bdi>${title}</bdi>
          </label>`,
      )}
  </div>`;
}

export const columnChoiceStyles = css`
  .columns {
    anchor-name: --columns;
  }

  .popover {
    position: fixed;
    position-anchor: --columns;
    position-area: block-end span-inline-start;
    position-try-fallbacks: flip-block, flip-inline;
    min-inline-size: 180px;
    max-inline-size: min(320px, calc(100vw - 16px));
    max-block-size: min(420px, calc(100vh - 16px));
    margin: 0;
    margin-block: calc(var(--_space) * 1);
    padding: calc(var(--_space) * 1);
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: auto;
  }

  @supports not (anchor-name: --columns) {
    .popover {
      inset: 0;
      margin: auto;
      block-size: max-content;
    }
  }

  .popover > label {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: 32px;
    padding: 0 calc(var(--_space) * 2);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .popover > label:hover {
    background: var(--_hover);
  }
`;
