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
    file: 'src/adapters/odata/authentication.ts',
    because: 'the name of a policy only has to differ from the others',
    mutants: [["'authentication'", '""']],
  },
  {
    file: 'src/adapters/odata/authentication.ts',
    because:
      'neither the text in place of a header nor the word undefined is a challenge or base64, and what has no end returns undefined',
    mutants: [
      ["''", '"Stryker was here!"'],
      ['encoded === undefined', 'false'],
      ['{\n    return undefined; // not base64: the token is requested again without them\n  }', '{}'],
    ],
  },
  {
    file: 'src/adapters/odata/body.ts',
    because: 'the name of a policy only has to differ from the others',
    mutants: [["'body'", '""']],
  },
  {
    file: 'src/adapters/odata/body.ts',
    because: 'the text in place of a header names no character set',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/adapters/odata/body.ts',
    because: 'decoding nothing throws, and what throws here is not read either',
    mutants: [['bytes === undefined', 'false', 2]],
  },
  {
    file: 'src/adapters/odata/connect.ts',
    because: 'without it, the policy for forms does nothing but load code: no request has a body',
    mutants: [['{ name: formDataPolicyName }', '{}']],
  },
  {
    file: 'src/adapters/odata/connect.ts',
    because: 'the policy is the last of those without a phase, which come just before that phase',
    mutants: [
      ["{ phase: 'Retry' }", '{}'],
      ["'Retry'", '""'],
    ],
  },
  {
    file: 'src/adapters/odata/connect.ts',
    because: 'the text in place of a header or a body is not a type, a page or JSON either',
    mutants: [
      ["''", '"Stryker was here!"'],
      ["''", '"Stryker was here!"', 2],
      ["''", '"Stryker was here!"', 3],
    ],
  },
  {
    file: 'src/adapters/odata/entra-refusal.ts',
    because: 'the text in place of nothing holds no code',
    mutants: [
      ["''", '"Stryker was here!"'],
      ["''", '"Stryker was here!"', 2],
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/adapters/odata/failure-of-response.ts',
    because: 'the text in place of nothing is not what is looked for, and what has no end returns undefined',
    mutants: [
      ['[]', '["Stryker was here"]'],
      ["''", '"Stryker was here!"', 2],
      ['{\n    return undefined; // HTML, or nothing\n  }', '{}'],
    ],
  },
  {
    file: 'src/adapters/odata/proxy.ts',
    because: 'the variable is one that has a value: the types need an answer for the rest',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/adapters/odata/proxy.ts',
    because:
      'of a match, the first place is not looked at; an address in words has no bits; undefined is not true either',
    mutants: [
      ['[]', '["Stryker was here"]'],
      ['{\n    return false;\n  }', '{}'],
      ["''", '"Stryker was here!"', 5],
      ['[]', '["Stryker was here"]', 2],
    ],
  },
  {
    file: 'src/adapters/odata/retry.ts',
    because: 'the name of a strategy is not looked at',
    mutants: [["'reads'", '""']],
  },
  {
    file: 'src/adapters/odata/retry.ts',
    because:
      'there is a response or an error, and neither undefined nor the text in place of a code says anything: the types need them',
    mutants: [
      ['responseError?.statusCode', 'responseError.statusCode'],
      ['responseError?.code', 'responseError.code'],
      ["''", '"Stryker was here!"'],
      ["''", '"Stryker was here!"', 2],
    ],
  },
  {
    file: 'src/adapters/odata/rows.ts',
    because: 'what is not needed is left out, which takes longer and is not seen',
    mutants: [["'kept'", '""']],
  },
  {
    file: 'src/adapters/odata/status-of-error.ts',
    because: 'the text in place of nothing is not an error that is known',
    mutants: [
      ["''", '"Stryker was here!"'],
      ["''", '"Stryker was here!"', 2],
    ],
  },
];
