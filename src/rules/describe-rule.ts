import type { Rule } from './rule.js';

/** The order in which a rule's metadata is written. */
const described = [
  'code',
  'slug',
  'title',
  'origin',
  'validation',
  'stage',
  'severity',
  'since',
  'meaning',
  'impact',
  'needs',
  'mayBePartial',
  'uses',
  'ifProvided',
  'options',
  'remediation',
  'sources',
] as const satisfies readonly (keyof Rule)[];

/**
 * The metadata of a rule as plain JSON, without its functions.
 * @public
 */
export type RuleDescription = Pick<Rule, (typeof described)[number]>;

/**
 * What the catalogue says about a rule, as plain JSON.
 * @public
 */
export function describeRule(rule: Rule): RuleDescription {
  return Object.fromEntries(described.map((key) => [key, rule[key]])) as RuleDescription; // Safe: every key is copied.
}
