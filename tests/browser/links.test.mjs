// Every link inside the site leads to something, and the home page leads to everything.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { LinkChecker, LinkState } from 'linkinator';
import { linksOf, serve, sites } from './site.mjs';

for (const site of sites) {
  const { name, folder, base, address, pages } = site;
  const byPath = new Map(pages.map((page) => [page.path, page]));

  test(`no link inside the site is broken, ${name}`, async (t) => {
    const server = await serve(site);
    t.after(() => server.close());
    const { links } = await new LinkChecker().check({
      path: pages.map((page) => server.origin + page.path),
      recurse: true,
      checkCss: true,
      // Other people's sites are not asked: a test must say the same thing tomorrow and without a network.
      linksToSkip: async (link) => !link.startsWith(`${server.origin}/`),
    });
    const inside = links.filter(({ state }) => state !== LinkState.SKIPPED);
    assert.ok(inside.length > pages.length, `only ${inside.length} links were looked at`);
    const broken = inside.filter(({ state }) => state === LinkState.BROKEN);
    assert.deepEqual(broken.map(({ parent, url, status }) => `${parent}: ${url} (${status})`), []);
  });

  // Not left to linkinator, which passes over the fragments of a page that it meets again after reading it.
  test(`every fragment names an element, ${name}`, () => {
    const broken = [];
    let fragments = 0;
    for (const page of pages) {
      for (const link of linksOf(page).filter(({ hash }) => hash)) {
        fragments += 1;
        const target = byPath.get(link.pathname);
        if (!target?.ids.has(decodeURIComponent(link.hash.slice(1)))) broken.push(`${page.path}: ${link.href}`);
      }
    }
    assert.ok(fragments > 0, 'no link has a fragment');
    assert.deepEqual(broken, []);
  });

  test(`every statistic stands on a page that is at most two clicks from home, ${name}`, () => {
    const clicks = clicksFromHome(byPath, base);
    const statistics = JSON.parse(readFileSync(path.join(folder, 'data/statistics.json'), 'utf8'));
    assert.ok(statistics.length > 0, 'data/statistics.json is empty');
    const wrong = statistics.flatMap(({ id, url }) => {
      if (!url.startsWith(`${address}`)) return [`${id}: ${url} is not under ${address}`];
      const { pathname, hash } = new URL(url);
      if (!byPath.get(pathname)?.ids.has(hash.slice(1))) return [`${id}: ${url} is not there`];
      const count = clicks.get(pathname) ?? Infinity;
      return count <= 2 ? [] : [`${id}: ${count} clicks`];
    });
    assert.deepEqual(wrong, []);
  });

  test(`every page of the sitemap can be reached from home, ${name}`, () => {
    const clicks = clicksFromHome(byPath, base);
    const sitemap = readFileSync(path.join(folder, 'sitemap.xml'), 'utf8');
    const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc]) => new URL(loc).pathname);
    assert.ok(listed.length > 0, 'sitemap.xml is empty');
    assert.deepEqual(listed.filter((page) => !clicks.has(page)), []);
  });
}

/** How many links have to be followed from the home page to each page that can be reached. */
function clicksFromHome(byPath, home) {
  const clicks = new Map([[home, 0]]);
  // A Map visits what is added while it is walked, so this goes outwards click by click.
  for (const [here, count] of clicks) {
    for (const { pathname } of byPath.has(here) ? linksOf(byPath.get(here)) : []) {
      if (!clicks.has(pathname)) clicks.set(pathname, count + 1);
    }
  }
  return clicks;
}
