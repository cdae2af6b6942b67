import { groupsBy } from '../facts/groups-by.js';
import { instantOf } from '../facts/instant.js';
import { nameKey } from '../facts/keys.js';
import { compareReports, type ReportComparison } from '../report/compare-reports.js';
import { compareSnapshots, type SnapshotComparison } from '../report/compare-snapshots.js';
import type { Input } from './input.js';
import { isOf } from './is-of.js';
import { environmentKeyAmong, knowSameFact } from './snapshots-of.js';

interface LatestInputs {
  readonly inputs: readonly Input[];
  /** For each environment, the latest and the one before it. */
  readonly comparisons: readonly {
    readonly kind: 'comparison';
    readonly comparison: SnapshotComparison | ReportComparison;
  }[];
}

/**
 * Of several snapshots or reports of one environment only the latest, and what has changed since the one before it. Snapshots in which
 * no fact is known twice are parts of one.
 */
export function withoutEarlier(inputs: readonly Input[]): LatestInputs {
  const ofSnapshots = inputs.filter(isOf('snapshot'));
  const keyOf = environmentKeyAmong(ofSnapshots.map(({ snapshot }) => snapshot));
  const snapshots = replacedIn(ofSnapshots, {
    environment: ({ snapshot }) => `${keyOf(snapshot)} ${nameKey(snapshot.environment.name)}`,
    takenAt: ({ snapshot }) => snapshot.takenAt,
    isReplacedBy: (before, after) => knowSameFact(before.snapshot, after.snapshot),
  });
  const reports = replacedIn(inputs.filter(isOf('report')), {
    environment: ({ report }) => nameKey(report.environment.name),
    takenAt: ({ report }) => report.takenAt,
    isReplacedBy: () => true,
  });
  const replaced = new Set<Input>([...snapshots, ...reports].flatMap((pairs) => pairs.map(({ before }) => before)));
  return {
    inputs: inputs.filter((input) => !replaced.has(input)),
    comparisons: [
      ...snapshots.flatMap(([last]) => compared(last, (one) => one.snapshot, compareSnapshots)),
      ...reports.flatMap(([last]) => compared(last, (one) => one.report, compareReports)),
    ],
  };
}

interface Replaced<One> {
  readonly before: One;
  readonly after: One;
}

/** For each environment what a later one replaces, the latest first; at the same time, what is given later is later. */
function replacedIn<One>(
  inputs: readonly One[],
  how: {
    readonly environment: (input: One) => string;
    readonly takenAt: (input: One) => string;
    readonly isReplacedBy: (before: One, after: One) => boolean;
  },
): readonly (readonly Replaced<One>[])[] {
  return [...groupsBy(inputs, how.environment).values()].map((group) => {
    const latestFirst = [...group].sort((a, b) => instantOf(how.takenAt(a)) - instantOf(how.takenAt(b))).reverse();
    const kept: One[] = [];
    const replaced: Replaced<One>[] = [];
    for (const before of latestFirst) {
      const after = kept.find((one) => how.isReplacedBy(before, one));
      if (after === undefined) kept.push(before);
      else replaced.push({ before, after });
    }
    return replaced;
  });
}

function compared<One, Version>(
  pair: Replaced<One> | undefined,
  versionOf: (input: One) => Version,
  compare: (before: Version, after: Version) => SnapshotComparison | ReportComparison,
): LatestInputs['comparisons'] {
  if (pair === undefined) return [];
  return [{ kind: 'comparison', comparison: compare(versionOf(pair.before), versionOf(pair.after)) }];
}
