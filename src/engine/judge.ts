import type { JsonObject, NonEmptyTuple } from 'type-fest';
import { byCodeUnits } from '../facts/by-code-units.js';
import type { Fact } from '../facts/fact.js';
import { factNames, objectFacts } from '../facts/fact-names.js';
import type { FactName } from '../facts/schemas.js';
import { errorText, scrub } from '../facts/scrub.js';
import { factOf, type SnapshotFacts } from '../facts/snapshot.js';
import { explainedTopics } from '../rules/explained-topics.js';
import type { Rule, RuleContext } from '../rules/rule.js';
import type { Finding, MissingFact, Verdict } from '../rules/verdict.js';
import { fingerprint } from './fingerprint.js';
import type { Missing, Outcome, ReportedFinding, RuleIdentity } from './outcome.js';

/** What the rules of one evaluation share. */
interface Judging {
  readonly facts: SnapshotFacts;
  readonly contextFor: (rule: Rule) => RuleContext<string>;
}

type Judged = DistributiveOmit<Outcome, keyof RuleIdentity>;
type DistributiveOmit<T, Keys extends PropertyKey> = T extends unknown ? Omit<T, Keys> : never;

/**
 * What one rule says about the facts, ignoring gate and selection. The one `try` around rules: a rule that throws becomes
 * `errored` and the others continue.
 */
export function judge(rule: Rule, judging: Judging): Judged {
  try {
    return judgeUnsafely(rule, judging);
  } catch (error) {
    return { status: 'errored', because: errorText(error) };
  }
}

function judgeUnsafely(rule: Rule, { facts, contextFor }: Judging): Judged {
  const context = contextFor(rule) as never; // Safe: contextFor fills in exactly the options that the rule declared.
  const reason = rule.notApplicable?.(knownFacts(rule, facts) as never, context);
  if (reason !== undefined) return { status: 'not-applicable', because: reason };

  const unmet = rule.needs.flatMap((name) => whyUnusable(rule, name, factOf(facts, name)) ?? []);
  if (rule.ifProvided && unmet.some(({ reason }) => reason === 'not-provided')) {
    return { status: 'skipped', because: 'not-provided' };
  }
  if (isNonEmpty(unmet)) return inconclusive(unmet);

  const verdict = rule.evaluate(declaredFacts(rule, facts) as never, context);
  return toOutcome(rule, verdict, facts);
}

/** The declared facts that are known and complete: a rule may judge its applicability by these. */
function knownFacts(rule: Rule, facts: SnapshotFacts): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...rule.needs, ...rule.uses].flatMap((name) => {
      const fact = factOf(facts, name);
      return fact.status === 'known' && !isPartial(name, fact) ? [[name, fact.value]] : [];
    }),
  );
}

/**
 * Exactly what the rule declared: values of needed facts, whole facts for optional ones. A partial optional fact counts as
 * unknown.
 */
function declaredFacts(rule: Rule, facts: SnapshotFacts): Readonly<Record<string, unknown>> {
  const values = rule.needs.map((name) => {
    const fact = factOf(facts, name);
    return [name, fact.status === 'known' ? fact.value : undefined];
  });
  const optional = rule.uses.map((name) => [name, factOf(facts, name)]);
  return Object.fromEntries([...values, ...optional]);
}

function whyUnusable(rule: Rule, name: FactName, fact: Fact<unknown>): Missing | undefined {
  if (fact.status === 'unknown') return withDetail({ fact: name, reason: fact.reason }, fact.detail);
  return isPartial(name, fact) && !rule.mayBePartial.includes(name) ? inPart(name, fact) : undefined;
}

export function isPartial(name: FactName, fact: Fact<unknown>): boolean {
  return fact.status === 'known' && fact.coverage === 'partial' && !objectFacts.has(name);
}

