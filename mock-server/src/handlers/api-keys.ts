import type { apiKeyRoutes } from '@tesserakit/contract';
import { decide, personalBlocker } from '@tesserakit/domain';
import { createApiKey, revokeApiKey } from '../directory/api-key-changes.ts';
import { apiKeyView, listApiKeys } from '../directory/api-keys.ts';
import { momentOf } from '../directory/moments.ts';
import { versionOf } from '../directory/versions.ts';
import { demand, found, refuse } from '../refusal.ts';
import { freshSecret } from '../secrets.ts';
import { reach } from './caller.ts';
import type { Handlers } from './operations.ts';

export const apiKeys: Handlers<keyof typeof apiKeyRoutes> = {
  'apiKeys.list': ({ world, caller, path, query }) =>
    listApiKeys(world, reach(world, caller, path('organizationId'), 'apiKeys.list'), query),

  'apiKeys.create': async ({ world, callerNow, path, body, write }) => {
    const fresh = await freshSecret('tsk');
    const caller = await callerNow();
    const scope = reach(world, caller, path('organizationId'), 'apiKey.create');
    refuse(personalBlocker(caller.by));
    const addition = { ...body, expiresAt: momentOf(body.expiresAt) };
    const key = write((deed) => createApiKey(deed, scope.organization, addition, fresh));
    return { ...apiKeyView(world, scope, key), secret: fresh.secret };
  },

  'apiKeys.revoke': ({ world, caller, path, write, expectVersion }) => {
    const { organization, actor, place } = reach(
      world,
      caller,
      path('organizationId'),
      'apiKey.revoke',
    );
    const { organizationId } = organization;
    write((deed) => {
      const apiKey = found(world.apiKeys.get(organizationId)?.get(path('apiKeyId')));
      demand(decide(actor, 'apiKey.revoke', place, { apiKey }));
      expectVersion(versionOf(world, 'apiKey', organizationId, apiKey.apiKeyId));
      revokeApiKey(deed, apiKey);
    });
    return {};
  },
};
