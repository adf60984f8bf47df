import type { Arena, Asked, Question } from './arena.ts';
import { changesBetween, pictureOf, sameFamilies, type Picture } from './picture.ts';
import { auditRules, logRules } from './rules/audit.ts';
import { deedRules, stateRules } from './rules/index.ts';
import { secretRules } from './rules/secrets.ts';
import { hold, type Moment } from './step.ts';

/** Does something to the world, and holds it to what is true whatever was done. */
export async function observe<T>(
  arena: Arena,
  task: () => Promise<T>,
): Promise<Moment & { result: T }> {
  const { world } = arena;
  const before: Picture = pictureOf(world);
  const logged = world.audit.length;
  const result = await task();
  const after = pictureOf(world);
  const changes = changesBetween(before, after);
  const moment = { arena, before, after, changes, events: world.audit.slice(logged) };
  hold(logRules, moment);
  const same = changes.length === 0 && sameFamilies(before, after);
  if (!same || after.now !== before.now) hold(stateRules, moment);
  return { ...moment, result };
}

/** Asks the directory for something, and holds what comes of it to all rules. */
export async function attempt(arena: Arena, request: Question): Promise<Asked> {
  const { result: asked, ...moment } = await observe(arena, () => arena.ask(request));
  const step = { ...moment, asked };
  hold(deedRules, step);
  hold(auditRules, step);
  hold(secretRules, step);
  return asked;
}
