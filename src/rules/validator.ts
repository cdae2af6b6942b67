import type { Rule } from './rule.js';

/**
 * What can be evaluated: a rule, or rules combined by {@link allOf} and {@link inOrder}.
 * @public
 */
export type Validator<Code extends string = string> = Rule<Code> | AllOf<Code> | InOrder<Code>;

/**
 * Validators that are evaluated side by side.
 * @public
 */
export interface AllOf<Code extends string = string> {
  readonly kind: 'all-of';
  readonly name: string;
  readonly codes: readonly Code[];
  readonly members: readonly Validator[];
}

/**
 * Two validators, the second of which is blocked by an error in the first.
 * @public
 */
export interface InOrder<Code extends string = string> {
  readonly kind: 'in-order';
  readonly name: string;
  readonly codes: readonly Code[];
  readonly first: Validator;
  readonly then: Validator;
}

/** The codes of a validator's rules, as a union. @public */
export type CodeOf<V> = V extends { readonly code: infer Code }
  ? Code
  : V extends { readonly codes: readonly (infer Code)[] }
    ? Code
    : never;

/**
 * Turns a member whose code is also the code of another member into a sentence that says so. Codes that are just `string` pass.
 */
type DistinctCodes<Members extends readonly Validator[]> = {
  [Index in keyof Members]: string extends CodeOf<Members[Index]>
    ? Members[Index]
    : CodeOf<Members[Index]> & CodesOfOthers<Members, Index> extends never
      ? Members[Index]
      : `the code ${CodeOf<Members[Index]> & CodesOfOthers<Members, Index> & string} is used twice`;
};

type CodesOfOthers<Members extends readonly Validator[], Index> = {
  [Other in keyof Members]: Other extends Index ? never : LiteralCodeOf<Members[Other]>;
}[number];

type LiteralCodeOf<V> = string extends CodeOf<V> ? never : CodeOf<V>;

/**
 * Combines validators side by side. A code that occurs twice does not compile.
 *
 * @example
 * ```ts
 * const mine = allOf('mine', defaultOwningTeamMissing, dataverseCompanyMismatch);
 * ```
 * @public
 */
/* @__NO_SIDE_EFFECTS__ */
export function allOf<const Members extends readonly Validator[]>(
  name: string,
  ...members: Members & DistinctCodes<Members>
): AllOf<CodeOf<Members[number]> & string> {
  return allOfList<Members>(name, members);
}

/** {@link allOf} for a list; codes that occur twice are refused in the same way. */
/* @__NO_SIDE_EFFECTS__ */
export function allOfList<const Members extends readonly Validator[]>(
  name: string,
  members: Members & DistinctCodes<Members>,
): AllOf<CodeOf<Members[number]> & string> {
  const validators: readonly Validator[] = members;
  // Safe: the codes of the members are by definition those that CodeOf reads from their types.
  const codes = validators.flatMap(codesOf) as (CodeOf<Members[number]> & string)[];
  return { kind: 'all-of', name, codes, members: validators };
}

/**
 * Evaluates `first` and then `then`: a finding of severity error in `first` makes every rule of `then` `blocked`,
 * as Microsoft's health check does with prerequisites (*Dual-write health check*, 2023-06-30).
 * Unknown facts, warnings and suppressed findings block nothing.
 *
 * @example
 * ```ts
 * const mine = inOrder('mine', prerequisites, businessUnit);
 * ```
 * @public
 */
/* @__NO_SIDE_EFFECTS__ */
export function inOrder<const First extends Validator, const Then extends Validator>(
  name: string,
  first: First,
  then: Then,
): InOrder<(CodeOf<First> | CodeOf<Then>) & string> {
  // Safe for the same reason as in allOf.
  const codes = [...codesOf(first), ...codesOf(then)] as ((CodeOf<First> | CodeOf<Then>) & string)[];
  return { kind: 'in-order', name, codes, first, then };
}

/** Without type checking, a misspelled name in a namespace is `undefined`: evaluating it gives an error. */
function codesOf(validator: Validator | null | undefined): readonly string[] {
  return validator?.kind === 'rule' ? [validator.code] : (validator?.codes ?? []);
}
