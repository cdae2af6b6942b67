import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * What tests compare texts and rules with: the documents that this library is based on are outside the repository. Hashes of
 * their texts are committed, and the table of rules of the public contract.
 */

/** The number of consecutive words that two texts must not share. */
export const runLength = 8;

/** The words of a text in lower case, without what is between them. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

/** The hash of each run of words in a text. */
export function runsOf(text: string): readonly string[] {
  const words = wordsOf(text);
  return words.slice(runLength - 1).map((_, index) => hashOf(words.slice(index, index + runLength).join(' ')));
}

/** 48 bits, so that a hundred thousand of our runs do not collide with theirs by chance. */
function hashOf(run: string): string {
  return createHash('sha256').update(run).digest().subarray(0, 6).toString('base64url');
}

/** The committed files that are generated from the documents; none if the documents are not available. */
export function sourceDocumentFiles(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const read = (...path: readonly string[]) => readFileSync(join(folder, ...path), 'utf8');
  const texts = [
    ...readdirSync(join(folder, 'seeds')).map((name) => read('seeds', name)),
    read('domain.md'),
    read('wire-formats.md'),
  ];
  const runs = [...new Set(texts.flatMap(runsOf))].sort();
  return new Map([
    ['test/data/source-runs.txt', `${runs.join('\n')}\n`],
    ['test/data/contract-rules.json', `${JSON.stringify(rulesOf(read('contract.md')), null, 2)}\n`],
    [
      'test/data/azure-geographies.json',
      `${JSON.stringify(JSON.parse(read('data', 'azure-geographies.json')), null, 2)}\n`,
    ],
  ]);
}

/**
 * The rules of the contract, from rows such as `| DWDVEV9101, DWFOEV9101 | dataverse-/finops-connection-repairable | W | …`.
 */
function rulesOf(contract: string) {
  return contract.split('\n').flatMap((line) => {
    const [, codes = '', slugs = '', severity = ''] = line.split('|').map((cell) => cell.trim());
    const found = codes.match(/DW(?:DV|FO)EV\d{4}/g);
    if (found === null || !['E', 'W'].includes(severity)) return [];
    const [first = '', second] = slugs.split('/');
    const suffix = second?.replace(/^finops/, '') ?? '';
    return found.map((code, index) => ({
      code,
      slug: index === 1 ? (second ?? '') : second === undefined ? first : `${first.replace(/-$/, '')}${suffix}`,
      severity: severity === 'E' ? 'error' : 'warning',
    }));
  });
}
