import { css, html, nothing, type TemplateResult } from 'lit';

/** As many chips as have room; the rest as a number whose names the pointer and the reader get. */
export function chips(names: readonly string[], room: number): TemplateResult {
  const rest = names.slice(room);
  return html`<span class="chips">
    ${names
      .slice(0, room)
      .map(
        (name) =>
          html` <span class="chip" title=${name}><bdi class="truncated">${name}</bdi></span>`,
      )}
    ${
      rest.length > 0
        ? html`<span class="chip further" title=${rest.join('\n')}
            ><bdi dir="ltr">+${rest.length}</bdi
            ><span class="hidden"> ${rest.join(', ')}</span></span
          >`
        : nothing
    }
  </span>`;
}

export const chipsStyles = css`
  .chips {
    display: flex;
    gap: calc(var(--_space) * 1);
    min-inline-size: 0;
  }

  .chips > .chip {
    min-inline-size: 28px;
  }

  .chips > .further {
    flex: none;
  }
`;
