import { css, html, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { popoverStyles } from '../theme/popover.js';
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
    class="popover choice"
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
  ${popoverStyles}

  .columns {
    anchor-name: --columns;
  }

  .popover.choice {
    position-anchor: --columns;
  }

  .choice > label {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: 32px;
    padding: 0 calc(var(--_space) * 2);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .choice > label:hover {
    background: var(--_hover);
  }
`;
