// The findings are easy to read: Flesch-Kincaid grade 9 or below.
//
// Measured is what a reader meets as prose: the title, the description and the text of each finding, not its tables.
// Flesch-Kincaid is for English (Kincaid and others, 1975). Syllables are counted by a rule that is right for most words.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Parser } from 'htmlparser2';
import { kindOf, sites } from './site.mjs';

const HIGHEST_GRADE = 9;
/** Elements after which a sentence is over, even without a full stop. */
const BLOCKS = new Set(['h1', 'h2', 'h3', 'p', 'li', 'dt', 'dd', 'blockquote']);

test(`every finding reads at grade ${HIGHEST_GRADE} or below`, (t) => {
  const findings = sites[0].pages.filter((page) => kindOf(page) === 'finding');
  assert.ok(findings.length > 0, 'there is no finding');
  const graded = findings.map((page) => ({ path: page.path, grade: gradeOf(proseOf(readFileSync(page.file, 'utf8'))) }));
  graded.sort((a, b) => b.grade - a.grade);
  for (const { path, grade } of graded) t.diagnostic(`${grade.toFixed(1)} ${path}`);
  const hard = graded.filter(({ grade }) => grade > HIGHEST_GRADE);
  assert.deepEqual(hard.map(({ path, grade }) => `${path}: grade ${grade.toFixed(1)}`), []);
});

test('grades follow the formula', () => {
  // 3 words and 3 syllables a sentence; and 5 words with 20 syllables in one sentence.
  assert.equal(gradeOf(['The cat sat.', 'The dog ran.']).toFixed(2), '-2.62');
  assert.equal(gradeOf(['Considerable intervention necessitates additional resources']).toFixed(1), '33.6');
  assert.throws(() => gradeOf([]), /no word/);
});

test('syllables are counted as they are spoken, in most words', () => {
  const spoken = {
    care: 1, rate: 1, rose: 1, helped: 1, started: 2, table: 2, places: 2, services: 3, children: 2, social: 2,
    council: 2, protection: 3, review: 2, need: 1, the: 1, people: 2, referral: 3, family: 3,
  };
  for (const [word, count] of Object.entries(spoken)) assert.equal(syllables(word), count, word);
});

/** The blocks of prose of a finding's page. */
function proseOf(html) {
  const blocks = [];
  let text = '';
  let depth = 0;
  let prose = 0;
  let table = 0;
  const end = () => {
    if (text.trim()) blocks.push(text.trim());
    text = '';
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += name === 'meta' ? 0 : 1;
      if (name === 'meta' && attributes.name === 'description') blocks.push(attributes.content);
      if (name === 'h1' || (name === 'div' && attributes.class === 'prose')) prose ||= depth;
      if (name === 'table') table += 1;
      if (BLOCKS.has(name)) end();
    },
    ontext(piece) {
      if (prose && !table) text += piece;
    },
    onclosetag(name) {
      if (BLOCKS.has(name)) end();
      if (name === 'table') table -= 1;
      if (prose === depth && name !== 'meta') prose = 0;
      depth -= name === 'meta' ? 0 : 1;
    },
  }, { decodeEntities: true });
  parser.end(html);
  return blocks;
}

/** 0.39 words a sentence + 11.8 syllables a word - 15.59. A figure is a word of its sentence, and has no syllables. */
function gradeOf(blocks) {
  const sentences = blocks.flatMap((block) => block.split(/(?<=[.!?][”’)]*)\s+/)).filter((one) => /[a-z]/i.test(one));
  const words = sentences.flatMap((one) => one.match(/\p{L}+(?:['’]\p{L}+)*/gu) ?? []);
  const figures = sentences.flatMap((one) => one.match(/[£]?\d[\d.,-]*%?/g) ?? []);
  assert.ok(words.length > 0, 'there is no word');
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * ((words.length + figures.length) / sentences.length) + 11.8 * (spoken / words.length) - 15.59;
}

/**
 * One for each group of vowels. Silent are an "e" at the end, unless it follows a consonant and "l" (ta-ble); the "e"
 * of "-ed", unless after "t" or "d"; and that of "-es", unless after a hiss (pla-ces).
 */
function syllables(word) {
  const letters = word.toLowerCase().replace(/['’]s?$/, '');
  const spoken = letters
    .replace(/([^aeioutdy])ed$/, '$1d')
    .replace(/([^aeiousxzcg]|[^cs]h)es$/, '$1s')
    .replace(/([^aeiouy]l)e$/, '$1a')
    .replace(/e$/, '');
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length);
}