function toOutcome(rule: Rule, verdict: Verdict<JsonObject>, facts: SnapshotFacts): Judged {
  const partial = rule.needs
    .filter((name) => isPartial(name, factOf(facts, name)))
    .map((name) => inPart(name, factOf(facts, name)));
  if (verdict.kind === 'not-provided') return { status: 'skipped', because: 'not-provided' };
  if (verdict.kind === 'not-applicable') {
    return isNonEmpty(partial) ? inconclusive(partial) : { status: 'not-applicable', because: verdict.because };
  }

  const { findings } = verdict;
  const judged = { checked: verdict.checked, ...withoutOptional(rule, facts) };
  const open = verdict.proven
    ? []
    : distinct([...verdict.missing.map((missing) => explain(missing, facts)), ...partial]);
  const reported = findings.map((finding) => report(rule, finding)).sort(bySubject);
  if (isNonEmpty(reported)) {
    const topics = explainedTopics.get(rule.code);
    const explanation = { remediation: rule.remediation, ...(topics === undefined ? {} : { topics }) };
    return isNonEmpty(open)
      ? {
          status: 'failed',
          ...judged,
          findings: reported,
          incomplete: true,
          missing: open,
          ...explanation,
        }
      : { status: 'failed', ...judged, findings: reported, ...explanation };
  }
  return isNonEmpty(open) ? inconclusive(open) : { status: 'passed', ...judged };
}

/** The optional facts that were not completely seen, even if the part that was seen proves something. */
function withoutOptional(rule: Rule, facts: SnapshotFacts): { readonly without?: Readonly<NonEmptyTuple<FactName>> } {
  const without = factNames.filter((name) => {
    const fact = factOf(facts, name);
    return rule.uses.includes(name) && (fact.status === 'unknown' || isPartial(name, fact));
  });
  return isNonEmpty(without) ? { without } : {};
}

function inconclusive(missing: Readonly<NonEmptyTuple<Missing>>): Judged {
  return { status: 'inconclusive', because: missing.map(inWords).join('; '), missing };
}

/** `teams is not known (not-permitted)` */
function inWords({ fact, property, reason }: Missing): string {
  if (reason === 'partial') return `only a part of ${fact} was seen`;
  return property === undefined ? `${fact} is not known (${reason})` : `${fact}.${property} is not known`;
}

function explain({ fact, property }: MissingFact, facts: SnapshotFacts): Missing {
  const found = factOf(facts, fact);
  if (found.status === 'unknown') return withDetail({ fact, reason: found.reason }, found.detail);
  return property === undefined ? inPart(fact, found) : { fact, property, reason: 'not-provided' };
}

function inPart(name: FactName, { detail }: Fact<unknown>): Missing {
  return withDetail({ fact: name, reason: 'partial' }, detail);
}

/** Details are free text: a snapshot that was written manually may contain a token. */
function withDetail(missing: Missing, detail: string | undefined): Missing {
  return detail === undefined ? missing : { ...missing, detail: scrub(detail) };
}

/** Each fact and property once, in catalogue order. */
function distinct(missing: readonly Missing[]): readonly Missing[] {
  const byPlace = new Map(missing.map((entry) => [`${entry.fact}.${entry.property ?? ''}`, entry]));
  return [...byPlace.values()].sort(
    (a, b) => factNames.indexOf(a.fact) - factNames.indexOf(b.fact) || byCodeUnits(a.property ?? '', b.property ?? ''),
  );
}

function report(rule: Rule, { subject, args }: Finding<JsonObject>): ReportedFinding {
  return {
    subject,
    message: rule.message(args as never, subject), // Safe: defineRule ties the args of findings to those of message.
    args,
    fingerprint: fingerprint(rule.code, subject),
  };
}

function bySubject(a: ReportedFinding, b: ReportedFinding): number {
  return byCodeUnits(a.subject.id, b.subject.id) || byCodeUnits(a.subject.kind, b.subject.kind);
}

function isNonEmpty<T>(list: readonly T[]): list is Readonly<NonEmptyTuple<T>> {
  return list.length > 0;
}
