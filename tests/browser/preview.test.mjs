// What an author sees beside the editor: `serve`, a real browser, and files that change.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const repository = path.resolve(import.meta.dirname, '../..');
const program = process.env.CSCARE_SITE ?? path.join(repository, 'target/release/cscare-site');

const settings = `title = "Libraries"
base_url = "https://example.org/repo/"
[markdown]
raw_html = true
`;
const long = (first, title = 'A long page') => `---
title: ${title}
---
${first}

<details id="more"><summary>More</summary><p>Opened by the reader.</p></details>

<p><input id="field" aria-label="A field"></p>

${Array.from({ length: 60 }, (_, number) => `Paragraph ${number} of a page that has to be scrolled.`).join('\n\n')}
`;
const broken = long('First.').replace('title: A long page', 'title: A long page\ntittle: A mistake');

let browser;
before(async () => {
  assert.ok(process.env.CHROME, 'CHROME is not set: run ./test, which finds Chromium');
  browser = await chromium.launch({
    executablePath: process.env.CHROME,
    headless: true,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
});
after(() => browser?.close());

/** A site in a folder of its own, and the program that serves it. */
async function preview(t) {
  const root = mkdtempSync(path.join(tmpdir(), 'preview-'));
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  };
  write('site.toml', settings);
  write('content/index.md', '---\ntitle: Home\n---\nHome.\n');
  write('content/long.md', long('First.'));
  mkdirSync(path.join(root, 'static'));
  cpSync(path.join(repository, 'static/style.css'), path.join(root, 'static/style.css'));
  const site = { root, write, ...(await start(root, 0)) };
  t.after(async () => {
    await stop(site.process);
    rmSync(root, { recursive: true, force: true });
  });
  return site;
}

/** Starts the program; it says where it serves. */
async function start(root, port) {
  const process = spawn(program, ['serve', '--root', root, '--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await new Promise((resolve, reject) => {
    let said = '';
    const hear = (text) => {
      said += text;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+\/\S*/);
      if (found) resolve(found[0]);
    };
    process.stdout.setEncoding('utf8').on('data', hear);
    process.stderr.setEncoding('utf8').on('data', hear);
    process.on('error', reject);
    process.on('exit', (code) => reject(new Error(`the program ended with ${code}: ${said}`)));
  });
  return { process, url };
}

/** Holds a site against the text of its source, as an author does beside the preview. */
function verify(t, root, name, text) {
  const archive = mkdtempSync(path.join(tmpdir(), 'archive-'));
  t.after(() => rmSync(archive, { recursive: true, force: true }));
  writeFileSync(path.join(archive, name), text);
  execFileSync(program, ['verify', '--root', root, '--archive', archive]);
}

async function stop(process) {
  if (process.exitCode !== null || process.signalCode !== null) return;
  process.kill('SIGINT');
  await once(process, 'exit');
}

/** The page at an address of the site; `loads` counts how often it was loaded. */
async function open(t, site, address = 'long/', options = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  const seen = { loads: 0, errors: [] };
  page.on('load', () => { seen.loads += 1; });
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  await page.goto(site.url + address);
  await page.locator('cscare-preview').waitFor({ state: 'attached' });
  return Object.assign(page, { seen, sheet: page.getByRole('dialog') });
}

