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
    file: 'src/engine/evaluate.ts',
    because:
      'every planned rule has an outcome, and what blocks a rule comes before it: the types need an answer for none',
    mutants: [
      ['[]', '["Stryker was here"]'],
      ['outcome?.severity', 'outcome.severity'],
    ],
  },
  {
    file: 'src/engine/judge.ts',
    because:
      'facts that a rule needs are known when it judges, and a fact that is not known has no coverage: the types need the question',
    mutants: [
      ["fact.status === 'known'", 'true', 2],
      ["fact.status === 'known'", 'true', 3],
    ],
  },
  {
    file: 'src/engine/judge.ts',
    because:
      'no property has this name, and none begins with a capital letter: a fact still comes before its properties',
    mutants: [
      ["''", '"Stryker was here!"'],
      ["''", '"Stryker was here!"', 2],
      ["''", '"Stryker was here!"', 3],
    ],
  },
  {
    file: 'src/engine/nearest.ts',
    because: 'counts one more only for names that are equal, which are at no distance from each other',
    mutants: [['length < a.length', 'length <= a.length']],
  },
  {
    file: 'src/evaluate-snapshot.ts',
    because: 'names that are not names of facts are not in a report',
    mutants: [['[]', '["Stryker was here"]', 2]],
  },
  {
    file: 'src/rules/business-unit/default-team-name-mismatch.ts',
    because: 'a finding about a name always has the name of the team: the type says that others have none',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/business-unit/judge-default-teams.ts',
    because: 'the rules say that the unit is gone before they judge: the types need an answer',
    mutants: [
      ["mapped.state === 'gone'", 'false'],
      ["'gone'", '""'],
    ],
  },
  {
    file: 'src/rules/business-unit/mapped-business-unit.ts',
    because: 'only the other two states are asked for',
    mutants: [["'found'", '""']],
  },
  {
    file: 'src/rules/business-unit/owning-teams.ts',
    because: 'a shortcut: teams that own nothing are left out again later, and no team has a blank id or this one',
    mutants: [
      ['teams.length <= synced.length', 'true'],
      ['teams.length <= synced.length', 'false'],
      ['teams.length <= synced.length', 'teams.length < synced.length'],
      ['teams.length <= synced.length', 'teams.length > synced.length'],
      ["''", '"Stryker was here!"'],
      ['teams.filter(({ id }) => owners.has(guidKey(id)))', 'teams'],
    ],
  },
  {
    file: 'src/rules/business-unit/owning-teams.ts',
    because: 'only companies with a team are grouped: the types need a value for none',
    mutants: [["''", '"Stryker was here!"', 2]],
  },
  {
    file: 'src/rules/stale-configuration/company-duplicate-or-blank.ts',
    because: 'blank names are not looked up among the shared ones',
    mutants: [["''", '"Stryker was here!"', 2]],
  },
  {
    file: 'src/rules/stale-configuration/dataverse-company-mismatch.ts',
    because: 'linked companies have codes: the types need a value for none',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/stale-configuration/finops-configuration-stale.ts',
    because: 'a shortcut: nothing of nothing is without a project',
    mutants: [['fields.length === 0', 'false']],
  },
  {
    file: 'src/rules/stale-configuration/map-application-outdated.ts',
    because: 'any word says that there is nothing to report, and which one is not asked for',
    mutants: [["'new-enough'", '""']],
  },
  {
    file: 'src/rules/stale-configuration/map-application-outdated.ts',
    because: 'the texts of the two versions were made of versions: the types need a value for others',
    mutants: [
      ['[]', '["Stryker was here"]'],
      ['[]', '["Stryker was here"]', 2],
    ],
  },
  {
    file: 'src/rules/stale-configuration/map-dependency-off.ts',
    because: 'what is neither `runs` nor `unknown` counts as `off`',
    mutants: [["'off'", '""', 3]],
  },
  {
    file: 'src/rules/stale-configuration/map-solution-outdated.ts',
    because: 'two versions that are equal in numbers and length are the same text',
    mutants: [['difference < 0', 'difference <= 0']],
  },
  {
    file: 'src/rules/stale-configuration/map-solution-outdated.ts',
    because: 'where no version can be read, none is certain: the types need the question',
    mutants: [['found.highest === undefined', 'false']],
  },
  {
    file: 'src/rules/stale-configuration/project-findings.ts',
    because: 'shortcuts: what is left out here is not looked up later, and the same is worked out again',
    mutants: [
      ['projects.size === 0', 'false'],
      ['tail !== undefined && !tails.has(tail)', 'false'],
      ['projects.has(key)', 'true'],
      ['known !== undefined || hosts.has(url)', 'false'],
      ['known !== undefined || hosts.has(url)', 'known !== undefined && hosts.has(url)'],
      ['known !== undefined', 'false'],
      ['texts.length < 2', 'false'],
    ],
  },
  {
    file: 'src/rules/stale-configuration/project-findings.ts',
    because: 'a project with a problem has at least one row: the types need a value for none',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/stale-configuration/project-findings.ts',
    because:
      'a shortcut: any number will do, as long as names of one project have the same, and `undefined` does for all',
    mutants: [
      [
        '{\n  let tail = 0;\n  for (let place = Math.max(text.length - 8, 0); place < text.length; place += 1) {\n    const unit = text.charCodeAt(place);\n    if (unit > 0x7f) return undefined;\n    tail = (tail * 31 + (unit | 0x20)) | 0;\n  }\n  return tail;\n}',
        '{}',
      ],
      ['Math.max(text.length - 8, 0)', 'Math.min(text.length - 8, 0)'],
      ['text.length - 8', 'text.length + 8'],
      ['place < text.length', 'false'],
      ['place < text.length', 'place <= text.length'],
      ['place < text.length', 'place >= text.length'],
      [
        '{\n    const unit = text.charCodeAt(place);\n    if (unit > 0x7f) return undefined;\n    tail = (tail * 31 + (unit | 0x20)) | 0;\n  }',
        '{}',
      ],
      ['unit > 0x7f', 'true'],
      ['unit > 0x7f', 'unit >= 0x7f'],
      ['tail * 31 + (unit | 0x20)', 'tail * 31 - (unit | 0x20)'],
      ['tail * 31', 'tail / 31'],
    ],
  },
  {
    file: 'src/rules/stale-configuration/match-rows.ts',
    because: 'shortcuts: what was found is kept to be found sooner, and what was not kept is found again',
    mutants: [
      ['known === undefined', 'true'],
      ['known !== undefined', 'false'],
      ['entries.length > 0', 'true'],
      ['entries.length > 0', 'false'],
      ['entries.length > 0', 'entries.length >= 0'],
      ['entries.length > 0', 'entries.length <= 0'],
    ],
  },
  {
    file: 'src/rules/stale-configuration/match-rows.ts',
    because: 'every map that is asked for was indexed: the types need an answer for others',
    mutants: [
      [
        'byPair.get(nameKey(map.finopsEntity))?.get(nameKey(map.dataverseTable))?.isMatched',
        'byPair.get(nameKey(map.finopsEntity))?.get(nameKey(map.dataverseTable)).isMatched',
      ],
      ['byPair.get(nameKey(map.finopsEntity))?.get', 'byPair.get(nameKey(map.finopsEntity)).get'],
    ],
  },
  {
    file: 'src/rules/stale-configuration/match-rows.ts',
    because: 'what is neither `runs` nor `unknown` counts as `off`',
    mutants: [
      ["'off'", '""'],
      ['together === undefined', 'false'],
    ],
  },
  {
    file: 'src/rules/stale-configuration/project-index.ts',
    because: 'a shortcut: in an index without projects nothing is found',
    mutants: [
      ['() => byKey.size === 0', '() => undefined'],
      ['byKey.size === 0', 'false'],
    ],
  },
];
