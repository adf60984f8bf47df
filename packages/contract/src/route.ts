import type { Action } from '@tesserakit/domain';
import type * as v from 'valibot';

/** One operation of the reference protocol. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the base address; `{name}` stands for a parameter. */
  readonly path: string;
  readonly summary: string;
  /** What a write does, as rules and audit log call it; reads have none. */
  readonly action?: Action;
  readonly query?: v.GenericSchema & { readonly entries: object };
  /** What is sent as JSON; without it, nothing is. */
  readonly body?: v.GenericSchema;
  readonly answer: v.GenericSchema;
}

/** Operations of one noun, by the name of the client's method. */
export type Routes = Record<string, Route>;
