import { define } from '../define.js';
import { TesseraAccessExplainer } from './access-explainer.class.js';

define('tessera-access-explainer', TesseraAccessExplainer);
export { TesseraAccessExplainer };