/** What axe finds wrong with a page and all that is over it. */
async function faults(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run({
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  }));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`));
}

test('under a folder, what is saved is on the screen, and the reader stays where they were', async (t) => {
  const site = await preview(t);
  assert.equal(new URL(site.url).pathname, '/repo/');
  const page = await open(t, site);
  await page.locator('summary').click();
  await page.locator('#field').fill('typed');
  await page.locator('#field').evaluate((field) => field.setSelectionRange(2, 2));
  await page.evaluate(() => scrollTo(0, 900));
  const place = () => page.getByText('Paragraph 20 ').evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await place();

  site.write('content/long.md', long('Second, of one line more.\n\nAnd this.', 'Another title'));
  await page.getByText('Second, of one line more.').waitFor();
  assert.match(await page.title(), /^Another title/);
  assert.ok(await page.locator('#more').evaluate((details) => details.open), 'what was opened is closed');
  assert.deepEqual(
    await page.locator('#field').evaluate((field) => [document.activeElement === field, field.value, field.selectionStart]),
    [true, 'typed', 2],
  );
  assert.ok(Math.abs((await place()) - before) <= 1, 'the text has moved');
  assert.ok(await page.evaluate(() => scrollY > 0));

  site.write('content/long.md', long('First.'));
  await page.getByText('Second, of one line more.').waitFor({ state: 'detached' });
  assert.deepEqual(page.seen, { loads: 1, errors: [] });
});

test('a style sheet is exchanged without a reload', async (t) => {
  const site = await preview(t);
  const page = await open(t, site);
  await page.evaluate(() => {
    // At no moment is the page without a style sheet.
    globalThis.bare = 0;
    const look = () => {
      if (getComputedStyle(document.body).borderTopWidth !== '5px') globalThis.bare += 1;
      requestAnimationFrame(look);
    };
    look();
  });
  site.write('static/style.css', 'body { border-top: 5px solid; } h1 { color: rgb(1, 2, 3) !important; }');
  await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)');
  await page.waitForFunction(() => document.querySelectorAll('link[data-leaving]').length === 0);
  assert.equal(await page.evaluate(() => globalThis.bare), 0);
  assert.deepEqual(page.seen, { loads: 1, errors: [] });
});

test('a mistake is said over the page until it is mended', async (t) => {
  const site = await preview(t);
  const page = await open(t, site);
  await page.locator('#field').focus();
  site.write('content/long.md', broken);
  await page.sheet.waitFor();
  assert.ok(await page.sheet.getByText('content/long.md:3:1').isVisible());
  assert.ok(await page.getByRole('dialog', { name: /^1 error/ }).isVisible(), 'the list has no name');
  assert.match(await page.getByRole('alert').textContent(), /1 error/);
  assert.match(await page.sheet.innerText(), /tittle/);
  assert.ok(await page.getByText('First.').isVisible(), 'the page is gone');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'field');

  site.write('content/long.md', long('Mended.'));
  await page.sheet.waitFor({ state: 'hidden' });
  await page.getByText('Mended.').waitFor();
  assert.deepEqual(page.seen, { loads: 1, errors: [] });
});

test('the list can be hidden and is found again with the keyboard', async (t) => {
  const site = await preview(t);
  const page = await open(t, site);
  site.write('content/long.md', broken);
  await page.sheet.waitFor();
  await page.locator('#field').focus();
  await page.keyboard.press('Escape');
  await page.sheet.waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement.id), 'field');
  const badge = page.getByRole('button', { name: '1 error' });
  await badge.focus();
  await page.keyboard.press('Enter');
  await page.sheet.waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await page.sheet.waitFor({ state: 'hidden' });
  assert.ok(await badge.evaluate((button) => button.getRootNode().activeElement === button), 'focus is lost');

  // On another page of the same tab it stays hidden; another mistake shows it.
  await page.goto(site.url);
  await badge.waitFor();
  assert.ok(await page.sheet.isHidden());
  site.write('content/other.md', '---\ntitel: Other\n---\n');
  await page.sheet.waitFor();
});

test('a warning alone is a badge, which opens the list', async (t) => {
  const site = await preview(t);
  const page = await open(t, site);
  // A link among the sources is left out with a warning.
  symlinkSync('long.md', path.join(site.root, 'content/link.md'));
  site.write('content/long.md', long('Saved.'));
  const badge = page.getByRole('button', { name: '1 warning' });
  await badge.waitFor();
  assert.ok(await page.sheet.isHidden(), 'a warning covers the page');
  assert.deepEqual(await faults(page), []);
  await badge.click();
  await page.sheet.getByText('content/link.md').first().waitFor();
  await page.sheet.getByRole('button', { name: 'Hide' }).click();
  await badge.waitFor();
  rmSync(path.join(site.root, 'content/link.md'));
  site.write('content/long.md', long('Saved again.'));
  await badge.waitFor({ state: 'hidden' });
});

test('a page that cannot be made lists what is wrong, and appears when it can', async (t) => {
  const site = await preview(t);
  const page = await open(t, site);
  site.write('templates/page.html', '{% extends "base.html" %}\n{% block main %}{{ page.nothing }}{% endblock main %}\n');
  await page.sheet.waitFor();
  assert.ok(await page.getByText('First.').isVisible(), 'the page is gone');
  await page.reload();
  await page.getByRole('heading', { name: 'This page cannot be made yet' }).waitFor();
  await page.getByText('templates/page.html:2').first().waitFor();
  assert.deepEqual(await faults(page), []);
  rmSync(path.join(site.root, 'templates'), { recursive: true });
  await page.getByText('First.').waitFor();
});

test('an address that leads nowhere says what was meant', async (t) => {
  const site = await preview(t);
  const page = await open(t, site, 'lon/');
  await page.sheet.waitFor();
  await page.sheet.getByRole('link', { name: '/repo/long/' }).click();
  await page.getByText('First.').waitFor();
});

test('a page that goes away stays on the screen', async (t) => {
  const site = await preview(t);
  const page = await open(t, site);
  rmSync(path.join(site.root, 'content/long.md'));
  await page.getByRole('dialog', { name: 'This page is gone; what is shown is how it was' }).waitFor();
  assert.ok(await page.getByText('First.').isVisible());
  site.write('content/long.md', long('First.'));
  await page.sheet.waitFor({ state: 'hidden' });
  assert.equal(page.seen.loads, 1);
});

test('after the program has stopped and come back, the page catches up', async (t) => {
  const site = await preview(t);
  const page = await open(t, site);
  const { port } = new URL(site.url);
  const begun = Date.now();
  await stop(site.process);
  assert.ok(Date.now() - begun < 1000, 'the open page held up the end');
  const stopped = page.getByRole('status').getByText('The preview has stopped; waiting for it');
  await stopped.waitFor();
  assert.deepEqual(await faults(page), []);
  site.write('content/long.md', long('While nobody looked.'));
  Object.assign(site, await start(site.root, port));
  await page.getByText('While nobody looked.').waitFor({ timeout: 3000 });
  await stopped.waitFor({ state: 'hidden' });
  assert.deepEqual(page.seen, { loads: 1, errors: [] });
});

for (const colorScheme of ['light', 'dark']) {
  test(`everybody can read the list and the badge, ${colorScheme}`, async (t) => {
    const site = await preview(t);
    site.write('content/other.md', '---\ntitel: Other\n---\n');
    const page = await open(t, site, 'long/', { colorScheme, viewport: { width: 360, height: 640 } });
    await page.sheet.waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360), 'it scrolls sideways');
    assert.deepEqual(await faults(page), []);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '1 error' }).waitFor();
    assert.deepEqual(await faults(page), []);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('cscare-preview').isHidden(), 'the badge would be printed');
  });
}

test('a button marks every number by how it stands, and what is saved moves the marks', async (t) => {
  const site = await preview(t);
  site.write('content/reports/count.md', `---
