import type { AccessEditingWords } from './access-editing.js';
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

const cells = {
  zero: 'لا خلايا',
  one: 'خلية واحدة',
  two: 'خليتان',
  few: '# خلايا',
  many: '# خلية',
  other: '# خلية',
};

const changes = {
  one: 'تغيير واحد',
  two: 'تغييران',
  few: '# تغييرات',
  many: '# تغييرًا',
  other: '# تغيير',
};

const of = (number: number) => count(number, changes);

export const accessEditingWordsAr: AccessEditingWords = {
  email: 'البريد الإلكتروني',
  copy: 'نسخ',
  copied: (number) => `نُسخ: ${count(number, cells)}.`,
  selected: (number) => `المحدد: ${count(number, cells)}`,
  changeRoles: 'تغيير الأدوار',
  give: 'منح الوصول',
  take: 'سحب الوصول',
  clear: 'إلغاء التحديد',
  reading: (found, total) => `جارٍ قراءة ${found} من ${total} خلية…`,
  readingFailed: 'تعذّرت قراءة الخلايا المحددة.',
  ends: (when) => `ينتهي ${when}`,
  saved: 'حُفظ',
  notSaved: 'لم يُحفظ بعد',
  adds: (roles) => `يضيف ${roles}`,
  removes: (roles) => `يزيل ${roles}`,
  changes: (number) => `غير محفوظ: ${of(number)}`,
  difference: (given, taken) => [
    ...(given > 0
      ? [
          count(given, {
            one: 'مُنح دور واحد',
            two: 'مُنح دوران',
            few: 'مُنحت # أدوار',
            other: 'مُنح # دورًا',
          }),
        ]
      : []),
    ...(taken > 0
      ? [
          count(taken, {
            one: 'سُحب دور واحد',
            two: 'سُحب دوران',
            few: 'سُحبت # أدوار',
            other: 'سُحب # دورًا',
          }),
        ]
      : []),
  ],
  saveChanges: (number) => `حفظ ${of(number)}`,
  savingSome: (done, total) => `جارٍ حفظ ${done} من ${total}…`,
  stop: 'إيقاف',
  stopped: 'أُوقف. ما لم يُرسل ما زال هنا.',
  savedSome: (number) => `حُفظ: ${of(number)}.`,
  notSavedSome: (number) => `لم يُحفظ: ${of(number)}`,
  show: 'عرض التغييرات',
  hide: 'إخفاء التغييرات',
  withdrawn: 'سُحب الوصول',
  decide: 'اختر ما يُعتمد حيث أجرى شخص آخر تغييرًا.',
  now: 'الآن',
  yours: 'اختيارك',
  takeNow: 'اعتمد ما هو موجود الآن',
  keepMine: 'أبقِ اختياري',
  takeAllNow: 'اعتمد كل ما هو موجود الآن',
  keepAllMine: 'أبقِ كل اختياراتي',
  moreConflicts: (number) =>
    count(number, { one: 'وواحد آخر', two: 'واثنان آخران', few: 'و# أخرى', other: 'و# أخرى' }),
  refused: (number, reason) => `لم تتغير ${count(number, cells)}: ${reason}`,
  rolesOf: (member, application) => `${member} في ${application}`,
  rolesOfMany: (number, application) => `${count(number, members)} في ${application}`,
  accessOfMany: (number) => count(number, cells),
  partly: (number, total) =>
    count(number, {
      one: `لدى واحد من ${total}`,
      two: `لدى اثنين من ${total}`,
      other: `لدى # من ${total}`,
    }),
  roleless: 'وصول بلا دور',
  sources: {
    default: 'دور افتراضي',
    'idp-group': 'من مزوّد الهوية',
    parent: 'من المؤسسة الأم',
  },
  noRoles: 'لا أدوار لهذا التطبيق.',
  done: 'تم',
  edit: (application, member) => `تغيير أدوار ${member} في ${application}`,
  giveAnother: 'منح الوصول إلى…',
  more: 'عرض المزيد من الأعضاء',
  noMembers: 'لا أعضاء بعد',
  noMembersHint: 'يظهر الأشخاص هنا عند دعوتهم أو إضافتهم.',
  noApplications: 'لا تطبيقات بعد',
  noApplicationsHint: 'عندما يصبح للمؤسسة تطبيق يظهر هنا.',
  noMatch: 'لا يوجد عضو مطابق',
  noMatchHint: 'غيّر البحث أو عوامل التصفية لرؤية المزيد.',
  clearFilters: 'مسح البحث والتصفية',
  failed: 'تعذّر تحميل الوصول',
  forbidden: 'المسؤولون وحدهم يرون من يستخدم ماذا',
  forbiddenHint: 'اطلب من مسؤول هذه المؤسسة إن كان ينبغي تغيير شيء.',
  unsupported: 'هذا الخادم لا يخبر من يستخدم ماذا.',
};
