import type { ErrorCode } from '@tesserakit/domain';
import type { FactorWay } from './factors.ts';

/** A person who is known, and for whom they are about to act; absent for themselves. */
interface Known {
  readonly sid: string;
  readonly organizationId?: string;
}

/** A sign-in that waits for a second factor, for a new one, or for a passkey. */
export type FactorStage =
  | (Known & { readonly at: 'mfa'; readonly way: FactorWay; readonly refusal?: ErrorCode })
  | (Known & Enrolment & { readonly at: 'mfa_enroll'; readonly secret: string })
  /** New codes, which are shown until the person has kept them. */
  | (Known & { readonly at: 'recovery_codes'; readonly codes: readonly string[] })
  | { readonly at: 'passkey'; readonly refusal?: ErrorCode }
  | (Enrolment & { readonly at: 'passkey_offer'; readonly sid: string });

interface Enrolment {
  /** What a new passkey is to call the person. */
  readonly userHandle: string;
  readonly refusal?: ErrorCode;
}

export type StageAt<Name extends FactorStage['at']> = Extract<FactorStage, { at: Name }>;
