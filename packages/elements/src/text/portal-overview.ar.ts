import { plural } from './plural.js';
import type { PortalOverviewWords } from './portal-overview.js';

const count = plural('ar');

export const portalOverviewWordsAr: PortalOverviewWords = {
  counts: 'بلمحة',
  members: 'الأعضاء',
  pending: 'الدعوات المفتوحة',
  applications: 'التطبيقات',
  organizations: 'المؤسسات المُدارة',
  attention: 'يحتاج إلى انتباه',
  nothing: 'لا شيء يحتاج إلى انتباهك',
  nothingHint: 'تظهر هنا الدعوات المفتوحة والأعضاء الموقوفون والتطبيقات الممتلئة.',
  unknown: 'غير معدود',
  invitations: (number) =>
    count(number, {
      one: 'دعوة واحدة تنتظر ردًا',
      two: 'دعوتان تنتظران ردًا',
      few: '# دعوات تنتظر ردًا',
      other: '# دعوة تنتظر ردًا',
    }),
  suspended: (number) =>
    count(number, {
      one: 'عضو واحد موقوف',
      two: 'عضوان موقوفان',
      few: '# أعضاء موقوفون',
      other: '# عضوًا موقوفًا',
    }),
  withoutAccess: (number) =>
    count(number, {
      one: 'عضو واحد بلا أي تطبيق',
      two: 'عضوان بلا أي تطبيق',
      few: '# أعضاء بلا أي تطبيق',
      other: '# عضوًا بلا أي تطبيق',
    }),
  full: (application) => `جميع مقاعد ${application} مشغولة`,
  nearlyFull: (application, free) =>
    `بقي في ${application} ${count(free, {
      one: 'مقعد واحد',
      two: 'مقعدان',
      few: '# مقاعد',
      other: '# مقعدًا',
    })}`,
  withdrawn: (application) => `${application} موقوف`,
  closed: 'هذه المؤسسة موقوفة: لا يمكن لأحد دخول تطبيقاتها',
  seats: (used, limit) =>
    `${count(used, { other: '#' })} من ${count(limit, {
      one: 'مقعد واحد',
      two: 'مقعدين',
      few: '# مقاعد',
      other: '# مقعدًا',
    })}`,
  taken: (used) =>
    count(used, {
      zero: 'لا مقاعد مستخدمة',
      one: 'مقعد واحد مستخدم',
      two: 'مقعدان مستخدمان',
      few: '# مقاعد مستخدمة',
      other: '# مقعدًا مستخدمًا',
    }),
  from: (name) => `من ${name}`,
  ownHint: (name) => `أنت عضو في ${name}. يقرر مسؤولوها ما يمكنك استخدامه.`,
};
