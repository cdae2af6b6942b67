import {
  type Acceptance,
  answersInFull,
  isOpen,
  type Outcome,
  type OutcomeWith,
  type ReportedFinding,
} from '../engine/outcome.js';
import { isRecord, type Unchecked, unknownCode } from '../engine/settings.js';
import { groupsBy } from '../facts/groups-by.js';
import { inShort } from '../facts/issues.js';
import { nameKey } from '../facts/keys.js';
import type { Issue } from '../fault.js';

/**
 * A temporarily accepted finding or open outcome. It marks and never removes.
 * @public
 */
export interface Suppression {
  /** The code of the rule. */
  readonly rule: string;
  /** The subject of the finding by its id, ignoring letter case, or a pattern in which `*` means any characters. */
  readonly subject?: string | { readonly pattern: string } | undefined;
  /** Accepts instead that the rule is inconclusive, blocked or errored. */
  readonly open?: true | undefined;
  /** Why this is acceptable. */
  readonly reason: string;
  /**
   * The last day on which it applies (`2026-12-31`, to the end of the day in UTC), or the instant at which it ends (ISO 8601).
   */
  readonly expires: string;
  readonly owner?: string | undefined;
}

/** Suppressions, prepared for one evaluation. */
interface Suppressing {
  /** An outcome with what is accepted about it marked. */
  readonly mark: (outcome: Outcome) => Outcome;
  /** The result of each suppression, in the given order; called when all outcomes are marked. */
  readonly uses: (outcomes: readonly Outcome[]) => SuppressionUses;
}

/**
 * The results of the suppressions of a check.
 * @public
 */
export interface SuppressionUses {
  /** Those that accepted something, with the number. */
  readonly applied: readonly (Suppression & { readonly times: number })[];
  /** Those that no longer apply. */
  readonly expired: readonly Suppression[];
  /** Those whose rule reached a conclusion and had nothing to accept. */
  readonly unused: readonly Suppression[];
}

/** Prepares suppressions; only those that have not expired at `now` accept anything. */
export function suppressing(suppressions: readonly Suppression[], now: Date): Suppressing {
  const uses = new Map<Suppression, number>();
  const active = suppressions.filter(({ expires }) => now.getTime() <= endOf(expires));
  const byCode = groupsBy(active, ({ rule }) => rule.toUpperCase());
  return {
    mark(outcome) {
      const candidates = byCode.get(outcome.code.toUpperCase());
      if (candidates === undefined) return outcome;
      const marked = outcome.status === 'failed' ? markFindings(outcome, candidates) : outcome;
      if (!isOpen(marked)) return marked;
      const accepted = accept(candidates.find(({ open }) => open));
      return accepted === undefined ? marked : { ...marked, suppressed: accepted };
    },
    uses: (outcomes) => {
      const concluded = new Set(outcomes.filter(answersInFull).map(({ code }) => code.toUpperCase()));
      return {
        applied: active.flatMap((one) => (uses.has(one) ? [{ ...one, times: uses.get(one) ?? 0 }] : [])),
        expired: suppressions.filter((one) => !active.includes(one)),
        unused: active.filter((one) => !uses.has(one) && concluded.has(one.rule.toUpperCase())),
      };
    },
  };

  function markFindings(outcome: OutcomeWith<'failed'>, candidates: readonly Suppression[]): OutcomeWith<'failed'> {
    const [first, ...more] = outcome.findings;
    const findings = [markFinding(first, candidates), ...more.map((one) => markFinding(one, candidates))] as const;
    return { ...outcome, findings };
  }

  function markFinding(finding: ReportedFinding, candidates: readonly Suppression[]): ReportedFinding {
    const accepted = accept(
      candidates.find(({ subject }) => subject !== undefined && matches(subject, finding.subject.id)),
    );
    return accepted === undefined ? finding : { ...finding, suppressed: accepted };
  }

  function accept(suppression: Suppression | undefined): Acceptance | undefined {
    if (suppression === undefined) return undefined;
    uses.set(suppression, (uses.get(suppression) ?? 0) + 1);
    const { reason, expires, owner } = suppression;
    return { reason, expires, ...(owner === undefined ? {} : { owner }) };
  }
}