title: The count
kind: survey
publisher: Tarnbridge Council
published: 2020
snapshot: count.txt
statistics:
  share: {label: Members among residents, value: 20%, period: 2019}
  other: {label: Members among residents, value: 40%, period: 2019, relations: [{differs: share, note: counted twice}]}
  loans: {label: Loans, value: 64%, period: 2019}
---
`);
  const text = (number) => `---
title: Numbers
---
Of them [64%](stat:count.loans), and [20%](stat:count.share) at least. In 2019, ${number} *said* so.

> It was 64% of them.

Half of them ${number}, and \`${number}\`.
`;
  site.write('content/numbers.md', text('31%'));
  const page = await open(t, site, 'numbers/');
  const built = await page.evaluate(() => document.body.innerHTML);
  const marked = () => page.evaluate(() => Object.fromEntries(
    [...CSS.highlights].map(([name, ranges]) => [name.replace('cscare-', ''), [...ranges].map(String)]),
  ));
  const button = page.getByRole('button', { name: 'Numbers' });
  await page.waitForFunction(() => document.querySelector('a[href$="#stat-loans"]'));
  assert.equal(await button.getAttribute('aria-pressed'), 'false');
  assert.deepEqual(await marked(), {});

  await button.focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => CSS.highlights.size === 3);
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  assert.deepEqual(await marked(), { bound: ['64%'], disputed: ['20%'], unbound: ['31%', 'Half', '31%'] });
  assert.match(await page.getByRole('status').innerText(), /1 bound[^]*1 disputed[^]*3 not bound/);
  assert.equal(await page.evaluate(() => document.body.innerHTML), built, 'the marks are in the page');
  assert.deepEqual(await faults(page), []);

  site.write('content/numbers.md', text('[64%](stat:count.loans)'));
  await page.waitForFunction(() => CSS.highlights.get('cscare-unbound')?.size === 1);
  assert.deepEqual((await marked()).unbound, ['Half']);
  await page.reload();
  await page.waitForFunction(() => CSS.highlights.size === 3);

  verify(t, site.root, 'count.txt', 'Loans 64%. Members 20%, or 40%. It was 64% of them.\n');
  await page.waitForFunction(() => CSS.highlights.has('cscare-verified'));
  assert.deepEqual(await marked(), { verified: ['64%', '64%', '64%'], disputed: ['20%'], unbound: ['Half'] });
  assert.match(await page.getByRole('status').innerText(), /0 bound[^]*3 found in its source[^]*1 disputed/);
  assert.deepEqual(await faults(page), []);
  await button.click();
  await page.waitForFunction(() => CSS.highlights.size === 0);
  assert.equal(page.seen.errors.length, 0);
});

