import type { sessionRoutes } from '@tesserakit/contract';
import { signInsOf, sessionView } from '../directory/sessions.ts';
import { endSignIn, endOtherSignIns } from '../directory/session-changes.ts';
import { found } from '../refusal.ts';
import { reachOneself } from './caller.ts';
import type { Handlers } from './operations.ts';

export const sessions: Handlers<keyof typeof sessionRoutes> = {
  'sessions.list': ({ world, caller }) => {
    reachOneself(caller, 'session.end');
    const items = signInsOf(world, caller.user.userId).map((signIn) =>
      sessionView(world, signIn, caller.sid),
    );
    return { items };
  },

  'sessions.end': ({ world, caller, path, write }) => {
    reachOneself(caller, 'session.end');
    const { userId } = caller.user;
    const { sid } = found(signInsOf(world, userId).find((one) => one.sid === path('sessionId')));
    write((deed) => {
      endSignIn(deed, sid);
    });
    return {};
  },

  'sessions.endOthers': ({ world, caller, write }) => {
    reachOneself(caller, 'session.end');
    const { userId } = caller.user;
    const others = signInsOf(world, userId).filter(({ sid }) => sid !== caller.sid);
    write((deed) => {
      endOtherSignIns(deed, userId, others);
    });
    return {};
  },
};
