import { define } from '../define.js';
import { TesseraOrgTree } from './org-tree.class.js';

define('tessera-org-tree', TesseraOrgTree);
export { TesseraOrgTree };
