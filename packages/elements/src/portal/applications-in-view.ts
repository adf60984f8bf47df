import type { Page } from '@tesserakit/client';
import type { Application } from '@tesserakit/contract';
import { questionIn } from '../data/in-view.js';
import { ResourceController } from '../data/resource.js';
import type { PortalStage } from './portal-stage.js';

/** The applications of the organization in view, asked for together with whoever shows them. */
export function applicationsOn(
  stage: PortalStage,
  isWanted: () => boolean,
): ResourceController<Page<Application>> {
  return new ResourceController(stage.host, () =>
    isWanted() && stage.isOpen('applications')
      ? questionIn(stage.context, ['applications'], ({ client, organizationId }, signal) =>
          client.applications.list({ organizationId }, { signal }),
        )
      : undefined,
  );
}
