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
];
