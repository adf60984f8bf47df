import { define } from '../define.js';
import { TesseraInvitationTable } from './invitation-table.class.js';

define('tessera-invitation-table', TesseraInvitationTable);
export { TesseraInvitationTable };
