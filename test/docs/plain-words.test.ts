import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/*
 * Texts are plain technical American English: turns of phrase that a native reader stumbles over are not used, whether in
 * messages, remediation, comments or guides. The dictionary (`npm run spelling`) checks single words; this checks turns.
 */
interface Turn {
  readonly turn: RegExp;
  readonly why: string;
  readonly sayInstead: string;
}

const turns: readonly Turn[] = [
  {
    // "There is no map" is fine, and so are "is no longer" and "is no broader than".
    turn: /(?<!\b[Tt]here )\b(?:is|are|was|were) no (?!longer\b|more\b|\w+er than\b|different\b)[a-z]+/,
    why: 'a noun is negated as if it were a verb',
    sayInstead: 'is not a, are not',
  },
  {
    turn: /(?<!\b[Tt]here )\b(?:is|are|was|were) none of\b/,
    why: 'the same',
    sayInstead: 'is not one of, is not part of',
  },
  { turn: /\b(?:tell|tells|telling|told) of\b/, why: 'poetic', sayInstead: 'reports, shows, says' },
  {
    turn: /\bcan(?:not|'t) tell\b|\bnobody (?:can tell|knows)\b/,
    why: 'vague',
    sayInstead: 'is inconclusive, is not known',
  },
  { turn: /\btells? (?:\w+ ){0,3}apart\b|\btold apart\b/, why: 'colloquial', sayInstead: 'distinguishes, identifies' },
  { turn: /\banew\b/, why: 'archaic', sayInstead: 'again' },
  { turn: /\bfor ever\b/, why: 'British', sayInstead: 'permanently, endlessly' },
  { turn: /\bany more\b(?! than\b)/, why: 'wordy', sayInstead: 'no longer' },
  { turn: /\bonce more\b/, why: 'quaint', sayInstead: 'again' },
  { turn: /\ball the same\b/, why: 'colloquial', sayInstead: 'still' },
  { turn: /\bthe other way round\b/, why: 'British', sayInstead: 'the reverse, conversely' },
  { turn: /\b[Ss]ee that\b/, why: 'quaint', sayInstead: 'make sure that, check that' },
  { turn: /\bstands?\b/, why: 'things do not stand', sayInstead: 'is, is listed, appears, represents' },
  { turn: /\bheed(?:s|ed)?\b/, why: 'archaic', sayInstead: 'checks, applies' },
  { turn: /\bminds\b/, why: 'things do not mind', sayInstead: 'reports, checks' },
  { turn: /\bbears?\b/, why: 'archaic', sayInstead: 'has' },
  { turn: /\bmend(?:s|ed)?\b/, why: 'archaic', sayInstead: 'fixes, repairs' },
  { turn: /\bin (?:the|its|their) place\b/, why: 'quaint', sayInstead: 'instead (of)' },
  { turn: /\bthe same (?:holds|goes for)\b/, why: 'colloquial', sayInstead: 'the same is true of' },
  { turn: /\bso be it\b/, why: 'archaic', sayInstead: 'leave it as it is' },
  {
    turn: /\b(?:come|comes|came) to (?:a |an |the |no |any )?(?:conclusion|end|answer|nothing)\b/,
    why: 'wordy',
    sayInstead: 'reaches a conclusion, ends',
  },
  { turn: /\b(?:goes|go|went) on\b/, why: 'colloquial', sayInstead: 'continues' },
  { turn: /\bat hand\b|\bin hand\b/, why: 'quaint', sayInstead: 'available, given' },
  {
    turn: /\b(?:is|are|was|were) asked for\b(?! an? )/,
    why: 'quaint',
    sayInstead: 'is required, is requested',
  },
  { turn: /\b(?:hand|hands|handed) (?:it |them )?on\b/, why: 'quaint', sayInstead: 'pass on' },
  { turn: /\b[a-z]+ of (?:ours|theirs|yours)\b/, why: 'quaint', sayInstead: 'our, their, your' },
  { turn: /\b(?:a|an|any|some) [\w-]+ of (?:your|our) own\b/, why: 'quaint', sayInstead: 'your own …' },
  { turn: /\b[Mm]ail address(?:es)?\b/, why: 'not American usage', sayInstead: 'email address' },
  { turn: /\b[Tt]he vendor(?:['’]s)?\b(?! (?:account|group|map|record)s?\b)/, why: 'unclear', sayInstead: 'Microsoft' },
];

/** Source text with the line breaks of comments and paragraphs joined, so that a turn across two lines is found. */
const joined = (text: string) => text.replace(/ *\n[ \t]*(?:\*(?!\/) ?|\/\/ ?|> ?)?/g, ' ');

/** Every turn that a text uses, with the words around it. */
const quaintIn = (text: string): readonly string[] => {
  const line = joined(text);
  return turns.flatMap(({ turn, why, sayInstead }) =>
    [...line.matchAll(new RegExp(turn, 'g'))].map(
      ({ 0: words, index }) =>
        `"${words}" (${why}; say: ${sayInstead}) in: ${line.slice(Math.max(0, index - 40), index + words.length + 40)}`,
    ),
  );
};

describe('the turns', () => {
  test.each([
    'accounts is no table map',
    'rows that are no objects',
    'what is none of these',
    'the problems that a log tells of',
    'nobody knows which one is in use',
    'a rule that cannot tell',
    'nothing tells the two rows apart',
    'the link was made anew',
    'dismissing is for ever',
    'it is not synchronized any more',
    'run the map once more',
    'it may run all the same',
    'the other way round',
    'See that the map runs',
    'what stands in the column',
    'the setting heeds the window',
    'a policy that minds suppressions',
    'the pages bear these names',
    'the fix mended it',
    'with COMMIT in the place of the last line',
    'the same goes for keys',
    'the rule came to a conclusion',
    'the plug-in goes on sending changes',
    'the values at hand',
    'a new sign-in is asked for',
    'the answer is handed on',
    'a sentence of ours',
    'an application of your own',
    'a list of mail addresses',
    'the steps\n * bear names',
    'a value that is\n   * no object',
    '// the code that is\n// no code',
    "the vendor's limits",
  ])('"%s" is found', (text) => expect(quaintIn(text)).toHaveLength(1));

  test.each([
    'there is no map',
    'There are no maps, and that there was no link is known',
    'it is no longer synchronized',
    'roles that are no broader than needed',
    'accounts is not a table map',
    'none of the maps runs',
    'it tells dual-write which records a change affects',
    'a standard table, and the standing of a role',
    'forever is a word that nobody uses here',
    'Show more, and see the guide',
    'the field is in place',
    'whatever the vendor account says',
    'an email address',
    'one of your own plug-ins',
    'you are asked for a publisher',
    'there is none of that name',
    'as many as there are, and not more',
    'the owner, its own rows and your own code',
  ])('"%s" is fine', (text) => expect(quaintIn(text)).toEqual([]));
});

const root = fileURLToPath(new URL('../..', import.meta.url));
const filesUnder = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => ending.test(path));

/** Folders whose texts are still being rewritten. */
const notYet: readonly string[] = ['test/cli'];

const texts = [
  ...filesUnder('src', /\.ts$/),
  ...filesUnder('scripts', /\.ts$/),
  ...filesUnder('site', /(?<!\/dist\/.*)\.ts$/),
  ...filesUnder('examples', /\.(?:ts|md|mjs)$/),
  ...filesUnder('docs', /\.md$/),
  ...filesUnder('.changeset', /\.md$/),
  ...filesUnder('test', /(?<!plain-words\.test)\.ts$/),
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
].filter((path) => !notYet.some((folder) => path.startsWith(`${folder}/`)));

describe('the texts', () => {
  test('are all there', () => expect(texts.length).toBeGreaterThan(800));

  test('use none of the turns', () => {
    // Messages of the product are quoted in fences on the pages of errors, word for word.
    const ours = (path: string, text: string) =>
      path.startsWith('docs/errors/') ? text.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').replace(/`[^`\n]*`/g, '') : text;
    const found = texts.flatMap((path) =>
      quaintIn(ours(path, readFileSync(join(root, path), 'utf8'))).map((problem) => `${path}: ${problem}`),
    );
    expect(found).toEqual([]);
  });
});
