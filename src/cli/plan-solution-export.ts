import { err, ok, type Result } from 'neverthrow';
import { isOpen } from '../engine/outcome.js';
import { evaluateSnapshot } from '../evaluate-snapshot.js';
import type { Fact } from '../facts/fact.js';
import { known } from '../facts/fact.js';
import { nameKey } from '../facts/keys.js';
import type { Facts } from '../facts/schemas.js';
import { type SnapshotFacts, snapshotOf } from '../facts/snapshot.js';
import { mapDefinitionOf } from '../maps/map-definition-of.js';
import type { HealthReport } from '../report/report.js';
import { whyOpen } from '../reporters/in-words.js';
import { mapDesign } from '../rules/map-design.js';
import type { DualWriteSolution } from '../solutions/dual-write-solution.js';
import { type ExportFault, type ExportPlan, planExport } from '../solutions/plan-export.js';
import type { Complaint } from './command-result.js';
import { readTableMetadata } from './read-table-metadata.js';

/** What an export is planned from, as read from the command line. */
export interface ExportArguments {
  /** A solution: its .zip file, its unpacked folder or its customizations.xml. */
  readonly file: string;
  readonly solutionVersion?: string | undefined;
  readonly unmanaged?: true | undefined;
  readonly previous?: readonly string[] | undefined;
  /** Files with the columns and keys of the mapped tables. */
  readonly metadata?: readonly string[] | undefined;
  readonly acceptUnchecked?: true | undefined;
}

/**
 * Plans the export of a solution, whose maps are checked with what is known about their tables.
 *
 * @param facts - of an environment, where one was named: the solution that it has, and its tables
 */
export async function planSolutionExport(
  solution: DualWriteSolution,
  { solutionVersion, unmanaged, previous = [], metadata, acceptUnchecked }: ExportArguments,
  facts: SnapshotFacts,
): Promise<Result<ExportPlan, Complaint>> {
  if (solutionVersion === undefined) return err('--export: expected --solution-version VERSION, such as 1.0.0.3');
  const definitions = solution.maps.map(mapDefinitionOf);
  const tables = metadata === undefined ? ok(facts.tableMetadata) : await readTableMetadata(metadata, definitions);
  if (tables.isErr()) return err(tables.error);
  const validation = validate(solution.uniqueName, definitions, tables.value);
  const plan = planExport(solution, {
    version: solutionVersion,
    managed: unmanaged !== true,
    validation,
    acceptUnknownValidation: acceptUnchecked === true,
    previousVersions: [...previous, ...installedVersions(solution, facts)],
  });
  return ok({ ...plan, obstacles: plan.obstacles.map((fault) => explained(fault, validation)) });
}

function validate(
  uniqueName: string | null,
  definitions: Facts['mapDefinitions'],
  tables: Fact<Facts['tableMetadata']> | undefined,
) {
  const asked = {
    mapDefinitions: known(definitions),
    ...(tables === undefined ? {} : { tableMetadata: tables }),
  };
  return evaluateSnapshot(snapshotOf(uniqueName ?? 'solution', asked, { takenAt: new Date() }), {
    validator: mapDesign,
  });
}

function installedVersions({ uniqueName }: DualWriteSolution, { solutions }: SnapshotFacts): readonly string[] {
  if (solutions?.status !== 'known' || uniqueName === null) return [];
  return solutions.value.filter((one) => nameKey(one.uniqueName) === nameKey(uniqueName)).map(({ version }) => version);
}

const mostNamed = 5;

/** What of the check is in the way, and which options help. */
function explained(fault: ExportFault, report: HealthReport): ExportFault {
  if (fault.type !== 'not-validated') return fault;
  const reasons = fault.status === 'unhealthy' ? findingsOf(report) : openReasonsOf(report);
  const more = reasons.length > mostNamed ? `; ${reasons.length - mostNamed} more` : '';
  const because = `${fault.because}: ${reasons.slice(0, mostNamed).join('; ')}${more}`;
  return fault.status === 'unhealthy'
    ? { ...fault, because, whatToDo: 'Correct the maps, export the solution from there, and plan again.' }
    : {
        ...fault,
        because,
        whatToDo:
          'Supply the columns and keys of the tables with --metadata FILE (maps export reads them), or accept what stays unknown with --accept-unchecked.',
      };
}

function findingsOf({ outcomes, failOn }: HealthReport): readonly string[] {
  return outcomes.flatMap((outcome) =>
    outcome.status === 'failed' && (failOn === 'warning' || outcome.severity === 'error')
      ? outcome.findings.map(({ message }) => message)
      : [],
  );
}

function openReasonsOf({ outcomes }: HealthReport): readonly string[] {
  return [...new Set(outcomes.filter(isOpen).map(whyOpen))];
}
