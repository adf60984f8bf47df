import { define } from '../define.js';
import { TesseraOrgCreate } from './org-create.class.js';

define('tessera-org-create', TesseraOrgCreate);
export { TesseraOrgCreate };
