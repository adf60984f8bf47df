import type { Verdict } from '../invitations/address-verdicts.js';
import { plural } from './plural.js';

/** Sentences of inviting people. */
export interface InvitingWords {
  readonly title: string;
  readonly titleFor: (organization: string) => string;
  readonly addresses: string;
  readonly addressesHint: string;
  readonly chooseFile: string;
  readonly fileHint: string;
  readonly listed: string;
  readonly remove: (email: string) => string;
  readonly correct: (email: string) => string;
  readonly verdicts: Record<Exclude<Verdict, 'ready' | 'tooMany'>, string>;
  /** What stands at those that are more than the server takes at once. */
  readonly tooMany: (most: number) => string;
  readonly ready: (count: number) => string;
  readonly unusable: (count: number) => string;
  /** Those who are more than the server takes at once: they come next. */
  readonly later: (count: number) => string;
  readonly removeUnusable: (count: number) => string;
  readonly showAll: (count: number) => string;
  readonly added: (count: number, unusable: number) => string;
  readonly removed: (email: string) => string;
  readonly addedFrom: (count: number, file: string) => string;
  readonly fileEmpty: (file: string) => string;
  readonly fileUnreadable: (file: string) => string;
  readonly fileTooLarge: (file: string) => string;
  readonly needsAddress: string;
  readonly role: string;
  readonly rolesFailed: string;
  readonly access: string;
  readonly accessFailed: string;
  /** What a new member gets where nothing else is chosen. */
  readonly defaults: (roles: string) => string;
  readonly noAccess: string;
  readonly seats: (used: number, limit: number) => string;
  readonly seatsShort: (left: number) => string;
  readonly life: string;
  readonly message: string;
  readonly messageHint: string;
  readonly optional: string;
  readonly submit: (count: number) => string;
  readonly sending: (count: number) => string;
  readonly closeKeeps: string;
  readonly kept: string;
  readonly restored: string;
  readonly discard: string;
  readonly discarded: string;
  readonly nobodyInvited: string;
  readonly restNotInvited: string;
  readonly uncertain: string;
  readonly prevented: string;
  readonly invited: (count: number) => string;
  readonly invitedHint: (life: string) => string;
  readonly refused: (count: number) => string;
  readonly notSent: string;
  readonly retryFailed: (count: number) => string;
  readonly change: string;
  readonly more: string;
  readonly done: string;
  readonly forbidden: string;
  readonly forbiddenHint: (organization: string) => string;
  readonly impossible: string;
  readonly failed: string;
}

const count = plural('en');
const number = (value: number) => value.toLocaleString('en');

export const invitingWords: InvitingWords = {
  title: 'Invite people',
  titleFor: (organization) => `Invite people to ${organization}`,
  addresses: 'Email addresses',
  addressesHint: 'Type or paste as many as you like.',
  chooseFile: 'Add from a CSV file',
  fileHint: 'The file needs a column “email”; a column “role” is read too.',
  listed: 'People to invite',
  remove: (email) => `Remove ${email}`,
  correct: (email) => `Correct ${email}`,
  verdicts: {
    malformed: 'Not an email address',
    repeated: 'Listed twice',
    own: 'Your own address',
    unknownRole: 'No such role',
    refusedRole: 'You cannot give this role',
  },
  tooMany: (most) => `Over ${number(most)} at once`,
  ready: (total) => count(total, { one: '# person to invite', other: '# people to invite' }),
  unusable: (total) => count(total, { one: '# cannot be invited', other: '# cannot be invited' }),
  later: (total) => count(total, { one: '# more after these', other: '# more after these' }),
  removeUnusable: (total) => count(total, { one: 'Remove it', other: 'Remove them' }),
  showAll: (total) => `Show all ${number(total)}`,
  added: (total, unusable) =>
    count(total, { one: '# address added', other: '# addresses added' }) +
    (unusable > 0 ? `, ${number(unusable)} cannot be invited` : ''),
  removed: (email) => `${email} removed`,
  addedFrom: (total, file) =>
    `${count(total, { one: '# address', other: '# addresses' })} added from ${file}`,
  fileEmpty: (file) => `No email address was found in ${file}.`,
  fileUnreadable: (file) => `${file} could not be read.`,
  fileTooLarge: (file) => `${file} is larger than 1 MB. Split it into smaller files.`,
  needsAddress: 'Add an email address that can be invited first.',
  role: 'Role in the organization',
  rolesFailed: 'The roles could not be loaded.',
  access: 'Applications',
  accessFailed: 'The applications could not be loaded. Whoever joins gets the default roles.',
  defaults: (roles) => `Default: ${roles}`,
  noAccess: 'No access',
  seats: (used, limit) => `${number(used)} of ${number(limit)} seats taken`,
  seatsShort: (left) =>
    left === 0
      ? 'No seat is left: who joins gets no access.'
      : count(left, {
          one: '# seat is left: who joins later gets no access.',
          other: '# seats are left: who joins later gets no access.',
        }),
  life: 'Invitation valid for',
  message: 'Message',
  messageHint: 'Goes into the email as plain text.',
  optional: 'optional',
  submit: (total) =>
    total === 0
      ? 'Invite people'
      : count(total, { one: 'Invite # person', other: 'Invite # people' }),
  sending: (total) => count(total, { one: 'Inviting # person…', other: 'Inviting # people…' }),
  closeKeeps: 'Closing keeps this draft.',
  kept: 'Your draft is kept until you come back to it.',
  restored: 'This is the draft that you left.',
  discard: 'Discard draft',
  discarded: 'The draft is discarded.',
  nobodyInvited: 'Nobody was invited; what you entered is still here.',
  restNotInvited: 'The others were not invited; they are still here.',
  uncertain:
    'It is not known whether the invitations were sent. Try again: nobody is invited twice.',
  prevented: 'The application did not let these invitations through.',
  invited: (total) => count(total, { one: '# person invited', other: '# people invited' }),
  invitedHint: (life) => `Each gets an email with a link that works for ${life}.`,
  refused: (total) => count(total, { one: '# not invited', other: '# not invited' }),
  notSent: 'Not sent yet',
  retryFailed: (total) =>
    count(total, { one: 'Retry the failed one', other: 'Retry the # failed' }),
  change: 'Change and retry',
  more: 'Invite more people',
  done: 'Done',
  forbidden: 'You cannot invite people here',
  forbiddenHint: (organization) =>
    `Administrators of ${organization} can. Ask one of them to invite whom you have in mind.`,
  impossible: 'This server does not invite people',
  failed: 'This could not be loaded',
};
