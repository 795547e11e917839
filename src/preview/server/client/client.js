// The preview's side in the browser: hears of changes, asks for the page again, and patches what differs.
// Whatever goes wrong, the last good page stays on the screen; what is wrong is said above it.

import { listen } from './news.js';
import { Numbers } from './numbers.js';
import { Overlay } from './overlay.js';
import { patch } from './patch.js';

/** The element that brought this script; a patched page carries over what it says. */
const own = document.querySelector('script[data-page][data-generation]');

/** Which version of the page is on the screen. */
const page = read(own);

/** The last news that the page was compared with. */
let seen = { session: page.session, generation: page.generation, checked: page.checked };

let latest;
let comparing = false;

const overlay = await Overlay.make();
overlay.isListOnPage = page.status === 500;
const numbers = await Numbers.make();
overlay.numbers(numbers);
overlay.notice(page.status === 404 ? missing('There is no page at this address', page.near) : undefined);
listen(new URL('news', import.meta.url), hear, (isThere) => overlay.connected(isThere));

function read({ dataset }) {
  return {
    etag: dataset.page,
    status: Number(dataset.status),
    session: Number(dataset.session),
    generation: Number(dataset.generation),
    checked: Number(dataset.checked),
    reason: dataset.reason ?? '',
    near: dataset.near?.split(' ') ?? [],
  };
}

/** Takes news one at a time; of those that arrive meanwhile only the newest counts. */
async function hear(news) {
  overlay.problems(news.problems);
  latest = news;
  if (comparing) return;
  comparing = true;
  let compared;
  while (compared !== latest) {
    compared = latest;
    await compare(compared);
  }
  comparing = false;
}

/** Whether the page may be another now. One that lists what is wrong changes with each check. */
function isNews({ session, generation, checked }) {
  if (session !== seen.session || generation > seen.generation) return true;
  return page.status === 500 && checked > seen.checked;
}

async function compare(news) {
  if (!isNews(news)) return;
  const headers = { 'If-None-Match': `W/"${page.etag}"` };
  let response;
  let html;
  try {
    response = await fetch(location.href, { headers, cache: 'no-store' });
    html = await response.text();
  } catch {
    return; // The connection is lost. The next news come when it is back, and are compared with what was seen.
  }
  seen = { session: news.session, generation: news.generation, checked: news.checked };
  const etag = response.headers.get('etag')?.match(/"(.*)"/)?.[1];
  if (response.status === 304 || (etag === page.etag && response.status === page.status)) {
    Object.assign(page, seen);
    if (page.status === 200) overlay.notice(undefined);
    // What another page says may have put a number in dispute.
    numbers.draw();
  } else if (response.status === page.status) {
    show(html, news);
  } else if (page.status === 200) {
    keep(response.status, html);
  } else {
    location.reload();
  }
}

/** Brings the page on the screen up to date. */
function show(html, news) {
  const mustReload = news.session === page.session && news.reload > page.generation;
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  const freshOwn = fresh.querySelector('script[data-page][data-generation]');
  if (mustReload || !freshOwn) return location.reload();
  // Both documents say the same of the script, which is no difference to patch then.
  for (const { name, value } of freshOwn.attributes) own.setAttribute(name, value);
  for (const { name } of [...own.attributes]) if (!freshOwn.hasAttribute(name)) own.removeAttribute(name);
  try {
    if (!patch(fresh)) return location.reload();
  } catch (error) {
    console.warn('The page could not be patched, so it is loaded again.', error);
    return location.reload();
  }
  Object.assign(page, read(own), seen);
  numbers.draw();
  if (page.status === 200) overlay.notice(undefined);
}

/** Says why the page on the screen is an old one. */
function keep(status, html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  const told = fresh.querySelector('script[data-page][data-generation]');
  const { reason, near } = told ? read(told) : { reason: '', near: [] };
  if (status === 404) {
    overlay.notice(missing('This page is gone; what is shown is how it was', near));
  } else {
    overlay.notice({ text: 'This page cannot be made now; what is shown is how it was', reason, links: [] });
  }
}

function missing(text, links) {
  return { text, reason: links.length > 0 ? 'Did you mean one of these?' : '', links };
}
