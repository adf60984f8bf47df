import { listen } from '../../listen.ts';
import { seeds } from '../../seeds/index.ts';
import { createServer } from '../../server.ts';
import { createWorld } from '../../world.ts';
import { password } from '../browser.ts';
import { person } from './clients.ts';
import { cookieJar, locationOf, sendTo, type Browser, type Side } from './side.ts';

/** The mock behind a port of this machine. */
export async function openMock(): Promise<Side> {
  let answer: (request: Request) => Promise<Response> = () => Promise.reject(new TypeError());
  const { port, close } = await listen((request) => answer(request), { port: 0 });
  const issuer = `http://localhost:${port}`;
  const server = createServer(createWorld(seeds.default, { issuer }));
  answer = (request) => server.fetch(request);
  return { issuer, browser: () => browserAt(issuer), close };
}

function browserAt(issuer: string): Browser {
  const jar = cookieJar();
  const send: Browser['send'] = (sent) => sendTo(issuer, sent, jar);
  const act = async (transactionId: string, action?: object) => {
    const response = await send({
      path: `/login/api/${transactionId}`,
      ...(action && {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: issuer },
        body: JSON.stringify(action),
      }),
    });
    return (await response.json()) as { step: string; redirectTo?: string };
  };
  const enter = async (transactionId: string) => {
    let step = await act(transactionId);
    if (step.step === 'identifier') {
      await act(transactionId, { action: 'identify', identifier: person.email });
      step = await act(transactionId, { action: 'verify_password', password });
    }
    return step.step === 'consent' ? act(transactionId, { action: 'allow' }) : step;
  };
  return {
    send,
    signIn: async (address) => {
      const { pathname, search } = new URL(address, issuer);
      const at = locationOf(await send({ path: pathname + search }), issuer);
      const transactionId = at?.searchParams.get('tx');
      if (at?.origin !== issuer || !transactionId) return at ?? new URL(issuer);
      return new URL((await enter(transactionId)).redirectTo ?? issuer);
    },
    isError: async (address) => (await act(address.searchParams.get('tx') ?? '')).step === 'error',
    answerDevice: async (userCode, answer) => {
      const at = locationOf(await send({ path: '/device' }), issuer);
      const transactionId = at?.searchParams.get('tx') ?? '';
      await act(transactionId, { action: 'enter_user_code', userCode });
      if (answer === 'allow') await enter(transactionId);
      else await act(transactionId, { action: 'cancel' });
    },
  };
}
