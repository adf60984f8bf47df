import { faultsIn, type Fault } from '../fault.ts';

/** What could go wrong around the directory: in the server, what it keeps, and the client. */
export const serverFaults: readonly Fault[] = [
  ...faultsIn('mock-server/src', [
    {
      says: 'answers about people are kept by caches',
      file: 'server.ts',
      find: `    headers.set('Cache-Control', 'no-store');\n`,
      replace: '',
      caughtBy: 'handlers/operations.test.ts',
    },
    {
      says: 'nobody is told when to try again',
      file: 'refusal.ts',
      find: `  if (refusal.retryAfter !== undefined) headers.set('Retry-After', String(refusal.retryAfter));\n`,
      replace: '',
      caughtBy: 'directory/invitation-changes.test.ts',
    },
    {
      says: 'the text of a mistake goes out',
      file: 'server.ts',
      find: `return problemAnswer(new Refusal('server_error'), requestId);`,
      replace: `return Response.json({ code: 'server_error', detail: String(error) }, { status: 500 });`,
      caughtBy: 'handlers/operations.test.ts',
    },
    {
      says: 'one good name of the machine is enough to control it (some for every)',
      file: 'dev/control.ts',
      find: 'if (!named.every((name) =>',
      replace: 'if (!named.some((name) =>',
    },
    {
      says: 'a name that begins like this machine controls it',
      file: 'dev/control.ts',
      find: String.raw`\[::1\])(:\d+)?$/`,
      replace: String.raw`\[::1\])(:\d+)?/`,
    },
    {
      says: 'a page of another origin controls the server',
      file: 'dev/control.ts',
      find: 'return crossSite || (origin !== null && !own.includes(origin));',
      replace: 'return crossSite;',
    },
    {
      says: 'an origin that begins like an allowed one reads answers',
      file: 'origins.ts',
      find: 'world.applicationOrigins.includes(origin)',
      replace: 'world.applicationOrigins.some((one) => origin.startsWith(one))',
      caughtBy: 'handlers/operations.test.ts',
    },
    {
      says: 'the request log shows codes and tokens',
      file: 'dev/request-log.ts',
      find: `    if (secret.test(name)) searchParams.set(name, 'redacted');\n`,
      replace: '    void secret;\n    void name;\n',
    },
    {
      says: 'a body is read to its end however long it is',
      file: 'body.ts',
      find: '    if (length > most) break;\n',
      replace: '',
    },
    {
      says: 'a kept world forgets which retries it answered',
      file: 'snapshot.ts',
      find: 'idempotency: keptAnswers(idempotency),',
      replace: 'idempotency: [],',
    },
    {
      says: 'a kept world gives ids again',
      file: 'snapshot.ts',
      find: '  world.random.state = random;\n',
      replace: '',
    },
    {
      says: 'a kept world whose clock was moved moves it again',
      file: 'snapshot.ts',
      find: 'world.moveClock(moved - world.moved);',
      replace: 'world.moveClock(moved);',
    },
    {
      says: 'a kept world forgets who is signed in',
      file: 'authorization-state.ts',
      find: '    refreshTokens: [...state.refreshTokens],',
      replace: '    refreshTokens: [],',
      caughtBy: 'snapshot.test.ts',
    },
    {
      says: 'a kept world forgets wrong passwords, so that a restart is another try',
      file: 'authorization-state.ts',
      find: '    failedTries: [...state.failedTries],',
      replace: '    failedTries: [],',
      caughtBy: 'snapshot.test.ts',
    },
    {
      says: 'what is restored stands among what was there before',
      file: 'authorization-state.ts',
      find: `  map.clear();
  for (const [key, value] of entries)`,
      replace: '  for (const [key, value] of entries)',
      caughtBy: 'snapshot.test.ts',
    },
    {
      says: 'changes are taken back in the order in which they were made',
      file: 'journal.ts',
      find: 'for (const undo of taken.reverse()) undo();',
      replace: 'for (const undo of taken) undo();',
    },
    {
      says: 'a change of an existing row is taken back by deleting it',
      file: 'table.ts',
      find: `      if (existed) super.set(key, before as V);
      else super.delete(key);`,
      replace: '      super.delete(key);',
      caughtBy: 'journal.test.ts',
    },
    {
      says: 'nobody outside is waited for no longer than was said',
      file: 'outside.ts',
      find: 'return await Promise.race([late, ask(waiting.signal)]);',
      replace: 'return await ask(waiting.signal);',
    },
  ]),
  ...faultsIn('packages/client/src', [
    {
      says: 'the client looks at another version than it writes',
      file: 'rest.ts',
      find: `        if (version !== undefined) headers.set('If-Match', \`"\${version}"\`);\n`,
      replace: '',
    },
    {
      says: 'a retry with a key is another request',
      file: 'rest.ts',
      find: `        if (idempotencyKey !== undefined) headers.set('Idempotency-Key', idempotencyKey);\n`,
      replace: '',
    },
    {
      says: 'what one person may do is remembered for the next',
      file: 'rest.ts',
      find: 'JSON.stringify([identity(), organizationId, actingFrom])',
      replace: 'JSON.stringify([organizationId, actingFrom])',
    },
    {
      says: 'a failure to learn what can be done is remembered',
      file: 'rest.ts',
      find: '          answer.catch(() => capabilities.delete(key));\n',
      replace: '          answer.catch(() => undefined);\n',
    },
  ]),
];
