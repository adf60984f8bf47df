import { define } from '../define.js';
import { TesseraOrgSwitcher } from '../organizations/org-switcher.class.js';
import { TesseraOrgPortal } from './org-portal.class.js';

define('tessera-org-switcher', TesseraOrgSwitcher);
define('tessera-org-portal', TesseraOrgPortal);
export { ownPaths, pagePaths, type PathRouter } from '../data/router.js';
export { BeforePortalNavigateEvent, PortalNavigatedEvent } from './events.js';
export { TesseraOrgPortal };
