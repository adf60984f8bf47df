export * from './avatar.js';
export * from './controls.js';
export * from './notice.js';
export * from './tokens.js';
