import { err, type Result } from 'neverthrow';
import * as z from 'zod/mini';
import { statuses } from '../engine/outcome.js';
import { unknownReasons } from '../facts/fact.js';
import { factNames, furtherFactNames, healthFactNames } from '../facts/fact-names.js';
import { malformed } from '../facts/issues.js';
import { once } from '../facts/once.js';
import { parseVersioned } from '../facts/parse-versioned.js';
import type { ReportFault } from '../fault.js';
import { performers } from '../rules/remediation/remediation.js';
import { stages, validations } from '../rules/validation.js';
import { subjectKinds } from '../rules/verdict.js';
import type { HealthReport } from './report.js';

const nonEmpty = <Item extends z.ZodMiniType>(item: Item) => z.tuple([item], item);

/** The zod schema of a remediation. */
export const remediationSchema = /* @__PURE__ */ once(() =>
  z.object({
    summary: z.string(),
    options: nonEmpty(
      z.object({
        title: z.string(),
        steps: nonEmpty(z.string()),
        performedBy: nonEmpty(z.enum(performers)),
        destroys: z.nullable(z.string()),
        links: z.array(z.object({ title: z.string(), url: z.string() })),
      }),
    ),
  }),
);

function buildReportSchema(): z.ZodMiniType<HealthReport> {
  const count = z.int().check(z.nonnegative());
  const severity = z.enum(['error', 'warning']);
  const identity = {
    code: z.string(),
    slug: z.string(),
    title: z.string(),
    origin: z.enum(['documented', 'documented-check', 'draft', 'library', 'custom']),
    validation: z.enum(validations),
    stage: z.enum(stages),
    severity,
    defaultSeverity: z.optional(severity),
  };
  const missing = nonEmpty(
    z.object({
      fact: z.enum(factNames),
      property: z.optional(z.string()),
      reason: z.enum([...unknownReasons, 'partial']),
      detail: z.optional(z.string()),
    }),
  );
  const acceptance = z.object({ reason: z.string(), expires: z.string(), owner: z.optional(z.string()) });
  const suppression = z.object({
    rule: z.string(),
    subject: z.optional(z.union([z.string(), z.object({ pattern: z.string() })])),
    open: z.optional(z.literal(true)),
    ...acceptance.shape,
  });
  const policy = z.enum(['ignore', 'warn', 'fail']);
  const governance = z.object({
    now: z.iso.datetime({ offset: true }),
    suppressions: z.object({
      applied: z.array(z.extend(suppression, { times: count })),
      expired: z.array(suppression),
      unused: z.array(suppression),
    }),
    policy: z.object({ expired: policy, unused: policy }),
    baseline: z.optional(z.object({ takenAt: z.string(), accepted: count, fixed: z.array(z.string()) })),
  });
  const finding = z.object({
    subject: z.object({ kind: z.enum(subjectKinds), id: z.string(), name: z.optional(z.string()) }),
    message: z.string(),
    args: z.record(z.string(), z.json()),
    fingerprint: z.string(),
    suppressed: z.optional(acceptance),
    baselined: z.optional(z.literal(true)),
  });
  const remediation = remediationSchema();
  const suppressed = z.optional(acceptance);
  const without = z.optional(nonEmpty(z.enum(factNames)));
  const outcome = z.discriminatedUnion('status', [
    z.object({
      ...identity,
      status: z.literal('skipped'),
      because: z.enum(['turned-off', 'not-selected', 'not-provided']),
    }),
    z.object({ ...identity, status: z.literal('blocked'), by: nonEmpty(z.string()), suppressed }),
    z.object({ ...identity, status: z.literal('errored'), because: z.string(), suppressed }),
    z.object({
      ...identity,
      status: z.literal('failed'),
      checked: count,
      without,
      findings: nonEmpty(finding),
      incomplete: z.optional(z.literal(true)),
      suppressed,
      missing: z.optional(missing),
      remediation,
      topics: z.optional(z.array(z.string())),
    }),
    z.object({ ...identity, status: z.literal('not-applicable'), because: z.string() }),
    z.object({ ...identity, status: z.literal('inconclusive'), because: z.string(), missing, suppressed }),
    z.object({ ...identity, status: z.literal('passed'), checked: count, without }),
  ]);
  const factSummary = z.discriminatedUnion('status', [
    z.object({
      status: z.literal('known'),
      coverage: z.enum(['complete', 'partial']),
      detail: z.optional(z.string()),
    }),
    z.object({ status: z.literal('unknown'), reason: z.enum(unknownReasons), detail: z.optional(z.string()) }),
  ]);
  const fault = z.object({
    type: z.literal('invalid-options'),
    because: z.string(),
    whatToDo: z.optional(z.string()),
    issues: nonEmpty(z.object({ path: z.string(), message: z.string() })),
  });
  return z.object({
    schemaVersion: z.literal(1),
    tool: z.object({ name: z.string(), version: z.string() }),
    environment: z.object({ name: z.string() }),
    takenAt: z.iso.datetime({ offset: true }),
    health: z.enum(['healthy', 'unhealthy', 'unknown']),
    failOn: z._default(severity, 'error'),
    totals: z.record(z.enum(statuses), count),
    outcomes: z.array(outcome),
    facts: z.strictObject({
      ...shapeOf(healthFactNames, factSummary),
      ...shapeOf(furtherFactNames, z.exactOptional(factSummary)),
    }),
    governance: z.optional(governance),
    fault: z.optional(fault),
  });
}

/** The same schema for each name. */
function shapeOf<Name extends string, Schema>(names: readonly Name[], schema: Schema): Record<Name, Schema> {
  // Safe: the entries are those of the names.
  return Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>;
}

/** The zod schema of a report. */
export const reportSchema = /* @__PURE__ */ once(buildReportSchema);

/**
 * Checks untrusted input against the report schema. Unknown extra properties are dropped.
 *
 * @returns the report, or a {@link ReportFault} that names every place and what was expected there
 * @public
 */
export function parseReport(input: unknown): Result<HealthReport, ReportFault> {
  if (isDeeperThan(deepest, input))
    return err(malformed([{ path: '', message: `expected values nested at most ${deepest} deep` }]));
  return parseVersioned(reportSchema(), input);
}

/** The arguments of a finding are any JSON, which zod follows down until the stack ends; real ones have a few levels. */
const deepest = 500;

/** Whether objects and lists are nested deeper than that, or contain themselves. */
function isDeeperThan(most: number, input: unknown): boolean {
  let level = objectsIn([input]);
  for (let depth = 0; depth < most && level.size > 0; depth += 1)
    level = objectsIn([...level].flatMap((one): readonly unknown[] => Object.values(one)));
  return level.size > 0;
}

function objectsIn(values: readonly unknown[]): ReadonlySet<object> {
  return new Set(values.filter((value) => typeof value === 'object' && value !== null));
}
