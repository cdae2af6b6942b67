import type { RuleDescription } from '../../rules/describe-rule.js';
import { type Block, code, type Document, type Inline, list, paragraph, series, when } from '../document.js';
import { originInWords } from '../html/words.js';
import { fixSection, sourcesOf } from './problem-blocks.js';

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
export function ruleDocument(rule: RuleDescription): Document {
  const { title, severity, origin, validation, stage, slug, since, meaning, impact, remediation, sources } = rule;
  return {
    title: `${rule.code} ${title} – dual-write health`,
    header: 'Rule of the dual-write health check',
    noun: 'rule',
    heading: title,
    subject: code(rule.code),
    summary: [paragraph(meaning, 'lead'), paragraph(impact)],
    blocks: [
      {
        type: 'fields',
        fields: [
          ['Severity', severity],
          ['Origin', originInWords[origin]],
          ['Validation', [validation, ` (stage: ${stage})`]],
          ['Name', code(slug)],
          ['Since version', since],
        ],
      },
      { type: 'section', title: 'Facts', blocks: factsOf(rule) },
      ...optionsOf(rule),
      fixSection(remediation),
      sourcesOf(sources),
    ],
  };
}

function factsOf({ needs, mayBePartial, uses, ifProvided }: RuleDescription): readonly Block[] {
  const needed = needs.map(
    (fact): Inline => [code(fact), mayBePartial.includes(fact) ? ' (may be known in part)' : ''],
  );
  return [
    list(
      [
        ...when(needed.length > 0, () => ['Needs ', series(needed)]),
        ...when(uses.length > 0, () => ['Uses where known: ', series(uses.map(code))]),
        ...when(ifProvided, () => 'Skipped where they are not provided: no supported API answers them.'),
      ],
      'line',
    ),
  ];
}

function optionsOf({ options }: RuleDescription): readonly Block[] {
  const named = Object.entries(options);
  return when(named.length > 0, () => ({
    type: 'section',
    title: 'Options',
    blocks: [
      list(
        named.map(([option, { default: value, description }]) => ({
          text: [code(option), ': ', description],
          note: ['default ', value],
        })),
        'option',
      ),
    ],
  }));
}
