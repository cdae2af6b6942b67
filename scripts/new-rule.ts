/**
 * `npm run new-rule CODE slug family`: a new rule with its cases, in the catalogue and in the docs, with placeholders to fill
 * in.
 */
import { camelCase, finish, insert, read, refuse, remediation, write } from './scaffold.js';

const validations = {
  prerequisites: 'Prerequisites',
  'api-hub-connection': 'APIHubConnection',
  'stale-configuration': 'StaleConfiguration',
  'business-unit': 'BusinessUnit',
  operations: 'Operations',
  'map-design': 'MapDesign',
} as const;

const [code = '', slug = '', family = ''] = process.argv.slice(2);
if (!/^DW(DV|FO)EV9\d{3}$/.test(code) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || !(family in validations)) {
  refuse(`usage: npm run new-rule DWDVEV9399 my-new-rule ${Object.keys(validations).join('|')}`);
}
const name = camelCase(slug);
const validation = validations[family as keyof typeof validations];
/** A rule is new in the next minor version. */
const [major, minor] = (JSON.parse(read('package.json')) as { version: string }).version.split('.');
const outline = read('src/rules/catalogue-outline.ts');
if (outline.includes(`'${code}'`)) refuse(`${code} is already in use`);
const [last = ''] =
  [...outline.matchAll(new RegExp(`code: '([^']+)', validation: '${validation}'`, 'g'))].at(-1)?.slice(1) ?? [];

write({
  [`src/rules/${family}/${slug}.ts`]: ruleSource(validation),
  [`test/rules/${family}/${slug}.cases.ts`]: casesSource(),
});
const list = `src/rules/${family === 'operations' || family === 'map-design' ? family : 'health-check'}.ts`;
insert(list, `import { ${name} } from './${family}/${slug}.js';\n`, { before: /import / });
insert(list, `  ${name},\n`, {
  after: new RegExp(`const ${camelCase(family)}Rules = \\[[^\\]]*?(?=\\] as const)`),
});
insert('test/rules/messages.ts', `\n  ${code}: 'the team a0000000-0000-0000-0000-000000000001 has no name',`, {
  after: new RegExp(`\\n  '?${last}'?:[^\\n]*(?:\\n    [^\\n]*)*`),
});
insert('test/examples/environments.test.ts', `'${code}', `, { after: /const notShown: readonly string\[\] = \[/ });
finish(
  `fill in src/rules/${family}/${slug}.ts and its cases, add its message to test/rules/messages.ts, and use it in a sample (scripts/sample-environments.ts).`,
);

function ruleSource(validation: string): string {
  return `import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';

/** \`${code}\`: what must hold. @public */
export const ${name} = defineCatalogueRule({
  code: '${code}',
  slug: '${slug}',
  title: 'What is wrong',
  origin: 'library',
  validation: '${validation}',
  severity: 'warning',
  since: '${major}.${Number(minor) + 1}.0',
  meaning: 'What a finding means.',
  impact: 'What goes wrong if nobody acts.',
  needs: ['teams'],
  evaluate: ({ teams }) =>
    judgeEach(teams, ({ id, name }) => (name === '' ? finding({ kind: 'team', id }, {}) : undefined)),
  message: (_args: Record<never, never>, { id }) => \`the team \${id} has no name\`,
${remediation}  sources: [sources.healthCheck],
});
`;
}

function casesSource(): string {
  return `import { known, unknown } from '../../../src/facts/fact.js';
import { ${name} } from '../../../src/rules/${family}/${slug}.js';
import { make, teamId } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

export default {
  rule: ${name},
  passed: [{ when: 'every team has a name', facts: { teams: known([make.team()]) }, checked: 1 }],
  failed: [{ when: 'a team has none', facts: { teams: known([make.team({ name: '' })]) }, subjects: [\`team \${teamId}\`], args: [{}] }],
  notApplicable: { never: 'there is always a team' },
  inconclusive: [{ when: 'the teams could not be read', facts: { teams: unknown('not-permitted') }, missing: ['teams'] }],
} satisfies RuleCases;
`;
}
