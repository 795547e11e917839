// The draft view: marks every number in the prose by how it stands. Marks are highlights of the browser, so the page
// itself stays as a build would write it, and can be patched as before.

/** Where a browser keeps, for each tab, whether its reader looks at numbers. */
const SHOWN = 'cscare-preview-numbers';

/** How a number can stand, and what the legend says of it. Each has a line of its own kind, in look.css and numbers.css. */
const STATES = new Map([
  ['bound', 'bound to a statistic'],
  ['verified', 'found in its source'],
  ['disputed', 'disputed by another figure'],
  ['unbound', 'not bound'],
]);

/** Text that no reader takes for prose. */
const NOT_PROSE = 'script, style, noscript, pre, code, a.stat';

const canMark = 'highlights' in CSS;

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export class Numbers {
  #isShown = shownBefore();
  #turn = 0;

  /** The button that turns the marks on and off. */
  button = make('button', { className: 'toggle', type: 'button', onclick: () => this.#toggle() }, 'Numbers');

  /** What the marks mean, and how many there are of each. */
  legend = make('div', { className: 'legend', role: 'status', hidden: true });

  static async make() {
    const look = new CSSStyleSheet();
    look.replaceSync(await (await fetch(new URL('numbers.css', import.meta.url))).text());
    document.adoptedStyleSheets.push(look);
    const numbers = new Numbers();
    // Nobody waits for the marks.
    numbers.draw();
    return numbers;
  }

  #toggle() {
    this.#isShown = !this.#isShown;
    try {
      sessionStorage.setItem(SHOWN, String(this.#isShown));
    } catch {
      // Without a store the next page begins without marks.
    }
    return this.draw();
  }

  /** Marks the page on the screen, or takes the marks back. Of two calls the later one counts. */
  async draw() {
    const turn = ++this.#turn;
    this.button.setAttribute('aria-pressed', String(this.#isShown));
    if (!this.#isShown) return this.#show(undefined);
    let told;
    try {
      told = await (await fetch(new URL(`numbers${location.pathname}`, import.meta.url), { cache: 'no-store' })).json();
    } catch {
      return; // The connection is lost; what is marked stays.
    }
    if (turn === this.#turn) this.#show(told);
  }

  #show(told) {
    const ranges = told ? found(told) : new Map();
    for (const state of STATES.keys()) {
      if (!canMark) break;
      const own = ranges.get(state) ?? [];
      if (own.length > 0) CSS.highlights.set(`cscare-${state}`, new Highlight(...own));
      else CSS.highlights.delete(`cscare-${state}`);
    }
    this.legend.hidden = !told;
    this.legend.replaceChildren(...(told ? [legend(ranges, told.unbound)] : []));
  }
}

function shownBefore() {
  try {
    return sessionStorage.getItem(SHOWN) === 'true';
  } catch {
    return false;
  }
}

function legend(ranges, unbound) {
  const count = (state) => (state === 'unbound' ? unbound.length : (ranges.get(state) ?? []).length);
  // Nothing is verified in a site without a record of it, so that line comes only when there is something.
  const states = [...STATES].filter(([state]) => state !== 'verified' || count(state) > 0);
  const items = states.map(([state, words]) => make(
    'li', {}, make('span', { className: `sample ${state}`, ariaHidden: 'true' }, '64%'), ` ${count(state)} ${words}`,
  ));
  const list = make('ul', {}, ...items);
  if (canMark) return list;
  return make('div', {}, list, make('p', {}, 'This browser cannot mark them in the text.'));
}

/** The ranges of the page, by state. */
function found({ unbound, states }) {
  const ranges = new Map([...STATES.keys()].map((state) => [state, []]));
  for (const link of document.querySelectorAll('body a.stat')) {
    const { pathname, hash } = new URL(link.href, location.href);
    const range = document.createRange();
    range.selectNodeContents(link);
    (ranges.get(states[pathname + hash]) ?? ranges.get('bound')).push(range);
  }
  const text = new Words();
  for (const number of unbound) {
    const range = text.find(number);
    if (range) ranges.get('unbound').push(range);
  }
  return ranges;
}

/** The words of the page, with one space for any white space, and where each character stands. */
class Words {
  #words = '';
  #places = [];
  #after = new Map();

  constructor() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.parentElement.closest('script, style, noscript')) this.#add(node);
    }
  }

  #add(node) {
    let at = 0;
    for (const character of node.data) {
      const isSpace = /\s/.test(character);
      if (!isSpace || !this.#words.endsWith(' ')) {
        for (let unit = 0; unit < character.length; unit += 1) this.#places.push([node, at + unit]);
        this.#words += isSpace ? ' ' : character;
      }
      at += character.length;
    }
  }

  /** The next place of a number behind its words. */
  find({ text, before }) {
    const plain = (words) => words.replace(/\s+/g, ' ');
    const wanted = plain(before + text).trimStart();
    const length = plain(text).length;
    let start = this.#words.indexOf(wanted, this.#after.get(wanted) ?? 0);
    while (start >= 0) {
      const end = start + wanted.length;
      this.#after.set(wanted, end);
      const [node, from] = this.#places[end - length];
      const [last, to] = this.#places[end - 1];
      if (!node.parentElement.closest(NOT_PROSE)) {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(last, to + 1);
        return range;
      }
      start = this.#words.indexOf(wanted, end);
    }
    return undefined;
  }
}
