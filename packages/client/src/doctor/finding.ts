/** What will become of one part of the screens over a backend. */
export interface Finding {
  /** As people call it. */
  readonly what: string;
  /**
   * - `shown`: it works as claimed, or is a claim that only a change could try
   * - `absent`: the backend does not claim it, so that no screen has it
   * - `broken`: it is claimed, or every directory has it, and it does not do as it should
   */
  readonly verdict: 'shown' | 'absent' | 'broken';
  /** A sentence. */
  readonly why: string;
}

const signs = { shown: '✓', absent: '–', broken: '✗' } as const;

/** Findings as lines of a table for a terminal, with a last line that counts them. */
export function table(findings: readonly Finding[]): string {
  const width = Math.max(0, ...findings.map(({ what }) => what.length));
  const lines = findings.map(
    ({ what, verdict, why }) => `${signs[verdict]} ${what.padEnd(width)}  ${why}`,
  );
  const count = (wanted: Finding['verdict']) =>
    findings.filter(({ verdict }) => verdict === wanted).length;
  const sum = `${count('shown')} shown, ${count('absent')} absent, ${count('broken')} broken`;
  return [...lines, '', sum, ''].map(visible).join('\n');
}

/** Control characters of a backend's words must not write elsewhere on the terminal. */
function visible(line: string): string {
  return line.replace(/\p{Cc}/gu, '\ufffd');
}
