import type { MemberDeedWords } from './member-deeds.js';
import { plural } from './plural.js';

const count = plural('ar');
const digits = new Intl.NumberFormat('ar');
const members =
  (verb: string, rest = '') =>
  (number: number | null) =>
    number === null
      ? `${verb} جميع الأعضاء المطابقين${rest}`
      : count(number, {
          one: `${verb} عضو واحد${rest}`,
          two: `${verb} عضوين${rest}`,
          few: `${verb} # أعضاء${rest}`,
          many: `${verb} # عضوًا${rest}`,
          other: `${verb} # عضو${rest}`,
        });
const were = (passive: string) => (number: number) =>
  count(number, {
    one: `عضو واحد: ${passive}.`,
    two: `عضوان: ${passive}.`,
    few: `# أعضاء: ${passive}.`,
    many: `# عضوًا: ${passive}.`,
    other: `# عضو: ${passive}.`,
  });

export const memberDeedWordsAr: MemberDeedWords = {
  actions: 'إجراءات',
  suspend: 'إيقاف',
  reactivate: 'إعادة التفعيل',
  remove: 'إزالة',
  endSessions: 'إنهاء الجلسات',
  assignRole: 'إعطاء دور',
  grantRole: 'منح تطبيق',
  export: 'تصدير بصيغة CSV',

  selected: (number) =>
    number === null
      ? 'تم تحديد جميع المطابقين'
      : count(number, {
          one: 'عضو واحد محدد',
          two: 'عضوان محددان',
          few: '# أعضاء محددون',
          many: '# عضوًا محددًا',
          other: '# عضو محدد',
        }),
  selectAll: (number) =>
    number === null ? 'تحديد جميع المطابقين' : `تحديد جميع المطابقين (${digits.format(number)})`,
  clear: 'إلغاء التحديد',

  removeOne: (name) => `إزالة ${name}؟`,
  removeOneHint: 'يفقد أدواره وتطبيقاته في هذه المؤسسة. يبقى ملفه الشخصي ومؤسساته الأخرى.',
  ask: {
    suspend: (number) => `${members('إيقاف')(number)}؟`,
    reactivate: (number) => `${members('إعادة تفعيل')(number)}؟`,
    remove: (number) => `${members('إزالة')(number)}؟`,
    assignRole: members('إعطاء', ' دورًا'),
    grantRole: members('منح', ' تطبيقًا'),
  },
  askHint: {
    suspend: 'لا يمكنهم تسجيل الدخول هنا حتى يُعاد تفعيلهم. تبقى الأدوار والتطبيقات.',
    reactivate: 'يمكنهم تسجيل الدخول من جديد بأدوارهم وتطبيقاتهم السابقة.',
    remove:
      'يفقدون أدوارهم وتطبيقاتهم في هذه المؤسسة. تبقى ملفاتهم الشخصية ومؤسساتهم الأخرى. لا يمكن التراجع عن ذلك.',
    assignRole: 'يحتفظون بأدوارهم الحالية.',
    grantRole: 'يحتفظون بأدوارهم الحالية وبموعد انتهاء صلاحيتهم إن وُجد.',
  },
  confirm: {
    suspend: members('إيقاف'),
    reactivate: members('إعادة تفعيل'),
    remove: members('إزالة'),
    assignRole: members('إعطاء الدور إلى'),
    grantRole: members('المنح إلى'),
  },
  role: 'الدور',
  chooseRole: 'اختر دورًا',
  rolesFailed: 'تعذّر تحميل الأدوار.',
  others: (number) => `و${digits.format(number)} آخرون`,
  exceptFor: (number) => `باستثناء ${digits.format(number)} استبعدتهم`,

  collecting: (number) => `عُثر على ${digits.format(number)} حتى الآن…`,
  progress: (done, total) => `${digits.format(done)} من ${digits.format(total)}`,
  stop: 'إيقاف العملية',
  stopping: 'جارٍ التوقف…',
  done: {
    suspend: were('أُوقف'),
    reactivate: were('أُعيد تفعيله'),
    remove: were('أُزيل'),
    assignRole: were('له الدور'),
    grantRole: were('له الصلاحية'),
    undo: were('كما كان'),
  },
  refused: (number) => `رُفض ${digits.format(number)}.`,
  notTried: (number) => `لم يتغير ${digits.format(number)}.`,
  retry: (number) => `حاول مجددًا مع ${digits.format(number)}`,
  goOn: (number) => `تابع مع ${digits.format(number)}`,
  results: 'ما رُفض',
  prevented: 'لم يتغير شيء.',

  suspended: (name) => `أُوقف ${name}.`,
  reactivated: (name) => `أُعيد تفعيل ${name}.`,
  removed: (name) => `أُزيل ${name}.`,
  sessionsEnded: (name) => `أُنهيت جلسات ${name} في هذه المؤسسة.`,
  failed: (name) => `لم يتغير ${name}.`,
  underWay: 'هناك تغيير آخر قيد التنفيذ.',
  unanswered: (number) => `بلا رد: ${digits.format(number)}.`,
};
