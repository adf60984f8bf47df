import { isHostile } from '../hostile-texts.js';
import { around, everythingShown, nameOf, ownTexts } from './everything.js';

const turns = /[\u202A-\u202E\u2066-\u2069]/;

/** Where a text of people has become more than text, or turns the words of others. */
export function escaped(): string[] {
  const all = everythingShown();
  const report = (what: string, found: HTMLElement[]) =>
    found.map((element) => `${nameOf(element)} ${what}`);
  return [
    ...(/broken/.test(document.title) ? ['a script ran'] : []),
    ...report('came out of a text', all.filter(isMarkup)),
    ...report('leads where a text says', all.filter(leadsAstray)),
    ...report('turns the words beside it', all.filter(turnsOthers)),
  ];
}

function isMarkup(element: HTMLElement): boolean {
  if (element.matches('script, iframe, object, img[src="x"]')) return true;
  return [...element.attributes].some(({ name }) => name.startsWith('on'));
}

function leadsAstray(element: HTMLElement): boolean {
  return ['href', 'src', 'action', 'formaction'].some((name) =>
    /^\s*(javascript|data:text|vbscript)/i.test(element.getAttribute(name) ?? ''),
  );
}

/** Beside a text with marks that turn it stands another, in one paragraph. */
function turnsOthers(element: HTMLElement): boolean {
  return ownTexts(element).some(({ data }) => {
    if (!turns.test(unpaired(data))) return false;
    return !isHostile(data.trim()) || paragraphOf(element).textContent?.trim() !== data.trim();
  });
}

/** What is left when each isolate that is closed again has been taken out. */
function unpaired(text: string): string {
  return text.replace(/[\u2066-\u2068][^\u202A-\u202E\u2066-\u2069]*\u2069/g, '');
}

/** The box whose text is one line of thought for the rules of direction. */
function paragraphOf(element: Element): Element {
  for (let place: Element | null = element; place; place = around(place)) {
    if (!['inline', 'contents'].includes(getComputedStyle(place).display)) return place;
  }
  return element;
}
