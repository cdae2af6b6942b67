/** A part of the sources whose tests are measured alone: in at most half an hour on two cores. */
export interface Area {
  readonly name: string;
  /** Globs of the files that are mutated. */
  readonly sources: readonly string[];
  /** Globs of the tests that have to notice. */
  readonly tests: readonly string[];
}

/** Of the mutants that are not equivalent, how many percent the tests of each area must find at least. */
export const atLeast = 90;

export const areas: readonly Area[] = [
  ...[
    'prerequisites',
    'api-hub-connection',
    'stale-configuration',
    'business-unit',
    'operations',
    'map-design',
    'remediation',
  ].map((folder) => ({
    name: folder,
    sources: [`src/rules/${folder}/*.ts`],
    tests: ['test/rules/*.test.ts', `test/rules/${folder}/*.test.ts`],
  })),
  {
    name: 'engine',
    sources: ['src/engine/*.ts', 'src/evaluate-snapshot.ts'],
    tests: ['test/engine/{evaluate,nearest,options,outcome,plan,settings}.test.ts'],
  },
  { name: 'governance', sources: ['src/govern/*.ts'], tests: ['test/govern/*.test.ts'] },
  { name: 'facts', sources: ['src/facts/*.ts'], tests: ['test/facts/*.test.ts'] },
  {
    name: 'diagnosis',
    sources: [
      'src/diagnosis/*.ts',
      '!src/diagnosis/{all-topics,dataverse-error-codes,index,rank-texts,search-*,symptoms}.ts',
    ],
    // Without those that try every message in every form, which take long and find hardly more than the others.
    tests: [
      'test/diagnosis/*.test.ts',
      '!test/diagnosis/{cleanup-*,growth,misread-codes,rank-texts,remedies,search-topics,signatures,unknown-errors}.test.ts',
    ],
  },
  // Words that people search by: in half an hour, only without what recognizes messages.
  {
    name: 'search',
    sources: ['src/diagnosis/{rank-texts,search-*,symptoms}.ts'],
    tests: ['test/diagnosis/{rank-texts,search-topics}.test.ts'],
  },
  {
    name: 'inputs',
    sources: ['src/inputs/{recognize*,text-of,code-page,json-*,kinds}.ts', 'src/inputs/kinds/*.ts'],
    tests: ['test/inputs/*.test.ts'],
  },
  {
    name: 'documents',
    sources: ['src/reporters/{blocks,inlines,document,escape,to-html,to-markdown,to-pretty,words,xml}.ts'],
    tests: ['test/reporters/*.test.ts', '!test/reporters/{html,html-activity,sync-error-page}.test.ts'],
  },
  {
    name: 'odata',
    sources: ['src/adapters/odata/*.ts'],
    tests: ['test/adapters/odata/*.test.ts'],
  },
];
