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
    tests: ['test/rules/*.test.ts', `test/rules/${folder}/*.test.ts`, `!test/rules/${folder}/growth.test.ts`],
  })),
  {
    // What rules have in common.
    name: 'rules',
    sources: ['src/rules/{code,code-as-written,companies,role-standing,rule,validator,verdict}.ts'],
    tests: [
      'test/rules/*.test.ts',
      'test/rules/{business-unit,stale-configuration}/*.test.ts',
      '!test/rules/business-unit/growth.test.ts',
      'test/engine/{evaluate,options,plan}.test.ts',
    ],
  },
  {
    name: 'engine',
    sources: ['src/engine/*.ts', 'src/evaluate-snapshot.ts'],
    tests: ['test/engine/{evaluate,nearest,options,outcome,plan,settings}.test.ts'],
  },
  { name: 'governance', sources: ['src/govern/*.ts'], tests: ['test/govern/*.test.ts'] },
  {
    name: 'facts',
    sources: ['src/facts/*.ts', '!src/facts/is-snapshot.ts'], // that one is generated, and a gate compares it
    tests: ['test/facts/*.test.ts'],
  },
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
    // Each language is judged with all others: most of its mutants try every test.
    name: 'encodings',
    sources: ['src/inputs/{text-of,code-page}.ts'],
    tests: ['test/inputs/{text-of,code-page}.test.ts'],
  },
  {
    // Without the tests that try every sample in every form: what they find is in tables that take a tenth of the time.
    name: 'inputs',
    sources: ['src/inputs/{recognize*,json-*,kinds}.ts', 'src/inputs/kinds/*.ts'],
    tests: [
      'test/inputs/kinds/*.test.ts',
      'test/inputs/{activity-log,alert-inputs,har,json-*,long-items,looks-like,recognize-large,recognize-maps,recognize-very-large,wide-objects}.test.ts',
    ],
  },
  {
    name: 'documents',
    sources: [
      'src/reporters/{blocks,document,escape,inlines,performer-in-words,site-url,to-html,to-markdown,to-pretty,words,xml}.ts',
      'src/reporters/html/{icons,markup,page,page-start}.ts', // what is in a page is escaped there
    ],
    // Not those of what documents say and of hostile texts, which take minutes: these ask what each block and piece of a line becomes.
    tests: [
      'test/reporters/{blocks,escape,markup,page,performer-in-words,site-url,to-html,to-markdown,to-pretty,words,xml}.test.ts',
    ],
  },
  {
    name: 'odata',
    sources: ['src/adapters/odata/*.ts'],
    tests: ['test/adapters/odata/*.test.ts'],
  },
];
