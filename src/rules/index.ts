export * from './all-rules.js';
export {
  apiHubConnection,
  businessUnit,
  catalogue,
  dependencyValidation,
  healthCheck,
  mapDesign,
  operations,
  operationsValidator,
  prerequisites,
  type RuleCode,
  ruleFor,
  staleConfiguration,
} from './catalogue.js';
export type { CustomCode, ReservedCode } from './code.js';
export { describeRule, type RuleDescription } from './describe-rule.js';
export type { Link, Performer, Remediation, RemediationOption, Source } from './remediation/remediation.js';
export {
  defineRule,
  type Origin,
  type RoleModel,
  type Rule,
  type RuleContext,
  type RuleDefinition,
  type RuleOption,
  type Severity,
} from './rule.js';
export type { Stage, Validation } from './validation.js';
export { type AllOf, allOf, type CodeOf, type InOrder, inOrder, type Validator } from './validator.js';
export {
  type ArgsOf,
  type Finding,
  finding,
  inconclusive,
  type Judgment,
  judgeEach,
  type MissingFact,
  missing,
  notApplicable,
  notProvided,
  type Subject,
  type SubjectKind,
  type Verdict,
} from './verdict.js';
