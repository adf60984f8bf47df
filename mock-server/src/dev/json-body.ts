import type * as v from 'valibot';
import { parsed } from '../handlers/operations.ts';
import { Refusal } from '../refusal.ts';

/** The JSON that a request carries; `validation_failed` when it is something else. */
export async function jsonBody<S extends v.GenericSchema>(
  request: Request,
  schema: S,
): Promise<v.InferOutput<S>> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refusal('validation_failed');
  const body: unknown = await request.json().catch(() => undefined);
  return parsed(schema, body);
}
