import { factOf, type Snapshot } from '../facts/snapshot.js';
import { catalogueOutline } from '../rules/catalogue-outline.js';
import type { Rule, RuleContext, Severity } from '../rules/rule.js';
import type { Validator } from '../rules/validator.js';
import { isPartial, judge } from './judge.js';
import { hasUnacceptedFinding, type Outcome, type RuleIdentity } from './outcome.js';
import { type PlannedRule, plan } from './plan.js';
import type { EngineOptions, RuleSetting } from './settings.js';

/**
 * One outcome per rule of the validator, in catalogue order.
 *
 * @param mark - marks what is accepted about an outcome: accepted findings do not block anything
 */
export function evaluate(
  { facts, takenAt }: Snapshot,
  validator: Validator,
  options: EngineOptions,
  mark: (outcome: Outcome) => Outcome,
): readonly Outcome[] {
  const { only, gate = 'documented', roleModel = 'least-privilege', rules: settings = {} } = options;
  const outcomes = new Map<Rule, Outcome>();
  const gated = gate === 'documented' && only === undefined;
  const derive = derivationsOfOneRun();
  const isPartialFact: RuleContext['isPartial'] = (name) => isPartial(name, factOf(facts, name));
  const judging = {
    facts,
    contextFor: (rule: Rule): RuleContext<string> => ({
      roleModel,
      takenAt,
      options: optionsOf(rule, settingOf(settings, rule)),
      isPartial: isPartialFact,
      derive,
    }),
  };

  // The rules that block a rule come before it in the plan, so their outcomes exist when they are needed.
  const planned = plan(validator);
  for (const { rule, blockedBy } of planned) outcomes.set(rule, mark(outcomeOf({ rule, blockedBy })));
  return inCatalogueOrder(planned.map(({ rule }) => rule)).flatMap((rule) => outcomes.get(rule) ?? []);

  function outcomeOf({ rule, blockedBy }: PlannedRule): Outcome {
    const setting = settingOf(settings, rule);
    const identity = identityOf(rule, severityOf(setting));
    if (setting === 'off') return { ...identity, status: 'skipped', because: 'turned-off' };
    if (only !== undefined && !only.includes(rule.code))
      return { ...identity, status: 'skipped', because: 'not-selected' };

    const [first, ...more] = gated ? blockersAmong(blockedBy) : [];
    if (first === undefined) return { ...identity, ...judge(rule, judging) };
    // A blocked rule is evaluated only if it may be skipped for lack of input: skipped takes precedence.
    const judged = rule.ifProvided ? judge(rule, judging) : undefined;
    return judged?.status === 'skipped'
      ? { ...identity, ...judged }
      : { ...identity, status: 'blocked', by: [first, ...more] };
  }

  function blockersAmong(rules: readonly Rule[]): readonly string[] {
    const blocking = rules.filter((rule) => {
      const outcome = outcomes.get(rule);
      return outcome?.severity === 'error' && hasUnacceptedFinding(outcome);
    });
    return inCatalogueOrder(blocking).map((rule) => rule.code);
  }
}

function settingOf(settings: Readonly<Record<string, RuleSetting>>, rule: Rule): RuleSetting | undefined {
  return Object.hasOwn(settings, rule.code) ? settings[rule.code] : undefined;
}

function severityOf(setting: RuleSetting | undefined): Severity | undefined {
  if (typeof setting === 'object') return setting.severity;
  return setting === 'off' ? undefined : setting;
}

function optionsOf(rule: Rule, setting: RuleSetting | undefined): Readonly<Record<string, number>> {
  const defaults = Object.entries(rule.options).map(([name, option]) => [name, option.default] as const);
  const chosen = typeof setting === 'object' ? setting.options : undefined;
  return { ...Object.fromEntries(defaults), ...chosen };
}

function identityOf(rule: Rule, override: Severity | undefined): RuleIdentity {
  const { code, slug, title, origin, validation, stage, severity } = rule;
  const identity = { code, slug, title, origin, validation, stage, severity: override ?? severity };
  return identity.severity === severity ? identity : { ...identity, defaultSeverity: severity };
}

/** By code: referring to the rules themselves would load all of them in code that evaluates a few. */
const places: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(
  catalogueOutline.map(({ code }, index) => [code, index] as const),
);

/** Rules of the catalogue in its order, then the others in the given order. */
function inCatalogueOrder(rules: readonly Rule[]): readonly Rule[] {
  const placeOf = ({ code }: Rule) => places.get(code) ?? places.size;
  return [...rules].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Remembers, for the length of one run, what was computed from facts: rules share indexes instead of rebuilding them. */
function derivationsOfOneRun(): RuleContext['derive'] {
  const results = new Map<unknown, { readonly values: readonly object[]; readonly result: unknown }[]>();
  return (compute, ...values) => {
    const known = results.get(compute) ?? [];
    results.set(compute, known);
    const found = known.find((entry) => entry.values.every((value, index) => value === values[index]));
    if (found !== undefined) return found.result as ReturnType<typeof compute>; // Safe: it came from this very function.
    const result = compute(...values);
    known.push({ values, result });
    return result;
  };
}
