import { accessEditingWordsAr } from './access-editing.ar.js';
import { accessMatrixWordsAr } from './access-matrix.ar.js';
import { accessReasonWordsAr } from './access-reasons.ar.js';
import { actionWordsAr } from './actions.ar.js';
import { appLauncherWordsAr } from './app-launcher.ar.js';
import { administrationWordsAr } from './administration.ar.js';
import { applicationListWordsAr } from './application-list.ar.js';
import { applicationShareWordsAr } from './application-share.ar.js';
import { impactWordsAr } from './impact.ar.js';
import type { Translation } from './catalogue.js';
import { invitationListWordsAr } from './invitation-list.ar.js';
import { invitingWordsAr } from './inviting.ar.js';
import { memberDetailWordsAr } from './member-detail.ar.js';
import { memberDeedWordsAr } from './member-deeds.ar.js';
import { memberRecordWordsAr } from './member-records.ar.js';
import { memberWordsAr } from './members.ar.js';
import { organizationChoiceWordsAr } from './organization-choice.ar.js';
import { organizationOffersWordsAr } from './organization-offers.ar.js';
import { organizationCreationWordsAr } from './organization-creation.ar.js';
import { organizationProfileWordsAr } from './organization-profile.ar.js';
import { organizationTreeWordsAr } from './organization-tree.ar.js';
import { plural } from './plural.js';
import { portalOverviewWordsAr } from './portal-overview.ar.js';
import { portalScreenWordsAr } from './portal-screens.ar.js';
import { portalWordsAr } from './portal.ar.js';
import { roleAssignmentWordsAr } from './role-assignment.ar.js';
import { roleEditorWordsAr } from './role-editor.ar.js';
import { roleFormWordsAr } from './role-form.ar.js';
import { roleNamesAr } from './role-names.ar.js';

const count = plural('ar');

