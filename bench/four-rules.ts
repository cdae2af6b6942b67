import {
  allOf,
  dataverseCompanyMismatch,
  dataverseConfigurationStale,
  defaultOwningTeamMissing,
  evaluateSnapshot,
  finopsConfigurationStale,
  type Snapshot,
} from '../src/index.js';

const fourRules = allOf(
  'measured',
  dataverseCompanyMismatch,
  defaultOwningTeamMissing,
  dataverseConfigurationStale,
  finopsConfigurationStale,
);

/** The four rules by the library. */
export function byRules(snapshot: Snapshot): unknown {
  return evaluateSnapshot(snapshot, { validator: fourRules });
}

/** What the four rules find, as the pass by hand says it. */
export function foundByRules(snapshot: Snapshot): readonly string[] {
  return evaluateSnapshot(snapshot, { validator: fourRules }).outcomes.flatMap((outcome) =>
    outcome.status === 'failed' ? outcome.findings.map(({ subject }) => `${outcome.code} ${subject.id}`) : [],
  );
}
