import { endSession } from '../login/sessions.ts';
import { record, type Deed } from './deed.ts';
import type { SignIn } from './sessions.ts';

/** Ends a sign-in with everything that came from it. */
export function endSignIn(deed: Deed, sid: string, causedBy?: string): void {
  endSession(deed.world, sid);
  record(deed, {
    action: 'session.end',
    target: { type: 'session', id: sid },
    ...(causedBy !== undefined && { causedBy }),
  });
}

/** Ends several sign-ins of a person, in one deed. */
export function endOtherSignIns(deed: Deed, userId: string, signIns: readonly SignIn[]): void {
  const causedBy = record(deed, { action: 'session.end', target: { type: 'user', id: userId } });
  for (const { sid } of signIns) endSignIn(deed, sid, causedBy);
}
