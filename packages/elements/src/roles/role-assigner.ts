import { define } from '../define.js';
import { TesseraRoleAssigner } from './role-assigner.class.js';

define('tessera-role-assigner', TesseraRoleAssigner);
export { TesseraRoleAssigner };
