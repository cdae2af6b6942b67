import type { Outcome, Status } from '../engine/outcome.js';
import type { Coverage, UnknownReason } from '../facts/fact.js';
import { type FurtherFactName, factNames, furtherFactNames, type HealthFactName } from '../facts/fact-names.js';
import type { FactName } from '../facts/schemas.js';
import { scrub } from '../facts/scrub.js';
import { factOf, type Snapshot } from '../facts/snapshot.js';
import type { InvalidOptions } from '../fault.js';
import type { Governance } from '../govern/govern.js';
import type { Health } from '../govern/health.js';
import type { Severity } from '../rules/rule.js';
import { tool } from './tool.js';

/**
 * How well a fact was known, without its value.
 * @public
 */
export type FactSummary =
  | { readonly status: 'known'; readonly coverage: Coverage; readonly detail?: string | undefined }
  | { readonly status: 'unknown'; readonly reason: UnknownReason; readonly detail?: string | undefined };

/**
 * The result of a check: plain JSON, the same bytes for the same snapshot and options. Everything a person reads is a view of
 * it.
 * @public
 */
export interface HealthReport {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly environment: { readonly name: string };
  /** When the facts were read, ISO 8601. */
  readonly takenAt: string;
  readonly health: Health;
  /** The severity from which findings counted. */
  readonly failOn: Severity;
  /** How many rules have each status. */
  readonly totals: Readonly<Record<Status, number>>;
  /** One per rule, in catalogue order. */
  readonly outcomes: readonly Outcome[];
  readonly facts: FactSummaries;
  /** What was accepted; absent if there was nothing to accept. */
  readonly governance?: Governance | undefined;
  /** Why nothing was evaluated: the options are not valid. Then the health is `unknown`, and there are no outcomes. */
  readonly fault?: InvalidOptions | undefined;
}

/**
 * Every fact of the health check, and of the others those that were provided or asked for.
 * @public
 */
export type FactSummaries = Readonly<Record<HealthFactName, FactSummary>> &
  Readonly<Partial<Record<FurtherFactName, FactSummary>>>;

/** Builds a report; `asked` are the facts that its rules use. */
export function buildReport(
  snapshot: Snapshot,
  outcomes: readonly Outcome[],
  asked: readonly FactName[],
  { health, failOn, governance, fault }: Pick<HealthReport, 'health' | 'failOn' | 'governance' | 'fault'>,
): HealthReport {
  return {
    schemaVersion: 1,
    tool,
    environment: { name: snapshot.environment.name },
    takenAt: snapshot.takenAt,
    health,
    failOn,
    totals: countByStatus(outcomes),
    outcomes,
    facts: summarize(snapshot, asked),
    ...(governance === undefined ? {} : { governance }),
    ...(fault === undefined ? {} : { fault }),
  };
}

/** How many outcomes have each status. */
export function countByStatus(outcomes: readonly Outcome[]): Readonly<Record<Status, number>> {
  const totals: Record<Status, number> = {
    passed: 0,
    failed: 0,
    'not-applicable': 0,
    inconclusive: 0,
    blocked: 0,
    skipped: 0,
    errored: 0,
  };
  for (const { status } of outcomes) totals[status] += 1;
  return totals;
}

function summarize(snapshot: Snapshot, asked: readonly FactName[]): FactSummaries {
  const further: readonly FactName[] = furtherFactNames;
  const listed = factNames.filter(
    (name) => !further.includes(name) || asked.includes(name) || snapshot.facts[name] !== undefined,
  );
  const summaries = listed.map((name): [FactName, FactSummary] => {
    const fact = factOf(snapshot.facts, name);
    const scrubbedDetail = fact.detail === undefined ? {} : { detail: scrub(fact.detail) };
    return fact.status === 'known'
      ? [name, { status: 'known', coverage: fact.coverage ?? 'complete', ...scrubbedDetail }]
      : [name, { status: 'unknown', reason: fact.reason, ...scrubbedDetail }];
  });
  return Object.fromEntries(summaries) as FactSummaries; // Safe: `listed` contains every fact of the health check.
}
