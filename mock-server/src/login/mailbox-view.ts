import type { loginStep } from '@tesserakit/contract';
import { waitForMail } from '@tesserakit/domain';
import type * as v from 'valibot';
import type { World } from '../world.ts';
import { methodsOf } from './methods.ts';
import type { MailboxStage } from './mailbox-stage.ts';
import type { Transaction } from './transaction.ts';
import { secondsToWait } from './tries.ts';

type Step = v.InferInput<typeof loginStep>;

interface Face {
  readonly name: string;
  readonly logoUrl?: string;
}

/** What the page shows of a sign-in that waits for what was mailed. */
export function mailboxStep(
  world: World,
  transaction: Transaction,
  stage: MailboxStage,
  application: Face | undefined,
): Step {
  const { identifier = '', mailed } = transaction;
  const refused = 'refusal' in stage && stage.refusal ? { refusal: stage.refusal } : {};
  if (stage.at === 'link_over') {
    return { step: 'link_over', refusal: stage.refusal, ...(application && { application }) };
  }
  if (!application) return { step: 'expired' };
  const common = { application, identifier };
  if (stage.at === 'confirm_link') return { step: 'confirm_link', ...common };
  const sent = stage.at === 'code' ? mailed?.code : mailed?.link;
  const resendAfter = Math.ceil((sent ? waitForMail(sent, world.now()) : 0) / 1000);
  if (stage.at === 'magic_link_sent') {
    const methods = otherMethods(world, transaction, 'magic-link');
    return { step: 'magic_link_sent', ...common, resendAfter, methods, ...refused };
  }
  const retryAfter = secondsToWait(world, identifier);
  const over = stage.refusal === 'locked' && retryAfter === 0;
  return {
    step: 'code',
    ...common,
    resendAfter,
    methods: otherMethods(world, transaction, 'email-code'),
    ...(!over && refused),
    ...(stage.refusal === 'locked' && !over && { retryAfter }),
  };
}

/** The ways that are offered beside the one that the person is at. */
export function otherMethods(world: World, transaction: Transaction, at: string) {
  return methodsOf(world, transaction).filter((method) => method !== at);
}
