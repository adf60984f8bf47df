import type { RoleNames } from './role-names.js';

export const roleNamesAr: RoleNames = {
  builtIn: {
    organizationAdmin: 'مسؤول',
    organizationCreator: 'منشئ',
    organizationMember: 'عضو',
  },
};
