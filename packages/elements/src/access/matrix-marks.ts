import type { Words } from '../text/catalogue.js';
import type { EditMark } from './matrix-cells.js';
import type { Edit } from './matrix-draft.js';
import { holdingOf, missing } from './matrix-holdings.js';
import { refusalIn, rolesIn } from './matrix-words.js';

/** How an edit looks in its cell, and what is told of it. */
export function markOf(
  words: Words<'accessMatrix' | 'accessEditing'>,
  { target, chosen, saved, now, code }: Edit,
): EditMark {
  const { accessEditing, errors } = words;
  if (saved) return { chosen, look: 'saved', told: accessEditing.saved };
  if (now) return { chosen, look: 'edited contested', told: errors.version_conflict };
  const before = holdingOf(target.cell);
  const only = (roleIds: readonly string[]) =>
    rolesIn(words, target.application, { granted: true, roleIds });
  const added = missing(chosen.roleIds, before.roleIds);
  const removed = missing(before.roleIds, chosen.roleIds);
  const told = [
    accessEditing.notSaved,
    ...(added.length > 0 ? [accessEditing.adds(only(added))] : []),
    ...(removed.length > 0 ? [accessEditing.removes(only(removed))] : []),
    ...(code === undefined ? [] : [refusalIn(words, code)]),
  ];
  return {
    chosen,
    look: code === undefined ? 'edited' : 'edited refused',
    told: told.join('\n'),
  };
}
