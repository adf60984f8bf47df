import type { Asker } from '../arena.ts';
import { rankIn } from '../naive.ts';
import type { Picture } from '../picture.ts';
import type { Step } from '../step.ts';

/** What the asker may administer: their rank, for a key no more than it was made for. */
export function powerOf({ asker, before }: { asker: Asker; before: Picture }) {
  const rank = rankIn(before, asker.organizationId ?? '', asker.userId);
  if (asker.key === undefined) return rank;
  const key = before.apiKeys.get(asker.organizationId ?? '')?.get(asker.clientId);
  return new Set((key?.permissions ?? []).filter((one) => rank.has(one)));
}

export const isDone = ({ asked }: Step): boolean => asked.code === undefined;

/** Operations by which somebody acts for themselves, whatever organization their token names. */
export const personal =
  /^(me|sessions)\.|^organizations\.list$|^invitations\.(accept|decline|listOwn)$/;
