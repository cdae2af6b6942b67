import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import parseChangeset from '@changesets/parse';
import { describe, expect, test } from 'vitest';

// `changeset status` needs a branch to compare with, which a checkout of one commit does not have.
const folder = fileURLToPath(new URL('../../.changeset', import.meta.url));
const changesets = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');

/** What is wrong with the text of a changeset; `changeset version` would drop such a change without a word. */
function faultOf(text: string): string | undefined {
  try {
    const { releases, summary } = parseChangeset(text);
    if (releases.length !== 1 || releases[0]?.name !== 'dual-write-health')
      return 'it does not name this package alone';
    return summary.length === 0 ? 'it says nothing' : undefined;
  } catch (error) {
    return String(error);
  }
}

describe('changesets', () => {
  test.each(changesets)('%s can be released', (name) => {
    expect(faultOf(readFileSync(`${folder}/${name}`, 'utf8'))).toBeUndefined();
  });

  test.each([
    ['a fine one', "---\n'dual-write-health': minor\n---\n\nNew.\n", undefined],
    [
      'front matter that a formatter made a heading',
      "---\n\n## 'dual-write-health': minor\n\nNew.\n",
      /could not parse/,
    ],
    ['another package', "---\n'dual-write': minor\n---\n\nNew.\n", 'it does not name this package alone'],
    ['no package', '---\n---\n\nNew.\n', 'it does not name this package alone'],
    ['no such release', "---\n'dual-write-health': huge\n---\n\nNew.\n", /invalid version type/],
    ['no words', "---\n'dual-write-health': patch\n---\n", 'it says nothing'],
  ])('%s', (_name, text, fault) => {
    if (fault instanceof RegExp) expect(faultOf(text)).toMatch(fault);
    else expect(faultOf(text)).toBe(fault);
  });
});
