import type { loginStep } from '@tesserakit/contract';
import type * as v from 'valibot';
import { choicesOf, entriesOf, pageOfChoices } from '../directory/choices.ts';
import type { Proof, User } from '@tesserakit/domain';
import type { FederatedStage } from '../federation/stage.ts';
import { consentScopes } from '../oidc/consent.ts';
import type { World } from '../world.ts';
import type { FactorStage } from './factor-stage.ts';
import { factorStep } from './factor-view.ts';
import { mailboxStep, otherMethods } from './mailbox-view.ts';
import { mayUsePassword, methodsOf } from './methods.ts';
import { passkeyRequest } from './passkey-options.ts';
import { sessionNamed } from './sessions.ts';
import { stageOf } from './steps.ts';
import type { MailboxStage } from './mailbox-stage.ts';
import type { Stage, Transaction } from './transaction.ts';
import { secondsToWait } from './tries.ts';

type Step = v.InferInput<typeof loginStep>;

export interface ChoiceQuery {
  readonly search?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** What the page shows of a sign-in. */
export async function stepOf(world: World, transaction: Transaction): Promise<Step> {
  const stage = stageOf(world, transaction);
  const { identifier } = transaction;
  const face = faceOf(world, transaction.request?.clientId);
  switch (stage.at) {
    case 'error':
      return {
        step: 'error',
        code: stage.code,
        detail: stage.detail,
        requestId: stage.requestId,
      };
    case 'signed_out': {
      const left = faceOf(world, stage.clientId);
      return {
        step: 'signed_out',
        ...(left && { application: left }),
        ...(stage.returnTo !== undefined && { returnTo: stage.returnTo }),
      };
    }
    case 'leave':
      return isUsedUp(world, stage.code)
        ? { step: 'expired', ...(face && { application: face }) }
        : { step: 'done', redirectTo: stage.redirectTo };
  }
  if (isOfMailbox(stage)) return mailboxStep(world, transaction, stage, face);
  if (stage.at === 'device') return deviceStep(transaction, stage, face);
  if (!face) return { step: 'expired' };
  if (isOfFactor(stage)) return factorStep(world, transaction, stage, face);
  if (stage.at === 'identifier') {
    const passkey =
      methodsOf(world, transaction).includes('passkey') &&
      passkeyRequest(world, transaction.challenge);
    return {
      step: 'identifier',
      application: face,
      ...(identifier && { identifier }),
      ...(passkey && { passkey }),
    };
  }
  if (stage.at === 'password') {
    const retryAfter = secondsToWait(world, identifier ?? '');
    const over = stage.refusal === 'locked' && retryAfter === 0;
    return {
      step: 'password',
      application: face,
      identifier: identifier ?? '',
      methods: otherMethods(world, transaction, 'password'),
      ...(stage.refusal && !over && { refusal: stage.refusal }),
      ...(stage.refusal === 'locked' && !over && { retryAfter }),
    };
  }
  if (stage.at === 'federated') return federatedStep(world, transaction, stage, face);
  const session = sessionNamed(world, stage.sid);
  const user = world.users.get(session?.userId ?? '');
  if (!session || !user) return { step: 'expired', application: face };
  if (stage.at === 'no_access') {
    const organizations = choicesOf(world, user, applicationOf(world, transaction), session);
    return { step: 'no_access', application: face, identifier: user.email, organizations };
  }
  if (stage.at === 'consent') {
    return consentStep(world, transaction, stage.organizationId, face, user, session);
  }
  return {
    step: 'select_organization',
    application: face,
    identifier: user.email,
    organizations: await organizationsFor(world, transaction, user, session, {}),
    ...(stage.refusal && { refusal: stage.refusal }),
  };
}

function isOfFactor(stage: Stage): stage is FactorStage {
  return ['mfa', 'mfa_enroll', 'recovery_codes', 'passkey', 'passkey_offer'].includes(stage.at);
}

function isOfMailbox(stage: Stage): stage is MailboxStage {
  return ['code', 'magic_link_sent', 'confirm_link', 'link_over'].includes(stage.at);
}

/** Whose identity provider the person is sent to, and where the way there begins. */
function federatedStep(
  world: World,
  transaction: Transaction,
  stage: FederatedStage,
  application: Face,
): Step {
  const { transactionId, identifier } = transaction;
  const { passage, refusal } = stage;
  const { name, logoUrl } = world.organizations.get(passage.organizationId) ?? { name: '' };
  return {
    step: 'federated',
    application,
    ...(identifier !== undefined && { identifier }),
    organization: { name, ...(logoUrl !== undefined && { logoUrl }) },
    redirectTo: new URL(`/login/api/${transactionId}/federation`, world.issuer).href,
    canUsePassword: mayUsePassword(world, transaction, stage),
    ...(refusal && { refusal }),
  };
}

function deviceStep(
  { userCode }: Transaction,
  { refusal, outcome }: Extract<Stage, { at: 'device' }>,
  application: Face | undefined,
): Step {
  return {
    step: 'device',
    ...(application && { application }),
    ...(userCode !== undefined && { userCode }),
    ...(refusal && { refusal }),
    ...(outcome && { outcome }),
  };
}

/** What the person is asked to allow, with all that it takes to see what that is. */
function consentStep(
  world: World,
  transaction: Transaction,
  organizationId: string | undefined,
  application: Face,
  user: User,
  proof: Proof,
): Step {
  const { request, userCode } = transaction;
  if (!request) return { step: 'expired', application };
  const organization = world.organizations.get(organizationId ?? '');
  const entries = entriesOf(world, user, applicationOf(world, transaction), proof);
  return {
    step: 'consent',
    application,
    identifier: user.email,
    ...(organization && {
      organization: {
        organizationId: organization.organizationId,
        name: organization.name,
        ...(organization.logoUrl !== undefined && { logoUrl: organization.logoUrl }),
      },
    }),
    canChangeOrganization: request.organizationId === undefined && entries.length > 1,
    scopes: consentScopes(request),
    ...('deviceCode' in request && userCode !== undefined && { userCode }),
  };
}

/**
 * A page of the organizations that a person may choose from; `undefined` when the sign-in is not at
 * that step, so that nothing is told to somebody who has not proved who they are.
 */
export async function choicesAt(world: World, transaction: Transaction, query: ChoiceQuery) {
  const stage = stageOf(world, transaction);
  if (stage.at !== 'select_organization') return undefined;
  const session = sessionNamed(world, stage.sid);
  const user = world.users.get(session?.userId ?? '');
  return session && user && organizationsFor(world, transaction, user, session, query);
}

function organizationsFor(
  world: World,
  transaction: Transaction,
  user: User,
  proof: Proof,
  query: ChoiceQuery,
) {
  const entries = entriesOf(world, user, applicationOf(world, transaction), proof);
  return pageOfChoices(world, entries, query, [transaction.transactionId, user.userId]);
}

function applicationOf(world: World, { request }: Transaction): string | undefined {
  return world.clients.get(request?.clientId ?? '')?.applicationId;
}

interface Face {
  readonly name: string;
  readonly logoUrl?: string;
}

function faceOf(world: World, clientId: string | undefined): Face | undefined {
  const client = world.clients.get(clientId ?? '');
  const application = world.applications.get(client?.applicationId ?? '');
  if (!client) return undefined;
  // Another company's client is not the application that it works with.
  if (client.thirdParty) return { name: client.name };
  return {
    name: application?.name ?? client.name,
    ...(application?.logoUrl !== undefined && { logoUrl: application.logoUrl }),
  };
}

// A page that is opened again must not hand out the same code twice: its second use would end the
// tokens of the first.
function isUsedUp(world: World, secret: string | undefined): boolean {
  if (secret === undefined) return false;
  const code = world.authorization.codes.get(secret);
  return !code || code.familyId !== undefined || world.now() >= code.expiresAt;
}
