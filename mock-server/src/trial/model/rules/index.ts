import type { Moment, Rules, Step } from '../step.ts';
import { accessRules } from './access.ts';
import { answerRules } from './answers.ts';
import { linkRules } from './federation.ts';
import { joiningRules } from './joining.ts';
import { proofRules } from './proofs.ts';
import { rankRules } from './ranks.ts';
import { reachRules } from './reach.ts';
import { referenceRules } from './references.ts';
import { tenantRules } from './tenant.ts';
import { tokenRules } from './tokens.ts';
import { versionRules } from './versions.ts';

/** What holds of the directory after every command, whatever it was. */
export const stateRules: Rules<Moment> = {
  ...accessRules,
  ...tenantRules,
  ...joiningRules,
  ...linkRules,
  ...tokenRules,
  ...versionRules,
  ...referenceRules,
};

/** What holds of every request to the directory. */
export const deedRules: Rules<Step> = {
  ...answerRules,
  ...reachRules,
  ...rankRules,
  ...proofRules,
};
