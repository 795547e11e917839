// What a reader meets: the pages in a real browser.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { kindOf, serve, sites } from './site.mjs';

const [site, inFolder] = sites;
const kinds = [
  'home', 'report', 'coverage', 'finding', 'topic', 'measure', 'list', 'glossary', 'methodology', 'rules',
  'recommendations', 'page', 'not_found',
];
// Of each kind the longest page, which shows most of what a template can do; and the two that are one of a kind.
const samples = [
  ...kinds.map((kind) => longest(kind)),
  ...['/about/', '/corrections/'].map((wanted) => site.pages.find((page) => page.path === wanted)),
].filter((page, place, all) => all.indexOf(page) === place);

function longest(kind) {
  return site.pages.filter((page) => kindOf(page) === kind).sort((a, b) => b.bytes - a.bytes)[0];
}

let browser;
let server;
before(async () => {
  assert.ok(process.env.CHROME, 'CHROME is not set: run ./test, which finds Chromium');
  server = await serve(site);
  browser = await chromium.launch({
    executablePath: process.env.CHROME,
    headless: true,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
      // Whatever the browser itself would like to look up, it finds no other host.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
});
after(async () => {
  await browser?.close();
  server?.close();
});

/**
 * A fresh profile. When the test ends, nothing may have gone wrong in it: no message in the console, no
 * request to another host, no cookie.
 */
async function openProfile(t, options = {}, origin = server.origin) {
  const context = await browser.newContext({ baseURL: origin, reducedMotion: 'reduce', ...options });
  const troubles = [];
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(`${origin}/`)) return route.continue();
    troubles.push(`asked for ${url}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error}`));
  t.after(async () => {
    const cookies = await context.cookies();
    await context.close();
    assert.deepEqual([...troubles, ...cookies.map(({ name }) => `cookie ${name}`)], []);
  });
  return page;
}

test('there is a page of every kind, and every kind is checked', () => {
  assert.deepEqual(samples.filter((page) => page === undefined), []);
  const found = new Set(site.pages.map(kindOf));
  found.delete('redirect');
  assert.deepEqual([...found].sort(), [...kinds].sort());
});

test('no page has a script, an event handler or a javascript: address', () => {
  const active = sites.flatMap(({ pages }) => pages).flatMap((page) =>
    page.elements
      .filter(({ name, attributes }) =>
        name === 'script'
        || Object.keys(attributes).some((attribute) => attribute.startsWith('on'))
        || Object.values(attributes).some((value) => /^\s*javascript:/i.test(value)))
      .map(({ name }) => `${page.path}: ${name}`));
  assert.deepEqual(active, []);
});

describe('WCAG 2.2 A and AA, as far as axe can tell', () => {
  for (const colorScheme of ['light', 'dark']) {
    for (const { path } of samples.filter(Boolean)) {
      test(`${path}, ${colorScheme}`, async (t) => {
        const page = await openProfile(t, { colorScheme });
        await page.goto(path);
        await page.evaluate(axe.source);
        const { violations, passes } = await page.evaluate(() => globalThis.axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
          // Target size is AA in 2.2, but off unless asked for.
          rules: { 'target-size': { enabled: true } },
          resultTypes: ['violations'],
        }));
        assert.ok(passes.length > 10, 'axe looked at next to nothing');
        assert.deepEqual(violations.flatMap(({ id, help, nodes }) =>
          nodes.map(({ target, any }) => `${id}: ${help}: ${target.join(' ')} ${any[0]?.message ?? ''}`)), []);
      });
    }
  }

  test('dark is dark', async (t) => {
    const page = await openProfile(t);
    await page.goto('/');
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await paper();
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.notEqual(await paper(), light);
  });
});

test('no page scrolls sideways at 320 or 360 px', async (t) => {
  const page = await openProfile(t);
  const wide = [];
  // A page that has moved is gone before it can be measured; where it leads is tried below.
  for (const { path } of site.pages.filter((one) => kindOf(one) !== 'redirect')) {
    await page.goto(path);
    for (const width of [320, 360]) {
      await page.setViewportSize({ width, height: 640 });
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      if (needed > width) wide.push(`${path}: ${needed} px wide at ${width}`);
    }
  }
  assert.deepEqual(wide, []);
});

test('a narrow page in a wide window cuts no note and no number off', async (t) => {
  const page = await openProfile(t, { viewport: { width: 1440, height: 900 } });
  const cut = [];
  for (const { path } of samples) {
    await page.goto(path);
    await page.addStyleTag({ content: ':root { --width: 24rem; }' });
    cut.push(...await page.evaluate(() => {
      const isCut = (element, within) =>
        element.getBoundingClientRect().right > element.closest(within).getBoundingClientRect().right + 1;
      const notes = [...document.querySelectorAll('.notes dl, .notes .note')];
      const numbers = [...document.querySelectorAll('main .big, main h1, main .aside')];
      const found = [...notes.filter((one) => isCut(one, '.table-scroll')), ...numbers.filter((one) => isCut(one, 'main'))];
      return found.map((one) => `${location.pathname}: ${one.textContent.trim().slice(0, 40)}`);
    }));
  }
  assert.deepEqual(cut, []);
});

test('an old address leads to the page that took its place', async (t) => {
  const page = await openProfile(t);
  const moved = site.pages.filter((one) => kindOf(one) === 'redirect');
  assert.ok(moved.length > 0, 'no page has moved');
  for (const { path, elements } of moved) {
    const refresh = elements.find(({ attributes }) => attributes['http-equiv'] === 'refresh').attributes.content;
    const target = refresh.slice(refresh.indexOf('url=') + 4);
    assert.equal(kindOf(site.pages.find((one) => one.path === target)) === 'redirect', false, `${path}: ${target}`);
    await page.goto(path);
    await page.waitForURL(`**${target}`);
    assert.ok(await page.locator('h1').first().isVisible(), `${target} shows no heading`);
  }
});

test('every kind of page can be read with JavaScript off', async (t) => {
  const page = await openProfile(t, { javaScriptEnabled: false });
  for (const { path } of samples) {
    await page.goto(path);
    assert.ok(await page.locator('h1').first().isVisible(), `${path} shows no heading`);
    assert.ok((await page.locator('main').innerText()).length > 100, `${path} shows next to nothing`);
  }
});

test('under a folder the pages find their style sheets', async (t) => {
  const other = await serve(inFolder);
  const page = await openProfile(t, {}, other.origin);
  // After the profile, as these run in order: a request that is still under way would count as an error.
  t.after(() => other.close());
  for (const { path } of samples) {
    // What is missing is an error in the console.
    await page.goto(inFolder.base + path.slice(1), { waitUntil: 'load' });
    assert.ok(await page.evaluate(() => document.styleSheets.length > 0), `${path} has no style sheet`);
  }
});

test('the first Tab reaches the skip link, which leads to the content', async (t) => {
  const page = await openProfile(t);
  for (const { path } of samples) {
    await page.goto(path);
    await page.keyboard.press('Tab');
    const skip = page.locator('a.skip');
    assert.ok(await skip.evaluate((link) => link === document.activeElement), `${path}: Tab goes elsewhere`);
    const { x, y } = await skip.boundingBox();
    assert.ok(x >= 0 && y >= 0, `${path}: the skip link has focus and cannot be seen`);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement.localName === 'main', null, { timeout: 5000 });
  }
});

test('a report can be printed', async (t) => {
  const page = await openProfile(t);
  await page.goto(longest('report').path);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  assert.ok(pdf.length > 10_000, `${pdf.length} bytes`);
});
