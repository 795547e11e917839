// What `--format sarif` prints is what the published schema of SARIF 2.1.0 asks for.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const repository = path.resolve(import.meta.dirname, '../..');
const program = process.env.CSCARE_SITE ?? path.join(repository, 'target/release/cscare-site');

// The package is here for its copy of the schema.
const library = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
const schema = JSON.parse(readFileSync(path.join(path.dirname(library), 'schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
// One of its patterns has a bracket too many, which a regular expression in Unicode mode may not have.
const validator = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(validator);
const isValid = validator.compile(schema);

const folder = mkdtempSync(path.join(tmpdir(), 'cscare-sarif-'));
after(() => rmSync(folder, { recursive: true }));

/** A copy of a site of the tests, with one file more. */
function site(name, file, text) {
  const copy = path.join(folder, name);
  cpSync(path.join(repository, 'tests/golden', name, 'sources'), copy, { recursive: true });
  writeFileSync(path.join(copy, file), text);
  return copy;
}

/** What `check` prints; a site with errors ends it with 1. */
function sarif(root) {
  try {
    return JSON.parse(execFileSync(program, ['check', '--root', root, '--format', 'sarif'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch (error) {
    if (error.status !== 1) throw error;
    return JSON.parse(error.stdout);
  }
}

const fixable = '\u{feff}---\ntitle: 😀 A page\n---\n£ [21%](stat:count.share), [](stat:count.share)\n';
for (const [name, root, least] of [
  ['every usual mistake', site('broken', 'content/fixable ä.md', fixable), 40],
  ['a site with remarks', site('full', 'content/note.md', '---\ntitle: A note\n---\n'), 1],
  ['a site without mistakes', site('minimal', 'content/note.md', '---\ntitle: A note\n---\n'), 0],
]) {
  test(`SARIF is as its schema has it: ${name}`, () => {
    const log = sarif(root);
    assert.ok(isValid(log), JSON.stringify(isValid.errors, null, 2));
    assert.ok(log.runs[0].results.length >= least, `${log.runs[0].results.length} results`);
  });
}

test('a log that is not as the schema has it would be noticed', () => {
  const log = sarif(path.join(folder, 'broken'));
  assert.ok(log.runs[0].results.some((result) => result.fixes));
  log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
  assert.ok(!isValid(log));
});
