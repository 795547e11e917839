// A site as `cscare-site init` begins it, in a temporary folder, and the program that begins it.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';

export const repository = path.resolve(import.meta.dirname, '../..');
export const program = process.env.CSCARE_SITE ?? path.join(repository, 'target/release/cscare-site');

/** A folder that is gone when the tests of the file are over. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'cscare-site-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new site named `trees`. */
export function begin() {
  const site = path.join(temporaryFolder(), 'trees');
  execFileSync(program, ['init', '--yes', site], { stdio: 'pipe' });
  return site;
}

/** What the program prints; its exit code does not matter. */
export function printed(...commandLine) {
  const { stdout, stderr } = spawnSync(program, commandLine, { encoding: 'utf8', env: { NO_COLOR: '1' } });
  return { stdout, stderr };
}
