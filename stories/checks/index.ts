import { escaped } from './hostile.js';
import { lostInForcedColours } from './forced-colours.js';
import { dressed, rulesBroken } from './looks.js';
import { overflows } from './overflow.js';

/** What is asked of a story that is on the page, by whoever drives the browser. */
export const checks = { dressed, escaped, lostInForcedColours, overflows, rulesBroken };

declare global {
  interface Window {
    checks: typeof checks;
  }
}

window.checks = checks;
