import { unknownCode } from '../../engine/settings.js';
import { catalogue, ruleFor } from '../../rules/catalogue.js';
import { codeAsWritten } from '../../rules/code-as-written.js';
import { describeRule, type RuleDescription } from '../../rules/describe-rule.js';
import { type CommandResult, couldNotRun } from '../command-result.js';

export interface AskedRules {
  /** The requested one. */
  readonly rule: RuleDescription | undefined;
  /** That one, or all. */
  readonly rules: readonly RuleDescription[];
}

/** Finds one rule of the catalogue, or describes all of them. */
export function run({ code }: { readonly code: string | undefined }): CommandResult<AskedRules> {
  const rule = code === undefined ? undefined : ruleFor(codeAsWritten(code));
  if (code !== undefined && rule === undefined) {
    return couldNotRun(
      unknownCode(
        code,
        catalogue.map((known) => known.code),
      ),
    );
  }
  const asked = rule === undefined ? catalogue : [rule];
  return { type: 'done', result: { rule: rule && describeRule(rule), rules: asked.map(describeRule) }, exitCode: 0 };
}
