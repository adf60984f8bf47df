import { css } from 'lit';

/** The shape of what is on its way: comes into sight only when it takes long; `i` and `span` are its bars. */
export const skeletonStyles = css`
  .skeleton {
    opacity: 0;
    animation: appear 1ms 200ms forwards;
  }

  .skeleton :is(i, span) {
    display: block;
    block-size: 12px;
    border-radius: var(--_radius);
    background: color-mix(in oklch, var(--_text) 8%, transparent);
  }

  @keyframes appear {
    to {
      opacity: 1;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      opacity: 1;
    }
  }

  @media (forced-colors: active) {
    .skeleton :is(i, span) {
      background: GrayText;
    }
  }
`;
