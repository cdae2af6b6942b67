import { evaluateSnapshot } from '../../src/evaluate-snapshot.js';
import { snapshotOf } from '../../src/facts/snapshot.js';
import { performerInWords } from '../../src/reporters/performer-in-words.js';
import type { Remediation } from '../../src/rules/remediation/remediation.js';
import type { Rule } from '../../src/rules/rule.js';
import type { Case, Never, RuleCases } from '../../test/support/rule-cases.js';

const origins: Readonly<Record<Rule['origin'], string>> = {
  documented: 'documented: a Microsoft code, from the health check article',
  'documented-check': 'requirement documented by Microsoft, without a code in the health check article',
  draft: 'draft: from a withdrawn Microsoft page',
  library: 'library: a rule of this library',
  custom: 'custom',
};

/** The same in the column of a table. */
const originsInShort: Readonly<Record<Rule['origin'], string>> = {
  documented: 'documented code',
  'documented-check': 'requirement documented by Microsoft',
  draft: 'withdrawn page',
  library: 'this library',
  custom: 'custom',
};

/** The page of one rule, from its metadata and its cases. Who comes from a report wants the fix: it follows what the rule means. */
export function rulePage(rule: Rule, cases: RuleCases): string {
  return `${[
    `# ${rule.code}: ${rule.title}`,
    'This page is generated from the rule and its test cases.',
    [
      `- **Severity:** ${rule.severity}`,
      `- **Validation:** ${rule.validation} (${rule.stage} stage)`,
      `- **Origin:** ${origins[rule.origin]}`,
      `- **Name:** \`${rule.slug}\`, since ${rule.since}`,
    ].join('\n'),
    `## What it means\n\n${rule.meaning}`,
    `## Fix\n\n${fixSections(rule.remediation)}`,
    `## Why it matters\n\n${rule.impact}`,
    `## Facts\n\n${facts(rule)}`,
    `## When it fires\n\n${list(cases.failed)}`,
    `## When it passes\n\n${listOr(cases.passed)}`,
    `## When it is inconclusive\n\n${list(cases.inconclusive)}`,
    `## When it does not apply\n\n${listOr(cases.notApplicable)}`,
    ...(cases.skipped === undefined ? [] : [`## When it is skipped\n\n${list(cases.skipped)}`]),
    `## Example finding\n\n${exampleFinding(rule, cases)}`,
    `## Sources\n\n${rule.sources.map(({ title, date }) => `- *${title}*, ${date}`).join('\n')}`,
  ].join('\n\n')}\n`;
}

/** The index of all pages. */
export function ruleIndex(rules: readonly Rule[]): string {
  return `${[
    '# Rules',
    'This page is generated. Every rule has a page; `dual-write-health rules CODE` shows the same on the command line.',
    "Every rule has an origin: a *documented code* of Microsoft's health check article, a *requirement documented by Microsoft* without a code in that article, a *withdrawn page* of Microsoft, or *this library*. Codes never change their meaning.",
    ruleTable(rules),
  ].join('\n\n')}\n`;
}

/** The rules as a table, in catalogue order. */
function ruleTable(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ code, title, severity, validation, origin }) =>
      `| [${code}](${code}.md) | ${title} | ${severity} | ${validation} | ${originsInShort[origin]} |`,
  );
  return ['| Code | Fires on | Severity | Validation | Origin |', '|---|---|---|---|---|', ...rows].join('\n');
}

function facts(rule: Rule): string {
  const lines = [
    ...rule.needs.map(
      (name) =>
        `- needs \`${name}\`${rule.mayBePartial.includes(name) ? ' (may be partial: one bad row is proof, a pass is inconclusive)' : ''}`,
    ),
    ...rule.uses.map((name) => `- uses \`${name}\` if it is known`),
    ...(rule.ifProvided ? ['- skipped if they are not provided: no supported API provides them'] : []),
    ...Object.entries(rule.options).map(
      ([name, option]) => `- option \`${name}\`, default ${option.default}: ${option.description}`,
    ),
  ];
  return lines.join('\n');
}

function list(cases: readonly Case[]): string {
  return cases.map(({ when }) => `- ${when}`).join('\n');
}

function listOr(cases: readonly Case[] | Never): string {
  return 'never' in cases ? `Never: ${cases.never}.` : list(cases);
}

function exampleFinding(rule: Rule, cases: RuleCases): string {
  const [{ facts, options }] = cases.failed;
  const snapshot = snapshotOf('contoso-uat', facts, { takenAt: '2026-11-20T10:00:00Z' });
  const [outcome] = evaluateSnapshot(snapshot, { validator: rule, ...options }).outcomes;
  if (outcome?.status !== 'failed') throw new Error(`the first failing case of ${rule.code} does not fail`);
  return `\`\`\`json\n${JSON.stringify(outcome.findings[0], null, 2)}\n\`\`\``;
}

/** All ways to fix something, each under its own heading. */
export function fixSections(remediation: Remediation): string {
  const options = remediation.options.map(({ title, steps, performedBy, destroys, links }, index) =>
    [
      `### Option ${index + 1}: ${title}`,
      `Performed by: ${performedBy.map(performerInWords).join(' and ')}.  \nDestroys: ${destroys ?? 'nothing'}`,
      steps.map((step, number) => `${number + 1}. ${escaped(step)}`).join('\n'),
      ...(links.length === 0 ? [] : [links.map((link) => `- [${link.title}](${link.url})`).join('\n')]),
    ].join('\n\n'),
  );
  return [remediation.summary, ...options].join('\n\n');
}

/** Angle brackets outside code would vanish as HTML. */
function escaped(step: string): string {
  return step
    .split('`')
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll('<', '&lt;').replaceAll('>', '&gt;')))
    .join('`');
}
