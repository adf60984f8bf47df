import { canonicalEmail } from '@tesserakit/domain';
import type { Listed } from './address-list.js';

/** A person to invite, and why the server did not, when it was asked before. */
export interface Invitee extends Listed {
  readonly refused?: string;
}

/** What became of one address that was sent. */
export interface Answer {
  readonly email: string;
  readonly invitationId?: string | undefined;
  /** The code of the reason, where it was not invited. */
  readonly refused?: string | undefined;
}

/** What a person has entered so far. */
export interface InviteDraft {
  readonly invitees: readonly Invitee[];
  /** What stands in the address field and is no address yet. */
  readonly typed: string;
  /** `undefined` until somebody chooses: what members usually are. */
  readonly organizationRoleIds: readonly string[] | undefined;
  /** Roles by application. An application without any gives its default roles. */
  readonly access: Readonly<Record<string, readonly string[]>>;
  /** Minutes; `undefined` until somebody chooses. */
  readonly life: number | undefined;
  readonly message: string;
  /** Who was invited from this draft since it was opened. */
  readonly invited: readonly string[];
}

export const blankDraft: InviteDraft = {
  invitees: [],
  typed: '',
  organizationRoleIds: undefined,
  access: {},
  life: undefined,
  message: '',
  invited: [],
};

/** Whether nothing would be lost with it. */
export function isBlank(draft: InviteDraft): boolean {
  return (
    draft.invitees.length === 0 &&
    draft.typed.trim() === '' &&
    draft.message.trim() === '' &&
    draft.organizationRoleIds === undefined &&
    draft.life === undefined &&
    Object.values(draft.access).every((roleIds) => roleIds.length === 0)
  );
}

/**
 * The draft after the server has judged some of it: who was invited leaves it, however often they
 * were listed; the others stay.
 */
export function answered(draft: InviteDraft, answers: readonly Answer[]): InviteDraft {
  const byEmail = new Map(answers.map((answer) => [canonicalEmail(answer.email), answer]));
  const answerTo = ({ email }: Listed) => byEmail.get(canonicalEmail(email));
  return {
    ...draft,
    invited: [
      ...draft.invited,
      ...answers.filter(({ refused }) => !refused).map(({ email }) => email),
    ],
    invitees: draft.invitees.flatMap((invitee) => {
      const answer = answerTo(invitee);
      if (!answer) return [invitee];
      return answer.refused ? [{ ...invitee, refused: answer.refused }] : [];
    }),
  };
}

/** Adds what is not there, and takes away what is. */
export function toggled(list: readonly string[], one: string): readonly string[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}
