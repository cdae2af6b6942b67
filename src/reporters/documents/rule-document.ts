import type { RuleDescription } from '../../rules/describe-rule.js';
import { fields, list, paragraph, section, when } from '../blocks.js';
import type { DocumentModel, Inline } from '../document.js';
import { originInWords } from '../in-words.js';
import { code, series } from '../inlines.js';
import { fixSection, sourcesOf } from './ways.js';

/**
 * One rule in full: what a finding means and leads to, the facts that the rule needs and uses, its options, every way to fix what it
 * finds, and its sources.
 *
 * @param rule - a rule, or what {@link describeRule} says about it
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(ruleDocument(defaultOwningTeamMissing)));
 * ```
 * @public
 */
export function ruleDocument(rule: RuleDescription): DocumentModel {
  const { title, severity, origin, validation, stage, slug, since, meaning, impact, remediation, sources } = rule;
  const options = Object.entries(rule.options).map(([option, { default: value, description }]) => ({
    text: [code(option), ': ', description],
    note: ['default ', value],
  }));
  return {
    title: `${rule.code} ${title} – dual-write health`,
    header: 'Rule of the dual-write health check',
    noun: 'rule',
    heading: title,
    subject: code(rule.code),
    summary: [paragraph(meaning, 'lead'), paragraph(impact)],
    blocks: [
      fields([
        ['Severity', severity],
        ['Origin', originInWords[origin]],
        ['Validation', `${validation} (stage: ${stage})`],
        ['Name', code(slug)],
        ['Since version', since],
      ]),
      section('Facts', [list(factsOf(rule), 'line')]),
      ...when(options.length > 0, () => section('Options', [list(options, 'option')])),
      fixSection(remediation),
      sourcesOf(sources),
    ],
  };
}

function factsOf({ needs, mayBePartial, uses, ifProvided }: RuleDescription): readonly Inline[] {
  const needed = needs.map((fact) => [code(fact), mayBePartial.includes(fact) ? ' (may be known in part)' : '']);
  return [
    ...when(needed.length > 0, () => ['Needs ', series(needed)]),
    ...when(uses.length > 0, () => ['Uses where known: ', series(uses.map(code))]),
    ...when(ifProvided, () => 'Skipped where they are not provided: no supported API answers them.'),
  ];
}
