/** `npm run new-rule CODE slug family`: the two files of a new rule, with the parts to fill in. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
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
  console.error(`usage: npm run new-rule DWDVEV9399 my-new-rule ${Object.keys(validations).join('|')}`);
  process.exit(3);
}

const name = slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
write(`src/rules/${family}/${slug}.ts`, ruleSource(validations[family as keyof typeof validations]));
write(`test/rules/${family}/${slug}.cases.ts`, casesSource());
console.log(
  `Next: fill in both files, add ${name} to src/rules/catalogue.ts, run \`npm run generate\` and \`npm test\`.`,
);

function write(path: string, content: string): void {
  const target = join(root, path);
  if (existsSync(target)) {
    console.error(`${path} is there already`);
    process.exit(3);
  }
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  console.log(`written: ${path}`);
}

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
  since: '0.1.0',
  meaning: 'What a finding means.',
  impact: 'What goes wrong if nobody acts.',
  needs: ['teams'],
  evaluate: ({ teams }) =>
    judgeEach(teams, ({ id, name }) => (name === '' ? finding({ kind: 'team', id }, { name }) : undefined)),
  message: ({ name }: { name: string }) => \`what is wrong with \${name}\`,
  remediation: {
    summary: 'What broke and what to do.',
    options: [
      {
        title: 'The least destructive fix',
        steps: ['Open the page.', 'Change the setting.'],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.healthCheck],
      },
    ],
  },
  sources: [sources.healthCheck],
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
  failed: [{ when: 'a team has none', facts: { teams: known([make.team({ name: '' })]) }, subjects: [\`team \${teamId}\`], args: [{ name: '' }] }],
  notApplicable: { never: 'there is always a team' },
  inconclusive: [{ when: 'the teams could not be read', facts: { teams: unknown('not-permitted') }, missing: ['teams'] }],
} satisfies RuleCases;
`;
}
