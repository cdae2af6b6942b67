import type { JsonObject, NonEmptyTuple } from 'type-fest';
import type { Fact } from '../facts/fact.js';
import type { FactName, Facts } from '../facts/schemas.js';
import type { CustomCode } from './code.js';
import type { Remediation, Source } from './remediation/remediation.js';
import type { Stage, Validation } from './validation.js';
import type { Subject, Verdict } from './verdict.js';

/**
 * How bad a finding is: an error stops synchronization or setup, a warning is a risk.
 * @public
 */
export type Severity = 'error' | 'warning';

/**
 * Where a rule comes from: `documented` (the health check article), `documented-check` (a requirement documented by Microsoft
 * that has no code in that article; codes of map validation are still Microsoft's), `draft` (a withdrawn page), `library`
 * (ours), `custom` (yours).
 * @public
 */
export type Origin = 'documented' | 'documented-check' | 'draft' | 'library' | 'custom';

/**
 * Which roles a user or team must hold: what the security roles article requires (`least-privilege`), or what the older
 * live synchronization article requires (`system-administrator`).
 * @public
 */
export type RoleModel = 'least-privilege' | 'system-administrator';

/**
 * A number that the user of a rule may change.
 * @public
 */
export interface RuleOption {
  readonly default: number;
  readonly description: string;
}

/**
 * What a rule may use besides its facts.
 * @public
 */
export interface RuleContext<OptionName extends string = never> {
  readonly roleModel: RoleModel;
  /** When the facts were read, ISO 8601: the only time that a rule knows. */
  readonly takenAt: string;
  /** The rule's own options, with defaults filled in. */
  readonly options: Readonly<Record<OptionName, number>>;
  /** Whether the reader of this fact may have seen only a part of the rows. */
  readonly isPartial: (fact: FactName) => boolean;
  /** `compute(...values)`, worked out once per evaluation however many rules ask for it with the same function and values. */
  readonly derive: <Values extends readonly object[], Result>(
    compute: (...values: Values) => Result,
    ...values: Values
  ) => Result;
}

/**
 * A rule: metadata, the facts it needs, and a pure function from facts to a verdict.
 * @public
 */
export interface RuleDefinition<
  Code extends string,
  Needs extends readonly FactName[],
  Uses extends readonly FactName[],
  Args extends JsonObject,
  OptionName extends string,
> {
  /** One code has one meaning, permanently. */
  readonly code: Code;
  /** The name in kebab case; the file and the export are named after it. */
  readonly slug: string;
  readonly title: string;
  readonly validation: Validation;
  readonly severity: Severity;
  /** The version of the package, yours or ours, in which the rule appeared. */
  readonly since: string;
  /** What a finding means, in one or two sentences. */
  readonly meaning: string;
  /** What goes wrong if nobody acts. */
  readonly impact: string;
  /** Facts that must be known; the engine makes sure of it, so the rule never checks. */
  readonly needs: Needs;
  /** The needed facts that may be partial: one bad row is proof, but a pass is inconclusive. */
  readonly mayBePartial?: readonly Needs[number][];
  /** Optional facts: if one is unknown, the rule finds less. */
  readonly uses?: Uses;
  /** No supported API provides this: if it is not provided, the rule is skipped instead of being inconclusive. */
  readonly ifProvided?: boolean;
  readonly options?: { readonly [Name in OptionName]: RuleOption };
  /**
   * Why there is nothing to look at, judged from the needed and optional facts that are known and complete; `undefined` when
   * there may be something. It is called first, so that known facts take precedence over unknown ones.
   */
  readonly notApplicable?: (
    facts: { readonly [Name in Needs[number] | Uses[number]]?: Facts[Name] | undefined },
    context: RuleContext<OptionName>,
  ) => string | undefined;
  /** Receives the value of every needed fact and the {@link Fact} of every optional one, and nothing else. */
  readonly evaluate: (
    facts: { readonly [Name in Needs[number]]: Facts[Name] } & { readonly [Name in Uses[number]]: Fact<Facts[Name]> },
    context: RuleContext<OptionName>,
  ) => Verdict<NoInfer<Args>>;
  /** The words of one finding. */
  readonly message: (args: Args, subject: Subject) => string;
  readonly remediation: Remediation;
  /** The articles that the rule is based on. */
  readonly sources: Readonly<NonEmptyTuple<Source>>;
}

/**
 * A rule as validators and the catalogue hold it: it is a validator itself.
 * @public
 */