test('many tabs do not wait for each other', async (t) => {
  const site = await preview(t);
  const context = await browser.newContext();
  t.after(() => context.close());
  // All of these count as in view, and a browser has six connections to a host.
  const pages = await Promise.all(Array.from({ length: 4 }, () => context.newPage()));
  for (const page of pages) await page.goto(`${site.url}long/`);
  site.write('content/long.md', long('In all of them.'));
  for (const page of pages) await page.getByText('In all of them.').waitFor();
});

test('every page of a real site can be patched into the next', async (t) => {
  const root = mkdtempSync(path.join(tmpdir(), 'preview-'));
  for (const name of ['content', 'site.toml']) cpSync(path.join(repository, name), path.join(root, name), { recursive: true });
  const site = await start(root, 0);
  t.after(async () => {
    await stop(site.process);
    rmSync(root, { recursive: true, force: true });
  });
  const page = await open(t, site, '');
  const { count, unlike } = await page.evaluate(async () => {
    const { patch } = await import('/.cscare-preview/patch.js');
    const text = async (address) => (await fetch(address)).text();
    const sitemap = await text('sitemap.xml');
    const addresses = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc]) => new URL(loc, location.href).pathname);
    const unlike = [];
    for (const address of addresses) {
      const fresh = new DOMParser().parseFromString(await text(address), 'text/html');
      // What the preview itself adds is none of the page.
      for (const one of [document, fresh]) one.querySelector('script[data-generation]')?.remove();
      if (!patch(fresh)) unlike.push(address);
    }
    return { count: addresses.length, unlike };
  });
  assert.ok(count > 50, `only ${count} pages were looked at`);
  assert.deepEqual(unlike, []);
});
