import { define } from '../define.js';
import { TesseraAppLauncher } from './app-launcher.class.js';

define('tessera-app-launcher', TesseraAppLauncher);
export { TesseraAppLauncher };
