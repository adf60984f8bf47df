import { TesseraError, type DirectoryClient, type WriteOptions } from '@tesserakit/client';
import type { InvitationOffers } from '@tesserakit/contract';
import type { Answer, InviteDraft, Invitee } from './invite-draft.js';

/** People who are invited to the same, in one call. */
export type InviteCall = InvitationOffers;

/** Reasons that lie in one address; another address may still be invited. */
const ofOneAddress = new Set([
  'already_exists',
  'already_member',
  'escalation_refused',
  'member_suspended',
  'self_change_refused',
  'validation_failed',
]);

/**
 * The calls that invite these people: one for all who get the same, or one for each where the server
 * takes them one by one.
 *
 * @param rolesOf the organization roles of one person.
 */
export function callsOf(
  draft: InviteDraft,
  people: readonly Invitee[],
  rolesOf: (invitee: Invitee) => readonly string[],
  inBulk: boolean,
): InviteCall[] {
  const access = Object.entries(draft.access)
    .filter(([, roleIds]) => roleIds.length > 0)
    .map(([applicationId, roleIds]) => ({ applicationId, roleIds: [...roleIds] }));
  // The mail is one paragraph: the protocol takes no line ends.
  const message = draft.message.replace(/\s+/g, ' ').trim();
  const offer = {
    access,
    ...(draft.life !== undefined && { life: draft.life }),
    ...(message && { message }),
  };
  const calls = new Map<string, InviteCall>();
  for (const invitee of people) {
    const organizationRoleIds = [...rolesOf(invitee)];
    const group = inBulk ? JSON.stringify(organizationRoleIds) : invitee.email;
    const call = calls.get(group) ?? { emails: [], organizationRoleIds, ...offer };
    calls.set(group, { ...call, emails: [...call.emails, invitee.email] });
  }
  return [...calls.values()];
}

/**
 * Sends one call, and tells for each address what became of it.
 *
 * @throws TesseraError when none of them was judged.
 */
export async function send(
  { invitations }: DirectoryClient,
  organizationId: string,
  call: InviteCall,
  inBulk: boolean,
  options: WriteOptions,
): Promise<Answer[]> {
  if (inBulk) {
    const { results } = await invitations.bulk({ organizationId, ...call }, options);
    return call.emails.map((email, index) => {
      const { outcome, code, invitationId } = results[index] ?? {};
      return outcome === 'done'
        ? { email, invitationId }
        : { email, refused: code ?? 'invalid_response' };
    });
  }
  const { emails, ...offer } = call;
  const email = emails[0] ?? '';
  try {
    const { invitationId } = await invitations.create({ organizationId, ...offer, email }, options);
    return [{ email, invitationId }];
  } catch (error) {
    const { code } = TesseraError.from(error);
    if (!ofOneAddress.has(code)) throw error;
    return [{ email, refused: code }];
  }
}
