import type { Application, OnboardingChange, OnboardingCreation } from '@tesserakit/contract';

/** What can be done to an organization's share of an application. */
export type ShareDeed = 'onboard' | 'update' | 'setDefaults' | 'expose' | 'withdraw';

/** What a person chose, before it is saved. */
export interface ShareDraft {
  readonly applicationId: string;
  readonly status: string;
  readonly roleGroupIds: readonly string[];
  readonly roleIds: readonly string[];
  readonly defaultRoleIds: readonly string[];
  readonly exposedRoleGroupIds: readonly string[];
  readonly roleless: boolean;
  /** As it was typed; empty for no limit. */
  readonly seats: string;
  /** Empty for the usual sign-in. */
  readonly connectionId: string;
}

/** The share as it is, to begin from; of no application, an empty one. */
export function draftOf(application?: Application): ShareDraft {
  const { applicationId = '', onboarding } = application ?? {};
  return {
    applicationId,
    status: onboarding?.status ?? 'active',
    roleGroupIds: onboarding?.roleGroups.map(({ roleGroupId }) => roleGroupId) ?? [],
    roleIds: onboarding?.roleIds ?? [],
    defaultRoleIds: onboarding?.defaultRoleIds ?? [],
    exposedRoleGroupIds: onboarding?.exposedRoleGroups.map(({ roleGroupId }) => roleGroupId) ?? [],
    roleless: onboarding?.allowsRolelessAccess ?? false,
    seats: onboarding?.seats?.limit?.toString() ?? '',
    connectionId: onboarding?.connectionId ?? '',
  };
}

/** The limit that was typed: `null` for none, `undefined` for what is no number of seats. */
export function seatLimitOf({ seats }: ShareDraft): number | null | undefined {
  const typed = seats.trim();
  if (typed === '') return null;
  const limit = Number(typed);
  return /^\d+$/.test(typed) && limit <= 10_000_000 ? limit : undefined;
}

/** What differs from where the person began; what others change beside it is left alone. */
export function changeOf(draft: ShareDraft, begun: ShareDraft): OnboardingChange {
  const seatLimit = seatLimitOf(draft);
  return {
    ...(draft.status !== begun.status && { status: draft.status as 'active' | 'suspended' }),
    ...(differ(draft.roleGroupIds, begun.roleGroupIds) && {
      roleGroupIds: [...draft.roleGroupIds],
    }),
    ...(differ(draft.roleIds, begun.roleIds) && { roleIds: [...draft.roleIds] }),
    ...(differ(draft.defaultRoleIds, begun.defaultRoleIds) && {
      defaultRoleIds: [...draft.defaultRoleIds],
    }),
    ...(draft.roleless !== begun.roleless && { allowsRolelessAccess: draft.roleless }),
    ...(draft.seats.trim() !== begun.seats && seatLimit !== undefined && { seatLimit }),
    ...(draft.connectionId !== begun.connectionId && { connectionId: draft.connectionId || null }),
  };
}

/** Whether anything was chosen that is not there yet. */
export function isChanged(draft: ShareDraft, begun: ShareDraft): boolean {
  return (
    Object.keys(changeOf(draft, begun)).length > 0 ||
    draft.applicationId !== begun.applicationId ||
    draft.seats.trim() !== begun.seats ||
    differ(draft.exposedRoleGroupIds, begun.exposedRoleGroupIds)
  );
}

/** What an organization is given that does not have the application yet. */
export function creationOf(draft: ShareDraft): OnboardingCreation {
  const { applicationId, roleGroupIds, roleIds, defaultRoleIds, roleless, connectionId } = draft;
  const seatLimit = seatLimitOf(draft);
  return {
    applicationId,
    roleGroupIds: [...roleGroupIds],
    roleIds: [...roleIds],
    defaultRoleIds: [...defaultRoleIds],
    allowsRolelessAccess: roleless,
    ...(typeof seatLimit === 'number' && { seatLimit }),
    ...(connectionId && { connectionId }),
  };
}

/** The list with one thing more or less in it. */
export function toggled(ids: readonly string[], id: string, on: boolean): readonly string[] {
  const others = ids.filter((one) => one !== id);
  return on ? [...others, id] : others;
}

function differ(some: readonly string[], others: readonly string[]): boolean {
  return some.length !== others.length || some.some((id) => !others.includes(id));
}
