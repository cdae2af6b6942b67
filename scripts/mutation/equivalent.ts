/** Mutants that no test can find, since the program does the same with them. */
export interface Equivalent {
  readonly file: string;
  readonly because: string;
  /** What the code says and what the mutant says instead; of several that say the same, which one, from 1. */
  readonly mutants: readonly (readonly [original: string, replacement: string, occurrence?: number])[];
}

export const equivalent: readonly Equivalent[] = [
  {
    file: 'src/govern/govern.ts',
    because: 'a shorter way to the same result: marking with nothing that is accepted changes nothing',
    mutants: [['accepted.size === 0', 'false']],
  },
  {
    file: 'src/govern/govern.ts',
    because:
      'a failed outcome has at least one finding, and every fingerprint has a code: the types need an answer for the rest',
    mutants: [
      ['first === undefined', 'false'],
      ["''", '"Stryker was here!"'],
    ],
  },
  {
    file: 'src/govern/govern.ts',
    because: 'the text that is in the list in place of nothing is not a fingerprint',
    mutants: [['[]', '["Stryker was here"]', 2]],
  },
  {
    file: 'src/govern/suppression.ts',
    because: 'the copy has one more key, which is undefined: reports and JSON leave it out',
    mutants: [
      ['accepted === undefined', 'false'],
      ['accepted === undefined', 'false', 2],
    ],
  },
  {
    file: 'src/govern/suppression.ts',
    because: 'splitting gives at least one piece: the types need a value for none',
    mutants: [
      ["''", '"Stryker was here!"'],
      ["''", '"Stryker was here!"', 3],
    ],
  },
  {
    file: 'src/govern/suppression.ts',
    because: 'what is before a day is found when the day is compared with the calendar',
    mutants: [
      ['/^\\d{4}-\\d{2}-\\d{2}$/', '/\\d{4}-\\d{2}-\\d{2}$/'],
      [
        '/^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:\\d{2})$/',
        '/\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:\\d{2})$/',
      ],
    ],
  },
  {
    file: 'src/facts/instant.ts',
    because: 'a shorter way to the same result: no month ends before its 28th day, and no fraction has no digits',
    mutants: [
      ['day > 28', 'true'],
      ['day > 28', 'day >= 28'],
      ['end < 21', 'false'],
    ],
  },
  {
    file: 'src/facts/keys.ts',
    because: 'keys are in lower case, so that the text in place of no stem is not the stem of one',
    mutants: [["''", '"Stryker was here!"', 5]],
  },
  {
    file: 'src/facts/version-number.ts',
    because:
      'the types need an answer: no version is not a version, and a version has four parts at most, of which the third may lack',
    mutants: [
      ["''", '"Stryker was here!"'],
      ['part < 4', 'part <= 4'],
      ['[]', '["Stryker was here"]'],
      ['version === undefined', 'false'],
    ],
  },
  {
    file: 'src/facts/parse-json-text.ts',
    because:
      'only lines are distinguished, and the place is looked for only where `JSON.parse` found a fault in the text',
    mutants: [
      ["'document'", '""'],
      ['position === undefined', 'false'],
      ['at < text.length', 'at <= text.length'],
      ["'nothing'", '""'],
    ],
  },
  {
    file: 'src/facts/parse-json-text.ts',
    because: 'splitting gives at least one piece: the types need a value for none',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/facts/error-type.ts',
    because:
      'the documented types have three digits, a space and words, or no digits at all; what is left out of a match is not read',
    mutants: [
      ['/^(\\d{3}) (.+)$/', '/(\\d{3}) (.+)$/'],
      ['/^(\\d{3}) (.+)$/', '/^(\\d{3}) (.+)/'],
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/facts/error-type.ts',
    because:
      'a shorter way to the same result: letters find what the exact spelling finds, and all characters are replaced',
    mutants: [
      ['exact !== undefined', 'false'],
      ['/[^\\p{L}\\p{N}]+/gu', '/[^\\p{L}\\p{N}]/gu'],
    ],
  },
  {
    file: 'src/facts/error-type.ts',
    because: 'splitting gives at least one piece: the types need a value for none',
    mutants: [["''", '"Stryker was here!"', 3]],
  },
  {
    file: 'src/facts/fact.ts',
    because: 'a fact that is unknown has no value',
    mutants: [["fact.status === 'known'", 'true']],
  },
  {
    file: 'src/facts/gather-snapshot.ts',
    because:
      'the types do not know that every wanted fact has a reader and an answer, and that whole numbers are numbers',
    mutants: [
      ['answers.get(name)?.status', 'answers.get(name).status'],
      ['reader === undefined', 'false'],
      ["typeof value === 'number'", 'true', 2],
    ],
  },
  {
    file: 'src/facts/gather-snapshot.ts',
    because: 'calling no listener throws, which is caught like what a listener throws',
    mutants: [['onEvent?.(event)', 'onEvent(event)']],
  },
  {
    file: 'src/facts/quick-parser.ts',
    because: 'a shorter way to the same result: zod says whether it changes a value, and most own properties have one',
    mutants: [
      ["def.type === 'string' || def.type === 'number'", 'true'],
      ['property !== undefined', 'false'],
    ],
  },
  {
    file: 'src/facts/scrub.ts',
    because: 'a shorter way to the same result: no pattern fits a text without any of these words and signs',
    mutants: [['!mayBeConfidential.test(text)', 'false']],
  },
  {
    file: 'src/facts/read-fact.ts',
    because: 'an answer that was checked passes again: it only takes longer',
    mutants: [['checked.get(answer) === name', 'false']],
  },
  {
    file: 'src/facts/parse-with.ts',
    because: 'the types need an answer: an alternative that does not fit says why, and no answer is `undefined`',
    mutants: [
      ['first?.message', 'first.message'],
      ['[]', '["Stryker was here"]'],
      ['default:\n        return undefined;', 'default:'],
    ],
  },
];
