import { ContextRoot } from '@lit/context';

let root: ContextRoot | undefined;

/**
 * Lets elements whose code has loaded before that of their provider still find it: what they asked
 * for is asked again when a provider appears. The order of a page's imports does not matter then.
 */
export function awaitLateProviders(): void {
  if (root) return;
  root = new ContextRoot();
  root.attach(document.documentElement);
}
