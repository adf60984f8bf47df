import { define } from '../define.js';
import { TesseraOrgPicker } from './org-picker.class.js';

define('tessera-org-picker', TesseraOrgPicker);
export { TesseraOrgPicker };
