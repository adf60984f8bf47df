import type { AccessScope, DirectoryClient, Expected, WriteOptions } from '@tesserakit/client';
import type { AccessExplanation, Capabilities } from '@tesserakit/contract';
import type { RemedyName } from '@tesserakit/domain';
import type { AccessReasonWords } from '../text/access-reasons.js';

export type ShownRemedy = AccessExplanation['remedies'][number];

/** A remedy for which there is a button. */
export type Deed = keyof AccessReasonWords['deeds'];

/** Whom it is done to, with the version of the membership that was looked at. */
export interface About extends AccessScope, Expected {}

type Task = (client: DirectoryClient, about: About, options: WriteOptions) => Promise<unknown>;

/** What is done at once; the others open the choice of roles. */
const tasks: Partial<Record<RemedyName, Task>> = {
  reactivate_member: ({ members }, { organizationId, userId, version }, options) =>
    members.reactivate({ organizationId, userId, version }, options),
  extend_membership: ({ members }, { organizationId, userId, version }, options) =>
    members.update({ organizationId, userId, version, expiresAt: null }, options),
};

const roleDeeds: ReadonlySet<string> = new Set(['give_access', 'extend_access', 'give_role']);

/** What a remedy does at once; `undefined` for one that takes a choice, or is done elsewhere. */
export function taskOf({ name }: ShownRemedy): Task | undefined {
  return Object.hasOwn(tasks, name) ? tasks[name as RemedyName] : undefined;
}

/** Whether a remedy is to choose roles for the person. */
export function isAboutRoles({ name }: ShownRemedy): boolean {
  return roleDeeds.has(name);
}

/** The remedy as a button of this screen; `undefined` for what this caller may not, or is done elsewhere. */
export function deedOf(remedy: ShownRemedy, can: Capabilities | undefined): Deed | undefined {
  const { name, may } = remedy;
  if (may !== true) return undefined;
  const isHere = isAboutRoles(remedy) ? can?.access?.grant === true : taskOf(remedy) !== undefined;
  return isHere ? (name as Deed) : undefined;
}
