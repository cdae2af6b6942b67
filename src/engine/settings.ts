import type { Issue } from '../faults.js';
import { isCustomCode } from '../rules/code.js';
import type { RoleModel, Rule, Severity } from '../rules/rule.js';
import type { Validator } from '../rules/validator.js';
import { nearest } from './nearest.js';

/**
 * What to do with one rule: turn it off, give it another severity, or change its options.
 * @public
 */
export type RuleSetting =
  | 'off'
  | Severity
  | {
      readonly severity?: Severity | undefined;
      readonly options?: Readonly<Record<string, number>> | undefined;
    };

/**
 * Which rules are asked, and how.
 * @public
 */
export interface EngineOptions {
  /** What to evaluate. Default: {@link healthCheck}. */
  readonly validator?: Validator | undefined;
  /** Evaluate just these rules of the validator, without the gate. */
  readonly only?: readonly string[] | undefined;
  /** `documented`: errors in prerequisites block the rest. `none`: evaluate everything. Default `documented`. */
  readonly gate?: 'documented' | 'none' | undefined;
  /** Which roles users and teams must hold. Default `least-privilege`. */
  readonly roleModel?: RoleModel | undefined;
  /** Settings of single rules, by code. */
  readonly rules?: Readonly<Record<string, RuleSetting>> | undefined;
}

/**
 * What is wrong with the options, with the nearest codes where a code is unknown; empty when nothing is.
 *
 * @param rules - those of the validator: only they can be evaluated
 * @param settled - those that may have settings, the others of the catalogue among them
 * @internal
 */
export function issuesInOptions(
  options: EngineOptions,
  rules: readonly Rule[],
  settled: readonly Rule[],
): readonly Issue[] {
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));
  const issues: Issue[] = [];
  const expectOneOf = (path: string, value: string | undefined, allowed: readonly string[]) => {
    if (value !== undefined && !allowed.includes(value)) {
      issues.push({ path, message: `expected ${allowed.join(' or ')}, got ${JSON.stringify(value)}` });
    }
  };
  const settledByCode = new Map(settled.map((rule) => [rule.code, rule]));

  expectOneOf('gate', options.gate, ['documented', 'none']);
  expectOneOf('roleModel', options.roleModel, ['least-privilege', 'system-administrator']);
  for (const code of options.only ?? []) {
    if (byCode.has(code)) continue;
    const other = settledByCode.get(code);
    const message =
      other === undefined
        ? unknownCode(code, [...byCode.keys()])
        : `${code} is a rule of ${other.validation}, which is no part of what is evaluated: choose another validator`;
    issues.push({ path: 'only', message });
  }
  for (const [code, setting] of Object.entries(options.rules ?? {})) {
    if (!settledByCode.has(code)) {
      issues.push({ path: `rules.${code}`, message: unknownCode(code, [...settledByCode.keys()]) });
    }
    issues.push(...issuesInSetting(`rules.${code}`, setting, settledByCode.get(code)));
  }
  for (const rule of rules) {
    if (byCode.get(rule.code) !== rule)
      issues.push({ path: 'validator', message: `${rule.code} is used by two rules` });
    if (rule.origin === 'custom' && !isCustomCode(rule.code)) {
      issues.push({ path: 'validator', message: `${JSON.stringify(rule.code)} is no code for a custom rule` });
    }
  }
  return issues;
}

function issuesInSetting(path: string, setting: RuleSetting, rule: Rule | undefined): readonly Issue[] {
  if (typeof setting === 'string') {
    return ['off', 'error', 'warning'].includes(setting)
      ? []
      : [{ path, message: `expected off, error or warning, got ${JSON.stringify(setting)}` }];
  }
  const { severity, options = {} } = setting;
  const issues: Issue[] = [];
  if (severity !== undefined && severity !== 'error' && severity !== 'warning') {
    issues.push({ path: `${path}.severity`, message: `expected error or warning, got ${JSON.stringify(severity)}` });
  }
  for (const [name, value] of Object.entries(options)) {
    const known = Object.keys(rule?.options ?? {});
    if (!known.includes(name)) {
      issues.push({ path: `${path}.options.${name}`, message: `expected one of: ${known.join(', ') || 'no option'}` });
    } else if (typeof value !== 'number' || !Number.isFinite(value)) {
      issues.push({ path: `${path}.options.${name}`, message: `expected a number, got ${JSON.stringify(value)}` });
    }
  }
  return issues;
}

/** `there is no rule "DWDVEV1070"; the nearest codes are DWDVEV1001, DWDVEV1007` @internal */
export function unknownCode(code: string, codes: readonly string[]): string {
  return `there is no rule ${JSON.stringify(code)}; the nearest codes are ${nearest(code, codes).slice(0, 5).join(', ')}`;
}
