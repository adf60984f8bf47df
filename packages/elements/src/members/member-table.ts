import { define } from '../define.js';
import { TesseraMemberTable } from './member-table.class.js';

define('tessera-member-table', TesseraMemberTable);
export { TesseraMemberTable };
