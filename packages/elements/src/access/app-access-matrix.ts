import { define } from '../define.js';
import { TesseraAppAccessMatrix } from './app-access-matrix.class.js';

define('tessera-app-access-matrix', TesseraAppAccessMatrix);
export { TesseraAppAccessMatrix };
export type { AccessSavedEvent, BeforeAccessSaveEvent } from './matrix-events.js';
