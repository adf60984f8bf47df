import { define } from '../define.js';
import { TesseraRoleEditor } from './role-editor.class.js';

define('tessera-role-editor', TesseraRoleEditor);
export { TesseraRoleEditor };
