import type { RoleGroup } from '@tesserakit/contract';
import { roleName } from '../members/role-name.js';
import { isolated } from '../text/open-words.js';
import type { EditedRole } from './role-editor-draft.js';
import type { FormWords, RoleFormDraft } from './role-editor-form.js';
import type { RoleSource } from './role-editor-source.js';

/** What is done in the dialog, to what. */
export type RoleFormTask =
  | { readonly noun: 'role'; readonly verb: 'create'; readonly role?: EditedRole }
  | { readonly noun: 'role'; readonly verb: 'edit' | 'delete'; readonly role: EditedRole }
  | { readonly noun: 'roleGroup'; readonly verb: 'create' }
  | { readonly noun: 'roleGroup'; readonly verb: 'edit' | 'delete'; readonly group: RoleGroup };

const deeds = { create: 'create', edit: 'update', delete: 'delete' } as const;

/** The deed that a task ends in, as events call it. */
export function deedOf({ verb }: RoleFormTask) {
  return deeds[verb];
}

/** Of what a task is about; what is only made has none. */
export function idOf(task: RoleFormTask): string | undefined {
  if ('group' in task) return task.group.roleGroupId;
  return 'role' in task ? task.role?.roleId : undefined;
}

export function versionOf(task: RoleFormTask): number | undefined {
  if ('group' in task) return task.group.version;
  return 'role' in task ? task.role?.version : undefined;
}

/** The task with what the server last said of its subject, so that the next try names its version. */
export function asItIsNow(task: RoleFormTask, { roles, groups }: RoleSource): RoleFormTask {
  if (task.noun === 'role') {
    const role = roles?.find(({ roleId }) => roleId === task.role?.roleId);
    return role && task.verb !== 'create' ? { ...task, role } : task;
  }
  if (task.verb === 'create') return task;
  const group = groups?.find(({ roleGroupId }) => roleGroupId === task.group.roleGroupId);
  return group ? { ...task, group } : task;
}

/** What the form holds when a task begins: a role that is made like another is called a copy of it. */
export function draftFor(task: RoleFormTask, words: FormWords): RoleFormDraft {
  if (task.noun === 'roleGroup') {
    const { name = '', roleIds = [] } = 'group' in task ? task.group : {};
    return { name, key: '', description: '', roleIds };
  }
  const { role } = task;
  const description = role?.description ?? '';
  if (task.verb === 'create' && role) {
    const name = words.roleForm.copyOf(roleName(words, role));
    return { name, key: `${role.key ?? ''}_copy`.slice(0, 64), description, roleIds: [] };
  }
  return { name: role?.name ?? '', key: role?.key ?? '', description, roleIds: [] };
}

/** What stands over a task. */
export function titleOf(task: RoleFormTask, words: FormWords): string {
  const { roleForm } = words;
  if (task.noun === 'roleGroup') {
    if (task.verb === 'create') return roleForm.createGroup;
    const name = isolated(task.group.name);
    return task.verb === 'edit' ? roleForm.editGroup(name) : roleForm.deleteGroup(name);
  }
  const name = task.role && isolated(roleName(words, task.role));
  if (task.verb === 'create') return name ? roleForm.duplicateRole(name) : roleForm.createRole;
  return task.verb === 'edit' ? roleForm.editRole(name ?? '') : roleForm.deleteRole(name ?? '');
}
