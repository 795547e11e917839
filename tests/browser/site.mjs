// What the checks share: the two built copies of the site, their pages, and a server for them.

import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { Parser } from 'htmlparser2';

const built = path.resolve(import.meta.dirname, '../../target/test');

/** The bundled site as `./test` built it: at the root of a host, and under a folder of one. */
export const sites = [
  { name: 'at /', folder: path.join(built, 'root'), base: '/', address: 'https://example.org/' },
  { name: 'under /repo/', folder: path.join(built, 'repo'), base: '/repo/', address: 'https://example.org/repo/' },
].map((site) => ({ ...site, pages: readPages(site) }));

function readPages({ folder, base }) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.html')).sort();
  if (files.length === 0) throw new Error(`no page in ${folder}: run ./test, which builds the site first`);
  return files.map((file) => ({
    file: path.join(folder, file),
    path: base + file.split(path.sep).join('/').replace(/(^|\/)index\.html$/, '$1'),
    ...readElements(readFileSync(path.join(folder, file), 'utf8')),
  }));
}

/** Every element of a page as `{ name, attributes }`, and the ids among them. */
function readElements(html) {
  const elements = [];
  const parser = new Parser({ onopentag: (name, attributes) => elements.push({ name, attributes }) });
  parser.end(html);
  const ids = new Set(elements.map(({ attributes }) => attributes.id).filter(Boolean));
  return { bytes: html.length, elements, ids };
}

/** Where the page's `a` elements lead, as addresses on the host the site is published on. */
export function linksOf(page) {
  const here = new URL(page.path, 'https://example.org/');
  return page.elements
    .filter(({ name, attributes }) => name === 'a' && attributes.href !== undefined)
    .map(({ attributes }) => new URL(attributes.href, here))
    .filter(({ host }) => host === here.host);
}

/** The kind of page that the theme says this is. */
export function kindOf({ elements }) {
  const body = elements.find(({ name }) => name === 'body');
  return body?.attributes.class?.match(/\bkind-(\w+)/)?.[1] ?? 'redirect';
}

const types = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.xml': 'application/xml',
};

/**
 * Serves a site as the plainest host would: a file or a folder's index.html, else 404. It guesses nothing
 * (`/about` is not `/about/`), so a link that only a lenient host forgives is found.
 */
export async function serve({ folder, base }) {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const name = (asked.endsWith('/') ? `${asked}index.html` : asked).slice(base.length);
    try {
      if (!asked.startsWith(base)) throw new Error('outside the site');
      const bytes = readFileSync(path.join(folder, path.normalize(`/${name}`)));
      response.writeHead(200, { 'content-type': types[path.extname(name)] ?? 'application/octet-stream' });
      response.end(bytes);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('404');
    }
  });
  // Never closes a connection by itself, so that nobody is about to use it just then.
  server.keepAliveTimeout = 0;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
