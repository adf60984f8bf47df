import { css } from 'lit';

export const styles = css`
  .person {
    margin-block: 0;
    font-weight: 500;
  }

  .person > .muted {
    font-weight: 400;
  }
`;