export const ar: Translation = {
  language: 'ar',
  direction: 'rtl',
  errors: {
    not_found: 'هذا العنصر غير موجود أو لا يمكنك الوصول إليه.',
    forbidden: 'دورك لا يسمح بذلك.',
    unauthenticated: 'انتهت جلستك. سجّل الدخول من جديد.',
    validation_failed: 'بعض ما أُدخل لا يمكن استخدامه.',
    already_exists: 'هذا موجود من قبل.',
    already_member: 'هذا الشخص عضو بالفعل.',
    member_suspended: 'هذه العضوية موقوفة.',
    last_administrator: 'تحتفظ المؤسسة بمسؤول نشط واحد على الأقل.',
    role_outside_ceiling: 'هذا الدور غير متاح للمؤسسة.',
    escalation_refused: 'لا يمكنك منح أو تغيير إلا ما يشمله دورك.',
    not_joined: 'لم ينضم هذا الشخص بعد.',
    self_change_refused: 'لا يمكنك تغيير صلاحياتك بنفسك.',
    application_not_onboarded: 'هذا التطبيق غير متاح للمؤسسة.',
    organization_suspended: 'هذه المؤسسة موقوفة.',
    domain_taken: 'مؤسسة أخرى أثبتت ملكية هذا النطاق.',
    domain_unverified: 'لم تثبت ملكية هذا النطاق بعد.',
    invitation_expired: 'انتهت صلاحية هذه الدعوة.',
    invitation_revoked: 'سُحبت هذه الدعوة.',
    invitation_email_mismatch: 'هذه الدعوة لعنوان آخر.',
    depth_exceeded: 'لا يمكن تداخل المؤسسات إلى هذا العمق.',
    cycle_refused: 'لا يمكن لمؤسسة أن تدير نفسها.',
    version_conflict: 'غيّر شخص آخر هذا في هذه الأثناء.',
    idempotency_mismatch: 'أُرسل هذا الطلب من قبل بمحتوى آخر.',
    rate_limited: 'طلبات كثيرة. انتظر لحظة.',
    seat_limit_reached: 'جميع مقاعد التطبيق مشغولة.',
    impact_unconfirmed: 'هذا يغيّر أشياء أخرى أيضًا. اطّلع على أثره ثم أكّد.',
    step_up_required: 'أكّد هويتك للمتابعة.',
    unsupported: 'هذا الخادم لا يدعم ذلك.',
    cursor_invalid: 'تغيّرت القائمة. حمّلها من البداية.',
    email_unverified: 'لم يُتحقق من البريد الإلكتروني بعد.',
    public_domain: 'لا يمكن أن يخص نطاق بريد عام مؤسسة واحدة.',
    server_error: 'لم يتمكن الخادم من إتمام ذلك.',
    invalid_credentials: 'البريد الإلكتروني أو كلمة المرور غير صحيحة.',
    locked: 'محاولات كثيرة. انتظر قبل أن تحاول مجددًا.',
    no_access: 'لا يملك هذا الحساب حق الدخول هنا.',
    organization_required: 'اختر المؤسسة التي تعمل باسمها.',
    sso_required: 'تسجّل هذه المؤسسة الدخول عبر مزوّد الهوية الخاص بها.',
    mfa_required: 'يلزم عامل تحقق ثانٍ.',
    link_expired: 'انتهت صلاحية هذا الرابط.',
    transaction_expired: 'انتهت صلاحية تسجيل الدخول. ابدأ من جديد من التطبيق.',
    network: 'تعذّر الوصول إلى الخادم. تحقق من اتصالك.',
    timeout: 'استغرق الخادم وقتًا طويلًا للرد.',
    aborted: 'أُلغي هذا.',
    invalid_response: 'أرسل الخادم ردًا لا يمكن قراءته.',
  },
  common: {
    retry: 'حاول مجددًا',
    retryIn: (when) => `حاول مجددًا ${when}`,
    loading: 'جارٍ التحميل',
    never: 'أبدًا',
    unknown: 'غير معروف',
    unharmed: 'لم يتغير شيء.',
    partly: 'تعذّر تحميل بعض ما يمكنك فعله هنا.',
    requestId: (id) => `الطلب ${id}`,
    retryAfter: (seconds) =>
      count(seconds, {
        one: 'حاول مجددًا بعد ثانية واحدة.',
        two: 'حاول مجددًا بعد ثانيتين.',
        few: 'حاول مجددًا بعد # ثوانٍ.',
        other: 'حاول مجددًا بعد # ثانية.',
      }),
    demo: 'بيانات تجريبية',
    demoHint: 'هؤلاء الأشخاص وهذه المؤسسات مختلقة ولا توجد إلا في هذه الصفحة.',
  },
  organizations: {
    choose: 'اختر مؤسسة',
    switchFrom: (name) => `${name}. تبديل المؤسسة`,
    search: 'ابحث عن مؤسسة',
    found: (number) =>
      count(number, {
        zero: 'لا مؤسسات',
        one: 'مؤسسة واحدة',
        two: 'مؤسستان',
        few: '# مؤسسات',
        many: '# مؤسسة',
        other: '# مؤسسة',
      }),
    none: 'لا توجد مؤسسة بعد',
    noneHint: 'يمكن لمسؤول أن يدعوك إلى مؤسسته.',
    noMatch: (search) => `لا نتائج لـ «${search}»`,
    noMatchHint: 'تحقق من الكتابة أو جرّب كلمة أقصر.',
    failed: 'تعذّر تحميل المؤسسات',
    lastUsed: 'آخر استخدام',
    switching: (name) => `جارٍ التبديل إلى ${name}…`,
    switched: (name) => `أنت تعمل الآن باسم ${name}.`,
    more: 'جارٍ تحميل المزيد من المؤسسات',
  },
  accessEditing: accessEditingWordsAr,
  accessMatrix: accessMatrixWordsAr,
  accessReasons: accessReasonWordsAr,
  actions: actionWordsAr,
  appLauncher: appLauncherWordsAr,
  administration: administrationWordsAr,
  applicationList: applicationListWordsAr,
  applicationShare: applicationShareWordsAr,
  impact: impactWordsAr,
  invitationList: invitationListWordsAr,
  inviting: invitingWordsAr,
  memberDetail: memberDetailWordsAr,
  memberDeeds: memberDeedWordsAr,
  memberRecords: memberRecordWordsAr,
  members: memberWordsAr,
  organizationChoice: organizationChoiceWordsAr,
  organizationOffers: organizationOffersWordsAr,
  organizationCreation: organizationCreationWordsAr,
  organizationProfile: organizationProfileWordsAr,
  organizationTree: organizationTreeWordsAr,
  portal: portalWordsAr,
  portalOverview: portalOverviewWordsAr,
  portalScreens: portalScreenWordsAr,
  roleAssignment: roleAssignmentWordsAr,
  roleEditor: roleEditorWordsAr,
  roleForm: roleFormWordsAr,
  roleNames: roleNamesAr,
};
