import type { HealthReport } from '../../report/report.js';
import type { CleanupTarget, KeptRows } from './cleanup-target.js';

const staleCodes: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'DWDVEV1004',
  'DWFOEV1004',
  'DWDVEV9304',
  'DWFOEV9307',
]);

/** The leftovers according to the findings of a report. */
export function targetsOf({ outcomes }: HealthReport): readonly CleanupTarget[] {
  const targets = new Map<string, CleanupTarget>();
  for (const outcome of outcomes) {
    if (outcome.status !== 'failed' || !staleCodes.has(outcome.code)) continue;
    for (const { subject, args } of outcome.findings) {
      const key = `${subject.kind} ${subject.id}`;
      const keep = subject.kind === 'project-configuration' ? keptRows(args) : undefined;
      // Two rules may name one project: if one of them covers all its rows, no row is kept.
      const isNew = !targets.has(key);
      if (keep === undefined) targets.set(key, targetOf(subject));
      else if (isNew) targets.set(key, { ...targetOf(subject), keep });
    }
  }
  return [...targets.values()];
}

function targetOf({
  kind,
  id,
  name,
}: {
  readonly kind: string;
  readonly id: string;
  readonly name?: string | undefined;
}): CleanupTarget {
  if (kind === 'field-configuration') return { projectName: id };
  const sides = sidesIn(name ?? id);
  if (kind === 'runtime-configuration') return { ...sides, runtimeConfigurationId: id };
  return name === id ? sides : { ...sides, projectName: id };
}

/** `accounts - Customers V3`: the table first. */
function sidesIn(name: string): CleanupTarget {
  const [dataverseTable = '', ...rest] = name.split(' - ');
  const finopsEntity = rest.join(' - ');
  return {
    ...(dataverseTable === '' ? {} : { dataverseTable }),
    ...(finopsEntity === '' ? {} : { finopsEntity }),
  };
}

/** What to keep of a project, by the numbers in its finding; reports of version 0.1.0 have none, and mean all rows. */
function keptRows({ rows, rowsOfProject, causes, expected }: Readonly<Record<string, unknown>>): KeptRows | undefined {
  if (typeof rows !== 'number' || typeof rowsOfProject !== 'number' || rows >= rowsOfProject) return undefined;
  if (typeof expected === 'string') return { kind: 'linked-address', host: expected };
  const isDeletedOnly = Array.isArray(causes) && causes.every((cause) => cause === 'deleted');
  return { kind: isDeletedOnly ? 'not-deleted' : 'not-known' };
}
