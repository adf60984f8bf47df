import { attempt } from './attempt.ts';
import { federationKinds } from './federation.ts';
import type { Hand } from './hand.ts';
import { operations, requestOf } from './requests/index.ts';
import { signInKinds } from './sign-in.ts';
import { surroundingKinds } from './surroundings.ts';

/** One kind of command. */
export interface Kind {
  readonly name: string;
  /** How often it is drawn beside the others. */
  readonly weight: number;
  /** For what cannot be refused, or never be accepted. */
  readonly always?: 'accepted' | 'refused';
  /** Does it: `true` when it was accepted, else the code of the refusal; `undefined` if there was nothing to do it to. */
  run(hand: Hand): Promise<string | true | undefined>;
}

export const kinds: readonly Kind[] = [
  ...operations.map(({ operation, weight }) => ({
    name: operation,
    weight,
    run: async (hand: Hand) =>
      (await attempt(hand.arena, await requestOf(hand, operation))).code ?? (true as const),
  })),
  ...signInKinds,
  ...federationKinds,
  ...surroundingKinds,
];
