export * from './directory.ts';
export * from './errors.ts';
export { createClient, type ClientOptions } from './rest.ts';
