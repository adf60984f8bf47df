import type { LoginStep, LoginStepOf } from '@tesserakit/contract';
import { doneView } from './done.js';
import { identifierView } from './identifier.js';
import { passwordView } from './password.js';
import type { StepView } from './screen.js';

type Views = {
  readonly [Name in LoginStep['step']]: () =>
    StepView<LoginStepOf<Name>> | Promise<StepView<LoginStepOf<Name>>>;
};

/** How each step of the server is shown. What most people never see is loaded when it is needed. */
const views: Views = {
  identifier: () => identifierView,
  password: () => passwordView,
  federated: async () => (await import('./federated.js')).federatedView,
  select_organization: async () => (await import('./select-organization.js')).organizationView,
  consent: async () => (await import('./consent.js')).consentView,
  device: async () => (await import('./device.js')).deviceView,
  code: async () => (await import('./code.js')).codeView,
  magic_link_sent: async () => (await import('./magic-link.js')).linkSentView,
  confirm_link: async () => (await import('./magic-link.js')).confirmLinkView,
  link_over: async () => (await import('./magic-link.js')).linkOverView,
  passkey: async () => (await import('./passkey.js')).passkeyView,
  passkey_offer: async () => (await import('./passkey.js')).passkeyOfferView,
  mfa: async () => (await import('./mfa.js')).mfaView,
  mfa_enroll: async () => (await import('./mfa-enroll.js')).mfaEnrollView,
  recovery_codes: async () => (await import('./recovery-codes.js')).recoveryCodesView,
  no_access: async () => (await import('./no-access.js')).noAccessView,
  error: async () => (await import('./endings.js')).errorView,
  expired: async () => (await import('./endings.js')).expiredView,
  signed_out: async () => (await import('./endings.js')).signedOutView,
  done: () => doneView,
};

/** The look of a step. Fails when it has to be loaded and cannot be. */
export async function viewOf(step: LoginStep): Promise<StepView> {
  return (await views[step.step]()) as StepView;
}
