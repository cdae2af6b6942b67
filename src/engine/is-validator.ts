import { factNames } from '../facts/fact-names.js';
import type { Rule } from '../rules/rule.js';
import { stages, validations } from '../rules/validation.js';
import type { Validator } from '../rules/validator.js';

/** Whether a value from outside can be evaluated: a rule, or combined rules. */
export function isValidator(value: unknown): value is Validator {
  return isFit(value, new Map());
}

/** @param seen - each part is visited once; one that contains itself can never be evaluated */
function isFit(value: unknown, seen: Map<unknown, boolean>): boolean {
  const earlier = seen.get(value);
  if (earlier !== undefined) return earlier;
  seen.set(value, false);
  const fit = isObject(value) && isFitPart(value, seen);
  seen.set(value, fit);
  return fit;
}

function isFitPart(part: Readonly<Record<string, unknown>>, seen: Map<unknown, boolean>): boolean {
  switch (part.kind) {
    case 'rule':
      return isRule(part);
    case 'all-of':
      return Array.isArray(part.members) && part.members.every((member) => isFit(member, seen));
    case 'in-order':
      return isFit(part.first, seen) && isFit(part.then, seen);
    default:
      return false;
  }
}

/** What the engine and the report rely on outside the `try` around the rule. */
function isRule(part: Partial<Readonly<Record<keyof Rule, unknown>>>): boolean {
  return (
    [part.code, part.slug, part.title, part.origin].every((text) => typeof text === 'string') &&
    isOneOf(validations, part.validation) &&
    isOneOf(stages, part.stage) &&
    isOneOf(['error', 'warning'], part.severity) &&
    [part.needs, part.uses, part.mayBePartial].every(isListOfFacts) &&
    [part.options, part.remediation].every(isObject) &&
    [part.evaluate, part.message].every((one) => typeof one === 'function')
  );
}

function isListOfFacts(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => isOneOf(factNames, name));
}

function isOneOf(choices: readonly unknown[], value: unknown): boolean {
  return choices.includes(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
