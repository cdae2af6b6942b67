import type { Rule } from '../rules/rule.js';
import type { Validator } from '../rules/validator.js';

/** A rule and those whose errors block it. */
export interface PlannedRule {
  readonly rule: Rule;
  readonly blockedBy: readonly Rule[];
}

/** The rules of a validator, each once, with what blocks them; if a rule occurs twice, its first place counts. */
export function plan(validator: Validator): readonly PlannedRule[] {
  const planned = new Map<Rule, PlannedRule>();
  add(validator, []);
  return [...planned.values()];

  function add(part: Validator, blockedBy: readonly Rule[]): void {
    switch (part.kind) {
      case 'rule':
        if (!planned.has(part)) planned.set(part, { rule: part, blockedBy });
        break;
      case 'all-of':
        for (const member of part.members) add(member, blockedBy);
        break;
      case 'in-order':
        add(part.first, blockedBy);
        add(part.then, [...blockedBy, ...plan(part.first).map(({ rule }) => rule)]);
        break;
    }
  }
}
