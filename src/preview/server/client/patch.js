// Changes the document into another version of itself, and leaves alone what is the same: where the reader
// scrolled to, what has focus, what was opened.

const knownScripts = scripts(document);

/** Elements whose content works only when they are made anew. */
const WHOLE = new Set(['AUDIO', 'VIDEO', 'TEMPLATE', 'OBJECT']);

/** Marks a style sheet that goes once those in its place have loaded. */
const LEAVING = 'data-leaving';

/** Patches the document into `fresh`; returns whether the two are the same afterwards. */
export function patch(fresh) {
  if (scripts(fresh) !== knownScripts) return false;
  // A parser without scripts reads elements here where this document has text.
  for (const element of fresh.querySelectorAll('noscript')) element.textContent = element.innerHTML;
  const focused = document.activeElement;
  attributes(document.documentElement, fresh.documentElement);
  head(fresh.head);
  morph(document.body, fresh.body);
  if (focused?.id && !focused.isConnected) document.getElementById(focused.id)?.focus({ preventScroll: true });
  return closed(document.body).isEqualNode(closed(fresh.body));
}

/** What runs in a document, other than the preview. */
function scripts(document) {
  const all = [...document.querySelectorAll('script:not([data-generation])')];
  return JSON.stringify(all.map((script) => [script.getAttribute('src'), script.text]));
}

/** A copy that does not tell what the reader opened. */
function closed(body) {
  const copy = body.cloneNode(true);
  for (const details of copy.querySelectorAll('details')) details.removeAttribute('open');
  return copy;
}

/** New style sheets come first and old ones go when those are there, so that no moment is without. */
function head(fresh) {
  const before = new Set(sheets());
  morph(document.head, fresh);
  const added = sheets().filter((link) => !before.has(link));
  const loaded = Promise.all(added.map((link) => new Promise((done) => {
    link.addEventListener('load', done);
    link.addEventListener('error', done);
    setTimeout(done, 5000);
  })));
  const leaving = document.head.querySelectorAll(`[${LEAVING}]`);
  loaded.then(() => leaving.forEach((link) => link.remove()));
}

function sheets() {
  return [...document.head.querySelectorAll('link')].filter(isSheet);
}

function isSheet(node) {
  return node.nodeName === 'LINK' && node.relList.contains('stylesheet');
}

function isLeaving(node) {
  return node.nodeType === Node.ELEMENT_NODE && node.hasAttribute(LEAVING);
}

function morph(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
  } else if (!old.isEqualNode(fresh)) {
    if (WHOLE.has(old.nodeName)) return old.replaceWith(document.importNode(fresh, true));
    attributes(old, fresh);
    children(old, fresh);
  }
}

function attributes(old, fresh) {
  const isKept = (name) => old.nodeName === 'DETAILS' && name === 'open';
  for (const { name, value } of fresh.attributes) {
    if (!isKept(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    if (!isKept(name) && !fresh.hasAttribute(name)) old.removeAttribute(name);
  }
}

function children(old, fresh) {
  const { partners, spare } = pair([...old.childNodes].filter((node) => !isLeaving(node)), [...fresh.childNodes]);
  for (const node of spare) isSheet(node) && node.sheet ? node.setAttribute(LEAVING, '') : node.remove();
  let here = old.firstChild;
  for (const wanted of fresh.childNodes) {
    while (here && isLeaving(here)) here = here.nextSibling;
    const own = partners.get(wanted);
    if (!own) {
      old.insertBefore(document.importNode(wanted, true), here);
      continue;
    }
    if (own === here) here = here.nextSibling;
    else move(own, old, here);
    morph(own, wanted);
  }
}

/** Moves an element; where the browser can, without what plays in it starting again. */
function move(node, parent, before) {
  if (parent.moveBefore) parent.moveBefore(node, before);
  else parent.insertBefore(node, before);
}

/** Finds for each fresh node the old one that becomes it: the same, of the same name, or of the same kind. */
function pair(olds, freshes) {
  const partners = new Map();
  const spare = new Set(olds);
  const take = (fresh, old) => {
    if (old && !partners.has(fresh) && spare.delete(old)) partners.set(fresh, old);
  };
  const oldKeys = olds.map(content);
  const freshKeys = freshes.map(content);
  const shorter = Math.min(olds.length, freshes.length);
  let first = 0;
  while (first < shorter && oldKeys[first] === freshKeys[first]) take(freshes[first], olds[first++]);
  let last = 1;
  while (last <= shorter - first && oldKeys.at(-last) === freshKeys.at(-last)) take(freshes.at(-last), olds.at(-last++));
  for (const key of [name, content, kind]) {
    const waiting = grouped(spare, key);
    for (const fresh of freshes.filter((node) => !partners.has(node))) {
      if (key(fresh) !== '') take(fresh, waiting.get(key(fresh))?.shift());
    }
  }
  return { partners, spare };
}

function grouped(nodes, key) {
  const groups = new Map();
  for (const node of nodes) groups.set(key(node), [...(groups.get(key(node)) ?? []), node]);
  return groups;
}

/** What tells an element from its neighbours although it changes; empty when nothing does. */
function name(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  const label = node.id || (node.nodeName === 'DETAILS' ? node.querySelector('summary')?.textContent : '');
  return label ? `${node.nodeName} ${label}` : '';
}

function content(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return `${node.nodeName} ${node.data}`;
  return node.outerHTML.replace(/(<details\b[^>]*?) open=""/g, '$1');
}

/** A style sheet is only ever itself: with another address it would be gone until that has loaded. */
function kind(node) {
  return isSheet(node) ? `sheet ${node.href}` : `${node.nodeName} ${node.id ?? ''}`;
}
