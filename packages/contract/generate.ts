/** Writes openapi.json from the routes and schemas; with `--check`, compares it with the committed one. */
import { readFile, writeFile } from 'node:fs/promises';
import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import { errorCodes } from '@tesserakit/domain';
import type * as v from 'valibot';
import * as contract from './src/index.ts';
import type { Route } from './src/index.ts';

const file = new URL('openapi.json', import.meta.url);

const named: Record<string, v.GenericSchema> = {
  ApiKey: contract.apiKey,
  Application: contract.application,
  ApplicationRole: contract.applicationRole,
  Capabilities: contract.capabilities,
  DirectoryToken: contract.directoryToken,
  Connection: contract.connection,
  Domain: contract.domain,
  LoginAction: contract.loginAction,
  LoginStep: contract.loginStep,
  Me: contract.me,
  ManagedOrganization: contract.managedOrganization,
  Member: contract.member,
  Onboarding: contract.onboarding,
  Organization: contract.organization,
  OrganizationChoice: contract.organizationChoice,
  OrganizationRole: contract.organizationRole,
  Problem: contract.problem,
  Role: contract.role,
  RoleGroup: contract.roleGroup,
  RoleReference: contract.roleReference,
  Session: contract.session,
  User: contract.user,
  TenantApplication: contract.tenantApplication,
};

/** JSON Schema of a valibot schema, with references to the named ones. */
function schemaOf(schema: v.GenericSchema, self?: string): JsonSchema {
  const { $schema, $defs, ...plain } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
    definitions: Object.fromEntries(Object.entries(named).filter(([name]) => name !== self)),
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
    overrideAction: ({ valibotAction, jsonSchema }) => withMetadata(valibotAction, jsonSchema),
  });
  return plain;
}

/** Words that may grow are told as such, not as a closed enumeration. */
function withMetadata(
  action: { readonly type: string; readonly metadata?: unknown },
  schema: JsonSchema,
): JsonSchema | undefined {
  if (action.type !== 'metadata') return undefined;
  const { words, ...rest } = action.metadata as { words?: readonly string[] };
  return {
    ...schema,
    ...rest,
    ...(words ? { 'x-extensible-enum': [...words] } : {}),
  } as JsonSchema;
}

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  description: 'The version that was looked at; another one is refused with `version_conflict`.',
  schema: { type: 'string' },
};
const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same key is answered the same, and done once; it lives for a day.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

function operationOf(name: string, { path, query, body, answer, summary, action }: Route) {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: { type: 'string', minLength: 1 },
  }));
  return {
    operationId: name,
    summary,
    ...(action && { 'x-action': action }),
    parameters: [
      ...parameters,
      ...(query ? queryParametersOf(query) : []),
      ...(action ? [ifMatch, idempotencyKey] : []),
    ],
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } },
    }),
    responses: {
      200: json('The answer.', schemaOf(answer)),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function queryParametersOf(query: v.GenericSchema) {
  const { properties = {}, required = [] } = schemaOf(query);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function json(description: string, schema: unknown, type = 'application/json') {
  return { description, content: { [type]: { schema } } };
}

const paths: Record<string, Record<string, unknown>> = {};
for (const [name, route] of Object.entries<Route>(contract.routes)) {
  (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(name, route);
}

const transactionId = {
  name: 'transactionId',
  in: 'path',
  required: true,
  schema: { type: 'string', minLength: 1 },
};
const problem = { $ref: '#/components/responses/Problem' };
const step = json('The step that the sign-in is at.', { $ref: '#/components/schemas/LoginStep' });
const ofTheServer = { servers: [{ url: '/' }], security: [] };
paths['/login/api/{transactionId}'] = {
  get: {
    ...ofTheServer,
    operationId: 'login.open',
    summary: 'The step that a sign-in is at; bound to the browser by a cookie.',
    parameters: [transactionId],
    responses: { 200: step, default: problem },
  },
  post: {
    ...ofTheServer,
    operationId: 'login.submit',
    summary: 'What the person did; answers the step that follows. Refused from other origins.',
    parameters: [transactionId],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { $ref: '#/components/schemas/LoginAction' } } },
    },
    responses: { 200: step, default: problem },
  },
};
paths['/login/api/{transactionId}/follow'] = {
  post: {
    ...ofTheServer,
    operationId: 'login.follow',
    summary:
      'Opens a mailed link, by which nothing is used up; answers the sign-in that it leads to. Refused from other origins.',
    parameters: [transactionId],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(contract.loginFollowing) } },
    },
    responses: {
      200: json('The sign-in that the link leads to.', schemaOf(contract.followedLink)),
      default: problem,
    },
  },
};
paths['/login/api/{transactionId}/organizations'] = {
  get: {
    ...ofTheServer,
    operationId: 'login.organizations',
    summary: 'Searches and pages the organizations of the step `select_organization`.',
    parameters: [transactionId, ...queryParametersOf(contract.loginOrganizationsQuery)],
    responses: {
      200: json('A page.', schemaOf(contract.organizationChoicePage)),
      default: problem,
    },
  },
};

const schemas = Object.fromEntries(
  Object.entries(named).map(([name, schema]) => [name, schemaOf(schema, name)]),
);
schemas['Problem'] = {
  ...schemas['Problem'],
  properties: { ...schemas['Problem']?.properties, code: { enum: [...errorCodes] } },
};

const document = {
  openapi: '3.1.0',
  info: {
    title: 'Tessera reference protocol',
    version: '1.0.0',
    description:
      'The directory of organizations, members and applications, and the steps of a hosted sign-in.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/api/v1' }],
  security: [{ accessToken: [] }],
  paths,
  components: {
    schemas,
    responses: {
      Problem: json(
        'A refusal (RFC 9457).',
        { $ref: '#/components/schemas/Problem' },
        'application/problem+json',
      ),
    },
    securitySchemes: {
      accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    },
  },
};

const text = `${JSON.stringify(document, null, 2)}\n`;
if (!process.argv.includes('--check')) {
  await writeFile(file, text);
} else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
  console.error(
    'packages/contract/openapi.json is not what the routes say. Run `npm run openapi`.',
  );
  process.exitCode = 1;
}