function matches(subject: NonNullable<Suppression['subject']>, id: string): boolean {
  return typeof subject === 'string'
    ? nameKey(subject) === nameKey(id)
    : matchesPattern(nameKey(subject.pattern), nameKey(id));
}

/** The pieces between the asterisks, one after the other: without a regular expression, no pattern can stall it. */
function matchesPattern(pattern: string, text: string): boolean {
  const pieces = pattern.split('*');
  const [start = '', ...rest] = pieces;
  const end = rest.pop();
  if (end === undefined) return pattern === text;
  if (!text.startsWith(start) || !text.endsWith(end)) return false;
  let position = start.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, position);
    if (found < 0) return false;
    position = found + piece.length;
  }
  return position <= text.length - end.length;
}

/** The last instant at which it applies, in milliseconds. */
function endOf(expires: string): number {
  return Date.parse(isDay.test(expires) ? `${expires}T23:59:59.999Z` : expires);
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;
const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** What is wrong with suppressions that come from outside. */
export function issuesInSuppressions(suppressions: unknown, codes: readonly string[]): readonly Issue[] {
  if (suppressions === undefined) return [];
  if (!Array.isArray(suppressions)) {
    return [{ path: 'suppressions', message: `expected a list, got ${inShort(suppressions)}` }];
  }
  const known = new Set(codes.map((code) => code.toUpperCase()));
  return suppressions.flatMap((suppression: unknown, index) => {
    const path = `suppressions[${index}]`;
    if (!isRecord(suppression)) return [{ path, message: `expected a suppression, got ${inShort(suppression)}` }];
    return issuesInSuppression(path, suppression, (code) => (known.has(code.toUpperCase()) ? [] : codes));
  });
}

/** @param othersThan - the existing codes, if this one does not exist; empty if it does */
function issuesInSuppression(
  path: string,
  { rule, subject, open, reason, expires, owner }: Unchecked<Suppression>,
  othersThan: (code: string) => readonly string[],
): readonly Issue[] {
  const expected = (name: keyof Suppression, what: string, value: unknown): Issue => ({
    path: `${path}.${name}`,
    message: `expected ${what}, got ${inShort(value)}`,
  });
  const issues: Issue[] = [];
  if (typeof rule !== 'string') issues.push(expected('rule', 'a code', rule));
  else {
    const others = othersThan(rule);
    if (others.length > 0) issues.push({ path: `${path}.rule`, message: unknownCode(rule, others) });
  }
  if (typeof reason !== 'string' || reason.trim() === '') issues.push(expected('reason', 'a reason', reason));
  if (typeof expires !== 'string' || !isExpiry(expires)) {
    issues.push(expected('expires', 'a day such as 2026-12-31, or an instant with a time zone', expires));
  }
  if (owner !== undefined && typeof owner !== 'string') issues.push(expected('owner', 'a name', owner));
  if (subject !== undefined && !isSubject(subject)) {
    issues.push(expected('subject', 'an id, or an object with a pattern', subject));
  }
  if ((subject === undefined) === (open !== true)) {
    issues.push({ path, message: 'expected either a subject, or "open": true for an inconclusive rule' });
  }
  return issues;
}

function isSubject(subject: unknown): boolean {
  return typeof subject === 'string' || (isRecord(subject) && typeof subject.pattern === 'string');
}

function isExpiry(expires: string): boolean {
  return (isDay.test(expires) || isInstant.test(expires)) && !Number.isNaN(endOf(expires)) && isRealDay(expires);
}

/** `2026-02-30` parses as a day in March. */
function isRealDay(expires: string): boolean {
  const [day = ''] = expires.split('T');
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}
