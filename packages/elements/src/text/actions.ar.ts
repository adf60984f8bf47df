import type { ActionWords } from './actions.js';

export const actionWordsAr: ActionWords = {
  cancel: 'إلغاء',
  close: 'إغلاق',
  save: 'حفظ',
  discard: 'تجاهل التغييرات',
  undo: 'تراجع',
  saving: 'جارٍ الحفظ…',
  kept: 'لم يُحفظ شيء، وما أدخلته لا يزال هنا.',
  uncertain: 'لا يُعرف ما إذا كان هذا قد حُفظ. حاول مجددًا: يُنفَّذ مرة واحدة.',
  conflict: 'غيّر شخص آخر هذا في هذه الأثناء.',
};
