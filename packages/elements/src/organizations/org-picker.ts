import { define } from '../define.js';
import { TesseraOrgPicker } from './org-picker.class.js';

define('tessera-org-picker', TesseraOrgPicker);
export { OrganizationChosenEvent } from './events.js';
export type { OrganizationSource } from './organization-source.js';
export { TesseraOrgPicker };
