import { define } from '../define.js';
import { TesseraOrgProfile } from './org-profile.class.js';

define('tessera-org-profile', TesseraOrgProfile);
export { TesseraOrgProfile };
