import { define } from '../define.js';
import { TesseraMemberDetail } from './member-detail.class.js';

define('tessera-member-detail', TesseraMemberDetail);
export { TesseraMemberDetail };
