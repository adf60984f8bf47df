import { define } from '../define.js';
import './org-picker.js';
import { TesseraOrgSwitcher } from './org-switcher.class.js';

define('tessera-org-switcher', TesseraOrgSwitcher);
export { TesseraOrgSwitcher };
