import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** As much of JSON Schema as the document is written in. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'array' | 'object';
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

interface Described {
  readonly operationId: string;
  readonly servers?: readonly { readonly url: string }[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: JsonSchema }>> };
}

interface Document {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/** One operation as the document describes it. */
export interface DocumentedOperation {
  readonly name: string;
  readonly method: string;
  /** With the base address; `{name}` stands for a parameter. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: JsonSchema | undefined;
}

const file = fileURLToPath(import.meta.resolve('@tesserakit/contract/openapi.json'));
const document = JSON.parse(await readFile(file, 'utf8')) as Document;

function baseOf({ servers }: Described): string {
  const [server] = servers ?? document.servers;
  return server?.url.replace(/\/$/, '') ?? '';
}

/** Everything that the document describes. */
export const documented: readonly DocumentedOperation[] = Object.entries(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      name: described.operationId,
      method: method.toUpperCase(),
      path: `${baseOf(described)}${path}`,
      parameters: described.parameters ?? [],
      body: described.requestBody?.content['application/json']?.schema,
    })),
);

/** The schema itself, wherever it is written down. */
export function resolved(schema: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.replace('#/components/schemas/', '');
  const found = document.components.schemas[name];
  if (!found) throw new TypeError(`The document refers to ${schema.$ref} and has no such thing.`);
  return resolved(found);
}

const patterns = documented.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`),
  literals: operation.path.replace(/\{\w+\}/g, '').length,
}));

/** The operation that an address leads to, whichever was meant. */
export function leadsTo(method: string, { pathname }: URL): DocumentedOperation | undefined {
  const all = patterns.filter(
    ({ operation, pattern }) => operation.method === method && pattern.test(pathname),
  );
  return all.sort((a, b) => b.literals - a.literals)[0]?.operation;
}
