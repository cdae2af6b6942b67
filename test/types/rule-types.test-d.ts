/** What must not compile. `tsc` checks these: an expected error that does not come is an error itself. */
import {
  allOf,
  type CodeOf,
  coreSolutionMissing,
  defaultOwningTeamMissing,
  defineRule,
  type Fact,
  type FactName,
  type Facts,
  type factNames,
  finding,
  type healthCheck,
  judgeEach,
  type mapDesign,
  type operations,
  type Rule,
  type RuleCode,
} from '../../src/index.js';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function assertType<_Claim extends true>(): void {}

const rule = {
  code: 'ACME1',
  slug: 'acme',
  title: 'Acme',
  validation: 'BusinessUnit',
  severity: 'warning',
  since: '1.0.0',
  meaning: 'm',
  impact: 'i',
  needs: ['teams'],
  evaluate: ({ teams }: { teams: Facts['teams'] }) => judgeEach(teams, () => undefined),
  message: () => 'm',
  remediation: {
    summary: 's',
    options: [{ title: 't', steps: ['x'], performedBy: ['developer'], destroys: null, links: [] }],
  },
  sources: [{ title: 'Acme', date: '2026-01-01' }],
} as const;

const fine = defineRule(rule);
assertType<Equal<typeof fine, Rule<'ACME1'>>>();
assertType<Equal<CodeOf<typeof healthCheck> | CodeOf<typeof operations> | CodeOf<typeof mapDesign>, RuleCode>>();
assertType<Equal<CodeOf<typeof healthCheck> & CodeOf<typeof operations>, never>>();
// RuleCode is a union of literals, not a string.
assertType<string extends RuleCode ? false : true>();
const code: RuleCode = 'DWDVEV1007';
// @ts-expect-error no such code
const noCode: RuleCode = 'DWDVEV1070';
// Every fact name is in factNames, once each by a unit test: `npm run generate` writes them.
assertType<Equal<(typeof factNames)[number], FactName>>();

// @ts-expect-error an unknown fact in needs
defineRule({ ...rule, needs: ['nonsense'], evaluate: () => judgeEach([], () => undefined) });

// Needed facts arrive as values, optional ones as facts.
defineRule({
  ...rule,
  needs: ['companies'],
  uses: ['teams'],
  evaluate: ({ companies, teams }) => {
    assertType<Equal<typeof companies, Facts['companies']>>();
    assertType<Equal<typeof teams, Fact<Facts['teams']>>>();
    return judgeEach(companies, () => undefined);
  },
});

defineRule({
  ...rule,
  needs: ['companies'],
  // @ts-expect-error reading a fact that was not declared
  evaluate: ({ teams }) => judgeEach(teams, () => undefined),
});

// @ts-expect-error a duplicate code
allOf('twice', fine, fine);
// @ts-expect-error a duplicate code, one level down
allOf('twice', allOf('inner', defaultOwningTeamMissing), defaultOwningTeamMissing);
allOf('fine', fine, defaultOwningTeamMissing, coreSolutionMissing);
// Lists whose codes are not known to the compiler are welcome.
allOf('dynamic', ...([] as Rule[]));

// @ts-expect-error inside Microsoft's space
defineRule({ ...rule, code: 'DWDVEV1008' });
// @ts-expect-error inside Microsoft's space, the other side
defineRule({ ...rule, code: 'DWFOEV1' });
// @ts-expect-error inside Microsoft's space, map validation
defineRule({ ...rule, code: 'DIPV2000' });
// @ts-expect-error inside Microsoft's space, health of a map
defineRule({ ...rule, code: 'TABLE-MAP-HEALTH-3000' });
// @ts-expect-error small letters
defineRule({ ...rule, code: 'acme1' });
// @ts-expect-error no digit at the end
defineRule({ ...rule, code: 'ACME' });
// @ts-expect-error a digit at the beginning
defineRule({ ...rule, code: '1ACME1' });

defineRule({
  ...rule,
  message: ({ count }: { count: number }) => `${count}`,
  // @ts-expect-error findings whose args do not fit message
  evaluate: ({ teams }) => judgeEach(teams, ({ id }) => finding({ kind: 'team', id }, { count: 'many' })),
});

const { since: _since, ...withoutSince } = rule;
// @ts-expect-error since left out
defineRule(withoutSince);
const { remediation: _remediation, ...withoutRemediation } = rule;
// @ts-expect-error remediation left out
defineRule(withoutRemediation);
// @ts-expect-error a remediation without an option
defineRule({ ...rule, remediation: { summary: 's', options: [] } });

export { code, noCode };
