import { catalogueOf } from '@tesserakit/elements/language.js';
import type { LoginCatalogue } from './catalogue.js';
import { duration } from './duration.js';

const lasting = duration('ar');

const words: Omit<LoginCatalogue, 'errors'> = {
  language: 'ar',
  direction: 'rtl',
  common: {
    retry: 'حاول مجددًا',
    working: 'لحظة واحدة',
    continueTo: 'للمتابعة إلى #',
    useAnotherAccount: 'استخدام حساب آخر',
    backTo: 'العودة إلى #',
    requestId: 'الطلب',
  },
  identifier: {
    title: 'تسجيل الدخول',
    email: 'البريد الإلكتروني',
    next: 'متابعة',
    missing: 'أدخل عنوان بريدك الإلكتروني.',
  },
  password: {
    title: 'أدخل كلمة المرور',
    password: 'كلمة المرور',
    signIn: 'تسجيل الدخول',
    change: 'لست أنت؟',
    missing: 'أدخل كلمة المرور.',
    show: 'إظهار كلمة المرور',
    hide: 'إخفاء كلمة المرور',
    wait: (seconds) => `يمكنك المحاولة مجددًا بعد ${lasting(seconds)}.`,
    waitOver: 'يمكنك المحاولة مجددًا الآن.',
  },
  ways: {
    list: 'طرق أخرى',
    password: 'استخدام كلمة المرور',
    'email-code': 'الحصول على رمز بالبريد',
    'magic-link': 'الحصول على رابط بالبريد',
    passkey: 'استخدام مفتاح مرور بدلًا منها',
  },
  federated: {
    title: 'سجّل الدخول لدى مؤسستك',
    sentence: 'ستتحقق # من هويتك ثم تعيدك إلى هنا.',
    go: 'متابعة',
    password: 'استخدام كلمة مرور',
  },
  organization: {
    title: 'اختر مؤسسة',
    list: 'مؤسساتك',
    refused: 'لم تعد تلك المؤسسة تتيح لك الدخول. اختر مؤسسة أخرى.',
  },
  consent: {
    title: 'هل تسمح لـ # بتسجيل دخولك؟',
    list: 'ما سيحصل عليه',
    actingFor: 'بالنيابة عن',
    change: 'تغيير',
    scopes: {
      openid: 'يعرف في كل مرة تعود فيها أنك أنت',
      profile: 'يرى اسمك وصورتك ولغتك',
      email: 'يرى عنوان بريدك الإلكتروني',
      offline_access: 'يحتفظ بهذا الإذن في غيابك',
    },
    compare: 'تابع فقط إن كان جهازك يعرض الرمز نفسه:',
    allow: 'السماح',
    deny: 'عدم السماح',
  },
  device: {
    title: 'توصيل جهاز',
    sentence: 'أدخل الرمز الذي يعرضه جهازك.',
    code: 'الرمز',
    next: 'متابعة',
    missing: 'أدخل الرمز.',
    unknown: 'لا يعرض أي جهاز هذا الرمز، أو انتهت صلاحيته. تحقق منه أو اطلب رمزًا جديدًا.',
    over: 'يمكنك إغلاق هذه الصفحة',
    approved: 'تم تسجيل الدخول إلى # على جهازك. تابع هناك.',
    denied: 'لم يُسجَّل الدخول إلى # على الجهاز.',
  },
  noAccess: {
    title: 'لا يمكنك الدخول إلى #',
    account: 'سجّلت الدخول باسم #.',
    instead: 'هذه تتيح لك الدخول، لكن التطبيق طلب مؤسسة أخرى.',
    ask: 'إن كنت تتوقع أن يُسمح لك بالدخول، فاسأل أحد مسؤولي مؤسستك.',
    askWithoutOrganization: 'هذا الحساب لا ينتمي إلى أي مؤسسة. اطلب دعوة ممن دلّك على التطبيق.',
  },
  error: {
    title: 'تعذّر تسجيل الدخول',
    refused: 'طلب التطبيق شيئًا لا يستطيع هذا الخادم تنفيذه.',
    whatNow: 'ارجع إلى التطبيق وحاول مرة أخرى. وإن تكرر ذلك فأخبر فريق الدعم.',
    requestId: 'رقم الطلب لفريق الدعم',
  },
  expired: {
    title: 'انتهت صلاحية تسجيل الدخول',
    sentence: 'بقيت الصفحة مفتوحة وقتًا طويلًا، أو اكتمل تسجيل الدخول من قبل.',
    whatNow: 'ارجع إلى التطبيق وسجّل الدخول من جديد.',
    whatNowAt: 'ارجع إلى # وسجّل الدخول من جديد.',
  },
  signedOut: {
    title: 'سجّلت الخروج',
    sentence: 'يمكنك إغلاق هذه الصفحة.',
    sentenceAt: 'خرجت من #. يمكنك إغلاق هذه الصفحة.',
  },
  done: {
    title: 'جارٍ إعادتك إلى التطبيق',
    sentence: 'لن يستغرق ذلك سوى لحظة.',
    link: 'المتابعة دون انتظار',
  },
  footer: {
    language: 'اللغة',
    help: 'مساعدة',
    helpAccess: 'نسيت كلمة المرور أو تعذّر دخولك؟ اسأل أحد مسؤولي مؤسستك.',
    helpAddress: 'لا تُدخل كلمة المرور إلا حين يُظهر شريط العنوان #.',
  },
};

/** The pages in Arabic, with the sentences for errors that the whole kit shares. */
export async function ar(): Promise<LoginCatalogue> {
  const { errors } = await catalogueOf('ar');
  return { ...words, errors };
}
