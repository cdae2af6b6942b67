import type { Report } from '../../report/report.js';
import type { CleanupTarget } from './cleanup-plan.js';

const staleCodes: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'DWDVEV1004',
  'DWFOEV1004',
  'DWDVEV9304',
  'DWFOEV9307',
]);

/** What the findings of a report say is left over. */
export function targetsOf({ outcomes }: Report): readonly CleanupTarget[] {
  const targets = new Map<string, CleanupTarget>();
  for (const outcome of outcomes) {
    if (outcome.status !== 'failed' || !staleCodes.has(outcome.code)) continue;
    for (const { subject } of outcome.findings) targets.set(`${subject.kind} ${subject.id}`, targetOf(subject));
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
