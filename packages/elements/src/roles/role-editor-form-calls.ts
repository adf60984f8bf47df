import type { DirectoryClient, WriteOptions } from '@tesserakit/client';
import type { Impact, OrganizationRoleCreation } from '@tesserakit/contract';
import type { RoleFormTask } from './role-editor-task.js';
import type { RoleFormDraft } from './role-editor-form.js';

/** What is sent, and to whom. */
export interface RoleFormScope {
  readonly client: DirectoryClient;
  /** Absent for organization roles. */
  readonly applicationId: string | undefined;
  readonly draft: RoleFormDraft;
  /** Confirms that it was looked at what else the deed does. */
  readonly impact: string | undefined;
  readonly options: WriteOptions;
}

/** The server judges names that it does not know. */
type Known = OrganizationRoleCreation['permissions'];

/** What a deed would do beside what it says. */
export function previewed(scope: RoleFormScope, task: RoleFormTask): Promise<Impact> {
  const { client, applicationId = '', draft, options } = scope;
  if (task.noun === 'role') {
    const { roleId = '' } = task.role ?? {};
    return scope.applicationId === undefined
      ? client.organizationRoles.previewDelete({ roleId }, options)
      : client.roles.previewDelete({ applicationId, roleId }, options);
  }
  const { roleGroupId = '' } = 'group' in task ? task.group : {};
  const group = { applicationId, roleGroupId };
  return task.verb === 'delete'
    ? client.roleGroups.previewDelete(group, options)
    : client.roleGroups.previewUpdate({ ...group, ...ofGroup(draft) }, options);
}

/** Does it. */
export function written(scope: RoleFormScope, task: RoleFormTask): Promise<unknown> {
  if (task.noun === 'roleGroup') return writtenGroup(scope, task);
  return scope.applicationId === undefined
    ? writtenOwn(scope, task)
    : writtenRole({ ...scope, applicationId: scope.applicationId }, task);
}

function writtenRole(
  { client, applicationId, draft, impact, options }: RoleFormScope & { applicationId: string },
  { verb, role }: RoleFormTask & { noun: 'role' },
): Promise<unknown> {
  const name = draft.name.trim();
  const description = draft.description.trim();
  const { roleId = '', version } = role ?? {};
  switch (verb) {
    case 'create': {
      const permissions = [...(role?.permissions ?? [])];
      const about = description ? { description } : {};
      const creation = { applicationId, key: draft.key.trim(), name, permissions, ...about };
      return client.roles.create(creation, options);
    }
    case 'edit': {
      const change = { name, description: description || null };
      return client.roles.update({ applicationId, roleId, version, ...change }, options);
    }
    default:
      return client.roles.delete({ applicationId, roleId, version, impact }, options);
  }
}

function writtenOwn(
  { client, draft, impact, options }: RoleFormScope,
  { verb, role }: RoleFormTask & { noun: 'role' },
): Promise<unknown> {
  const name = draft.name.trim();
  const { roleId = '', version } = role ?? {};
  switch (verb) {
    case 'create': {
      const permissions = [...(role?.permissions ?? [])] as Known;
      return client.organizationRoles.create({ name, permissions }, options);
    }
    case 'edit':
      return client.organizationRoles.update({ roleId, version, name }, options);
    default:
      return client.organizationRoles.delete({ roleId, version, impact }, options);
  }
}

function writtenGroup(
  { client, applicationId = '', draft, impact, options }: RoleFormScope,
  task: RoleFormTask & { noun: 'roleGroup' },
): Promise<unknown> {
  if (task.verb === 'create') {
    return client.roleGroups.create({ applicationId, ...ofGroup(draft) }, options);
  }
  const { roleGroupId, version } = task.group;
  const group = { applicationId, roleGroupId, version, impact };
  return task.verb === 'edit'
    ? client.roleGroups.update({ ...group, ...ofGroup(draft) }, options)
    : client.roleGroups.delete(group, options);
}

function ofGroup({ name, roleIds }: RoleFormDraft) {
  return { name: name.trim(), roleIds: [...roleIds] };
}
