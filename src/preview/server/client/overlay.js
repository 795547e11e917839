// What is wrong, said over the page: a sheet at the bottom for errors, a badge in the corner for the rest.
// It never takes the focus by itself: somebody may be reading or typing. What is new in it is announced.

/** How many problems are shown. */
const SHOWN = 20;

/** Where a browser keeps, for each tab, which list its reader hid. */
const HIDDEN = 'cscare-preview-hidden';

const LOST = 'The preview has stopped; waiting for it';

/** An element with properties and children. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export class Overlay extends HTMLElement {
  #all = [];
  #notice;
  #isLost = false;
  #isOpen = false;
  #grave = '';
  #drawn = '';
  #focusedBefore;
  #room = new CSSStyleSheet();

  #title = make('h2', { id: 'title' });
  #list = make('div', { className: 'list' });
  #lost = make('p', { className: 'lost' });
  #alert = make('p', { className: 'unseen', role: 'alert' });
  #corner = make('p', { className: 'badge', role: 'status', hidden: true });
  #badge = make('button', { className: 'badge', type: 'button', hidden: true, onclick: () => this.#open() });
  #tools = make('div', { className: 'tools' }, this.#badge, this.#corner);
  #toggle;
  #sheet = make('section', { className: 'sheet', role: 'dialog', tabIndex: -1, hidden: true }, make(
    'div', { className: 'head' }, this.#title, this.#lost,
    make('button', { type: 'button', onclick: () => this.#hide() }, 'Hide ', make('kbd', {}, 'Esc')),
  ), this.#list);

  /** True when the page itself is the list of problems. */
  isListOnPage = false;

  /** Puts one behind the page, where neither a patch nor the page's styles reach it. */
  static async make() {
    const look = await (await fetch(new URL('look.css', import.meta.url))).text();
    customElements.define('cscare-preview', Overlay);
    const overlay = document.createElement('cscare-preview');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(look);
    overlay.shadowRoot.adoptedStyleSheets = [sheet];
    document.documentElement.append(overlay);
    return overlay;
  }

  constructor() {
    super();
    this.#sheet.setAttribute('aria-labelledby', 'title');
    this.attachShadow({ mode: 'open' }).append(this.#sheet, this.#tools, this.#alert);
    this.#sheet.addEventListener('focusin', ({ relatedTarget }) => {
      if (relatedTarget && !this.#sheet.contains(relatedTarget)) this.#focusedBefore = relatedTarget;
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#isOpen && !event.defaultPrevented && !event.isComposing) this.#hide();
    });
    // What has focus in the page shall not lie under the sheet.
    document.adoptedStyleSheets.push(this.#room);
    new ResizeObserver(() => {
      this.#room.replaceSync(`@media screen { html { scroll-padding-block-end: ${this.offsetHeight}px } }`);
    }).observe(this);
  }

  /** All that is wrong with the site. */
  problems(all) {
    this.#all = all;
    this.#update();
  }

  /** Something about this page: `text`, `reason`, and `links` to others; or nothing. */
  notice(notice) {
    this.#notice = notice;
    this.#update();
  }

  /** The draft view's button and legend, which stand beside the badge. */
  numbers({ button, legend }) {
    this.#toggle = button;
    this.#tools.prepend(legend);
    this.#tools.append(button);
    this.#place();
  }

  /** Whether news can be heard. */
  connected(isThere) {
    this.#isLost = !isThere;
    this.#update();
  }

  #update() {
    const errors = this.#all.filter(({ level }) => level === 'error');
    const grave = errors.length > 0 || this.#notice ? JSON.stringify([errors, this.#notice]) : '';
    if (grave !== this.#grave) {
      this.#grave = grave;
      this.#isOpen = grave !== '' && !this.isListOnPage && hiddenBefore() !== grave;
      this.#alert.textContent = grave === '' ? 'Mended' : this.#summary();
    }
    if (this.#all.length === 0 && !this.#notice) this.#isOpen = false;
    this.#draw();
    this.#place();
  }

  /** `2 errors and 1 warning`. */
  #summary() {
    const counts = ['error', 'warning', 'note']
      .map((level) => [this.#all.filter((problem) => problem.level === level).length, level])
      .filter(([count]) => count > 0)
      .map(([count, level]) => `${count} ${level}${count === 1 ? '' : 's'}`);
    const counted = new Intl.ListFormat('en').format(counts);
    return counted || this.#notice?.text || 'No problems';
  }

  /** Draws the list again only if it differs, so that focus and selection in it stay. */
  #draw() {
    const wanted = JSON.stringify([this.#all, this.#notice]);
    if (wanted === this.#drawn) return;
    this.#drawn = wanted;
    const hadFocus = this.#list.contains(this.shadowRoot.activeElement);
    const parts = this.#notice ? [drawnNotice(this.#notice, this.#all.length > 0)] : [];
    if (this.#all.length > 0) parts.push(make('ol', { className: 'problems' }, ...this.#all.slice(0, SHOWN).map(drawn)));
    if (this.#all.length > SHOWN) parts.push(make('p', {}, `… and ${this.#all.length - SHOWN} more`));
    this.#list.replaceChildren(...parts);
    this.#title.textContent = this.#summary();
    if (hadFocus) this.#sheet.focus();
  }

  /** Shows the sheet or a badge. */
  #place() {
    const hadFocus = this.#sheet.contains(this.shadowRoot.activeElement);
    const isBadge = !this.#isOpen && !this.#isLost && !this.isListOnPage && (this.#all.length > 0 || this.#notice);
    this.#sheet.hidden = !this.#isOpen;
    this.#tools.hidden = this.#isOpen;
    if (this.#toggle) this.#toggle.hidden = this.isListOnPage;
    this.#lost.textContent = this.#isLost && this.#isOpen ? LOST : '';
    this.#badge.hidden = !isBadge;
    this.#badge.textContent = this.#summary();
    this.#badge.classList.toggle('grave', this.#grave !== '');
    this.#corner.hidden = this.#isOpen || !this.#isLost;
    this.#corner.textContent = this.#corner.hidden ? '' : LOST;
    if (hadFocus && !this.#isOpen) this.#giveBack();
  }

  #open() {
    this.#isOpen = true;
    this.#place();
    this.#sheet.focus();
    this.#focusedBefore = undefined;
  }

  #hide() {
    this.#isOpen = false;
    try {
      sessionStorage.setItem(HIDDEN, this.#grave);
    } catch {
      // Without a store the list appears on the next page again.
    }
    this.#place();
  }

  /** Puts the focus where it was before it came to the sheet. */
  #giveBack() {
    if (this.#focusedBefore?.isConnected) this.#focusedBefore.focus({ preventScroll: true });
    else this.#badge.focus();
  }
}

function hiddenBefore() {
  try {
    return sessionStorage.getItem(HIDDEN);
  } catch {
    return null;
  }
}

/** Above problems it has a heading of its own; alone, that is the sheet's title. */
function drawnNotice({ text, reason, links }, hasHeading) {
  const parts = hasHeading ? [make('p', {}, make('strong', {}, text))] : [];
  if (reason) parts.push(make('p', {}, reason));
  const items = links.map((href) => make('li', {}, make('a', { href }, decodeURI(href))));
  if (items.length > 0) parts.push(make('ul', {}, ...items));
  return make('div', { className: 'notice' }, ...parts);
}

function drawn({ level, code, message, file, line, column, snippet, help, page, editor }) {
  const place = line === 0 ? file : `${file}:${line}:${column}`;
  const parts = [
    make('p', { className: 'message' }, make('strong', {}, `${level} `, make('code', {}, code)), ` ${message}`),
    make('p', { className: 'place' }, editor ? make('a', { href: editor }, place) : place),
  ];
  if (snippet) parts.push(make('pre', { tabIndex: 0 }, snippet));
  if (page) parts.push(make('p', {}, `While making the page ${page}`));
  if (help) parts.push(make('p', { className: 'help' }, make('strong', {}, 'help'), ` ${help}`));
  return make('li', { className: level }, ...parts);
}
