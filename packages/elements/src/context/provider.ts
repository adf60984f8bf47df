import { define } from '../define.js';
import { TesseraProvider } from './provider.class.js';

define('tessera-provider', TesseraProvider);
export {
  BeforeOrganizationSwitchEvent,
  OrganizationSwitchedEvent,
} from '../organizations/events.js';
export { TesseraProvider };
