import type { loginStep } from '@tesserakit/contract';
import type * as v from 'valibot';
import type { World } from '../world.ts';
import { passkeysOf, waysOf } from './factors.ts';
import type { FactorStage, StageAt } from './factor-stage.ts';
import { otherMethods } from './mailbox-view.ts';
import { passkeyCreation, passkeyRequest } from './passkey-options.ts';
import { sessionNamed } from './sessions.ts';
import { totpAddress } from './totp.ts';
import type { Transaction } from './transaction.ts';
import { secondsLeft, triesOfFactor } from './tries.ts';

type Step = v.InferInput<typeof loginStep>;

interface Face {
  readonly name: string;
  readonly logoUrl?: string;
}

/** What the page shows of a sign-in that waits for a second factor or a passkey. */
export function factorStep(
  world: World,
  transaction: Transaction,
  stage: FactorStage,
  application: Face,
): Step {
  const { challenge, identifier } = transaction;
  const over: Step = { step: 'expired', application };
  if (stage.at === 'passkey') {
    const options = passkeyRequest(world, challenge);
    if (!options) return over;
    return {
      step: 'passkey',
      application,
      ...(identifier !== undefined && { identifier }),
      options,
      methods: identifier === undefined ? [] : otherMethods(world, transaction, 'passkey'),
      ...(stage.refusal && { refusal: stage.refusal }),
    };
  }
  const userId = sessionNamed(world, stage.sid)?.userId ?? '';
  const user = world.users.get(userId);
  if (!user) return over;
  const known = { application, identifier: user.email };
  if (stage.at === 'recovery_codes') {
    return { step: 'recovery_codes', ...known, codes: [...stage.codes] };
  }
  if (stage.at === 'mfa') return demandedStep(world, transaction, stage, userId, known);
  const { refusal, userHandle } = stage;
  const options = passkeyCreation(world, challenge, userId, userHandle);
  const refused = refusal ? { refusal } : {};
  if (stage.at === 'passkey_offer') {
    return options ? { step: 'passkey_offer', ...known, options, ...refused } : over;
  }
  return {
    step: 'mfa_enroll',
    ...known,
    ...organizationOf(world, stage),
    secret: stage.secret,
    address: totpAddress(world, user.email, stage.secret),
    ...(options && { passkey: options }),
    ...refused,
  };
}

function demandedStep(
  world: World,
  { challenge }: Transaction,
  stage: StageAt<'mfa'>,
  userId: string,
  known: { readonly application: Face; readonly identifier: string },
): Step {
  const { way, refusal } = stage;
  const retryAfter = secondsLeft(world, triesOfFactor(world, userId));
  const over = refusal === 'locked' && retryAfter === 0;
  const passkey = passkeyRequest(world, challenge, passkeysOf(world, userId));
  const ways = waysOf(world, userId).filter((one) => one !== 'passkey' || passkey);
  return {
    step: 'mfa',
    ...known,
    ...organizationOf(world, stage),
    way,
    ways,
    ...(way === 'passkey' && passkey && { passkey }),
    ...(way === 'recovery-code' && {
      codesLeft: world.factors.get(userId)?.recoveryCodes?.length ?? 0,
    }),
    ...(refusal && !over && { refusal }),
    ...(refusal === 'locked' && !over && { retryAfter }),
  };
}

/** Who demands it; nobody in particular where it is the application. */
function organizationOf(world: World, { organizationId }: { readonly organizationId?: string }) {
  const organization = world.organizations.get(organizationId ?? '');
  if (!organization?.authentication?.requiresSecondFactor) return {};
  const { name, logoUrl } = organization;
  return { organization: { name, ...(logoUrl !== undefined && { logoUrl }) } };
}
