// Every page is valid HTML.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { FileSystemConfigLoader, formatterFactory, HtmlValidate } from 'html-validate';
import { sites } from './site.mjs';

// The recommended rules but one. `long-title` (at most 70 characters) is about where search engines cut a title,
// not about HTML, and the title of a finding is a whole statement on purpose: cut short it would say something else.
const settings = JSON.parse(readFileSync(path.join(import.meta.dirname, '.htmlvalidate.json'), 'utf8'));
const validator = new HtmlValidate(new FileSystemConfigLoader(settings));

for (const { name, pages } of sites) {
  test(`every page is valid HTML, ${name}`, async () => {
    const report = await validator.validateMultipleFiles(pages.map(({ file }) => file));
    assert.ok(report.valid && report.warningCount === 0, formatterFactory('text')(report.results));
  });
}
