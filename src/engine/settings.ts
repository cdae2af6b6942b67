import { inShort } from '../facts/issues.js';
import type { Issue } from '../fault.js';
import { isCustomCode } from '../rules/code.js';
import type { RoleModel, Rule, RuleOutline, Severity } from '../rules/rule.js';
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
 * Which rules are evaluated, and how.
 * @public
 */
export interface EngineOptions {
  /** What to evaluate. Default, if the option is left out: {@link healthCheck}. An explicit `undefined` is a mistake. */
  readonly validator?: Validator;
  /** Evaluate only these rules of the validator, without the gate. */
  readonly only?: readonly string[] | undefined;
  /** `documented`: errors in prerequisites block the rest. `none`: evaluate everything. Default `documented`. */
  readonly gate?: 'documented' | 'none' | undefined;
  /** Which roles users and teams must hold. Default `least-privilege`. */
  readonly roleModel?: RoleModel | undefined;
  /** Settings of single rules, by code. */
  readonly rules?: Readonly<Record<string, RuleSetting>> | undefined;
}

/** Options from outside: any of them may have any value. */
export type Unchecked<Options> = { readonly [Name in keyof Options]?: unknown };

/**
 * What is wrong with the options, with the nearest codes if a code is unknown; empty if nothing is. The validator is not
 * checked: its rules are given.
 *
 * @param rules - those of the validator: only they can be evaluated
 * @param settled - those that may have settings, including the others of the catalogue
 */
export function issuesInOptions(
  { gate, roleModel, only, rules: settings }: Unchecked<EngineOptions>,
  rules: readonly Rule[],
  settled: ReadonlyMap<string, RuleOutline>,
): readonly Issue[] {
  return [
    ...issuesInWord('gate', gate, ['documented', 'none']),
    ...issuesInWord('roleModel', roleModel, ['least-privilege', 'system-administrator']),
    ...issuesInSelection(only, rules, settled),
    ...issuesInSettings(settings, settled),
    ...issuesInCodes(rules),
  ];
}

/** What is wrong with an option that must be one of a few words, or left out. */
export function issuesInWord(path: string, value: unknown, allowed: readonly string[]): readonly Issue[] {
  const isFit = value === undefined || allowed.some((word) => word === value);
  return isFit ? [] : [{ path, message: `expected ${inProse(allowed)}, got ${inShort(value)}` }];
}

/** `a or b`, `a, b or c` */
function inProse(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function issuesInSelection(
  only: unknown,
  rules: readonly Rule[],
  settled: ReadonlyMap<string, RuleOutline>,
): readonly Issue[] {
  if (only === undefined) return [];
  if (!Array.isArray(only)) return [{ path: 'only', message: `expected a list of codes, got ${inShort(only)}` }];
  const codes = new Set(rules.map(({ code }) => code));
  return only.flatMap((code: unknown) => {
    if (typeof code !== 'string') return [{ path: 'only', message: `expected a code, got ${inShort(code)}` }];
    if (codes.has(code)) return [];
    const other = settled.get(code);
    const message =
      other === undefined
        ? unknownCode(code, [...codes])
        : `${code} is a rule of ${other.validation}, which is not part of what is evaluated: choose another validator`;
    return [{ path: 'only', message }];
  });
}

function issuesInSettings(settings: unknown, settled: ReadonlyMap<string, RuleOutline>): readonly Issue[] {
  if (settings === undefined) return [];
  if (!isRecord(settings)) {
    return [{ path: 'rules', message: `expected settings by code, got ${inShort(settings)}` }];
  }
  return Object.entries(settings).flatMap(([code, setting]) => {
    const path = `rules.${code}`;
    const rule = settled.get(code);
    return [
      ...(rule === undefined ? [{ path, message: unknownCode(code, [...settled.keys()]) }] : []),
      ...issuesInSetting(path, setting, rule),
    ];
  });
}

function issuesInSetting(path: string, setting: unknown, rule: RuleOutline | undefined): readonly Issue[] {
  if (!isRecord(setting)) return issuesInWord(path, setting, ['off', 'error', 'warning']);
  const { severity, options = {} } = setting;
  return [
    ...issuesInWord(`${path}.severity`, severity, ['error', 'warning']),
    ...issuesInRuleOptions(`${path}.options`, options, rule?.options ?? []),
  ];
}

function issuesInRuleOptions(path: string, options: unknown, known: readonly string[]): readonly Issue[] {
  if (!isRecord(options)) return [{ path, message: `expected numbers by name, got ${inShort(options)}` }];
  return Object.entries(options).flatMap(([name, value]) => {
    if (!known.includes(name))
      return [{ path: `${path}.${name}`, message: `expected one of: ${known.join(', ') || 'no option'}` }];
    if (!Number.isFinite(value))
      return [{ path: `${path}.${name}`, message: `expected a number, got ${inShort(value)}` }];
    return [];
  });
}

function issuesInCodes(rules: readonly Rule[]): readonly Issue[] {
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));
  return rules.flatMap((rule) => [
    ...(byCode.get(rule.code) === rule ? [] : [{ path: 'validator', message: `${rule.code} is used by two rules` }]),
    ...(rule.origin === 'custom' && !isCustomCode(rule.code)
      ? [{ path: 'validator', message: `${inShort(rule.code)} is not a valid code for a custom rule` }]
      : []),
  ]);
}

/** Whether something from outside is an object with properties by name. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `there is no rule "DWDVEV1070"; the nearest codes are DWDVEV1001, DWDVEV1007` */
export function unknownCode(code: string, codes: readonly string[]): string {
  return `there is no rule ${inShort(code)}; the nearest codes are ${nearest(code, codes).slice(0, 5).join(', ')}`;
}
