import { addStyles } from '../theme/add-styles.js';
import { ActingBanner } from './acting-banner.js';
import { styles as bannerStyles } from './acting-banner.styles.js';
import { InheritedLimits } from './inherited-limits.js';
import { styles as limitStyles } from './inherited-limits.styles.js';
import { noteStyles } from './look-only.styles.js';
import { screenWords } from './screen-words.js';
import type { PortalStage } from './portal-stage.js';

/** What stands above the screens of an organization that another one manages. */
export class ManagedView {
  readonly banner: ActingBanner;
  readonly limits: InheritedLimits;

  constructor(stage: PortalStage) {
    const words = screenWords(stage);
    addStyles(stage.host, [bannerStyles, noteStyles, limitStyles]);
    this.banner = new ActingBanner(stage, words);
    this.limits = new InheritedLimits(stage, words);
  }
}
