export * from './all-rules.js';
export { catalogue, type RuleCode, ruleFor } from './catalogue.js';
export type { CustomCode, ReservedCode } from './code.js';
export { describeRule, type RuleDescription } from './describe-rule.js';
export {
  apiHubConnection,
  businessUnit,
  dependencyValidation,
  healthCheck,
  prerequisites,
  staleConfiguration,
} from './health-check.js';
export { mapDesign } from './map-design.js';
export { operations, operationsValidator } from './operations.js';
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
