import {
  apiHubConnectionRules,
  businessUnitRules,
  prerequisitesRules,
  staleConfigurationRules,
} from './health-check.js';
import { mapDesignRules } from './map-design.js';
import { operationsRules } from './operations.js';
import type { Rule } from './rule.js';

/**
 * Every rule, in catalogue order: the one source of the docs, the schemas and the command line.
 * @public
 */
export const catalogue = /* @__PURE__ */ inOneList(
  prerequisitesRules,
  apiHubConnectionRules,
  staleConfigurationRules,
  businessUnitRules,
  operationsRules,
  mapDesignRules,
);

/** A call, unlike spread elements, can be marked as pure, so that bundlers drop the catalogue where it is not used. */
function inOneList<
  A extends readonly Rule[],
  B extends readonly Rule[],
  C extends readonly Rule[],
  D extends readonly Rule[],
  E extends readonly Rule[],
  F extends readonly Rule[],
>(a: A, b: B, c: C, d: D, e: E, f: F): readonly [...A, ...B, ...C, ...D, ...E, ...F] {
  return [...a, ...b, ...c, ...d, ...e, ...f];
}

/**
 * The code of a rule of the catalogue.
 * @public
 */
export type RuleCode = (typeof catalogue)[number]['code'];

/**
 * The rule with this code, or `undefined`.
 *
 * @example
 * ```ts
 * ruleFor('DWDVEV1007')?.title;
 * ```
 * @public
 */
export function ruleFor(code: string): Rule<RuleCode> | undefined {
  return catalogue.find((rule) => rule.code === code);
}
