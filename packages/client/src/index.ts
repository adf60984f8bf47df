export * from './directory.ts';
export * from './errors.ts';
