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

/** Until what was changed is on the screen. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
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
      .filter(({ element }) => id !== 'target-size' || !isHalfScrolled(element))
      .map(({ html }) => `${id} ${html}`),
  );
}

/** What is partly below a head that stays in sight comes out of it by scrolling on. */
function isHalfScrolled(element: HTMLElement | undefined): boolean {
  const scroller = element?.closest('.viewport');
  if (!element || !scroller?.scrollTop) return false;
  return element.getBoundingClientRect().top - scroller.getBoundingClientRect().top < 64;
}
