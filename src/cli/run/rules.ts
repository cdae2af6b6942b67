import { unknownCode } from '../../engine/settings.js';
import { catalogue, codeAsWritten, ruleFor } from '../../rules/catalogue.js';
import { describeRule } from '../../rules/describe-rule.js';
import type { Rule } from '../../rules/rule.js';
import { type CommandResult, couldNotRun } from '../command-result.js';

interface AskedRules {
  /** The one that was asked for. */
  readonly rule: Rule | undefined;
  /** That one, or all. */
  readonly rules: readonly ReturnType<typeof describeRule>[];
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
  return { type: 'done', result: { rule, rules: asked.map(describeRule) }, exitCode: 0 };
}
