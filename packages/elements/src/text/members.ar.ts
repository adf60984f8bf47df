import type { MemberWords } from './members.js';
import { plural } from './plural.js';

const count = plural('ar');

export const memberWordsAr: MemberWords = {
  title: 'الأعضاء',
  caption: (number) =>
    number === null
      ? 'الأعضاء'
      : count(number, {
          zero: 'لا أعضاء',
          one: 'عضو واحد',
          two: 'عضوان',
          few: '# أعضاء',
          many: '# عضوًا',
          other: '# عضو',
        }),
  count: (number) =>
    count(number, {
      zero: 'لا أعضاء',
      one: 'عضو واحد',
      two: 'عضوان',
      few: '# أعضاء',
      many: '# عضوًا',
      other: '# عضو',
    }),
  search: 'ابحث بالاسم أو البريد الإلكتروني',
  status: 'الحالة',
  anyStatus: 'أي حالة',
  role: 'الدور',
  anyRole: 'أي دور',
  inOrganization: 'في المؤسسة',
  sort: 'الترتيب',
  sortBy: (column) => `حسب ${column}`,
  columns: {
    name: 'الاسم',
    status: 'الحالة',
    organizationRoles: 'الدور',
    access: 'التطبيقات',
    lastSignInAt: 'آخر تسجيل دخول',
  },
  statuses: { active: 'نشط', pending: 'معلّق', suspended: 'موقوف' },
  noAccess: 'لا صلاحية',
  empty: 'لا أعضاء بعد',
  emptyHint: 'يظهر الأشخاص هنا عند دعوتهم أو إضافتهم.',
  noMatch: 'لا عضو يطابق البحث',
  noMatchHint: 'غيّر البحث أو المرشحات لرؤية المزيد.',
  clearFilters: 'مسح البحث والمرشحات',
  failed: 'تعذّر تحميل الأعضاء',
  forbidden: 'المسؤولون فقط يرون الأعضاء',
  forbiddenHint: 'اسأل أحد مسؤولي هذه المؤسسة إذا احتجت إلى معرفة أعضائها.',
  loadingMore: 'جارٍ تحميل المزيد من الأعضاء',
  moreFailed: 'تعذّر تحميل المزيد من الأعضاء.',
};
