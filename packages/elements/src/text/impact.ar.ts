import type { ImpactWords } from './impact.js';
import { plural } from './plural.js';

const count = plural('ar');

const members = (number: number, verb: string) =>
  count(number, {
    one: `عضو واحد ${verb}`,
    two: `عضوان: ${verb}`,
    few: `# أعضاء: ${verb}`,
    other: `# عضوًا: ${verb}`,
  });

const organizations = (number: number, verb: string) =>
  count(number, {
    one: `مؤسسة واحدة: ${verb}`,
    two: `مؤسستان: ${verb}`,
    few: `# مؤسسات: ${verb}`,
    other: `# مؤسسة: ${verb}`,
  });

const things = (number: number, one: string, many: string) =>
  count(number, { one: `${one}: واحد`, two: `${many}: اثنان`, other: `${many}: #` });

export const impactWordsAr: ImpactWords = {
  title: 'ما يترتب على ذلك أيضًا',
  none: 'لا يتغير شيء آخر.',
  losesRole: (number, role) => members(number, `فقدان الدور ${role}`),
  counts: {
    'access.withdraw': (number) => members(number, 'لا دخول بعد ذلك'),
    'access.grant': (number) => members(number, 'أدوار أقل'),
    'onboarding.withdraw': (number) => organizations(number, 'فقدان التطبيق'),
    'onboarding.update': (number) => organizations(number, 'أدوار أقل للمنح'),
    'onboarding.setDefaults': (number) => organizations(number, 'أدوار أقل للأعضاء الجدد'),
    'roleGroup.update': (number) => things(number, 'مجموعة أدوار تصغر', 'مجموعات أدوار تصغر'),
    'connection.update': (number) => things(number, 'مزوّد هوية يمنح أقل', 'مزوّدو هوية يمنحون أقل'),
    'member.setOrganizationRoles': (number) => members(number, 'فقدان هذا الدور'),
    'apiKey.revoke': (number) => things(number, 'مفتاح API ينتهي', 'مفاتيح API تنتهي'),
  },
  other: (number) => things(number, 'تغيير آخر', 'تغييرات أخرى'),
  looking: 'جارٍ النظر في ما يترتب على ذلك…',
  changed: 'تغيّر ما يترتب على ذلك في هذه الأثناء. انظر مرة أخرى.',
  forGood: 'ما يُسحب لا يعود من تلقاء نفسه.',
};
