import { plural } from './plural.js';

/** Sentences about those who were invited. */
export interface InvitationListWords {
  readonly title: string;
  readonly count: (count: number) => string;
  readonly shown: (shown: number, total: number) => string;
  readonly search: string;
  readonly status: string;
  readonly anyStatus: string;
  readonly columns: {
    readonly email: string;
    readonly status: string;
    readonly offer: string;
    readonly invited: string;
    readonly expiry: string;
    readonly actions: string;
  };
  readonly statuses: Record<
    'pending' | 'accepted' | 'declined' | 'revoked' | 'expired' | 'failed',
    string
  >;
  readonly noRole: string;
  /** `when` is a span from now: "in 2 days". */
  readonly expires: (when: string) => string;
  /** `when` is a span until now: "3 hours ago". */
  readonly expired: (when: string) => string;
  readonly actionsFor: (email: string) => string;
  readonly resend: string;
  readonly copyLink: string;
  readonly revoke: string;
  /** Why nothing can be done, where the invitation says more than the code of the refusal. */
  readonly renewed: string;
  readonly declined: string;
  readonly doing: Record<'resend' | 'revoke' | 'copy', (email: string) => string>;
  readonly done: Record<'resend' | 'revoke' | 'copy', (email: string) => string>;
  readonly undone: Record<'resend' | 'revoke' | 'copy', (email: string) => string>;
  /** Nobody knows whether it was done. */
  readonly uncertain: (email: string) => string;
  readonly changed: (email: string) => string;
  /** `when` is a span from now. */
  readonly again: (when: string) => string;
  readonly dismiss: string;
  readonly revokeTitle: string;
  readonly revokeHint: (email: string) => string;
  readonly revokeIt: string;
  readonly revoking: string;
  readonly keep: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly noMatch: string;
  readonly noMatchHint: string;
  readonly clearFilters: string;
  readonly failed: string;
  readonly forbidden: string;
  readonly forbiddenHint: string;
  readonly more: string;
  readonly loadingMore: string;
  readonly moreFailed: string;
}

const count = plural('en');

export const invitationListWords: InvitationListWords = {
  title: 'Invitations',
  count: (number) => count(number, { one: '# invitation', other: '# invitations' }),
  shown: (shown, total) => `${count(shown, { other: '#' })} of ${count(total, { other: '#' })}`,
  search: 'Search by email',
  status: 'Status',
  anyStatus: 'Any status',
  columns: {
    email: 'Email',
    status: 'Status',
    offer: 'Joins as',
    invited: 'Invited by',
    expiry: 'Expiry',
    actions: 'Actions',
  },
  statuses: {
    pending: 'Pending',
    accepted: 'Accepted',
    declined: 'Declined',
    revoked: 'Revoked',
    expired: 'Expired',
    failed: 'Not delivered',
  },
  noRole: 'No role',
  expires: (when) => `Expires ${when}`,
  expired: (when) => `Expired ${when}`,
  actionsFor: (email) => `Actions for ${email}`,
  resend: 'Send again',
  copyLink: 'Copy link',
  revoke: 'Revoke',
  renewed: 'A newer invitation was sent in its place.',
  declined: 'This person has said no.',
  doing: {
    resend: (email) => `Sending again to ${email}…`,
    revoke: (email) => `Revoking the invitation of ${email}…`,
    copy: (email) => `Copying the link for ${email}…`,
  },
  done: {
    resend: (email) => `Sent again to ${email}`,
    revoke: (email) => `Invitation of ${email} revoked`,
    copy: (email) => `Link for ${email} copied`,
  },
  undone: {
    resend: (email) => `Not sent again to ${email}.`,
    revoke: (email) => `The invitation of ${email} was not revoked.`,
    copy: (email) => `The link for ${email} could not be copied.`,
  },
  uncertain: (email) =>
    `It is not known whether this was done for ${email}. Try again: it is done once.`,
  changed: (email) =>
    `Somebody changed the invitation of ${email} in the meantime. It is shown as it is now.`,
  again: (when) => `Try again ${when}.`,
  dismiss: 'Dismiss',
  revokeTitle: 'Revoke this invitation?',
  revokeHint: (email) =>
    `The link that was sent to ${email} stops working. This cannot be undone, but you can invite this person again.`,
  revokeIt: 'Revoke invitation',
  revoking: 'Revoking…',
  keep: 'Keep invitation',
  empty: 'Nobody is invited',
  emptyHint: 'Whoever you invite appears here, with what became of the invitation.',
  noMatch: 'No invitation matches',
  noMatchHint: 'Change the search or the filter to see more.',
  clearFilters: 'Clear search and filter',
  failed: 'Invitations could not be loaded',
  forbidden: 'Only administrators see the invitations',
  forbiddenHint: 'Ask an administrator of this organization if you need to know who is invited.',
  more: 'Show more invitations',
  loadingMore: 'Loading more invitations…',
  moreFailed: 'More invitations could not be loaded.',
};
