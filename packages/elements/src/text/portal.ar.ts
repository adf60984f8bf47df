import type { PortalWords } from './portal.js';

export const portalWordsAr: PortalWords = {
  navigation: 'المؤسسة',
  menu: 'القائمة',
  sections: {
    overview: 'نظرة عامة',
    members: 'الأعضاء',
    invitations: 'الدعوات',
    roles: 'الأدوار',
    access: 'الوصول',
    applications: 'التطبيقات',
    organizations: 'المؤسسات المُدارة',
    settings: 'الإعدادات',
  },
  notFound: 'لا توجد صفحة كهذه',
  notFoundHint: 'قد يكون العنوان مكتوبًا خطأً، أو نُقلت الصفحة.',
  closed: (section) => `${section}: غير متاح لك`,
  closedHint: 'يمكن لمسؤول في المؤسسة أن يمنحك دورًا يشمل ذلك.',
  absent: (section) => `${section}: غير متوفر هنا`,
  toOverview: 'إلى النظرة العامة',
  failed: 'تعذّر تحميل المؤسسة',
  sectionFailed: (section) => `${section}: تعذّر التحميل`,
  noOrganization: 'لم تُختر مؤسسة',
  noOrganizationHint: 'اختر المؤسسة التي تريد إدارتها.',
};
