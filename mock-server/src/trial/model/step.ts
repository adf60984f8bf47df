import type { AuditEvent } from '@tesserakit/domain';
import type { Arena, Asked } from './arena.ts';
import type { Change, Picture } from './picture.ts';

/** What happened between two pictures of the world. */
export interface Moment {
  readonly arena: Arena;
  readonly before: Picture;
  readonly after: Picture;
  readonly changes: readonly Change[];
  /** What the audit log got in the meantime. */
  readonly events: readonly AuditEvent[];
}

/** One request to the directory with all that came of it. */
export interface Step extends Moment {
  readonly asked: Asked;
}

/** Throws where it is broken. Its name says the rule, and the number it has in the abuse cases. */
export type Rules<T> = Readonly<Record<string, (it: T) => void>>;

/** Holds something to rules; the error names the one that is broken. */
export function hold<T>(rules: Rules<T>, it: T): void {
  for (const [name, rule] of Object.entries(rules)) {
    try {
      rule(it);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${name}: ${reason}${told(it)}`, { cause: error });
    }
  }
}

/** What was asked, where something was. */
function told(it: unknown): string {
  const { asked } = it as Partial<Step>;
  if (!asked) return '';
  const { operation, asker, parameters, query, body, status, code } = asked;
  const { userId, organizationId, platform, key } = asker;
  const by = [userId, organizationId, platform && 'platform', key && 'by key'].filter(Boolean);
  const sent = JSON.stringify({ parameters, query, body });
  return `\n${operation} by ${by.join(' ')}: ${sent}: ${status} ${code ?? ''}`;
}
