import { define } from '../define.js';
import { TesseraApplicationList } from './application-list.class.js';

define('tessera-application-list', TesseraApplicationList);
export { TesseraApplicationList };