export interface Rule<Code extends string = string> {
  readonly kind: 'rule';
  readonly code: Code;
  readonly slug: string;
  readonly title: string;
  readonly origin: Origin;
  readonly validation: Validation;
  readonly stage: Stage;
  readonly severity: Severity;
  readonly since: string;
  readonly meaning: string;
  readonly impact: string;
  readonly needs: readonly FactName[];
  readonly mayBePartial: readonly FactName[];
  readonly uses: readonly FactName[];
  readonly ifProvided: boolean;
  readonly options: Readonly<Record<string, RuleOption>>;
  readonly remediation: Remediation;
  readonly sources: Readonly<NonEmptyTuple<Source>>;
  // The engine builds exactly the facts, options and args that the definition declared, so the parameter types can
  // be dropped here: `never` accepts every definition and keeps any other code from calling it.
  readonly notApplicable: ((facts: never, context: never) => string | undefined) | undefined;
  readonly evaluate: (facts: never, context: never) => Verdict<JsonObject>;
  readonly message: (args: never, subject: Subject) => string;
}

/**
 * Defines your own rule. It is a validator itself and can be combined with {@link allOf} and {@link inOrder}.
 *
 * @example
 * ```ts
 * const teamNames = defineRule({
 *   code: 'ACME1',
 *   slug: 'team-name-prefix',
 *   title: 'Team name without prefix',
 *   validation: 'BusinessUnit',
 *   severity: 'warning',
 *   since: '1.0.0',
 *   meaning: 'The name of a team does not begin with ACME.',
 *   impact: 'Nobody finds it.',
 *   needs: ['teams'],
 *   evaluate: ({ teams }) =>
 *     judgeEach(teams, ({ id, name }) => (name.startsWith('ACME') ? undefined : finding({ kind: 'team', id }, { name }))),
 *   message: ({ name }: { name: string }) => `${name} does not begin with ACME`,
 *   remediation: {
 *     summary: 'Rename the team.',
 *     options: [
 *       {
 *         title: 'Rename',
 *         steps: ['Open the team and change its name.'],
 *         performedBy: ['dataverse-system-administrator'],
 *         destroys: null,
 *         links: [],
 *       },
 *     ],
 *   },
 *   sources: [{ title: 'Acme naming rules', date: '2026-01-01' }],
 * });
 * ```
 * @public
 */
/* @__NO_SIDE_EFFECTS__ */
export function defineRule<
  const Code extends string,
  const Needs extends readonly FactName[],
  const Uses extends readonly FactName[] = [],
  Args extends JsonObject = JsonObject,
  OptionName extends string = never,
>(definition: RuleDefinition<Code, Needs, Uses, Args, OptionName> & { readonly code: CustomCode<Code> }): Rule<Code> {
  return toRule<Code>({ ...definition, origin: 'custom' });
}

/** Defines a rule of the catalogue: like {@link defineRule}, with its origin and a code in Microsoft's namespace. */
/* @__NO_SIDE_EFFECTS__ */
export function defineCatalogueRule<
  const Code extends `DWDVEV${number}` | `DWFOEV${number}` | `DIPV${number}` | `table-map-health-${number}`,
  const Needs extends readonly FactName[],
  const Uses extends readonly FactName[] = [],
  Args extends JsonObject = JsonObject,
  OptionName extends string = never,
>(
  definition: RuleDefinition<Code, Needs, Uses, Args, OptionName> & { readonly origin: Exclude<Origin, 'custom'> },
): Rule<Code> {
  return toRule<Code>(definition);
}

type AnyDefinition<Code extends string> = Omit<
  RuleDefinition<Code, readonly FactName[], readonly FactName[], never, string>,
  'notApplicable' | 'evaluate' | 'options'
> & {
  readonly notApplicable?: Rule['notApplicable'];
  readonly evaluate: Rule['evaluate'];
  readonly options?: Rule['options'];
};

/** What options are checked against: the code of a rule, its validation, and the names of its options. */
export interface RuleOutline extends Pick<Rule, 'code' | 'validation'> {
  readonly options: readonly string[];
}

export function outlineOf({ code, validation, options }: Rule): RuleOutline {
  return { code, validation, options: Object.keys(options) };
}

function toRule<Code extends string>(definition: AnyDefinition<Code> & { readonly origin: Origin }): Rule<Code> {
  return {
    mayBePartial: [],
    uses: [],
    ifProvided: false,
    options: {},
    notApplicable: undefined,
    ...definition,
    kind: 'rule',
    stage: stages[definition.validation] ?? 'dependency',
  };
}

/** Of the other validations it is `dependency`. */
const stages: Readonly<Partial<Record<Validation, Stage>>> = {
  Prerequisites: 'prerequisite',
  MapDesign: 'design',
  Operations: 'operation',
};
