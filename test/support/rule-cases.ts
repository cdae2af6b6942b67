import type { JsonObject, NonEmptyTuple } from 'type-fest';
import type { EvaluateOptions } from '../../src/evaluate-snapshot.js';
import type { SnapshotFacts } from '../../src/facts/snapshot.js';
import type { Rule } from '../../src/rules/rule.js';

/** One situation, and what the rule must say about it. `when` completes the sentence "… when". */
export interface Case {
  readonly when: string;
  readonly facts: SnapshotFacts;
  readonly options?: Pick<EvaluateOptions, 'roleModel' | 'rules'>;
}

/** A case that passes; `checked` is how many things were looked at. */
export interface PassingCase extends Case {
  readonly checked: number;
  /** The optional facts that the pass did not see; left out when it saw all of them. */
  readonly without?: Readonly<NonEmptyTuple<string>>;
}

/** A case with findings: their subjects as `kind id`, in the order of the report. */
export interface FailingCase extends Case {
  readonly subjects: Readonly<NonEmptyTuple<string>>;
  /** What each finding says, as data, in the same order. */
  readonly args: Readonly<NonEmptyTuple<JsonObject>>;
  /** What is open beside the findings, as `fact` or `fact.property`; left out when all is judged. */
  readonly missing?: Readonly<NonEmptyTuple<string>>;
}

/** A case that cannot be decided: what is missing, as `fact` or `fact.property`. */
export interface InconclusiveCase extends Case {
  readonly missing: Readonly<NonEmptyTuple<string>>;
}

/** States that a rule never has a status, and why: shown in the docs, and checked with generated snapshots. */
export interface Never {
  readonly never: string;
}

/**
 * The cases of one rule: they are its tests, and its docs page is made from them.
 * Every status has a case, or a reason why it cannot come about.
 */
export interface RuleCases {
  readonly rule: Rule;
  readonly passed: Readonly<NonEmptyTuple<PassingCase>> | Never;
  readonly failed: Readonly<NonEmptyTuple<FailingCase>>;
  readonly notApplicable: Readonly<NonEmptyTuple<Case>> | Never;
  readonly inconclusive: Readonly<NonEmptyTuple<InconclusiveCase>>;
  /** Only for rules whose input nobody may have supplied. */
  readonly skipped?: Readonly<NonEmptyTuple<Case>>;
}
