import { define } from '../define.js';
import { TesseraInviteDialog } from './invite-dialog.class.js';

define('tessera-invite-dialog', TesseraInviteDialog);
export { TesseraInviteDialog };
