import { everythingShown, ownTexts } from './everything.js';

const loaded = new Set(['en']);

export interface Look {
  readonly theme: 'light' | 'dark';
  readonly language: 'en' | 'ar';
}

/** Puts another look on the story that is on the page, as a host's page would: without a reload. */
export async function dressed({ theme, language }: Look): Promise<void> {
  const stage = document.querySelector<HTMLElement>('.stage');
  if (!stage) return;
  stage.style.colorScheme = theme;
  stage.lang = language;
  stage.dir = language === 'ar' ? 'rtl' : 'ltr';
  for (const provider of stage.querySelectorAll('tessera-provider')) provider.lang = language;
  if (stage.querySelector('tessera-provider')) await spoken(language);
  await drawn();
}

/** The words of a language come later where nobody asked for them before. */
async function spoken(language: string): Promise<void> {
  if (loaded.has(language)) return;
  const deadline = performance.now() + 2000;
  while (!everythingShown().some(isArabic) && performance.now() < deadline) await drawn();
  loaded.add(language);
}

function isArabic(element: HTMLElement): boolean {
  return ownTexts(element).some(({ data }) => /^[^a-z]*\p{Script=Arabic}/iu.test(data));
}

/** Until what was changed is on the screen: what follows its own size is drawn a frame later. */
export async function drawn(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}

/** The rules of axe, of those that a look can break, that the story breaks. */
export async function rulesBroken(): Promise<string[]> {
  const { default: axe } = await import('axe-core');
  const { violations } = await axe.run('#storybook-root', {
    runOnly: { type: 'rule', values: ['color-contrast', 'target-size'] },
    resultTypes: ['violations'],
    elementRef: true,
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ element }) => id !== 'target-size' || !isOfScrolling(element))
      .map(({ html }) => `${id} ${html}`),
  );
}

/** Where one thing is over another because somebody scrolled, it comes out of it by scrolling on. */
function isOfScrolling(element: HTMLElement | undefined): boolean {
  if (!element) return false;
  return isHalfCovered(element) || (staysInSight(element) && isScrolled(element));
}

/** Whether rows are below a head that stays in sight. */
function isScrolled(element: HTMLElement): boolean {
  const { scrollTop = 0 } = element.closest('.viewport') ?? {};
  return scrollTop > 0;
}

/** Whether it is partly below something that stays in sight. */
function isHalfCovered(element: HTMLElement): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  return [top + 1, bottom - 1].some((y) =>
    [left + 1, right - 1].some((x) => {
      const over = root.elementFromPoint(x, y);
      return over !== null && !over.contains(element) && staysInSight(over);
    }),
  );
}

function staysInSight(element: Element): boolean {
  if (getComputedStyle(element).position === 'sticky') return true;
  return element.parentElement !== null && staysInSight(element.parentElement);
}
