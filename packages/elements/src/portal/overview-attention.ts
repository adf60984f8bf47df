import type { TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { isolated } from '../text/open-words.js';
import {
  circlePauseIcon,
  keyRoundIcon,
  layoutGridIcon,
  mailIcon,
  triangleAlertIcon,
} from '../theme/icons.js';
import type { OverviewFacts } from './overview-facts.js';
import { pathOf } from './sections.js';
import type { PortalStage } from './portal-stage.js';

/** Something that somebody should look at, and where. */
export interface Concern {
  readonly icon: TemplateResult;
  readonly tone: 'danger' | 'warning' | 'info';
  readonly sentence: string;
  readonly path: string;
}

/** The share of seats that is left when one should think of more. */
const little = 0.1;

/** What wants attention, the gravest first. */
export function concernsOf(
  { organization }: Pick<PortalStage, 'organization'>,
  facts: Pick<OverviewFacts, 'pending' | 'suspended' | 'withoutAccess' | 'applications'>,
  { portalOverview: own }: Words<'portalOverview'>,
): readonly Concern[] {
  const concerns: Concern[] = [];
  const add = (tone: Concern['tone'], icon: TemplateResult, sentence: string, path: string) =>
    concerns.push({ tone, icon, sentence, path });
  if (organization.status === 'suspended') {
    add('danger', circlePauseIcon, own.closed, pathOf('settings'));
  }
  for (const { name, onboarding } of facts.applications ?? []) {
    const { status, seats } = onboarding;
    const free =
      seats?.limit === undefined || seats.limit === null ? Infinity : seats.limit - seats.used;
    const called = isolated(name);
    const path = pathOf('applications');
    if (status === 'suspended') add('danger', layoutGridIcon, own.withdrawn(called), path);
    else if (free <= 0) add('warning', triangleAlertIcon, own.full(called), path);
    else if (free <= (seats?.limit ?? 0) * little) {
      add('warning', triangleAlertIcon, own.nearlyFull(called, free), path);
    }
  }
  const { pending, suspended, withoutAccess } = facts;
  if (pending.value) add('info', mailIcon, own.invitations(pending.value), pathOf('invitations'));
  if (suspended.value) {
    const path = `${pathOf('members')}?members.status=suspended`;
    add('warning', circlePauseIcon, own.suspended(suspended.value), path);
  }
  if (withoutAccess.value) {
    add('info', keyRoundIcon, own.withoutAccess(withoutAccess.value), pathOf('access'));
  }
  return concerns;
}
