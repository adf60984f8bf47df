import type { OrganizationOffersWords } from './organization-offers.js';

export const organizationOffersWordsAr: OrganizationOffersWords = {
  waiting: 'متاح لك',
  invitedBy: (name) => `دعوة من ${name}`,
  invited: 'أنت مدعو',
  accept: 'قبول',
  acceptNamed: (name) => `قبول الدعوة إلى ${name}`,
  decline: 'رفض',
  declineNamed: (name) => `رفض الدعوة إلى ${name}`,
  declineQuestion: (name) => `هل ترفض الدعوة إلى ${name}؟`,
  keep: 'الاحتفاظ بها',
  joined: (name) => `انضممت إلى ${name}.`,
  withheld: 'بعض ما وُعد به لم يعد بالإمكان منحه.',
  declined: (name) => `رفضت الدعوة إلى ${name}.`,
  waitingFailed: 'تعذّر تحميل الدعوات.',
};
