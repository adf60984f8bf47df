import type { AccessMatrixWords } from './access-matrix.js';
import { plural } from './plural.js';

const count = plural('ar');

const members = {
  zero: 'لا أعضاء',
  one: 'عضو واحد',
  two: 'عضوان',
  few: '# أعضاء',
  many: '# عضوًا',
  other: '# عضو',
};

export const accessMatrixWordsAr: AccessMatrixWords = {
  title: 'الوصول إلى التطبيقات',
  statuses: { pending: 'بانتظار القبول', suspended: 'موقوف' },
  noAccess: 'لا وصول',
  withoutRole: 'وصول بلا دور',
  member: 'العضو',
  selectAll: 'تحديد الكل',
  search: 'ابحث بالاسم أو البريد',
  application: 'التطبيق',
  allApplications: 'كل التطبيقات',
  role: 'الدور',
  anyRole: 'أي دور',
  standing: 'الوصول',
  anyStanding: 'لهم وصول أو لا',
  standings: {
    given: 'لهم وصول',
    none: 'بلا وصول',
    outside_ceiling: 'أدوار لم تعد متاحة',
    expiring: 'ينتهي خلال 30 يومًا',
  },
  count: (number) => count(number, members),
  seatsLeft: (number) =>
    count(number, {
      zero: 'لا مقاعد متبقية',
      one: 'مقعد واحد متبقٍ',
      two: 'مقعدان متبقيان',
      few: '# مقاعد متبقية',
      many: '# مقعدًا متبقيًا',
      other: '# مقعد متبقٍ',
    }),
  asList: 'عرض كقائمة',
  export: 'تصدير كملف CSV',
  keys: 'الأسهم للتنقل، ومفتاح المسافة للتحديد، وShift مع الأسهم للتوسيع، وEnter لتغيير الأدوار، وDelete لسحب الوصول، وControl C للنسخ، وControl Z للتراجع، وEscape للخروج.',
  endsSoon: 'ينتهي خلال 30 يومًا',
};
