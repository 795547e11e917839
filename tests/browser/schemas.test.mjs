// The JSON Schemas, held by a validator that is not ours against front matter that is right and that is not; and what
// else `init` writes for an editor.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import { parseDocument } from 'yaml';
import { begin, printed, repository } from './begun.mjs';

const kinds = { reports: 'report', coverage: 'coverage', findings: 'finding', topics: 'topic', measures: 'measure' };

// Unions of types are meant: what YAML calls a number stays the text that was typed.
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
const validators = Object.fromEntries(
  [...Object.values(kinds), 'page', 'site'].map((kind) => [kind, ajv.compile(JSON.parse(printed('schema', kind).stdout))]),
);

/** What is wrong with the front matter of a file: with its YAML, and with its form. */
function faults(file, within) {
  const text = readFileSync(path.join(within, file), 'utf8');
  const yaml = /^---\n(.*?)^---$/ms.exec(text)?.[1];
  if (yaml === undefined) return { yaml: ['no front matter'], form: [] };
  // Two keys of one name are a fault of YAML; the rest can be looked at all the same.
  const yamlFaults = parseDocument(yaml).errors.map(({ code }) => code);
  const document = parseDocument(yaml, { uniqueKeys: false });
  if (document.errors.length > 0) return { yaml: yamlFaults, form: [] };
  const [, folder, name] = file.split('/');
  const kind = name === 'index.md' ? 'page' : (kinds[folder] ?? 'page');
  const validate = validators[kind];
  validate(document.toJS());
  const fault = ({ instancePath, keyword, params }) =>
    [instancePath, keyword, params.additionalProperty ?? params.missingProperty ?? params.propertyName].filter(Boolean).join(' ');
  return { yaml: yamlFaults, form: (validate.errors ?? []).map(fault) };
}

const documents = (within) =>
  readdirSync(path.join(within, 'content'), { recursive: true })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `content/${file.split(path.sep).join('/')}`)
    .sort();

for (const [name, site] of [
  ['the bundled site', repository],
  ['a new site', begin()],
  ['the test site that shows everything', path.join(repository, 'tests/golden/full/sources')],
]) {
  test(`the schemas find nothing wrong with ${name}`, () => {
    const files = documents(site);
    assert.ok(files.length > 5);
    const found = files.map((file) => [file, faults(file, site)]).filter(([, { yaml, form }]) => yaml.length + form.length > 0);
    assert.deepEqual(found, []);
  });
}

const broken = path.join(repository, 'tests/golden/broken/sources');

// What the schemas see of each mistake: its place and the keyword that refuses it.
const seen = {
  'content/reports/fields.md:2 F002': ['form', 'required publisher'],
  'content/reports/fields.md:3 F001': ['form', 'additionalProperties colour'],
  'content/reports/fields.md:6 F003': ['form', '/authors type'],
  'content/reports/fields.md:7 F003': ['form', '/order type'],
  'content/reports/fields.md:9 F001': ['form', '/statistics/visits additionalProperties 470'],
  'content/reports/fields.md:11 F004': ['yaml', 'DUPLICATE_KEY'],
  'content/reports/traps.md:9 F005': ['yaml', 'BAD_SCALAR_START'],
  'content/reports/values.md:3 F007': ['form', '/kind enum'],
  'content/reports/values.md:5 F008': ['form', '/published pattern'],
  'content/reports/values.md:11 E004': ['form', '/statistics propertyNames Wrong_Id'],
};

// What a schema cannot see, by rule: it knows one file's front matter, and of that only the form.
const unseen = {
  F006: 'there is no front matter to look at',
  E001: 'how a quantity may be written is more than a pattern says: words, ranges, fractions',
  E002: 'how a period may be written is more than a pattern says',
  E003: 'whether an id is taken depends on other files',
  E005: 'whether a telling agrees depends on the report',
  E006: 'whether a credit is right depends on the report',
  E007: 'a formula has a grammar',
  E008: 'a formula has to be computed',
  P001: 'whether an address is taken depends on other pages',
  R001: 'whether a reference leads anywhere depends on other files',
  R002: 'what a reference leads to depends on other files',
  R003: 'whether a number agrees depends on the statistic',
};

test('the schemas refuse every mistake of form in the broken site', () => {
  const mistakes = JSON.parse(printed('check', '--root', broken, '--format', 'json').stdout);
  const places = mistakes
    .filter(({ file, line }) => file.endsWith('.md') && isInFrontMatter(file, line))
    .map(({ file, line, code }) => ({ key: `${file}:${line} ${code}`, file, code }));
  assert.ok(places.length > 20);
  for (const { key, file, code } of places) {
    assert.ok(key in seen || code in unseen, `is ${key} seen by a schema?`);
    if (!(key in seen)) continue;
    const [where, fault] = seen[key];
    assert.ok(faults(file, broken)[where].includes(fault), `${key}: ${JSON.stringify(faults(file, broken))}`);
  }
  const told = new Set(places.map(({ key }) => key));
  assert.deepEqual(Object.keys(seen).filter((key) => !told.has(key)), [], 'these are no mistakes any more');
  const codes = new Set(places.map(({ code }) => code));
  assert.deepEqual(Object.keys(unseen).filter((code) => !codes.has(code)), [], 'these do not occur any more');
});

function isInFrontMatter(file, line) {
  const lines = readFileSync(path.join(broken, file), 'latin1').split('\n');
  const end = lines.indexOf('---', 1);
  return end === -1 || line <= end + 1;
}

test('the schemas find nothing wrong where the program finds nothing wrong', () => {
  const found = documents(broken)
    .filter((file) => !Object.keys(seen).some((key) => key.startsWith(`${file}:`)) && file !== 'content/bare.md')
    .map((file) => [file, faults(file, broken).form]);
  assert.deepEqual(found.filter(([, form]) => form.length > 0), []);
});

test('the schema of site.toml knows its settings', () => {
  const { site } = validators;
  assert.ok(site({ title: 'Trees', base_url: 'https://example.org/', page_size: 10, rules: { R003: 'error' } }));
  for (const settings of [{}, { title: 1 }, { title: 'Trees', colour: 'green' }, { title: 'Trees', page_size: '10' }]) {
    assert.ok(!site(settings), JSON.stringify(settings));
  }
});

test('VS Code’s task finds every problem in what the program prints', () => {
  const text = readFileSync(path.join(begin(), '.vscode/tasks.json'), 'utf8');
  const { tasks } = JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''));
  const [first, second] = tasks[0].problemMatcher.pattern.map(({ regexp }) => new RegExp(regexp));
  const lines = printed(...tasks[0].args, '--root', broken).stderr.split('\n');
  const problems = lines.flatMap((line, at) => {
    const [message, place] = [first.exec(line), second.exec(lines[at + 1] ?? '')];
    return message && place ? [`${place[1]}:${place[2]}:${place[3]} ${message[2]}`] : [];
  });
  const mistakes = JSON.parse(printed('check', '--root', broken, '--format', 'json').stdout);
  assert.deepEqual(problems, mistakes.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`));
});

test('every file for VS Code is JSON, and every schema that is wired is there', () => {
  const site = begin();
  const read = (file) => JSON.parse(readFileSync(path.join(site, file), 'utf8').replace(/^\s*\/\/.*$/gm, ''));
  const wired = Object.keys(read('.vscode/settings.json')['yaml.schemas']);
  assert.equal(wired.length, 6);
  for (const file of wired) assert.ok(read(file).properties.title, file);
  assert.ok(read('.vscode/extensions.json').recommendations.length > 0);
});
