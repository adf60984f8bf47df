import type { directoryTokenRoutes } from '@tesserakit/contract';
import { personalBlocker, type Action } from '@tesserakit/domain';
import {
  createDirectoryToken,
  revokeDirectoryToken,
  rotateDirectoryToken,
} from '../directory/directory-token-changes.ts';
import { directoryTokenView, listDirectoryTokens } from '../directory/directory-tokens.ts';
import { momentOf } from '../directory/moments.ts';
import { versionOf } from '../directory/versions.ts';
import { found, refuse } from '../refusal.ts';
import { freshSecret } from '../secrets.ts';
import type { World } from '../world.ts';
import { reach, type Caller, type Scope } from './caller.ts';
import type { Handlers } from './operations.ts';

const prefix = 'tsd';

/** Where a person may do this to the organization's tokens; a program makes no secrets. */
function personally(world: World, caller: Caller, organizationId: string, action: Action): Scope {
  const scope = reach(world, caller, organizationId, action);
  refuse(personalBlocker(caller.by));
  return scope;
}

function tokenOf(world: World, { organization }: Scope, directoryTokenId: string) {
  const { organizationId } = organization;
  const token = found(world.directoryTokens.get(organizationId)?.get(directoryTokenId));
  return { token, version: versionOf(world, 'directoryToken', organizationId, directoryTokenId) };
}

export const directoryTokens: Handlers<keyof typeof directoryTokenRoutes> = {
  'directoryTokens.list': ({ world, caller, path, query }) => {
    const scope = reach(world, caller, path('organizationId'), 'directoryTokens.list');
    return listDirectoryTokens(world, scope, query);
  },

  'directoryTokens.create': async ({ world, callerNow, path, body, write }) => {
    const fresh = await freshSecret(prefix);
    const caller = await callerNow();
    const scope = personally(world, caller, path('organizationId'), 'directoryToken.create');
    const addition = { ...body, expiresAt: momentOf(body.expiresAt) };
    const token = write((deed) => createDirectoryToken(deed, scope.organization, addition, fresh));
    return { ...directoryTokenView(world, scope, token), secret: fresh.secret };
  },

  'directoryTokens.rotate': async ({ world, callerNow, path, body, write, expectVersion }) => {
    const fresh = await freshSecret(prefix);
    const caller = await callerNow();
    const scope = personally(world, caller, path('organizationId'), 'directoryToken.rotate');
    const expiresAt = momentOf(body.expiresAt);
    const next = write((deed) => {
      const { token, version } = tokenOf(world, scope, path('directoryTokenId'));
      expectVersion(version);
      return rotateDirectoryToken(deed, token, expiresAt, fresh);
    });
    return { ...directoryTokenView(world, scope, next), secret: fresh.secret };
  },

  'directoryTokens.revoke': ({ world, caller, path, write, expectVersion }) => {
    const scope = reach(world, caller, path('organizationId'), 'directoryToken.revoke');
    write((deed) => {
      const { token, version } = tokenOf(world, scope, path('directoryTokenId'));
      expectVersion(version);
      revokeDirectoryToken(deed, token);
    });
    return {};
  },
};
