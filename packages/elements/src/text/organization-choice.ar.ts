import type { OrganizationChoiceWords } from './organization-choice.js';

export const organizationChoiceWordsAr: OrganizationChoiceWords = {
  personal: 'الحساب الشخصي',
  personalHint: 'تعمل باسمك أنت',
  create: 'إنشاء مؤسسة',
  manage: 'إدارة المؤسسة',
  actingFor: 'نيابةً عن',
  actingHint: (name, from) => `تدير ${name} باسم ${from}.`,
  backTo: (name) => `العودة إلى ${name}`,
  back: 'العودة إلى مؤسستك',
};
